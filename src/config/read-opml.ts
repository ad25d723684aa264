import { type Opml, parseOpml } from 'feedsmith';

/** One outline of an OPML file that is no folder. */
export interface OutlinedFeed {
  readonly title?: string;
  /** Where the feed is, as the file says it: anything, or nothing. */
  readonly url?: string;
  /** The titles of the folders that it stands in, the outermost first. */
  readonly folders: readonly string[];
  /** Switched off by its author, alone or with its folder. */
  readonly isComment: boolean;
}

type Outline = Opml.Outline<string>;

/** The feeds of an OPML file, those in folders too, in its order. Throws an Error that says why it is none. */
export function readOpml(text: string): OutlinedFeed[] {
  const outlines = parse(text);
  // What was cut off between two outlines is taken for whole by the parser.
  if (!/<\/opml\s*>/i.test(text)) throw new Error('it ends early: there is no </opml>');
  return outlines.flatMap((outline) => flatten(outline, [], false));
}

function parse(text: string): readonly Outline[] {
  if (!/<opml[\s>/]/i.test(text)) throw new Error('it is no OPML: there is no <opml> in it');
  if (!/<outline[\s>/]/i.test(text)) throw new Error('it has no outlines, and so no feeds');
  try {
    return parseOpml(text).body?.outlines ?? [];
  } catch (cause) {
    const position = /position (\d+)/.exec(String((cause as Error).cause))?.[1];
    const place = position === undefined ? '' : ` from character ${position} on`;
    throw new Error(`it is not well-formed${place}`, { cause });
  }
}

function flatten(
  outline: Outline,
  folders: readonly string[],
  isInComment: boolean,
): OutlinedFeed[] {
  const { text, xmlUrl, outlines } = outline;
  // The text is what OPML asks for; the title is what readers show.
  const title = outline.title ?? text;
  const isComment = isInComment || outline.isComment === true;
  const within = outlines?.flatMap((inner) => flatten(inner, [...folders, title ?? ''], isComment));
  const isFolder = within !== undefined && xmlUrl === undefined;
  return [...(isFolder ? [] : [{ title, url: xmlUrl, folders, isComment }]), ...(within ?? [])];
}
