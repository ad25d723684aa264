import { expect, test } from 'vitest';
import { Gate } from '../../../src/collect/fetch/gate.ts';
import { readBeginning, readBody } from '../../../src/collect/fetch/read-body.ts';

const MEGABYTE = new Uint8Array(1_100_000);

test('a large body waits while another one is read', async () => {
  const gate = new Gate(1);
  let finishFirst = () => {};
  const finished = new Promise<void>((finish) => {
    finishFirst = finish;
  });
  const events: string[] = [];
  async function* first() {
    yield MEGABYTE;
    await finished;
    events.push('first');
  }
  async function* second() {
    yield MEGABYTE;
    events.push('second');
    yield MEGABYTE;
  }
  const reading = [readBody(first(), 5e6, gate), readBody(second(), 5e6, gate)];
  await new Promise(setImmediate);
  expect(events).toEqual([]);
  finishFirst();
  const [, bytes] = await Promise.all(reading);
  expect(events).toEqual(['first', 'second']);
  expect(bytes).toHaveLength(2_200_000);
});

test('a large body that fails makes room', async () => {
  const gate = new Gate(1);
  async function* broken() {
    yield MEGABYTE;
    throw new Error('reset');
  }
  await expect(readBody(broken(), 5e6, gate)).rejects.toThrow('reset');
  async function* next() {
    yield MEGABYTE;
  }
  expect(await readBody(next(), 5e6, gate)).toHaveLength(1_100_000);
});

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
