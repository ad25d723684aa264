import { expect, test } from 'vitest';
import { Gate } from '../../../src/collect/fetch/gate.ts';
import { Room, type RoomGates } from '../../../src/collect/fetch/room.ts';

const LARGE = 1_000_000;

function gatesFor(documents: number): RoomGates {
  return { documents: new Gate(documents), largeDocuments: new Gate(1) };
}

/** Whether it is done when everything that can go on has gone on. */
async function isDone(waiting: Promise<void> | undefined): Promise<boolean> {
  let done = waiting === undefined;
  waiting?.then(() => {
    done = true;
  });
  await new Promise(setImmediate);
  return done;
}

test('a document that stays small need not wait, one that grows large waits for its turn', async () => {
  const gates = gatesFor(9);
  const [first, second, small] = [new Room(gates), new Room(gates), new Room(gates)];
  expect(await isDone(first.grow(LARGE))).toBe(true);
  expect(small.grow(20_000)).toBeUndefined();
  const growing = second.grow(LARGE);
  expect(await isDone(growing)).toBe(false);
  expect(first.grow(2 * LARGE)).toBeUndefined();
  first.leave();
  expect(await isDone(growing)).toBe(true);
});

test('a complete document waits until there is room', async () => {
  const gates = gatesFor(2);
  const [first, second, third] = [new Room(gates), new Room(gates), new Room(gates)];
  await first.complete();
  await second.complete();
  const waiting = third.complete();
  expect(await isDone(waiting)).toBe(false);
  second.leave();
  expect(await isDone(waiting)).toBe(true);
});

test('a room that is left twice, or was never entered, lets nobody in beside another', async () => {
  const gates = gatesFor(1);
  new Room(gates).leave();
  const first = new Room(gates);
  await first.complete();
  first.leave();
  first.leave();
  await new Room(gates).complete();
  expect(await isDone(new Room(gates).complete())).toBe(false);
});
