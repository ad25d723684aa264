import { describe, expect, test } from 'vitest';
import type { EditionSection, QuietNotice } from '../../src/model/edition.ts';
import { dateWords } from '../../src/render/date-words.ts';
import { quietView } from '../../src/render/quiet-words.ts';

const section: EditionSection = {
  hypervisorId: 'xcp-ng',
  name: 'XCP-ng',
  vendor: 'Vates',
  storyIds: [],
  briefIds: [],
  quietMonths: [],
};
const last = { title: 'XCP-ng 8.3 is here', publishedOn: '2024-03-01' };
const dates = dateWords({ language: 'en', timeZone: 'Europe/Paris' });
const wordsOf = (notice: QuietNotice) => quietView(section, notice, dates).words;

describe('the word for a hypervisor without a story', () => {
  test.each<[string, QuietNotice, string]>([
    [
      'whose sources were all read',
      { reason: 'nothing-new', sources: { dedicated: 3, unread: 0 }, last },
      'Nothing new about XCP-ng in this period, from Vates or anybody else.',
    ],
    [
      'some of whose sources failed',
      { reason: 'nothing-new', sources: { dedicated: 3, unread: 2 }, last },
      'Nothing new about XCP-ng in this period, from Vates or anybody else. Of the 3 sources dedicated to it, 2 could not be read: there may be news that this edition does not know of.',
    ],
    [
      'some of whose sources failed, with minor news',
      { reason: 'only-minor', sources: { dedicated: 2, unread: 1 }, last },
      'Only minor news about XCP-ng in this period. Of the 2 sources dedicated to it, 1 could not be read: there may be news that this edition does not know of.',
    ],
    [
      'whose every source failed',
      { reason: 'sources-unreadable', sources: { dedicated: 2, unread: 2 }, last },
      'The sources dedicated to XCP-ng could not be read: there may be news that this edition does not know of.',
    ],
    [
      'whose one source failed',
      { reason: 'sources-unreadable', sources: { dedicated: 1, unread: 1 }, last },
      'The source dedicated to XCP-ng could not be read: there may be news that this edition does not know of.',
    ],
    [
      'that no source is dedicated to',
      { reason: 'nothing-new', sources: { dedicated: 0, unread: 0 }, last },
      'Nothing new about XCP-ng in this period, from Vates or anybody else. No source is dedicated to it.',
    ],
    [
      'that its vendor tells of among other things',
      {
        reason: 'only-minor',
        sources: { dedicated: 0, unread: 0 },
        vendorSources: { count: 3, unread: 0 },
        last,
      },
      'Only minor news about XCP-ng in this period. No source is dedicated to it alone; 3 of Vates’s own were read.',
    ],
    [
      'whose vendor was not heard in full',
      {
        reason: 'nothing-new',
        sources: { dedicated: 0, unread: 0 },
        vendorSources: { count: 2, unread: 1 },
        last,
      },
      'Nothing new about XCP-ng in this period, from Vates or anybody else. No source is dedicated to it alone; of Vates’s own 2, 1 could not be read: there may be news that this edition does not know of.',
    ],
    [
      'that never had a story',
      { reason: 'nothing-new', sources: { dedicated: 1, unread: 0 } },
      'Nothing new about XCP-ng in this period, from Vates or anybody else.',
    ],
  ])('%s', (_, notice, words) => {
    expect(wordsOf(notice)).toBe(words);
  });

  test('leads over to the last one by what is known of it', () => {
    const known = quietView(section, { reason: 'sources-unreadable', last }, dates);
    expect(known.lastWords).toBe('The last story known');
    expect(quietView(section, { reason: 'nothing-new', last }, dates)).toMatchObject({
      lastWords: 'The last story worth telling',
      last: { title: last.title, on: { words: '1 March 2024' } },
    });
  });
});
