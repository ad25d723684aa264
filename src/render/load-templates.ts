import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Handlebars from 'handlebars';
import { safeUrl } from './safe-url.ts';
import { underline } from './underline.ts';

/** Fills a template, named by its file without `.hbs`, with plain JSON-like data. */
export type Templates = (name: string, view: object) => string;

const shipped = fileURLToPath(new URL('../../templates', import.meta.url));

/** Reads every template once: `*.hbs` in the directory, and its `partials/`, styles among them. */
export function loadTemplates(directory = shipped): Templates {
  const partials = readFolder(join(directory, 'partials'));
  // Handlebars compiles a partial once, with the options of who asks first: what escapes and what
  // does not may not share any.
  const forHtml = environment(partials);
  const forText = environment(partials);
  const templates = new Map(
    readFolder(directory).map(([name, source]) => {
      const isText = name.endsWith('.txt');
      return [name, compile(isText ? forText : forHtml, source, isText)];
    }),
  );
  return (name, view) => {
    const template = templates.get(name);
    if (!template) throw new Error(`No template ${name}.hbs in ${directory}`);
    return template(view);
  };
}

type File = readonly [name: string, source: string];

function readFolder(directory: string): File[] {
  return readdirSync(directory)
    .filter((file) => file.endsWith('.hbs'))
    .sort()
    .map((file) => [basename(file, '.hbs'), readFileSync(join(directory, file), 'utf8')]);
}

function environment(partials: readonly File[]): typeof Handlebars {
  const handlebars = Handlebars.create();
  handlebars.registerHelper({ safeUrl, underline });
  for (const [name, source] of partials) handlebars.registerPartial(name, source);
  return handlebars;
}

function compile(handlebars: typeof Handlebars, source: string, noEscape: boolean) {
  return handlebars.compile(source, {
    strict: true,
    knownHelpersOnly: true,
    knownHelpers: { safeUrl: true, underline: true },
    preventIndent: true,
    noEscape,
  });
}
