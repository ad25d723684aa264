import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { App } from './app.ts';
import { assembleFacts } from './collect/facts/assemble-facts.ts';
import { buildMail } from './deliver/build-mail.ts';
import { submitDeliveries } from './deliver/submit-deliveries.ts';
import { toEml } from './deliver/to-eml.ts';
import { writeDocuments } from './deliver/write-documents.ts';
import { composeEdition } from './digest/compose-edition.ts';
import { editsInForce } from './edits-in-force.ts';
import type { Delivery } from './model/delivery.ts';
import type { Edit } from './model/edit.ts';
import type { Edition } from './model/edition.ts';
import type { EmailMessage } from './model/email-message.ts';
import type { StoredEntry } from './model/entry.ts';
import { renderDocuments } from './render/render-documents.ts';
import { renderEmail } from './render/render-email.ts';

// The product on one page. Two halves, joined by the store alone:
//
//   collect   sources -> entries, open data -> facts -> store
//   issue     store -> entries, facts -> edition -> store
//   publish   store -> editions -> documents -> output/
//   mail      store -> deliveries -> mail server
//
// Each can be killed at any moment and run again: what it had done is in the store, and is not done
// a second time. The first half is a file of its own, so that collecting alone loads nothing else.

export { type Collected, collect } from './collect-into-store.ts';

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

/** The edition that would be issued now; nothing is recorded or written. */
export async function composeComing(app: App): Promise<Composed> {
  return compose(app, {});
}

/** An edition that was composed, and what it is made of. */
export interface Composed {
  readonly edition: Edition;
  readonly considered: readonly StoredEntry[];
  /** Those that have a say in it. */
  readonly edits: readonly Edit[];
  /** Editions issued before, newest first. */
  readonly earlier: readonly Edition[];
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
  await writeDocuments(folder, renderDocuments([edition], await app.templates()));
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
  return writeDocuments(app.output, renderDocuments(editions, await app.templates()));
}

/** Submits every delivery that is due, of this edition and of earlier ones. */
export async function mail(app: App): Promise<readonly Delivery[]> {
  const { email } = app.config;
  if (email === undefined || app.mailServer === undefined) return [];
  const editions = new Map((await app.store.editions()).map((edition) => [edition.id, edition]));
  const templates = await app.templates();
  // Rendered once for all who get it.
  const messages = new Map<string, EmailMessage>();
  return submitDeliveries({
    store: app.store,
    server: app.mailServer,
    now: app.now,
    onUncertain: email.onUncertain,
    mailFor: ({ editionId, recipient }) => {
      const edition = editions.get(editionId);
      if (edition === undefined) throw new Error(`edition ${editionId} is not in the store`);
      const message = messages.get(editionId) ?? renderEmail(edition, templates);
      messages.set(editionId, message);
      return buildMail(edition, message, { from: email.from, to: recipient });
    },
  });
}

/** Writes an edition as a mail that opens in a mail program; returns the path. */
export async function writeEml(app: App, folder: string, edition: Edition): Promise<string> {
  const { name, email } = edition.site.author;
  const address = email ?? `digest@${new URL(edition.site.baseUrl).hostname}`;
  const envelope = { from: app.config.email?.from ?? `"${name}" <${address}>`, to: address };
  const body = await toEml(
    buildMail(edition, renderEmail(edition, await app.templates()), envelope),
  );
  await writeDocuments(folder, [{ path: 'edition.eml', body, contentType: 'message/rfc822' }]);
  return join(folder, 'edition.eml');
}

export interface Period {
  readonly from: Temporal.Instant;
  readonly until: Temporal.Instant;
}

/** How far back the last word on a quiet hypervisor is looked for. */
const memory = { hours: 180 * 24 };

interface ComposeOptions {
  readonly firstFrom?: Temporal.Instant;
  readonly window?: Partial<Period>;
}

async function compose(app: App, { firstFrom, window = {} }: ComposeOptions): Promise<Composed> {
  const { site, edition, hypervisors, adjacent, sources } = app.config;
  const issued = await app.store.editions();
  const period = periodOf(app.now(), issued, firstFrom, window);
  const isWindow = window.from !== undefined || window.until !== undefined;
  // A window goes on with what was told before it, and neither with itself nor with what came after.
  const earlier = isWindow ? issued.filter((edition) => endsBy(edition, period.from)) : issued;
  const entries = isWindow
    ? await app.store.entriesBetween(period.from, period.until)
    : await app.store.newsSince(period.from);
  const edits = editsInForce(await app.store.edits(), entries, !isWindow);
  const facts = assembleFacts(app.config.facts, await app.store.factDocuments());
  const composed = composeEdition({
    issuedAt: app.now(),
    period,
    naming: edition.naming,
    site,
    hypervisors,
    adjacent,
    sources,
    entries,
    health: await sourceHealth(app),
    older: await app.store.entriesBetween(period.from.subtract(memory), period.from),
    earlier,
    ...optional('facts', facts),
    edits,
  });
  return { edition: composed, considered: entries, edits, earlier };
}

function endsBy(edition: Edition, instant: Temporal.Instant): boolean {
  return Temporal.Instant.compare(Temporal.Instant.from(edition.period.until), instant) <= 0;
}

/**
 * From where the last edition ended, or 30 days back, until now. One that ended in the future was
 * issued by a clock that was wrong, and ends nothing.
 */
function periodOf(
  now: Temporal.Instant,
  earlier: readonly Edition[],
  firstFrom: Temporal.Instant | undefined,
  window: Partial<Period>,
): Period {
  const until = window.until ?? now;
  const monthBefore = until.subtract({ hours: 30 * 24 });
  const lastUntil = earlier
    .filter((edition) => endsBy(edition, until))
    .map((edition) => Temporal.Instant.from(edition.period.until))
    .toSorted(Temporal.Instant.compare)
    .at(-1);
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
