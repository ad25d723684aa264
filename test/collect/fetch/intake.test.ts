import { expect, test } from 'vitest';
import { Intake } from '../../../src/collect/fetch/intake.ts';

const atOnce = () => undefined;

/** Parts of different lengths, each filled with its number. */
function partsOf(lengths: readonly number[]): Uint8Array[] {
  return lengths.map((length, at) => new Uint8Array(length).fill(at + 1));
}

async function* stream(parts: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* parts;
}

test.each([
  [[]],
  [[100]],
  [[100, 0, 200, 1]],
  [[400_000, 200_000, 1, 900_000]],
  [[2_000_000, 65_536, 500]],
  [Array.from({ length: 60 }, (_, at) => 50_000 + at)],
])('parts of %j bytes come out in their order, in memory of their own', async (lengths) => {
  const parts = partsOf(lengths);
  const bytes = await new Intake(5_000_000, atOnce).take(stream(parts));
  expect(Buffer.compare(bytes, Buffer.concat(parts))).toBe(0);
  expect(bytes.buffer.byteLength).toBe(bytes.length);
});

test('exactly the cap is taken in, a byte more is not', async () => {
  const take = (lengths: number[]) => new Intake(1_000_000, atOnce).take(stream(partsOf(lengths)));
  expect(await take([600_000, 400_000])).toHaveLength(1_000_000);
  await expect(take([600_000, 400_000, 1])).rejects.toThrow('the body is larger than 1 MB');
});

test('it waits where no way is made, and tells how much there is', async () => {
  let makeWay = () => {};
  const way = new Promise<void>((open) => {
    makeWay = open;
  });
  const told: number[] = [];
  const intake = new Intake(1000, (length) => {
    told.push(length);
    return length > 250 ? way : undefined;
  });
  let isIn = false;
  const taking = intake.take(stream(partsOf([100, 200]))).then((bytes) => {
    isIn = true;
    return bytes;
  });
  await new Promise(setImmediate);
  expect([told, isIn]).toEqual([[100, 300], false]);
  makeWay();
  expect(await taking).toHaveLength(300);
});
