import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadTemplates } from '../../src/render/load-templates.ts';
import { renderDocuments } from '../../src/render/render-documents.ts';
import { renderEmail } from '../../src/render/render-email.ts';
import { sampleEdition } from '../fixtures/sample-edition.ts';

const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const hasChromium = existsSync(executablePath);
if (!hasChromium) console.warn(`accessibility: skipped, there is no Chromium at ${executablePath}`);

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const templates = loadTemplates();
const bodies = new Map(
  renderDocuments([sampleEdition], templates).map(({ path, body }) => [path, String(body)]),
);
// A mail is shown inside the page of a mail program, which has the landmarks.
const noLandmarks = {
  rules: { 'landmark-one-main': { enabled: false }, region: { enabled: false } },
};
const documents = [
  ['the page of an edition', bodies.get(`editions/${sampleEdition.id}/index.html`), {}],
  ['the index', bodies.get('index.html'), {}],
  ['the mail', renderEmail(sampleEdition, templates).html, noLandmarks],
] as const;
const settings = [375, 1280].flatMap((width) =>
  (['light', 'dark'] as const).map((colorScheme) => ({ width, colorScheme })),
);

describe.skipIf(!hasChromium)('in a real browser', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath,
      args: [
        ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
        ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
      ],
    });
  });
  afterAll(() => browser.close());

  for (const [name, html, options] of documents) {
    test.each(settings)(
      `${name} satisfies axe at $width px, $colorScheme, asks for nothing and does not overflow`,
      async ({ width, colorScheme }) => {
        const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
        const requests: string[] = [];
        page.on('request', (request) => requests.push(request.url()));
        await page.setContent(html ?? '');
        await page.evaluate(
          "for (const fold of document.querySelectorAll('details')) fold.open = true",
        );
        const overflow = await page.evaluate(
          'document.documentElement.scrollWidth - document.documentElement.clientWidth',
        );
        await page.evaluate(axe);
        const violations = await page.evaluate(
          `axe.run(${JSON.stringify(options)}).then(({ violations }) => violations.map(({ id, nodes }) =>
            id + ': ' + nodes.map(({ html, failureSummary }) => html + ' ' + failureSummary).join('\\n')))`,
        );
        await page.close();
        expect(violations).toEqual([]);
        expect(overflow).toBe(0);
        expect(requests.filter((url) => !url.startsWith('data:'))).toEqual([]);
      },
    );
  }
});
