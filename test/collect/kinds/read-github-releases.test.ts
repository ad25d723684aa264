import { expect, test } from 'vitest';
import { collectSource } from '../../../src/collect/collect-source.ts';
import { contextWith, sourceAt } from '../support/context.ts';
import { serve } from '../support/serve.ts';

interface Release {
  readonly tag: string;
  readonly title?: string;
  readonly updated?: string;
  readonly notes?: string;
}

function releasesFeed(releases: readonly Release[]): string {
  const entries = releases.map(
    ({ tag, title = tag, updated = '2024-05-01T10:00:00Z', notes = 'Notes' }) => `<entry>
    <id>tag:github.com,2008:Repository/1/${tag}</id><updated>${updated}</updated>
    <link rel="alternate" type="text/html" href="https://github.com/o/r/releases/tag/${tag}"/>
    <title>${title}</title><content type="html">&lt;p&gt;${notes}&lt;/p&gt;</content></entry>`,
  );
  return `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Release notes</title>
    <id>tag:github.com,2008:https://github.com/o/r/releases</id>${entries.join('')}</feed>`;
}

async function titlesOf(releases: readonly Release[], includesPreReleases = false) {
  const origin = await serve((_, response) => response.end(releasesFeed(releases)));
  const source = sourceAt(`${origin}/releases.atom`, {
    kind: 'github-releases',
    includesPreReleases,
  });
  const outcome = await collectSource(source, undefined, contextWith());
  if (outcome.kind !== 'collected') throw new Error(outcome.state.lastFailure);
  return outcome.entries.map(({ title }) => title);
}

const STABLE = [
  'v8.3.0',
  '2024.05',
  'release-1.2',
  'v1.0.0+build.5',
  'v1.0.0+1',
  'premium-1.0',
  'v1.28.4-vmware.1',
  '8.2.2-1',
  '1.1.1b',
  'v2.0.0-hotfix1',
  'v4.1-5-g12a4',
  'my-preview-app-1.0',
  'next-server-2.1',
];
const PRE = [
  'v9.0.0-rc1',
  'v9.0.0-beta.2',
  '1.0b-alpha',
  'nightly',
  '3.0.0-dev',
  'v2.0-preview',
  '4.0.0-M3',
  'v1.0rc2',
  'v1.0.0b1',
  '1.0.0a2',
  '9.0.0-ea.1',
  'v1.0-next.3',
  'v6-milestone1',
  'v7.0.0-insiders.1',
  'v2.0.0-rc.1+k3s1',
  'xcp-dev-1.0',
];

test('pre-releases are left out by their tag', async () => {
  const tags = [...STABLE, ...PRE];
  expect(await titlesOf(tags.map((tag) => ({ tag })))).toEqual(STABLE);
});

test('pre-releases are left out by their title', async () => {
  const releases = [
    { tag: 'v7', title: 'Version 7, release candidate' },
    { tag: 'v6', title: 'Version 6' },
    { tag: 'v8', title: 'Version 8 Beta 1' },
    { tag: 'v9', title: 'Release candidate 2' },
    { tag: 'v10', title: 'Platform 10.0 (technical preview)' },
    { tag: 'v11', title: '11.0 Beta released' },
    { tag: 'v12', title: '12.0b1' },
  ];
  expect(await titlesOf(releases)).toEqual(['Version 6']);
});

test.each([
  'Version 2.0, out of beta at last',
  '2.1.0 fixes a regression from the release candidate',
  'Support for M1 and RC filters',
  '3.0: RC filters and a beta channel',
  'Changes since 2.0 RC 2',
  'Preview of the console in every edition',
  'Beta testers, thank you',
])('a final release that is called "%s" is read', async (title) => {
  expect(await titlesOf([{ tag: 'v3.0.0', title }])).toEqual([title]);
});

test('a source that wants pre-releases gets them', async () => {
  expect(
    await titlesOf(
      PRE.map((tag) => ({ tag })),
      true,
    ),
  ).toEqual(PRE);
});

test('edited notes keep the id of their entry', async () => {
  let releases: Release[] = [{ tag: 'v1', notes: 'First' }];
  const origin = await serve((_, response) => response.end(releasesFeed(releases)));
  const source = sourceAt(`${origin}/releases.atom`, { kind: 'github-releases' });
  const first = await collectSource(source, undefined, contextWith());
  releases = [{ tag: 'v1', notes: 'Edited', updated: '2024-06-01T10:00:00Z' }];
  const second = await collectSource(source, first.state, contextWith({ force: true }));
  if (first.kind !== 'collected' || second.kind !== 'collected') throw new Error('not collected');
  expect(second.entries[0]?.text).toContain('Edited');
  expect(second.entries[0]?.id).toBe(first.entries[0]?.id);
});
