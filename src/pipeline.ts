import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { App } from './app.ts';
import { collectSources } from './collect/collect-sources.ts';
import { matchEntries } from './collect/normalize/match-entries.ts';
import { type CollectReport, CollectTally } from './collect-tally.ts';
import { buildMail } from './deliver/build-mail.ts';
import { submitDeliveries } from './deliver/submit-deliveries.ts';
import { toEml } from './deliver/to-eml.ts';
import { writeDocuments } from './deliver/write-documents.ts';
import { composeEdition } from './digest/compose-edition.ts';
import type { Delivery } from './model/delivery.ts';
import type { Edition } from './model/edition.ts';
import type { Entry, StoredEntry } from './model/entry.ts';
import { renderDocuments } from './render/render-documents.ts';
import { renderEmail } from './render/render-email.ts';

// The product on one page. Two halves, joined by the store alone:
//
//   collect   sources -> entries -> store
//   issue     store -> entries -> edition -> store
//   publish   store -> editions -> documents -> output/
//   mail      store -> deliveries -> mail server
//
// Each can be killed at any moment and run again: what it had done is in the store, and is not done
// a second time.

/** Asks every source that is due and stores what it has; a source that fails stops no other. */
export async function collect(app: App, options: CollectOptions = {}): Promise<CollectReport> {
  const { sources } = app.config;
  const states = await app.store.sourceStates();
  const tally = new CollectTally(sources.length);
  const context = { ...app.collecting, force: options.force ?? false };
  await collectSources(sources, states, context, async (source, outcome) => {
    const entries = outcome.kind === 'collected' ? await recognize(app, outcome.entries) : [];
    const count =
      outcome.kind === 'not-due'
        ? { added: 0, updated: 0 }
        : await app.store.saveCollected(outcome.state, entries, app.now());
    tally.add(source, outcome, count);
    options.onProgress?.(tally);
  });
  return tally.report();
}

/** Gives entries that are stored already the id under which they are. */
async function recognize(app: App, entries: readonly Entry[]): Promise<readonly Entry[]> {
  const [first] = entries;
  if (first === undefined) return [];
  return matchEntries(entries, await app.store.knownEntries(first.sourceId));
}

export interface CollectOptions {
  /** Asks sources that are not due, too. */
  readonly force?: boolean;
  readonly onProgress?: (tally: CollectTally) => void;
}

/** Closes an edition of all that is new; undefined when nothing is. */
export async function issue(app: App, options: IssueOptions = {}): Promise<Edition | undefined> {
  const { edition, considered } = await compose(app, options);
  if (edition.stories.length === 0) return undefined;
  const ids = considered.map((entry) => entry.id);
  return app.store.issueEdition(edition, ids, options.recipients ?? []);
}

export interface IssueOptions {
  /** Where the period of the first edition begins. Default: 30 days ago. */
  readonly firstFrom?: Temporal.Instant;
  /** Who gets it by mail. Default: nobody. */
  readonly recipients?: readonly string[];
}

/** Writes the coming edition, or one of a window by publication date, recording nothing. */
export async function preview(
  app: App,
  window: Partial<Period> = {},
): Promise<Preview | undefined> {
  const { edition } = await compose(app, { window });
  if (edition.stories.length === 0) return undefined;
  const folder = join(app.output, 'preview');
  await rm(folder, { recursive: true, force: true });
  await writeDocuments(folder, renderDocuments([edition], app.templates));
  return { edition, folder, mail: await writeEml(app, folder, edition) };
}

export interface Preview {
  readonly edition: Edition;
  readonly folder: string;
  readonly mail: string;
}

/** Brings the output folder in line with the store; returns what changed in it. */
export async function publish(app: App): Promise<readonly string[]> {
  const editions = await app.store.editions();
  if (editions.length === 0) return [];
  return writeDocuments(app.output, renderDocuments(editions, app.templates));
}

/** Submits every delivery that is due, of this edition and of earlier ones. */
export async function mail(app: App): Promise<readonly Delivery[]> {
  const { email } = app.config;
  if (email === undefined || app.mailServer === undefined) return [];
  const editions = new Map((await app.store.editions()).map((edition) => [edition.id, edition]));
  return submitDeliveries({
    store: app.store,
    server: app.mailServer,
    now: app.now,
    onUncertain: email.onUncertain,
    mailFor: ({ editionId, recipient }) => {
      const edition = editions.get(editionId);
      if (edition === undefined) throw new Error(`edition ${editionId} is not in the store`);
      const envelope = { from: email.from, to: recipient };
      return buildMail(edition, renderEmail(edition, app.templates), envelope);
    },
  });
}

/** Writes an edition as a mail that opens in a mail program; returns the path. */
export async function writeEml(app: App, folder: string, edition: Edition): Promise<string> {
  const { name, email } = edition.site.author;
  const address = email ?? `digest@${new URL(edition.site.baseUrl).hostname}`;
  const envelope = { from: app.config.email?.from ?? `"${name}" <${address}>`, to: address };
  const body = await toEml(buildMail(edition, renderEmail(edition, app.templates), envelope));
  await writeDocuments(folder, [{ path: 'edition.eml', body, contentType: 'message/rfc822' }]);
  return join(folder, 'edition.eml');
}

export interface Period {
  readonly from: Temporal.Instant;
  readonly until: Temporal.Instant;
}

interface ComposeOptions {
  readonly firstFrom?: Temporal.Instant;
  readonly window?: Partial<Period>;
}

async function compose(
  app: App,
  { firstFrom, window = {} }: ComposeOptions,
): Promise<{ readonly edition: Edition; readonly considered: readonly StoredEntry[] }> {
  const { site, edition, hypervisors, sources } = app.config;
  const earlier = await app.store.editions();
  const period = periodOf(app.now(), earlier[0], firstFrom, window);
  const isWindow = window.from !== undefined || window.until !== undefined;
  const entries = isWindow
    ? await app.store.entriesBetween(period.from, period.until)
    : await app.store.newsSince(period.from);
  const composed = composeEdition({
    issuedAt: app.now(),
    period,
    naming: edition.naming,
    site,
    hypervisors,
    sources,
    entries,
    health: await sourceHealth(app),
    earlier,
  });
  return { edition: composed, considered: entries };
}

/** From where the last edition ended, or 30 days back, until now. */
function periodOf(
  now: Temporal.Instant,
  last: Edition | undefined,
  firstFrom: Temporal.Instant | undefined,
  window: Partial<Period>,
): Period {
  const until = window.until ?? now;
  const monthBefore = until.subtract({ hours: 30 * 24 });
  const lastUntil = last && Temporal.Instant.from(last.period.until);
  const from =
    window.from ?? (window.until ? monthBefore : (lastUntil ?? firstFrom ?? monthBefore));
  if (Temporal.Instant.compare(from, until) <= 0) return { from, until };
  throw new Error(`the period would end (${until}) before it begins (${from})`);
}

async function sourceHealth(app: App) {
  const states = await app.store.sourceStates();
  const lastEntryAt = await app.store.lastEntryAt();
  return app.config.sources.map(({ id }) => ({
    sourceId: id,
    ...optional('failure', states.get(id)?.lastFailure),
    ...optional('lastEntryAt', lastEntryAt.get(id)),
  }));
}

function optional<Name extends string, Value>(name: Name, value: Value | undefined) {
  return value === undefined ? {} : ({ [name]: value } as Record<Name, Value>);
}
