import { expect, test } from 'vitest';
import { tellOnce } from '../../src/render/tell-once.ts';

function section(hypervisorId: string, storyIds: readonly string[], briefIds: readonly string[]) {
  return { hypervisorId, name: hypervisorId, vendor: '', storyIds, briefIds, quietMonths: [] };
}

test('a story is told where it ranks highest, of equals in the first section, and briefs nowhere', () => {
  const homes = tellOnce([
    section('a', ['equal', 'higher in b', 'brief in b'], ['brief in both']),
    section('b', ['equal', 'higher in b'].toReversed(), ['brief in b', 'brief in both']),
    section('c', ['equal'], []),
  ]);
  const names = [...homes].map(([id, { name }]) => `${id}: ${name}`);
  expect(names.toSorted()).toEqual(['brief in b: a', 'equal: a', 'higher in b: b']);
});
