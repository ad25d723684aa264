import { describe, expect, test } from 'vitest';
import type { Edition, EditionSection, EditionStory } from '../../src/model/edition.ts';
import { renderEditionPages } from '../../src/render/edition-page.ts';
import { loadTemplates } from '../../src/render/load-templates.ts';
import { sampleEdition } from '../fixtures/sample-edition.ts';

const templates = loadTemplates();

function pageOf(changes: Partial<Edition> = {}): string {
  const [page] = renderEditionPages([{ ...sampleEdition, ...changes }], templates);
  return String(page?.body);
}

/** The words a reader sees, apart from what is folded away or read aloud only. */
function wordsOf(html: string): string {
  return html
    .replace(/<(style|details|head)\b[\s\S]*?<\/\1>/g, '')
    .replace(/<span class="unseen">[\s\S]*?<\/span>/g, '')
    .replace(/<[^>]+>/g, '')
    .replace(/\s+/g, ' ');
}

/** The stories that the leads link to. */
function leadsIn(page: string): (string | undefined)[] {
  const [leads = ''] = page.match(/<section class="row leads"[\s\S]*?<\/section>/) ?? [];
  return [...leads.matchAll(/<h3><a href="([^"]*)"/g)].map(([, address]) => address);
}

function withSection(id: string, changes: Partial<EditionSection>): Pick<Edition, 'sections'> {
  const { sections } = sampleEdition;
  return {
    sections: sections.map((one) => (one.hypervisorId === id ? { ...one, ...changes } : one)),
  };
}

describe('the page of an edition', () => {
  test('tells its parts in order: patches, leads, the sections as configured, the sources', () => {
    const headings = [...pageOf().matchAll(/<h2[^>]*>(.*?)<\/h2>/g)].map(([, heading]) => heading);
    expect(headings).toEqual([
      ...['Patch now', 'The lead stories', 'XCP-ng', 'Proxmox VE', 'Nutanix AHV', 'Hyper-V'],
      ...['VMware', 'Harvester', 'The sources'],
    ]);
  });

  test('gives the day and the period in the time zone of the site', () => {
    expect(wordsOf(pageOf())).toContain('No. 3 5 June 2024 Covers 1 April – 5 June 2024');
  });

  test('opens with what the edition comes to, its figures, and the words of the editor', () => {
    expect(wordsOf(pageOf())).toMatch(
      /One update for XCP-ng should not wait\. CVE-2024-1001 .* exploited by now\. New since .* May had no major story about XCP-ng\. 14 stories about 5 platforms, .* From the editor Hello there Two things stand out/,
    );
    expect(pageOf({ intro: undefined })).not.toContain('From the editor');
  });

  test('does not tell again under the leads what the box of what to patch tells', () => {
    const leads = ['xcp-security-april', 'proxmox-ve-8-2'];
    expect(leadsIn(pageOf({ leads }))).toEqual(['#story-proxmox-ve-8-2']);
    expect(leadsIn(pageOf({ leads, patchNow: [] }))).toHaveLength(2);
  });

  test('has no link within itself that leads nowhere, and no id twice', () => {
    const page = pageOf();
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    const targets = [...page.matchAll(/ href="#([^"]+)"/g)].map(([, target]) => target);
    expect(targets.length).toBeGreaterThan(12);
    expect(targets.filter((target) => !ids.includes(target))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('tells a story of two sections in full where it ranks higher, and points to it in the other', () => {
    const page = pageOf();
    expect(page.match(/id="story-computershare"/g)).toHaveLength(1);
    const [, nutanix = '', vmware = ''] =
      page.match(
        /id="about-nutanix"([\s\S]*?)id="about-hyper-v"[\s\S]*?id="about-vmware"([\s\S]*?)<\/section>/,
      ) ?? [];
    expect(vmware).toContain('id="story-computershare"');
    expect(wordsOf(vmware)).toContain('Also about Nutanix AHV');
    expect(nutanix).not.toContain('24,000 virtual machines and takes them off');
    expect(nutanix).toMatch(
      /Also about Nutanix AHV: <a href="#story-computershare">Computershare .*<\/a>, told under VMware\./,
    );
  });

  test('has a place to link to for a story told in one line, in the first of its sections', () => {
    const briefs = { storyIds: [], briefIds: ['proxmox-ve-8-2'], restIds: [] };
    const { sections } = withSection('proxmox', briefs);
    const both = sections.map((one) =>
      one.hypervisorId === 'harvester' ? { ...one, ...briefs } : one,
    );
    const lines = pageOf({ sections: both }).match(/<li id="story-proxmox-ve-8-2">/g);
    expect(lines).toHaveLength(1);
    expect(pageOf()).not.toContain('<li id="story-proxmox-ve-8-2">');
  });

  test('says which months were quiet', () => {
    expect(wordsOf(pageOf())).toContain('May was a quiet month for XCP-ng: no major story.');
    const two = withSection('nutanix', { quietMonths: ['2024-04', '2024-05'] });
    expect(wordsOf(pageOf(two))).toContain(
      'April and May were quiet months for Nutanix AHV: no major story.',
    );
  });

  test('says when the last story was where nothing is new, and links to it', () => {
    expect(pageOf()).toMatch(
      /Nothing new about Harvester in this period, from SUSE or anybody else\. The last story worth telling was <a href="https:\/\/harvester\.example\/blog\/1-3\/">Harvester 1\.3 is generally available<\/a>, on <time datetime="2024-03-22">22 March 2024<\/time>\./,
    );
  });

  test('tells a hypervisor without news apart from one whose sources could not be read', () => {
    const unreadable = withSection('harvester', { quiet: { reason: 'sources-unreadable' } });
    const words = wordsOf(pageOf(unreadable));
    expect(words).toContain(
      'The sources dedicated to Harvester could not be read: there may be news that this edition does not know of.',
    );
    expect(words).not.toContain('Harvester was quiet');
    expect(words).toContain('Harvester not read');
    const minor = withSection('harvester', { quiet: { reason: 'only-minor' } });
    expect(wordsOf(pageOf(minor))).toContain('Only minor news about Harvester in this period.');
    const own = withSection('harvester', { vendor: 'Harvester', quiet: { reason: 'nothing-new' } });
    expect(wordsOf(pageOf(own))).toContain('Nothing new about Harvester in this period. ');
  });

  test('names the sources that failed, with the reason, and those that were silent', () => {
    const words = wordsOf(pageOf());
    expect(words).toContain(
      '28 of 30 sources were read; 2 could not be. Of those read, 2 published nothing in this period.',
    );
    expect(words).toContain(
      'Broadcom security advisories [GET] https://advisories.example/rss: 403 Forbidden',
    );
    expect(words).toContain('Harvester Blog last on 22 March 2024 A blog that never wrote');
  });

  test('says which report the summary is taken from when there are several', () => {
    const words = wordsOf(pageOf());
    expect(words).toContain(
      'Sources Proxmox press releases (vendor), quoted here, 24 April 2024; The Register, 26 April 2024;',
    );
    expect(words).toContain('Source XCP-ng Blog (vendor), 19 April 2024');
  });

  test('explains under a fold why a story is there, why its reports are one, and each point', () => {
    const [, fold = ''] =
      pageOf().match(
        /id="story-proxmox-ve-8-2"[\s\S]*?<details class="fold why">([\s\S]*?)<\/details>/,
      ) ?? [];
    const words = fold.replace(/<[^>]+>/g, '').replace(/\s+/g, ' ');
    expect(words).toContain('About Proxmox VE “Proxmox Virtual Environment” stands in the title.');
    expect(words).toContain(
      'Told as one story All three titles name Proxmox 8.2. They appeared within two days.',
    );
    expect(words).toContain('Ranked at 7.3 points +2.5 general release of a flagship');
    expect(words).toContain('−0.6 a third party’s how-to is part of it');
  });

  test('names what is left out behind a fold, one line each', () => {
    const [, fold = ''] = pageOf().match(/<details class="fold rest">([\s\S]*?)<\/details>/) ?? [];
    expect(fold).toContain('<summary>2 more minor stories');
    expect(fold).toMatch(
      /<a href="https:\/\/howto\.example\/cluster\/">A first cluster in an hour<\/a> <span class="byline">Virtualization Howto, <time datetime="2024-05-02">2 May 2024<\/time>/,
    );
    expect(fold).toMatch(/<li[^>]*>Cloud-init templates, again <span/);
    const none = withSection('proxmox', { restIds: [] });
    expect(pageOf(none)).not.toContain('fold rest');
  });

  test('names the author once where the site is its own author', () => {
    expect(wordsOf(pageOf())).toMatch(/The Editors $/);
    const site = { ...sampleEdition.site, author: { name: 'State of Virtualization' } };
    expect(wordsOf(pageOf({ site }))).not.toMatch(/State of Virtualization $/);
  });

  test('says first in the box which versions hold the fix, else which are affected or the title names', () => {
    const [box = ''] = pageOf().match(/<article class="notice">[\s\S]*?<\/article>/) ?? [];
    expect(box).toMatch(
      /<\/h3>\s*<p class="remedy">Fixed in <strong>XCP-ng 8\.2 LTS<\/strong><\/p>/,
    );
    expect(box).not.toContain('<li>XCP-ng 8.2</li>');
    const patchNow = sampleEdition.patchNow.map(({ fixed: _, ...notice }) => notice);
    expect(pageOf({ patchNow })).toContain('<li>Affects XCP-ng 8.1</li>');
    const stories = sampleEdition.stories.map((story) => {
      const { affected, ...facts } = story.facts;
      return { ...story, facts };
    });
    expect(pageOf({ patchNow, stories })).toContain('<li>XCP-ng 8.2</li>');
  });

  test('says of a fix that an earlier edition told where that was', () => {
    const notice = { storyId: 'xcp-security-april', reason: 'exploited', cves: [] } as const;
    const fixedEarlier = {
      editionId: 'winter-2024',
      editionName: 'Winter 2024',
      storyId: 'old',
      fixed: ['XCP-ng 8.2 LTS'],
    };
    const page = pageOf({ patchNow: [{ ...notice, fixedEarlier }] });
    expect(page).toContain(
      'Fixed in <strong>XCP-ng 8.2 LTS</strong>, as told in <a href="../winter-2024/index.html#story-old">Winter 2024</a>',
    );
    expect(page).not.toContain('<li>Affects XCP-ng 8.1</li>');
  });

  test('says of what to patch now the sentence that opens with its flaw, else the first', () => {
    const opening = 'A busy Tuesday brought one patch that nobody should miss.';
    const boxOf = (flaw: string) => {
      const stories = sampleEdition.stories.map((story) =>
        story.id === 'xcp-security-april' ? { ...story, summary: [opening, flaw] } : story,
      );
      return pageOf({ stories }).split('The lead stories')[0];
    };
    const own = 'CVE-2023-46842, a loop without an end, lets a guest stop its host.';
    expect(boxOf(own)).toContain(own);
    expect(boxOf(own)).not.toContain(opening);
    const other = 'CVE-2020-0001, of years ago, was much the same.';
    expect(boxOf(other)).toContain(opening);
    expect(boxOf(other)).not.toContain(other);
  });

  test('has no box and no link to one when nothing has to be patched', () => {
    const words = pageOf({ patchNow: [] });
    expect(words).not.toContain('Patch now');
    expect(words).not.toContain('id="patch-now"');
  });

  test('shows six of a hundred CVEs and says how many more there are', () => {
    const cves = Array.from({ length: 100 }, (_, index) => `CVE-2024-${10_000 + index}`);
    const notice = { storyId: 'xcp-security-april', reason: 'exploited', cves } as const;
    const page = pageOf({ patchNow: [notice] });
    expect(page).toContain('CVE-2024-10005');
    expect(page).not.toContain('CVE-2024-10006');
    expect(wordsOf(page)).toContain('and 94 more');
    expect(wordsOf(page)).toContain('Being exploited');
  });
});

describe('what changed since the last edition', () => {
  const boxOf = (page: string, id: string) => {
    const pattern = new RegExp(`id="about-${id}"[\\s\\S]*?<\\/section>`);
    const [section = ''] = page.match(pattern) ?? [];
    return section.match(/<div class="changes">[\s\S]*?<\/div>/)?.[0] ?? '';
  };

  test('tells versions that moved, with their story or their source', () => {
    const box = boxOf(pageOf(), 'proxmox');
    expect(box).toContain('<h3 class="subhead">What changed since Early Spring 2024</h3>');
    expect(box).toContain(
      '<a href="#story-proxmox-ve-8-2">Proxmox VE: from 8.1 to 8.2</a> <span class="byline">Proxmox press releases</span>',
    );
    expect(wordsOf(box)).toContain('Proxmox Backup Server: now 3.2.2 endoflife.date');
  });

  test('tells the patch of an older line as that', () => {
    const patch = { product: 'ESXi', line: '7.0', to: '7.0 Update 3w', source: 'x' };
    const changes = { versions: [patch], support: [], continuedIds: [] };
    const words = wordsOf(boxOf(pageOf(withSection('vmware', { changes })), 'vmware'));
    expect(words).toContain('ESXi 7.0, an older line: now 7.0 Update 3w');
  });

  test('tells whose support ended or ends, side by side where sources differ', () => {
    const words = wordsOf(boxOf(pageOf(), 'xcp-ng'));
    expect(words).toContain(
      'Support of XCP-ng 8.2 ends on 31 August 2024 (endoflife.date); ends in September 2024 (XCP-ng Blog)',
    );
    expect(words).toContain('Support of XCP-ng 8.1 ended on 31 May 2024 (XCP-ng Blog)');
  });

  test('tells first which flaws told before are exploited by now', () => {
    const box = boxOf(pageOf(), 'xcp-ng');
    expect(box).toContain(
      '<a href="../early-spring-2024/index.html#story-console">A hole in the console &lt;of guests&gt;</a>',
    );
    expect(wordsOf(box)).toContain(
      'CVE-2024-1001, CVE-2024-1002, listed as exploited since 2 May 2024, says CISA KEV. Fixed in XCP-ng 8.2.1.',
    );
  });

  test('links a story that continues the one before, beside this page where it is issued', () => {
    const box = boxOf(pageOf(), 'xcp-ng');
    expect(box).toContain(
      '<a href="#story-xcp-security-april">April security update for XCP-ng 8.2</a> continues <a href="../early-spring-2024/index.html#story-spectre">Spectre comes back to Xen &amp; friends</a>',
    );
    const preview = boxOf(pageOf({ number: 0 }), 'xcp-ng');
    expect(preview).toContain(
      'href="https://virtualization.example/digest/editions/early-spring-2024/#story-spectre"',
    );
  });

  test('is not there when nothing did, and has another heading in a first edition', () => {
    expect(boxOf(pageOf(), 'vmware')).toBe('');
    const support = [
      { product: 'ESXi', version: '7', on: '2024-07-01', isPast: false, source: 'x' },
    ];
    const changes = { versions: [], support, continuedIds: [] };
    const first = boxOf(pageOf(withSection('vmware', { changes })), 'vmware');
    expect(first).toContain('<h3 class="subhead">Support that ends</h3>');
  });

  test('support that ends soon, as told before, is a line of its own and no box', () => {
    const supportAhead = ['2024-07-01', '2024-08-01'].map((on, at) => ({
      product: 'ESXi',
      version: `${at + 7}.0`,
      on,
      isPast: false,
      source: 'endoflife.date',
    }));
    const page = pageOf(withSection('vmware', { supportAhead }));
    expect(boxOf(page, 'vmware')).toBe('');
    expect(wordsOf(page)).toContain(
      'Told before, and still to come: support of ESXi 7.0 ends on 1 July 2024 (endoflife.date); support of ESXi 8.0 ends on 1 August 2024 (endoflife.date).',
    );
    expect(wordsOf(pageOf())).not.toContain('Told before');
  });
});

describe('a story told in full', () => {
  const storyOf = (id: string, changes: Partial<EditionStory> = {}) => {
    const stories = sampleEdition.stories.map((one) =>
      one.id === id ? { ...one, ...changes } : one,
    );
    const pattern = new RegExp(`id="story-${id}"[\\s\\S]*?<\\/article>`);
    return pageOf({ stories }).match(pattern)?.[0] ?? '';
  };
  const factsOf = (id: string) => {
    const facts = sampleEdition.stories.find((one) => one.id === id)?.facts;
    if (!facts) throw new Error(`no story ${id}`);
    return facts;
  };

  test('has the note of the editor, marked as such', () => {
    expect(storyOf('xcp-security-april')).toMatch(
      /aria-label="Editor’s note">\s*<p class="editor-label">Editor’s note<\/p>\s*<p>We patched <strong>two pools<\/strong>/,
    );
    expect(storyOf('xcp-smapiv3')).not.toContain('editor');
  });

  test('says under the fold what was changed by hand, and why it continues another', () => {
    const [fold = ''] =
      storyOf('xcp-security-april').match(/<details class="fold why">[\s\S]*?<\/details>/) ?? [];
    expect(fold).toMatch(
      /<dt>Changed by hand<\/dt>\s*<dd>Pinned by the editor<\/dd>\s*<dd>Note by the editor<\/dd>/,
    );
    expect(fold).toMatch(
      /<dt>Continues an earlier story<\/dt>\s*<dd>Both name CVE-2024-2201<\/dd>/,
    );
  });

  test('names fixed and affected versions, the stage, and who says when support ends', () => {
    const words = wordsOf(storyOf('xcp-security-april'));
    expect(words).toContain('Called criticalCVSS 7.5');
    expect(words).toContain('Fixed in XCP-ng 8.2 LTS Affected XCP-ng 8.1');
    const preview = storyOf('xcp-smapiv3');
    expect(preview).toContain('<li class="stage">Preview</li>');
    expect(wordsOf(preview)).toContain('Support XCP-ng 8.2 ends in June 2025 (XCP-ng Blog)');
  });

  test('tells who states what, exploited first, the same words once, the rest behind a fold', () => {
    const story = storyOf('xcp-security-april');
    expect(wordsOf(story)).toContain(
      'Stated CVE-2024-31142 is listed as exploited since 30 May 2024 (CISA KEV) CVSS up to 7.5 (XCP-ng Blog) CVE-2024-2201 has CVSS 4.7 (NVD) CVE-2024-2201 is covered by XSA-456 (XSA, NVD) CVE-2024-31142 is covered by XSA-455 (XSA)',
    );
    expect(story).toMatch(
      /<summary>2 more<\/summary>\s*<ul>\s*<li>CVE-2023-46842 is covered by XSA-454 \(XSA\)<\/li>/,
    );
  });

  test('does not repeat what its only report states', () => {
    const id = 'ws2025-maximums';
    const source = 'Microsoft Windows Server Blog';
    const facts = { ...factsOf(id), cvss: 8.1, stated: [{ text: 'CVSS up to 8.1', source }] };
    expect(wordsOf(storyOf(id, { facts }))).not.toContain('Stated');
    const stated = [...facts.stated, { text: 'CVSS up to 9.0', source: 'NVD' }];
    expect(wordsOf(storyOf(id, { facts: { ...facts, stated } }))).toContain(
      `Stated CVSS up to 8.1 (${source}) CVSS up to 9.0 (NVD)`,
    );
  });

  test('tells the numbers that the headline and the summary leave out, under the names of all', () => {
    const id = 'ws2025-maximums';
    const [told = ''] = sampleEdition.stories.find((one) => one.id === id)?.summary ?? [];
    const numbers = [
      { text: told.slice(0, 12), source: 'A' },
      { text: 'up to 240 TB', source: 'A', url: 'https://a.example/1' },
      { text: 'up to 240 TB', source: 'B' },
      { text: '20 %', source: 'B' },
    ];
    const story = storyOf(id, { facts: { ...factsOf(id), numbers } });
    expect(wordsOf(story)).toContain('In numbers up to 240 TB (A, B); 20 % (B)');
    expect(wordsOf(storyOf(id))).not.toContain('In numbers');
  });

  test('names six of many versions and says how many more there are', () => {
    const fixed = Array.from({ length: 9 }, (_, index) => `ESXi 8.0 P${index}`);
    const facts = { ...factsOf('xcp-security-april'), fixed };
    expect(wordsOf(storyOf('xcp-security-april', { facts }))).toContain('ESXi 8.0 P5 and 3 more');
  });
});

describe('the sources of an edition', () => {
  test('are told with the open data and its age', () => {
    expect(wordsOf(pageOf())).toContain(
      'Open data on flaws and versions CISA KEV as of 4 June 2024 endoflife.date as of 20 May 2024, 16 days old',
    );
    expect(pageOf({ factSources: [] })).not.toContain('Open data');
    const unread = [{ source: 'CISA KEV', url: 'https://kev.example/' }];
    expect(wordsOf(pageOf({ factSources: unread }))).toContain('CISA KEV not read so far');
    const factSources = ['esxi', 'xcp-ng'].map((product) => ({
      source: 'endoflife.date',
      url: `https://endoflife.example/${product}`,
      asOf: '2024-06-04',
    }));
    expect(pageOf({ factSources })).toContain(
      '<a href="https://endoflife.example/">endoflife.date</a> <span class="byline">as of 4 June 2024</span>',
    );
  });

  test('are followed by the edits that did not hold in a preview only', () => {
    expect(wordsOf(pageOf({ number: 0 }))).toContain(
      'Edits that did not hold drop (entry a) wins over the earlier pin (entry b) in one story',
    );
    expect(pageOf()).not.toContain('Edits that did not hold');
  });

  test('are all named however many failed', () => {
    const failed = Array.from({ length: 50 }, (_, index) => ({
      id: `${index}`,
      name: `Failing source ${index}.`,
      reason: 'gone',
    }));
    const page = pageOf({ sources: { ...sampleEdition.sources, failed } });
    expect(page.match(/Failing source \d+\./g)).toHaveLength(50);
  });
});
