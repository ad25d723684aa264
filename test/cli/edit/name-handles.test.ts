import { expect, test } from 'vitest';
import { nameHandles } from '../../../src/cli/edit/name-handles.ts';
import type { Edition } from '../../../src/model/edition.ts';
import { entry } from '../../digest/build.ts';

const handlesOf = (stories: readonly string[], entries: readonly string[]) =>
  nameHandles({
    edition: { stories: stories.map((id) => ({ id })) } as unknown as Edition,
    considered: entries.map((id) => entry(id, id)),
  });

test('a handle is the first four characters, or as many as tell one from the others', () => {
  const handles = handlesOf(['s1abcdefg', 's2xyzxyz'], ['0123456789', '0123956789', '01239a']);
  expect(Object.fromEntries(handles)).toEqual({
    s1abcdefg: 's1ab',
    s2xyzxyz: 's2xy',
    '0123456789': '01234',
    '0123956789': '012395',
    '01239a': '01239a',
  });
});

test('nothing has no handles', () => {
  expect(handlesOf([], []).size).toBe(0);
});
