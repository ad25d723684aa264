import { join } from 'node:path';
import type { App } from '../app.ts';
import { isUnreachable } from '../collect-tally.ts';
import { loadConfig } from '../config/load-config.ts';
import type { Delivery } from '../model/delivery.ts';
import type { Edition } from '../model/edition.ts';
import {
  type Collected,
  collect,
  issue,
  mail,
  type Period,
  preview,
  publish,
} from '../pipeline.ts';
import { editionFolder } from '../render/addresses.ts';
import { counted } from '../render/counted.ts';
import type { CommandOptions } from './command-options.ts';
import { parseInstant } from './parse-instant.ts';
import { Printer } from './printer.ts';
import { tellCollected, tellFailures } from './tell-collected.ts';
import { summarizeEdition, tellEdition } from './tell-edition.ts';
import { tellMailed, tellUndelivered } from './tell-mailed.ts';
import { alone, withApp } from './with-app.ts';

export interface DigestOptions extends CommandOptions {
  readonly force?: boolean;
  readonly preview?: boolean;
  readonly collect?: boolean;
  readonly email?: boolean;
  readonly since?: string;
  readonly until?: string;
}

/** The `digest` command; returns its exit code. */
export async function runDigest(options: DigestOptions, process: NodeJS.Process): Promise<number> {
  const printer = new Printer(process, options);
  const config = await loadConfig(options.config);
  const window = windowOf(options, config.site.timeZone);
  return withApp(config, options, { environment: process.env }, (app) => {
    const work = (calledAt?: Temporal.Instant) =>
      digestOnce(app, { ...options, calledAt }, window, printer);
    const onlyReads = options.collect === false && isPreview(options, window);
    return onlyReads && app.store.isReadOnly ? work() : alone(app, work);
  });
}

/** Collects, issues (or previews) and mails, and tells what came of it; returns the exit code. */
export async function digestOnce(
  app: App,
  options: Partial<DigestOptions> & { readonly calledAt?: Temporal.Instant },
  window: Partial<Period>,
  printer: Printer,
): Promise<number> {
  const collected = await collectUnlessTold(app, options, printer);
  if (collected !== undefined && isUnreachable(collected)) return giveUp(printer, collected);
  const told = await (isPreview(options, window)
    ? showPreview(app, window)
    : issueAndMail(app, options));
  const lines = collected === undefined ? [] : tellCollected(collected);
  printer.report({ collected, ...told.data }, [...lines, ...told.lines]);
  printer.problems([...told.problems, ...(collected === undefined ? [] : tellFailures(collected))]);
  return told.problems.length > 0 ? 1 : 0;
}

function isPreview({ preview }: Partial<DigestOptions>, window: Partial<Period>): boolean {
  return preview === true || Object.keys(window).length > 0;
}

interface Told {
  readonly data: object;
  readonly lines: readonly string[];
  readonly problems: readonly string[];
}

async function collectUnlessTold(
  app: App,
  options: Parameters<typeof digestOnce>[1],
  printer: Printer,
): Promise<Collected | undefined> {
  if (options.collect === false) return undefined;
  const { force = false, calledAt } = options;
  return collect(app, { force, calledAt, onProgress: printer.progress });
}

async function showPreview(app: App, window: Partial<Period>): Promise<Told> {
  const shown = await preview(app, window);
  if (shown === undefined)
    return {
      data: { preview: null },
      lines: ['Nothing new: there is nothing to preview.'],
      problems: [],
    };
  const { edition, folder, mail } = shown;
  const page = join(folder, editionFolder(edition), 'index.html');
  return {
    data: { preview: { ...summarizeEdition(edition), page, mail } },
    lines: [
      ...tellEdition(edition),
      `Preview only: nothing was recorded or mailed.`,
      `  page  ${page}`,
      `  mail  ${mail}`,
    ],
    problems: [],
  };
}

/** Publishing and mailing happen also when nothing is new: an earlier run may have been cut short. */
async function issueAndMail(app: App, options: Partial<DigestOptions>): Promise<Told> {
  const mails = options.email !== false && app.mailServer !== undefined;
  const recipients = mails ? (app.config.email?.recipients ?? []) : [];
  const edition = await issue(app, { recipients });
  const published = await publish(app);
  const mailed = mails ? await mailOrExplain(app) : { deliveries: [], problems: [] };
  return {
    data: { edition: edition ? summarizeEdition(edition) : null, mail: mailed.deliveries },
    lines: [
      ...(edition ? tellIssued(app, edition) : tellNothingNew(app, published)),
      ...tellMailed(mailed.deliveries),
    ],
    problems: [...mailed.problems, ...tellUndelivered(mailed.deliveries)],
  };
}

function tellNothingNew(app: App, published: readonly string[]): string[] {
  const nothing = 'Nothing new since the last edition: none was issued.';
  if (published.length === 0) return [nothing];
  const files = counted(published.length, 'file was', 'files were');
  return [nothing, `${files} missing from ${app.output}, or old, and written again.`];
}

function tellIssued(app: App, edition: Edition): string[] {
  return [
    ...tellEdition(edition),
    `  page  ${join(app.output, editionFolder(edition), 'index.html')}`,
    `  feed  ${join(app.output, 'feed.xml')}`,
  ];
}

/** The edition is issued whatever the mail server does: what it did not take stays queued. */
async function mailOrExplain(app: App): Promise<Mailed> {
  try {
    return { deliveries: await mail(app), problems: [] };
  } catch (error) {
    const { message } = error as Error;
    return { deliveries: [], problems: [`Not mailed: ${message}; the next run tries again.`] };
  }
}

interface Mailed {
  readonly deliveries: readonly Delivery[];
  readonly problems: readonly string[];
}

function giveUp(printer: Printer, collected: Collected): number {
  printer.report({ collected, edition: null }, []);
  printer.problems([
    ...tellFailures(collected),
    'No source could be reached, so no edition was issued. Check the network, or the sources in the configuration.',
    'To see what an edition looks like without a network: npm run demo',
  ]);
  return 1;
}

function windowOf({ since, until }: DigestOptions, timeZone: string): Partial<Period> {
  return {
    ...(since === undefined ? {} : { from: parseInstant('--since', since, timeZone) }),
    ...(until === undefined ? {} : { until: parseInstant('--until', until, timeZone) }),
  };
}
