import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Edition, EditionSection, EditionStory } from '../../src/model/edition.ts';
import spring from '../fixtures/late-spring-2024.json' with { type: 'json' };
import { type Finished, runCommand } from '../support/run-command.ts';

/** Every document under a folder with a hash of its bytes. */
function fingerprints(folder: string): Record<string, string> {
  const paths = globSync('**/*.*', { cwd: folder }).toSorted();
  return Object.fromEntries(
    paths.map((path) => [
      path,
      createHash('sha256')
        .update(readFileSync(join(folder, path)))
        .digest('hex'),
    ]),
  );
}

describe('npm run demo', () => {
  let folder: string;
  let output: string;
  let finished: Finished;
  let edition: Edition;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'demo-'));
    output = join(folder, 'demo');
    finished = await runCommand(['demo', '--output', folder]);
    const file = join(output, 'editions/late-spring-2024/edition.json');
    edition = JSON.parse(readFileSync(file, 'utf8'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const section = (id: string): EditionSection => {
    const found = edition.sections.find(({ hypervisorId }) => hypervisorId === id);
    if (found === undefined) throw new Error(`no section ${id}`);
    return found;
  };
  const story = (id: string): EditionStory => {
    const found = edition.stories.find((candidate) => candidate.id === id);
    if (found === undefined) throw new Error(`no story ${id}`);
    return found;
  };
  const reports = (one: EditionStory) => one.reports.map(({ url }) => url);
  const tellsInFull = (id: string) => section(id).storyIds.map(story);

  test('prints what it collected, the lead of each hypervisor and where the documents are', () => {
    const { code, stdout, stderr } = finished;
    expect(code).toBe(0);
    expect(stdout).toContain(
      `${Object.values(spring.counts).reduce((sum, count) => sum + count, 0)} new entries`,
    );
    expect(stdout).toContain('State of Virtualization: Late Spring 2024');
    for (const { name, storyIds } of edition.sections)
      expect(stdout).toMatch(
        new RegExp(`${name} .*${story(storyIds[0] ?? '').headline.slice(0, 20)}`),
      );
    for (const path of [
      'editions/late-spring-2024/index.html',
      'index.html',
      'feed.xml',
      'edition.eml',
    ])
      expect(stdout).toContain(join(output, path));
    expect(stderr).toMatch(/^Failed: .*advisories\.xml: 404 Not Found$/m);
  });

  test('gives the same bytes when it is run again, elsewhere on the clock and the globe', async () => {
    const before = fingerprints(folder);
    // Not that of the environment, which may be the one in use.
    const store = join(folder, 'untouched.db');
    await runCommand(['demo', '--output', folder], {
      env: { TZ: 'Pacific/Auckland', LANG: 'de_DE.UTF-8', DIGEST_STORE: `sqlite:${store}` },
    });
    expect(fingerprints(folder)).toEqual(before);
    expect(existsSync(store)).toBe(false);
  });

  test.each(spring.stories)('tells $key, in its section, above the noise', (expected) => {
    for (const id of expected.hypervisors) {
      const told = tellsInFull(id).filter((one) =>
        reports(one).some((url) => url && expected.urls.includes(url)),
      );
      expect(told.length, `${expected.key} under ${id}`).toBeGreaterThan(0);
      const [best] = told;
      expect(best?.reports.map(({ title }) => title).join(' | ')).toMatch(
        new RegExp(expected.title, 'i'),
      );
    }
    for (const id of expected.notIn) {
      const { storyIds, briefIds } = section(id);
      const strays = [...storyIds, ...briefIds].map(story).flatMap(reports);
      expect(strays.filter((url) => url && expected.urls.includes(url))).toEqual([]);
    }
  });

  test.each(spring.stories)('tells $key in full once', (expected) => {
    const full = new Set(edition.sections.flatMap(({ storyIds }) => storyIds));
    const telling = [...full]
      .map(story)
      .filter((one) => reports(one).some((url) => url && expected.urls.includes(url)));
    expect(telling.map(({ headline }) => headline)).toHaveLength(1);
  });

  test('the Windows Server 2025 story is told by the report on Hyper-V, with its maximums', () => {
    const told = tellsInFull('hyper-v').find(({ headline }) =>
      /Windows Server 2025/.test(headline),
    );
    expect(told?.headline).toContain('Hyper-V');
    expect(told?.summary.join(' ')).toMatch(/\b240 terabytes\b/);
    expect(told?.summary.join(' ')).toMatch(/\b2,?048\b/);
  });

  test('nothing off-topic, and nothing older than the period, appears', () => {
    const told = edition.stories.flatMap(reports);
    expect(told.filter((url) => url && spring.offTopic.includes(url))).toEqual([]);
    expect(told.filter((url) => url && spring.beforeWindow.includes(url))).toEqual([]);
  });

  test('minor items are not told in full', () => {
    const full = edition.sections
      .flatMap(({ hypervisorId }) => tellsInFull(hypervisorId))
      .flatMap(reports);
    expect(full.filter((url) => url && spring.minor.includes(url))).toEqual([]);
  });

  test('May is named as quiet for XCP-ng, on the page, in the feed and in the mail', async () => {
    expect(section('xcp-ng').quietMonths).toEqual([spring.quietMonth['xcp-ng']]);
    const mail = await simpleParser(readFileSync(join(output, 'edition.eml')));
    const page = readFileSync(join(output, 'editions/late-spring-2024/index.html'), 'utf8');
    const feed = readFileSync(join(output, 'feed.xml'), 'utf8');
    for (const document of [page, feed, mail.html, mail.text])
      expect(document).toContain('May was a quiet month for XCP-ng');
  });

  test('what to patch now is named first', () => {
    const urgent = edition.patchNow.flatMap(({ storyId }) => reports(story(storyId)));
    for (const url of spring.patchNow) expect(urgent).toContain(url);
    const page = readFileSync(join(output, 'editions/late-spring-2024/index.html'), 'utf8');
    expect(page.indexOf('Patch now')).toBeLessThan(page.indexOf('lead stories'));
  });

  test('the source that failed is told to the reader', () => {
    expect(edition.sources.failed.map(({ id }) => id)).toEqual([spring.failedSource]);
    const page = readFileSync(join(output, 'editions/late-spring-2024/index.html'), 'utf8');
    expect(page).toContain('404 Not Found');
  });

  test('every summary sentence stands in one of the reports, and every story says why it is here', () => {
    for (const { headline, summary, summaryFrom, reports, why } of edition.stories) {
      if (summary.length > 0)
        expect(
          reports.map(({ entryId }) => entryId),
          headline,
        ).toContain(summaryFrom);
      expect(why.labels.length, headline).toBeGreaterThan(0);
      if (reports.length > 1) expect(why.together.length, headline).toBeGreaterThan(0);
    }
  });
});
