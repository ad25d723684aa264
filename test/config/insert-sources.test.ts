import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { insertSources } from '../../src/config/insert-sources.ts';

const block = { id: 'new', name: 'New', url: 'https://new.example/', kind: 'feed' } as const;

describe('inserting sources into the text of a configuration', () => {
  test('what stood there stays as it was, byte for byte', async () => {
    const text = await readFile('feeds.config.json', 'utf8');
    const result = insertSources(text, [block]);
    const tail = '\n    }\n  ]\n}\n';
    expect(text.endsWith(tail)).toBe(true);
    expect(result).toBe(
      `${text.slice(0, -tail.length)}\n    },\n    {\n      "id": "new",\n      "name": "New",\n      "url": "https://new.example/",\n      "kind": "feed"${tail}`,
    );
  });

  test('the indentation and the line ends of the file are taken over', () => {
    const text = '{\r\n\t"sources": [\r\n\t\t{ "id": "a" }\r\n\t],\r\n\t"site": [1,2]\r\n}';
    expect(insertSources(text, [block])).toBe(
      '{\r\n\t"sources": [\r\n\t\t{ "id": "a" },\r\n\t\t{\r\n\t\t\t"id": "new",\r\n\t\t\t"name": "New",\r\n\t\t\t"url": "https://new.example/",\r\n\t\t\t"kind": "feed"\r\n\t\t}\r\n\t],\r\n\t"site": [1,2]\r\n}',
    );
  });

  test('a file on one line stays on one', () => {
    const text = '{"sources":[{"id":"a"}],"x":1}';
    expect(insertSources(text, [block])).toBe(
      `{"sources":[{"id":"a"},${JSON.stringify(block)}],"x":1}`,
    );
  });

  test('other places that say sources, and brackets in texts, do not mislead it', () => {
    const text =
      '{"title":"sources","a":{"sources":[1]},"b":["sources",[2]],"sources" :\n[{"id":"]\\"}"}],"c":"[\\"sources\\": ["}';
    expect(JSON.parse(insertSources(text, [block]))).toEqual({
      ...JSON.parse(text),
      sources: [{ id: ']"}' }, block],
    });
  });

  test('of a name that stands twice, the one that counts gets them', () => {
    const text = '{"sources":[1],"sources":[2]}';
    expect(JSON.parse(insertSources(text, [block]))).toEqual({ sources: [2, block] });
  });

  test('whatever else a file says and however it is laid out, only sources are added', () => {
    const indent = fc.constantFrom(undefined, ' ', '  ', '    ', '\t');
    const rest = fc.dictionary(fc.string(), fc.jsonValue(), { maxKeys: 5 });
    const list = fc.array(fc.jsonValue(), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(rest, list, rest, indent, (before, sources, after, space) => {
        const text = JSON.stringify(
          { ...before, sources, ...after, sources_: 0 },
          undefined,
          space,
        );
        fc.pre(Array.isArray(JSON.parse(text).sources) && JSON.parse(text).sources.length > 0);
        const parsed = JSON.parse(text);
        expect(JSON.parse(insertSources(text, [block, block]))).toEqual({
          ...parsed,
          sources: [...parsed.sources, block, block],
        });
      }),
    );
  });
});
