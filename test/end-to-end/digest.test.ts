import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type FeedServer, feedOf, openFeedServer } from '../support/feed-server.ts';
import { advisory, chatter, firstOfJune, release, secondOfJune } from '../support/june-news.ts';
import { type MailSink, openMailSink } from '../support/mail-sink.ts';
import { openWorkspace, type Workspace } from '../support/workspace.ts';

describe('npm run digest', () => {
  let server: FeedServer;
  let sink: MailSink;
  let workspace: Workspace;
  beforeEach(async () => {
    server = await openFeedServer();
    sink = await openMailSink();
    server.feeds.set('/proxmox.xml', [release]);
    server.feeds.set('/press.xml', [chatter]);
    const source = feedOf(server);
    const sources = [source('proxmox', 'proxmox'), source('press'), source('broken')];
    const email = { from: 'digest@example.org', recipients: ['a@example.org', 'b@example.org'] };
    workspace = await openWorkspace(sources, { email });
  });
  afterEach(async () => {
    await Promise.all([server.close(), sink.close(), workspace.remove()]);
  });
  const env = () => ({ SMTP_URL: sink.url });
  const editions = async () =>
    JSON.parse(
      (await workspace.run(['digest', '--no-collect', '--no-email', '--json', ...secondOfJune]))
        .stdout,
    );
  const feed = () => readFile(join(workspace.output, 'feed.xml'), 'utf8');

  test('issues what is new, tells which source failed and why, and mails each reader once', async () => {
    const { code, stdout, stderr } = await workspace.run(['digest', ...firstOfJune], {
      env: env(),
    });
    expect(stdout).toContain('Proxmox VE 8.2 released');
    expect(stdout).toContain('2 submitted to the mail server');
    expect(stderr).toMatch(
      /^Failed: The broken feed: \[GET\] http:.*\/broken\.xml: 404 Not Found$/m,
    );
    expect(code).toBe(0);
    expect(sink.taken.map(({ to }) => to)).toEqual(['a@example.org', 'b@example.org']);
    expect(sink.taken[0]?.mail.html).toContain('Proxmox VE 8.2 released');
    expect(await feed()).not.toContain('chat tool');
  });

  test('with nothing new says so, issues nothing and mails nothing', async () => {
    await workspace.run(['digest', ...firstOfJune], { env: env() });
    const before = await feed();
    const { code, stdout } = await workspace.run(['digest', ...secondOfJune], { env: env() });
    expect(stdout).toContain('Nothing new since the last edition: none was issued.');
    expect(code).toBe(0);
    expect(await feed()).toBe(before);
    expect(sink.taken).toHaveLength(2);
  });

  test('a second edition holds only what the first did not', async () => {
    await workspace.run(['digest', ...firstOfJune]);
    server.feeds.set('/proxmox.xml', [advisory, release]);
    const { stdout } = await workspace.run(['digest', '--json', ...secondOfJune]);
    const { edition } = JSON.parse(stdout);
    expect(edition).toMatchObject({ number: 2, stories: 1 });
    expect((await readdir(join(workspace.output, 'editions'))).toSorted()).toHaveLength(2);
    const page = await readFile(
      join(workspace.output, 'editions', edition.id, 'index.html'),
      'utf8',
    );
    expect(page).toContain('VMSA-2024-0011');
    expect(page).not.toContain('import wizard');
  });

  test('a late item with an old date is news once', async () => {
    await workspace.run(['digest', ...firstOfJune]);
    server.feeds.set('/proxmox.xml', [{ ...advisory, publishedOn: '2023-01-01' }, release]);
    expect((await workspace.run(['digest', ...secondOfJune])).stdout).toContain('VMSA-2024-0011');
    expect((await editions()).edition).toBeNull();
  });

  test('what is missing from the output is written again, and told', async () => {
    await workspace.run(['digest', ...firstOfJune]);
    const page = await readFile(join(workspace.output, 'index.html'), 'utf8');
    await rm(workspace.output, { recursive: true });
    const again = await workspace.run(['digest', '--no-collect', ...firstOfJune]);
    expect(again.stdout).toMatch(
      /Nothing new since .*\n\d files were missing from .* written again/,
    );
    expect(await readFile(join(workspace.output, 'index.html'), 'utf8')).toBe(page);
    const once = await workspace.run(['digest', '--no-collect', ...firstOfJune]);
    expect(once.stdout).not.toContain('missing');
  });

  test('a preview records nothing and mails nothing', async () => {
    const { code, stdout } = await workspace.run(['digest', '--preview', ...firstOfJune], {
      env: env(),
    });
    expect(stdout).toContain('Preview only');
    expect(code).toBe(0);
    expect(sink.taken).toEqual([]);
    expect(existsSync(join(workspace.output, 'feed.xml'))).toBe(false);
    expect(existsSync(join(workspace.output, 'preview/edition.eml'))).toBe(true);
    expect((await workspace.run(['digest', ...firstOfJune])).stdout).toContain('Proxmox VE 8.2');
  });

  test('a window by publication date is a preview, also of what was issued before', async () => {
    await workspace.run(['digest', ...firstOfJune]);
    const shown = await workspace.run([
      'digest',
      '--no-collect',
      '--since',
      '2024-05-20',
      '--until',
      '2024-05-28',
      ...secondOfJune,
    ]);
    expect(shown.stdout).toContain('Proxmox VE 8.2');
    const folder = join(workspace.output, 'preview', 'editions');
    const [id = ''] = await readdir(folder);
    const preview = await readFile(join(folder, id, 'edition.json'), 'utf8');
    expect(preview, 'the story itself').toContain('Proxmox VE 8.2');
    expect(preview, 'goes on with nothing told after the window').not.toContain('"continues"');
    const empty = await workspace.run([
      'digest',
      '--no-collect',
      '--since',
      '2024-05-28',
      ...secondOfJune,
    ]);
    expect(empty.stdout).toContain('nothing to preview');
  });

  test('when no source can be reached it issues nothing, points to the demo and exits 1', async () => {
    server.feeds.set('/proxmox.xml', 503);
    server.feeds.set('/press.xml', 503);
    const { code, stdout, stderr } = await workspace.run(['digest', ...firstOfJune]);
    expect(code).toBe(1);
    expect(stdout).toBe('');
    expect(stderr.match(/^Failed: /gm)).toHaveLength(3);
    expect(stderr).toContain('npm run demo');
    expect(existsSync(workspace.output)).toBe(false);
  });

  test('a mail server that is not there does not stop the edition, and the next run mails it', async () => {
    const first = await workspace.run(['digest', ...firstOfJune], {
      env: { SMTP_URL: 'smtp://127.0.0.1:1' },
    });
    expect(first.code).toBe(1);
    expect(first.stderr).toMatch(/^Not mailed: .*ECONNREFUSED/m);
    expect(await feed()).toContain('Proxmox VE 8.2');
    const second = await workspace.run(['digest', ...secondOfJune], { env: env() });
    expect(second.code).toBe(0);
    expect(sink.taken.map(({ to }) => to)).toEqual(['a@example.org', 'b@example.org']);
  });

  test('without an SMTP_URL, or with --no-email, nothing is ever mailed for that edition', async () => {
    await workspace.run(['digest', '--no-email', ...firstOfJune], { env: env() });
    await workspace.run(['digest', ...secondOfJune], { env: env() });
    expect(sink.taken).toEqual([]);
  });

  test('sources are asked again only when due, then conditionally or when forced', async () => {
    await workspace.run(['collect', ...firstOfJune]);
    const soon = ['--as-of', '2024-06-01T12:30:00Z'];
    const again = await workspace.run(['collect', '--json', ...soon]);
    expect(JSON.parse(again.stdout).collected).toMatchObject({ sources: 3, asked: 0 });
    const forced = await workspace.run(['collect', '--json', '--force', ...soon]);
    expect(JSON.parse(forced.stdout).collected).toMatchObject({ asked: 3, unchanged: 2, added: 0 });
  });

  test('two at once do the work once', async () => {
    const both = await Promise.all([
      workspace.run(['digest', ...firstOfJune], { env: env() }),
      workspace.run(['digest', ...firstOfJune], { env: env() }),
    ]);
    expect(both.map(({ code }) => code)).toEqual([0, 0]);
    expect(both.filter(({ stdout }) => stdout.includes('Nothing new'))).toHaveLength(1);
    expect(sink.taken.map(({ to }) => to)).toEqual(['a@example.org', 'b@example.org']);
    expect(server.requests.filter(({ path }) => path === '/proxmox.xml')).toHaveLength(1);
  });

  test('an output folder that cannot be written is told, nothing is lost, and the next run goes on', async () => {
    const blocked = join(workspace.output, 'editions');
    await mkdir(workspace.output);
    await writeFile(blocked, 'in the way');
    const first = await workspace.run(['digest', ...firstOfJune], { env: env() });
    expect(first.code).toBe(1);
    expect(first.stderr).toContain(`cannot read ${blocked}`);
    await rm(blocked);
    const second = await workspace.run(['digest', ...secondOfJune], { env: env() });
    expect(second.code).toBe(0);
    expect(await feed()).toContain('Proxmox VE 8.2');
    expect(sink.taken.map(({ to }) => to)).toEqual(['a@example.org', 'b@example.org']);
  });

  test('the output folder, deleted, is made again from the store', async () => {
    await workspace.run(['digest', ...firstOfJune]);
    const before = await feed();
    await rm(workspace.output, { recursive: true });
    await workspace.run(['digest', '--no-collect', ...secondOfJune]);
    expect(await feed()).toBe(before);
  });

  test('--quiet prints problems only', async () => {
    const { stdout, stderr } = await workspace.run(['digest', '--quiet', ...firstOfJune]);
    expect(stdout).toBe('');
    expect(stderr).toContain('Failed: The broken feed');
  });
});
