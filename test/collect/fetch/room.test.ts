import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
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

describe('a large document that hardly comes', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
  afterEach(() => void vi.useRealTimers());

  test('is given up when another waits, and not while it is alone', async () => {
    const gates = gatesFor(9);
    const [stalled, other] = [new Room(gates), new Room(gates)];
    await stalled.grow(LARGE);
    vi.advanceTimersByTime(60_000);
    expect(stalled.signal.aborted).toBe(false);
    const waiting = other.grow(LARGE);
    vi.advanceTimersByTime(3000);
    expect(stalled.signal.reason.message).toContain('less than 30 KB in 3 s while others wait');
    stalled.leave();
    expect(await isDone(waiting)).toBe(true);
    expect(other.signal.aborted).toBe(false);
  });

  test('is kept while it comes, and once it is complete', async () => {
    const gates = gatesFor(9);
    const [slow, other] = [new Room(gates), new Room(gates)];
    await slow.grow(LARGE);
    other.grow(LARGE);
    for (let seconds = 2; seconds < 20; seconds += 2) {
      vi.advanceTimersByTime(2000);
      slow.grow(LARGE + seconds * 20_000);
    }
    await slow.complete();
    vi.advanceTimersByTime(60_000);
    expect(slow.signal.aborted).toBe(false);
    slow.leave();
    other.leave();
  });
});
