import { describe, expect, it } from 'vitest';
import { parseJson } from '../../../src/collect/parse/parse-json.ts';

describe('JSON', () => {
  it('is read, whatever its strings hold', () => {
    const value = { list: [{ a: ','.repeat(200_000), b: '\\"[{,' }] };
    expect(parseJson(JSON.stringify(value))).toEqual({ kind: 'parsed', value });
  });

  it('may be a list as long as any that is published', () => {
    const list = Array.from({ length: 5_000 }, (_, id) => ({ id, a: 1, b: 2, c: [3, 4], d: {} }));
    expect(parseJson(JSON.stringify(list))).toEqual({ kind: 'parsed', value: list });
  });

  it.each(['{},', '1,', '"a",', '[],', '{"a":1},'])('with very many of %s is not read', (value) => {
    expect(parseJson(`[${value.repeat(200_000)}1]`)).toEqual({
      kind: 'oversized',
      reason: 'JSON with more than 100000 values in it',
    });
  });

  it('that is none is told from what is too large', () => {
    expect(parseJson('{"a":')).toEqual({ kind: 'invalid' });
  });
});
