import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { toJsonSchema } from '../../src/config/json-schema.ts';

test('feeds.config.schema.json is what the schema in the code says (npm run schema)', async () => {
  const shipped = JSON.parse(await readFile('feeds.config.schema.json', 'utf8'));
  expect(shipped).toEqual(toJsonSchema());
});

test('editors are told what the settings of a source mean', () => {
  expect(JSON.stringify(toJsonSchema())).toContain('Names the source in the store');
});
