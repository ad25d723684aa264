import { describe, expect, test } from 'vitest';
import type { Edition } from '../../src/model/edition.ts';
import { figures } from '../../src/render/figures.ts';
import { loadTemplates } from '../../src/render/load-templates.ts';
import { renderDocuments } from '../../src/render/render-documents.ts';
import { renderEmail } from '../../src/render/render-email.ts';
import { standfirst } from '../../src/render/standfirst.ts';
import { sampleEdition } from '../fixtures/sample-edition.ts';

const [pattern] = sampleEdition.stories;
if (!pattern) throw new Error('the sample has changed');
const flaw = {
  ...pattern,
  id: 'flaw',
  headline: 'A flaw in the backup server',
  hypervisors: ['adjacent'],
};
const section = {
  hypervisorId: 'adjacent',
  name: 'Around the hypervisors',
  vendor: '',
  isAdjacent: true,
  storyIds: [flaw.id],
  briefIds: [],
  quietMonths: [],
};
const edition: Edition = {
  ...sampleEdition,
  patchNow: [{ storyId: flaw.id, reason: 'critical', cves: [] }],
  sections: [...sampleEdition.sections, section],
  stories: [...sampleEdition.stories, flaw],
};
const alone: Edition = { ...edition, sections: [section], stories: [flaw] };

const templates = loadTemplates();
const mail = renderEmail(edition, templates);
const documents = new Map(
  renderDocuments([edition], templates).map(({ path, body }) => [path, String(body)]),
);

describe('the section on what stands around the hypervisors', () => {
  test.each([
    ['the page', documents.get('editions/late-spring-2024/index.html')],
    ['the JSON', documents.get('editions/late-spring-2024/edition.json')],
    ['the feed', documents.get('feed.xml')],
    ['the mail', mail.html],
    ['the mail as text', mail.text],
  ])('stands in %s', (_, document) => {
    expect(document).toContain('Around the hypervisors');
    expect(document).toContain(flaw.headline);
  });

  test('is none of the platforms that the publication is about', () => {
    expect(documents.get('feed.xml')).toMatch(/<subtitle>News of [^<]* and Harvester\.</);
    expect(documents.get('index.html')).not.toContain('Around the hypervisors');
  });

  test('is told in words where platforms are listed, and not counted among them', () => {
    expect(standfirst(alone)).toBe(
      'One warning about what stands around the hypervisors should not wait.',
    );
    expect(figures(edition)).toMatch(/^15 stories about 5 platforms,/);
    expect(figures(alone)).toMatch(/^1 story, chosen from/);
  });
});
