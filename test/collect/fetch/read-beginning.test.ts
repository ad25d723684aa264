import { expect, test } from 'vitest';
import { readBeginning } from '../../../src/collect/fetch/read-beginning.ts';

test('the beginning of a body is read, and the rest left', async () => {
  let chunks = 0;
  async function* endless() {
    for (;;) {
      chunks += 1;
      yield new Uint8Array(100);
    }
  }
  expect(await readBeginning(endless(), 250)).toHaveLength(250);
  expect(chunks).toBe(3);
});
