import { hash } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Decision, Edit } from '../../src/model/edit.ts';
import type { Edition } from '../../src/model/edition.ts';
import type { Entry } from '../../src/model/entry.ts';
import type { FactDocument } from '../../src/model/open-data.ts';
import type { SourceState } from '../../src/model/source.ts';
import type { Store } from '../../src/store/store.ts';

const at = (text: string) => Temporal.Instant.from(text);

function entry(id: string, changes: Partial<Entry> = {}): Entry {
  return {
    id,
    sourceId: 'blog',
    feedId: `guid-${id}`,
    url: `https://example.org/${id}`,
    title: `Title of ${id}`,
    text: 'Body',
    categories: ['News'],
    authors: ['Ada'],
    publishedAt: at('2024-05-10T00:00:00Z'),
    ...changes,
  };
}

function state(changes: Partial<SourceState> = {}): SourceState {
  return {
    sourceId: 'blog',
    failuresInARow: 0,
    firstCollectedAt: at('2024-05-15T00:00:00Z'),
    ...changes,
  };
}

const edition = (id: string) => ({ id, number: 0, stories: [] }) as unknown as Edition;
const first = at('2024-05-15T00:00:00Z');
const later = at('2024-05-20T00:00:00Z');
const may = at('2024-05-01T00:00:00Z');

/** What every store engine must do; `open` gives an empty one. */
export function describeStore(name: string, open: () => Promise<Store>): void {
  describe(`the store contract: ${name}`, () => {
    let store: Store;
    beforeEach(async () => {
      store = await open();
      return () => store.close();
    });
    const all = () => store.entriesBetween(at('2000-01-01T00:00:00Z'), at('2100-01-01T00:00:00Z'));
    const newsIds = async () => (await store.newsSince(may)).map(({ id }) => id);

    test('a source state comes back as it was saved, instants and lists included', async () => {
      const saved = state({ etag: 'W/"1"', dueAt: later, skipHours: [1, 2], lastFailure: 'no' });
      await store.saveCollected(saved, [], first);
      expect((await store.sourceStates()).get('blog')).toEqual(saved);
    });

    test('an entry comes back as it was saved, with when it was collected', async () => {
      await store.saveCollected(state(), [entry('a')], first);
      expect(await all()).toEqual([{ ...entry('a'), collectedAt: first, isBacklog: true }]);
    });

    test('an entry without URL and dates comes back without them', async () => {
      const { feedId, url, publishedAt, ...bare } = entry('a');
      await store.saveCollected(state(), [bare], first);
      expect(await all()).toEqual([{ ...bare, collectedAt: first, isBacklog: true }]);
    });

    test('a source state tells when it last had something new', async () => {
      await store.saveCollected(state(), [entry('a')], first);
      const [known] = (await store.sourceStates()).values();
      await store.saveCollected(known ?? state(), [entry('a', { title: 'Edited' })], later);
      expect((await store.sourceStates()).get('blog')?.lastNewEntryAt).toEqual(first);
    });

    test('what identifies the entries of a source is known, and nothing of another source', async () => {
      await store.saveCollected(state(), [entry('a')], first);
      const other = state({ sourceId: 'press' });
      await store.saveCollected(other, [entry('b', { sourceId: 'press' })], first);
      const { id, feedId, url, title, publishedAt, text } = entry('a');
      const textHash = hash('sha256', text);
      const known = { id, feedId, url, title, publishedAt, textHash };
      expect(await store.knownEntries('blog')).toEqual([known]);
    });

    test('new and changed entries are counted, unchanged ones are not', async () => {
      expect(await store.saveCollected(state(), [entry('a'), entry('b')], first)).toEqual({
        added: 2,
        updated: 0,
      });
      const edited = entry('b', { title: 'Another title' });
      expect(await store.saveCollected(state(), [entry('a'), edited, entry('c')], later)).toEqual({
        added: 1,
        updated: 1,
      });
    });

    test('an edited entry keeps when it was first collected, and its date when none is given', async () => {
      await store.saveCollected(state(), [entry('a')], first);
      const { publishedAt, ...undated } = entry('a', { title: 'Edited' });
      await store.saveCollected(state(), [undated], later);
      expect(await all()).toEqual([
        { ...entry('a', { title: 'Edited' }), collectedAt: first, isBacklog: true },
      ]);
    });

    test('the first known date of publication stays, whatever an edit says', async () => {
      const { publishedAt, ...undated } = entry('a');
      await store.saveCollected(state(), [undated], first);
      await store.saveCollected(state(), [entry('a', { publishedAt: first })], first);
      await store.saveCollected(state(), [entry('a', { publishedAt: later })], later);
      expect((await all())[0]?.publishedAt).toEqual(first);
    });

    test('what a source holds at its first collection is backlog, what comes later is not', async () => {
      await store.saveCollected(state(), [entry('a')], first);
      await store.saveCollected(state(), [entry('a'), entry('b')], later);
      const backlog = (await all()).map(({ id, isBacklog }) => [id, isBacklog]);
      expect(backlog).toEqual([
        ['a', true],
        ['b', false],
      ]);
    });

    test('a failure before the first success does not use up the backlog', async () => {
      const { firstCollectedAt, ...never } = state({ lastFailure: 'refused' });
      await store.saveCollected(never, [], first);
      await store.saveCollected(state(), [entry('a')], later);
      expect((await all())[0]?.isBacklog).toBe(true);
    });

    test('old or undated backlog is no news; late items are', async () => {
      const old = at('2024-01-01T00:00:00Z');
      const { publishedAt, ...undated } = entry('undated');
      const held = [entry('in-period'), entry('old', { publishedAt: old }), undated];
      await store.saveCollected(state(), held, first);
      await store.saveCollected(state(), [entry('late', { publishedAt: old })], later);
      expect(await newsIds()).toEqual(['in-period', 'late']);
    });

    test('a window takes entries by date, and by collection where there is none', async () => {
      const { publishedAt, ...undated } = entry('undated');
      await store.saveCollected(state(), [entry('dated'), undated], first);
      const between = async (from: string, until: string) =>
        (await store.entriesBetween(at(from), at(until))).map(({ id }) => id);
      expect(await between('2024-05-09T00:00:00Z', '2024-05-11T00:00:00Z')).toEqual(['dated']);
      expect(await between('2024-05-14T00:00:00Z', '2024-05-16T00:00:00Z')).toEqual(['undated']);
    });

    test('an issued edition has the next number, closes its entries and comes back', async () => {
      await store.saveCollected(state(), [entry('a'), entry('b')], first);
      expect((await store.issueEdition(edition('one'), ['a'], [])).number).toBe(1);
      expect(await newsIds()).toEqual(['b']);
      expect((await store.issueEdition(edition('two'), ['b'], [])).number).toBe(2);
      expect((await store.editions()).map(({ id, number }) => [id, number])).toEqual([
        ['two', 2],
        ['one', 1],
      ]);
    });

    test('an edited entry stays closed', async () => {
      await store.saveCollected(state(), [entry('a')], first);
      await store.issueEdition(edition('one'), ['a'], []);
      await store.saveCollected(state(), [entry('a', { title: 'Edited' })], later);
      expect(await newsIds()).toEqual([]);
    });

    test('an entry that an edition closed cannot be issued again, and nothing of that attempt stays', async () => {
      await store.saveCollected(state(), [entry('a'), entry('b')], first);
      await store.issueEdition(edition('one'), ['a'], []);
      const again = store.issueEdition(edition('two'), ['b', 'a'], ['ada@example.org']);
      await expect(again).rejects.toThrow('entry a was considered by another run');
      expect(await newsIds()).toEqual(['b']);
      expect(await store.editions()).toHaveLength(1);
      expect(await store.deliveries()).toEqual([]);
    });

    test('an edition is issued once', async () => {
      await store.issueEdition(edition('one'), [], []);
      await expect(store.issueEdition(edition('one'), [], [])).rejects.toThrow(
        'edition one was issued by another run',
      );
    });

    test('issuing queues one delivery for each recipient', async () => {
      await store.issueEdition(
        edition('one'),
        [],
        ['b@example.org', 'a@example.org', 'b@example.org'],
      );
      const queued = { editionId: 'one', state: 'queued', attempts: 0 };
      expect(await store.deliveries()).toEqual([
        { ...queued, recipient: 'b@example.org' },
        { ...queued, recipient: 'a@example.org' },
      ]);
    });

    test('a delivery comes back as it was saved', async () => {
      await store.issueEdition(edition('one'), [], ['a@example.org']);
      const deferred = {
        editionId: 'one',
        recipient: 'a@example.org',
        state: 'deferred',
        attempts: 1,
        dueAt: later,
        response: '450 later',
      } as const;
      await store.saveDelivery(deferred);
      expect(await store.deliveries()).toEqual([deferred]);
    });

    test('a delivery that was never queued is refused', async () => {
      const unknown = {
        editionId: 'x',
        recipient: 'a@example.org',
        state: 'queued',
        attempts: 0,
      } as const;
      await expect(store.saveDelivery(unknown)).rejects.toThrow(
        'no delivery of x to a@example.org',
      );
    });

    test('the newest publication of each source is known', async () => {
      const newer = entry('b', { publishedAt: at('2024-05-12T00:00:00Z') });
      await store.saveCollected(state(), [entry('a'), newer], first);
      expect([...(await store.lastEntryAt())]).toEqual([['blog', newer.publishedAt]]);
    });

    test('what the editor decided comes back in the order in which it was saved', async () => {
      await store.saveCollected(state(), [entry('a'), entry('b')], first);
      const decisions: Decision[] = [
        { kind: 'pin', entryId: 'b' },
        { kind: 'drop', entryId: 'a' },
        { kind: 'retitle', entryId: 'a', headline: 'A “better” one' },
        { kind: 'note', entryId: 'a', text: 'We *tried* it.\n\nTwice.' },
        { kind: 'label', entryId: 'a', hypervisors: ['xen', 'kvm'] },
        { kind: 'merge', entryId: 'a', with: 'b' },
        { kind: 'split', entryId: 'b' },
        { kind: 'intro', text: 'A busy spring.' },
      ];
      const saved: Edit[] = [];
      for (const decision of decisions) saved.push(await store.saveEdit(decision, later));
      expect(saved).toEqual(
        decisions.map((decision, at) => ({ ...decision, id: `e${at + 1}`, madeAt: later })),
      );
      expect(await store.edits()).toEqual(saved);
    });

    test('an edit that is taken back is gone, and its id is never given again', async () => {
      await store.saveEdit({ kind: 'intro', text: 'One' }, first);
      await store.saveEdit({ kind: 'intro', text: 'Two' }, later);
      expect(await store.removeEdit('e2')).toBe(true);
      expect((await store.edits()).map(({ id }) => id)).toEqual(['e1']);
      expect(await store.removeEdit('e2')).toBe(false);
      expect((await store.saveEdit({ kind: 'intro', text: 'Three' }, later)).id).toBe('e3');
    });

    test.each([
      { kind: 'pin', entryId: 'gone' },
      { kind: 'merge', entryId: 'a', with: 'gone' },
    ] as const)(
      'an edit is refused when it is about an entry that is not stored: %j',
      async (decision) => {
        await store.saveCollected(state(), [entry('a')], first);
        await expect(store.saveEdit(decision, later)).rejects.toThrow('no entry gone is stored');
        expect(await store.edits()).toEqual([]);
      },
    );

    test('an edit of an entry stays when its edition is issued', async () => {
      await store.saveCollected(state(), [entry('a')], first);
      const pin = await store.saveEdit({ kind: 'pin', entryId: 'a' }, later);
      await store.issueEdition(edition('one'), ['a'], []);
      expect(await store.edits()).toEqual([pin]);
    });

    test('an edition that has an intro uses up those that were saved, and they cannot be taken back', async () => {
      for (const text of ['One', 'Two']) await store.saveEdit({ kind: 'intro', text }, later);
      await store.issueEdition({ ...edition('one'), intro: 'Two' }, [], []);
      expect(await store.edits()).toEqual([]);
      expect(await store.removeEdit('e2')).toBe(false);
    });

    test('an intro waits when an edition is issued without one', async () => {
      const intro = await store.saveEdit({ kind: 'intro', text: 'Late' }, later);
      await store.issueEdition(edition('one'), [], []);
      expect(await store.edits()).toEqual([intro]);
    });

    test('an intro stays when issuing fails', async () => {
      const intro = await store.saveEdit({ kind: 'intro', text: 'One' }, later);
      const failing = store.issueEdition({ ...edition('one'), intro: 'One' }, ['gone'], []);
      await expect(failing).rejects.toThrow();
      expect(await store.edits()).toEqual([intro]);
    });

    test('a document of open data comes back as it was saved, by its id', async () => {
      const read: FactDocument = {
        state: state({ sourceId: 'kev', lastSuccessAt: first, etag: '"1"' }),
        content: { flaws: [{ cve: 'CVE-2024-1', isExploited: true, addedOn: '2024-05-14' }] },
      };
      const never: FactDocument = {
        state: { sourceId: 'msrc/2024-May', failuresInARow: 1, lastFailure: 'refused' },
      };
      await store.saveFactDocument(read);
      await store.saveFactDocument(never);
      expect([...(await store.factDocuments())]).toEqual([
        ['kev', read],
        ['msrc/2024-May', never],
      ]);
    });

    test('a document of open data that is asked for again takes the place of what was known', async () => {
      const content = { cycles: [{ cycle: '8.2', supportEndsOn: '2025-06-25' }] };
      await store.saveFactDocument({
        state: state({ lastSuccessAt: first, etag: '"1"' }),
        content,
      });
      const { etag, ...unchanged } = state({ lastSuccessAt: later });
      await store.saveFactDocument({ state: unchanged, content });
      expect([...(await store.factDocuments()).values()]).toEqual([{ state: unchanged, content }]);
    });

    test('open data is no source, and has no entries', async () => {
      await store.saveFactDocument({ state: state({ sourceId: 'kev' }) });
      expect((await store.sourceStates()).size).toBe(0);
      expect(await all()).toEqual([]);
    });

    test('work done alone gives its result, and its error', async () => {
      const noWait = () => expect.unreachable();
      expect(await store.alone(async () => 3, noWait)).toBe(3);
      await expect(store.alone(() => Promise.reject(new Error('broke')), noWait)).rejects.toThrow(
        'broke',
      );
      expect(await store.alone(async () => 4, noWait)).toBe(4);
    });
  });
}
