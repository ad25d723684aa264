import { Parser } from 'htmlparser2';
import { describe, expect, test } from 'vitest';
import type { Edition, EditionStory } from '../../src/model/edition.ts';
import { loadTemplates } from '../../src/render/load-templates.ts';
import { renderEmail } from '../../src/render/render-email.ts';
import { sampleEdition } from '../fixtures/sample-edition.ts';
import { smallEdition } from '../fixtures/small-edition.ts';

const templates = loadTemplates();
const mail = renderEmail(sampleEdition, templates);

/** The sample with many more stories in one section, the first of them the most important. */
function crowded(count: number): Edition {
  const [first, ...others] = sampleEdition.sections;
  const pattern = sampleEdition.stories.find(({ id }) => id === 'nutanix-dell');
  if (!first || !pattern) throw new Error('the sample has changed');
  const more = Array.from(
    { length: count },
    (_, index): EditionStory => ({
      ...pattern,
      id: `more-${index}`,
      headline: `Story ${index} of many, with a title of a usual length for such a thing`,
      score: 4 - index / count,
    }),
  );
  const storyIds = [...first.storyIds, ...more.map(({ id }) => id)];
  return {
    ...sampleEdition,
    sections: [{ ...first, storyIds }, ...others],
    stories: [...sampleEdition.stories, ...more],
  };
}

describe('the mail of an edition', () => {
  test('is the golden text', async () => {
    await expect(renderEmail(smallEdition, templates).text).toMatchFileSnapshot(
      '../fixtures/golden/email.txt.golden',
    );
  });

  test('is the golden HTML', async () => {
    await expect(renderEmail(smallEdition, templates).html).toMatchFileSnapshot(
      '../fixtures/golden/email.html.golden',
    );
  });

  test('tells apart what it told before of support', () => {
    const end = { product: 'ESXi', version: '7.0', on: '2024-07-01', isPast: false, source: 'eol' };
    const sections = sampleEdition.sections.map((one) => ({ ...one, supportAhead: [end] }));
    const { text, html } = renderEmail({ ...sampleEdition, sections }, templates);
    const words = 'Told before, and still to come: support of ESXi 7.0 ends on 1 July 2024';
    expect(text.replace(/\s+/g, ' ')).toContain(`${words} (eol).`);
    expect(html).toContain(words);
    expect(mail.text).not.toContain('Told before');
  });

  test('has a subject of one line, which says when it is a preview', () => {
    expect(mail.subject).toBe('State of Virtualization: Late Spring 2024');
    const name = 'Late\r\nBcc: everyone@example.org';
    const preview = renderEmail({ ...sampleEdition, number: 0, name }, templates);
    expect(preview.subject).toBe(
      '[Preview] State of Virtualization: Late Bcc: everyone@example.org',
    );
  });

  test('is the same when rendered again', () => {
    expect(renderEmail(sampleEdition, loadTemplates())).toEqual(mail);
  });

  test('has one h1, headings in order, and tables for layout only', () => {
    const levels: number[] = [];
    const roles: (string | undefined)[] = [];
    const parser = new Parser({
      onopentag: (name, attributes) => {
        if (/^h\d$/.test(name)) levels.push(Number(name[1]));
        if (name === 'table') roles.push(attributes.role);
      },
    });
    parser.end(mail.html);
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    expect(levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1)).toEqual([]);
    expect(new Set(roles)).toEqual(new Set(['presentation']));
  });

  test('carries its styles inline, and those for the dark in its head', () => {
    expect(mail.html).toMatch(/<h1 style="[^"]*font-size:42px/);
    expect(mail.html.match(/<style/g)).toHaveLength(1);
    expect(mail.html).toMatch(/<style data-css-inline="keep">[^<]*prefers-color-scheme: dark/);
    expect(mail.html).toContain('[data-ogsc]');
    expect(mail.html).not.toMatch(/<(link|img|script)\b/);
  });

  test('leads to the page, the archive and the feed', () => {
    const base = 'https://virtualization.example/digest';
    for (const part of [mail.html, mail.text]) {
      expect(part).toContain(`${base}/editions/late-spring-2024/`);
      expect(part).toContain(`${base}/feed.xml`);
    }
  });

  test('wraps its text at 72 columns, addresses apart', () => {
    const long = mail.text.split('\n').filter((line) => line.length > 72);
    expect(long.length).toBeGreaterThan(0);
    expect(long.filter((line) => !/^ *<?https?:\/\/\S+$/.test(line))).toEqual([]);
  });
});

describe('what an edition knows, in the mail', () => {
  const { html, text } = renderEmail(smallEdition, templates);
  const words = html.replace(/<[^>]+>/g, '').replace(/\s+/g, ' ');

  test('is said in HTML and in text', () => {
    for (const told of [
      'Fixed in ESXi 8.0 U3',
      'Affected: ESXi 8.0 U2',
      'CVE-2024-37085 is listed as exploited since 30 June 2024 (CISA KEV)',
      'What changed since May 2024',
      'ESXi: from 8.0 U2 to 8.0 U3',
      'Support of ESXi 7.0 ends in August 2024 (The Press)',
      'From the editor',
      'Editor’s note',
      '1 more minor story on the page',
      'CISA KEV as of 30 June 2024',
    ]) {
      expect(words).toContain(told);
      expect(text.replace(/\s+/g, ' ')).toContain(told);
    }
    expect(words).toContain('Look for a group called ESX Admins first.');
    expect(text).toContain('\n  Look for a group called ESX Admins first.\n');
    expect(html).toContain('https://virtualization.example/editions/may-2024/#story-groups');
    expect(words).not.toContain('How to label it again');
  });

  test('says of a fix that an earlier edition told where that was', () => {
    const [notice] = smallEdition.patchNow;
    if (!notice) throw new Error('the sample has changed');
    const { fixed: _, ...rest } = notice;
    const before = { editionId: 'may-2024', editionName: 'May 2024', storyId: 'groups' };
    const patchNow = [{ ...rest, fixedEarlier: { ...before, fixed: ['ESXi 8.0 U3'] } }];
    const told = renderEmail({ ...smallEdition, patchNow }, templates);
    expect(told.text).toContain('Fixed in ESXi 8.0 U3, as told in May 2024.');
    expect(told.html).toMatch(
      /as told in <a href="https:\/\/virtualization\.example\/editions\/may-2024\/#story-groups"[^>]*>May 2024</,
    );
  });

  test('links every headline with an underline, in the style of the element itself', () => {
    const links = [...html.matchAll(/<h3[^>]*><a [^>]*style="([^"]*)"/g)].map(([, style]) => style);
    expect(links).toHaveLength(2);
    expect(links.filter((style) => !style?.includes('text-decoration:underline'))).toEqual([]);
  });

  test('keeps the spaces of code', () => {
    expect(mail.html).toMatch(/<pre[^>]*><code>yum update\n {4}--security/);
    expect(mail.text).toContain('\n  yum update\n      --security\n');
  });

  test('leaves nothing empty behind', () => {
    for (const edition of [smallEdition, sampleEdition]) {
      const made = renderEmail(edition, templates).html;
      expect(made.match(/<(p|h\d|li|ul|span)[^>]*>\s*<\/\1>/g)).toBeNull();
    }
  });
});

describe('a mail with too much to tell', () => {
  test('tells everything while it weighs at most 90,000 bytes', () => {
    const { html } = renderEmail(crowded(30), templates);
    expect(Buffer.byteLength(html)).toBeLessThanOrEqual(90_000);
    expect(html.match(/scale apart from each other/g)).toHaveLength(31);
  });

  test('shortens the least important stories to headlines first', () => {
    const { html } = renderEmail(crowded(120), templates);
    expect(Buffer.byteLength(html)).toBeLessThanOrEqual(90_000);
    expect(Buffer.byteLength(html)).toBeGreaterThan(85_000);
    const told = html.match(/scale apart from each other/g)?.length ?? 0;
    expect(told).toBeGreaterThan(20);
    expect(told).toBeLessThan(121);
    for (let index = 0; index < 120; index += 1) expect(html).toContain(`Story ${index} of many`);
    expect(html).not.toContain('on the page</a></p>\n</td>\n</tr>\n<tr>\n<td class="foot');
    const [shortened = ''] = html.match(/In brief[\s\S]*?<\/td>/) ?? [];
    expect(shortened).toContain('Story 119 of many');
    expect(shortened).not.toContain('Story 0 of many');
  });

  test('then leaves stories out, counts them, and keeps the box of what to patch whole', () => {
    const { html, text } = renderEmail(crowded(1000), templates);
    expect(Buffer.byteLength(html)).toBeLessThanOrEqual(90_000);
    const named = html.match(/Story \d+ of many/g)?.length ?? 0;
    expect(named).toBeGreaterThan(100);
    const left = Number(html.match(/(\d+) more stories on the page/)?.[1]);
    expect(html).toContain('Story 0 of many');
    expect(html).not.toContain('Story 999 of many');
    expect(left).toBeGreaterThan(1000 - named);
    expect(html).toMatch(
      /Patch now<\/h2>[\s\S]*CVSS 7\.5[\s\S]*CVE-2024-31142[\s\S]*The lead stories/,
    );
    expect(text).toContain('Story 999 of many');
  });

  test('stays small whatever the editor writes, the facts hold and the sources did', () => {
    const long = 'A paragraph of some length, which says little.\n\n'.repeat(400);
    const stated = Array.from({ length: 300 }, (_, index) => ({
      text: `CVE-2024-${index} has CVSS 7.8`,
      source: 'MSRC',
    }));
    const failed = Array.from({ length: 3000 }, (_, index) => ({
      id: `${index}`,
      name: `Source ${index}`,
      reason: 'gone for good',
    }));
    const { stories, ...edition } = crowded(60);
    const full = stories.map((story) => ({
      ...story,
      note: long,
      facts: { ...story.facts, stated },
    }));
    const { html, text } = renderEmail(
      { ...edition, intro: long, stories: full, sources: { read: 1, failed, silent: [] } },
      templates,
    );
    expect(Buffer.byteLength(html)).toBeLessThanOrEqual(90_000);
    expect(html).toContain('The rest of it is on the page');
    expect(html).toContain('2980 more on the page');
    expect(html).toContain('295 more on the page');
    expect(text.match(/A paragraph of some length/g)?.length).toBeGreaterThan(400 * 60);
    expect(text).toContain('Source 2999');
  });

  test('shortens what the editor had a hand in last', () => {
    const { stories, ...edition } = crowded(120);
    const touched = stories.map((story) =>
      story.id === 'more-119' ? { ...story, note: 'A word on it.', edited: ['Note'] } : story,
    );
    expect(renderEmail({ ...edition, stories: touched }, templates).html).toContain(
      'A word on it.',
    );
  });
});
