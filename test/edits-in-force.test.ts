import { expect, test } from 'vitest';
import { editsInForce } from '../src/edits-in-force.ts';
import type { Edit } from '../src/model/edit.ts';
import { entry } from './digest/build.ts';

const madeAt = Temporal.Instant.from('2024-06-01T00:00:00Z');
const PIN: Edit = { id: 'e1', madeAt, kind: 'pin', entryId: 'here' };
const GONE: Edit = { id: 'e2', madeAt, kind: 'drop', entryId: 'issued before' };
const MERGE: Edit = { id: 'e3', madeAt, kind: 'merge', entryId: 'here', with: 'there' };
const INTRO: Edit = { id: 'e4', madeAt, kind: 'intro', text: 'A busy spring.' };
const ALL = [PIN, GONE, MERGE, INTRO];
const here = entry('here', 'Here');
const there = entry('there', 'There');

test('an edit has a say where its entry is, a merge where both are', () => {
  expect(editsInForce(ALL, [here], true)).toEqual([PIN, INTRO]);
  expect(editsInForce(ALL, [here, there], true)).toEqual([PIN, MERGE, INTRO]);
  expect(editsInForce(ALL, [], true)).toEqual([INTRO]);
});

test('an intro opens the coming edition, and no window into the past', () => {
  expect(editsInForce(ALL, [here], false)).toEqual([PIN]);
});
