import { expect, test } from 'vitest';
import { nameFormat } from '../../src/cli/name-format.ts';

test.each([
  ['<?xml version="1.0"?><rss version="2.0"><channel/></rss>', 'RSS 2.0'],
  ['<rss xmlns:a="x"\n version = \'0.91\'/>', 'RSS 0.91'],
  ['<rss><channel/></rss>', 'RSS'],
  ['<!-- <rss version="2.0"> -->\n<feed xmlns="http://www.w3.org/2005/Atom"/>', 'Atom'],
  ['<a:feed xmlns:a="http://www.w3.org/2005/Atom"/>', 'Atom'],
  ['<rdf:RDF xmlns="http://purl.org/rss/1.0/"/>', 'RSS 1.0 (RDF)'],
  ['\ufeff {"version": "https://jsonfeed.org/version/1.1"}', 'JSON Feed'],
])('%j is called %s', (text, name) => {
  expect(nameFormat(Buffer.from(text), undefined)).toBe(name);
});

test('the encoding makes no difference', () => {
  const text = '\ufeff<?xml version="1.0" encoding="UTF-16"?><rss version="2.0"/>';
  expect(nameFormat(Buffer.from(text, 'utf16le'), 'text/xml')).toBe('RSS 2.0');
});
