import { expect, test } from 'vitest';
import { either } from '../../../src/digest/words/either.ts';

test('is the first of the patterns that fits, each with its flags', () => {
  const pattern = either(/\bflaws?\b/gi, /^bug|hole$/gi);
  expect('Bug, FLAW and hole'.match(pattern)).toEqual(['Bug', 'FLAW', 'hole']);
  expect(either(/ß/iu).flags).toBe('iu');
});
