import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import type { Config } from '../../src/config/config.ts';
import { parseConfig } from '../../src/config/load-config.ts';
import { readOpml } from '../../src/config/read-opml.ts';
import { writeOpml } from '../../src/config/write-opml.ts';

const shipped = JSON.parse(await readFile('feeds.config.json', 'utf8'));

function configWith(sources: readonly object[]): Config {
  return parseConfig('feeds.config.json', { ...shipped, sources });
}

const block = (id: string, changes: object = {}) => ({
  id,
  name: `The ${id}`,
  url: `https://${id}.example/feed`,
  ...changes,
});

test('feeds stand in a folder for each hypervisor, in the configured order, and the others in one', () => {
  const config = configWith([
    block('press'),
    block('vm', { hypervisor: 'vmware' }),
    block('xcp', { hypervisor: 'xcp-ng', kind: 'github-releases' }),
  ]);
  expect(
    readOpml(writeOpml(config)).map(({ title, url, folders }) => [folders, title, url]),
  ).toEqual([
    [['XCP-ng'], 'The xcp', 'https://xcp.example/feed'],
    [['VMware'], 'The vm', 'https://vm.example/feed'],
    [['General'], 'The press', 'https://press.example/feed'],
  ]);
});

test('it is OPML 2.0 with the attributes that other readers look for', () => {
  const opml = writeOpml(configWith([block('press')]));
  expect(opml).toMatch(/^<\?xml version="1\.0" encoding="utf-8"\?>\s*<opml version="2\.0">/);
  expect(opml).toContain('<title>State of Virtualization</title>');
  expect(opml).toMatch(
    /<outline text="The press" type="rss" xmlUrl="https:[^>]* title="The press"/,
  );
});

test('lists and pages are left out, for other readers cannot read them', () => {
  const config = configWith([
    block('press'),
    block('api', { kind: 'json', json: { items: '', title: 'title' } }),
    block('site', { kind: 'page', page: { item: 'article' } }),
  ]);
  expect(readOpml(writeOpml(config)).map(({ title }) => title)).toEqual(['The press']);
});

test('names and addresses are escaped, and what XML cannot say is dropped', () => {
  const name = 'A & "B" <c>\u0001\ud800';
  const url = 'https://press.example/?a=1&b=2';
  const opml = writeOpml(configWith([block('press', { name, url })]));
  expect(opml).toContain('A &amp; &quot;B&quot; &lt;c&gt;"');
  expect(readOpml(opml)).toMatchObject([{ title: 'A & "B" <c>', url }]);
});
