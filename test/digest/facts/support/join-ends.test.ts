import { expect, test } from 'vitest';
import { joinEnds } from '../../../../src/digest/facts/support/join-ends.ts';

function end(version: string, on: string, source: string) {
  return { product: 'vSphere', version, on, isPast: true, source };
}

test('one version goes by its shortest name, and sources keep the dates on which they differ', () => {
  const ends = [
    end('7.x', '2025-10-02', 'A'),
    end('7', '2025-04-02', 'B'),
    end('7.0', '2025-10-02', 'C'),
  ];
  expect(joinEnds(ends)).toEqual([
    end('7', '2025-10-02', 'A'),
    end('7', '2025-04-02', 'B'),
    end('7', '2025-10-02', 'C'),
  ]);
});

test('a month gives way to a day in it', () => {
  const ends = [end('7', '2025-10', 'A'), end('7', '2025-10-02', 'B')];
  expect(joinEnds(ends)).toEqual([end('7', '2025-10-02', 'B')]);
});

test('other months, and other versions, stay', () => {
  const ends = [end('7', '2025-04', 'A'), end('7', '2025-10-02', 'B'), end('7.1', '2025-10', 'C')];
  expect(joinEnds(ends)).toEqual(ends);
});
