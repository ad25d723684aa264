import { copyFile, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import type { Edition, EditionStory } from '../../src/model/edition.ts';
import { type FeedItem, type FeedServer, openFeedServer } from '../support/feed-server.ts';
import { advisory, chatter, firstOfJune, release, secondOfJune } from '../support/june-news.ts';
import { type Finished, runCommand } from '../support/run-command.ts';
import { runInProcess } from '../support/run-in-process.ts';
import { openWorkspace, type Workspace } from '../support/workspace.ts';

const secondReport: FeedItem = {
  id: 'pve-8-2-press',
  title: 'Proxmox VE 8.2 arrives with an import wizard',
  text: 'Proxmox VE 8.2 is out, with an import wizard for ESXi guests.',
  publishedOn: '2024-05-25',
};
const laptop: FeedItem = {
  id: 'laptop',
  title: 'Running Proxmox VE on an old laptop',
  text: 'A small lab with Proxmox VE on a laptop, in ten steps.',
  publishedOn: '2024-05-26',
};
const urlOf = ({ id }: FeedItem) => `https://news.example/${id}`;

// Many runs of the command in each test: a few of them as a process of its own.
describe('npm run edit', { timeout: 60_000 }, () => {
  let server: FeedServer;
  let workspace: Workspace;
  let store: string;
  const publish = () => {
    server.feeds.set('/vendor.xml', [release]);
    server.feeds.set('/press.xml', [advisory, laptop, chatter]);
    server.feeds.set('/other.xml', [secondReport]);
  };
  // Collected once: every test begins with a copy of that store.
  beforeAll(async () => {
    server = await openFeedServer();
    publish();
    const source = (id: string) => ({
      id,
      name: `The ${id}`,
      url: `${server.origin}/${id}.xml`,
      request: { allowsPrivate: true },
    });
    workspace = await openWorkspace([source('vendor'), source('press'), source('other')]);
    store = join(workspace.folder, 'digest.db');
    await workspace.run(['collect', ...firstOfJune]);
    await rename(store, `${store}.collected`);
  });
  beforeEach(async () => {
    publish();
    await copyFile(`${store}.collected`, store);
  });
  afterEach(async () => {
    for (const path of [store, workspace.output]) await rm(path, { recursive: true, force: true });
  });
  afterAll(() => Promise.all([server.close(), workspace.remove()]));

  const common = () => {
    const config = join(workspace.folder, 'feeds.config.json');
    return ['--config', config, '--output', workspace.output, '--store', `sqlite:${store}`];
  };
  function run(command: string, args: readonly string[]): Promise<Finished> {
    return runInProcess(['edit', command, ...common(), ...firstOfJune, ...args]);
  }
  /** `collect` and `digest`. */
  function runMain([command = '', ...args]: readonly string[]): Promise<Finished> {
    return runInProcess([command, ...common(), ...args]);
  }
  /** Makes an edit that has to succeed; returns what was told. */
  async function edit(command: string, ...args: string[]): Promise<string> {
    const { code, stdout, stderr } = await run(command, args);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    return stdout;
  }
  /** The edition that `digest` writes, read from its output folder. */
  async function editionOf(...args: string[]): Promise<Edition> {
    const { stdout } = await runMain(['digest', '--json', ...firstOfJune, ...args]);
    const { preview, edition } = JSON.parse(stdout);
    const folder =
      preview === undefined
        ? join(workspace.output, 'editions', edition.id)
        : dirname(preview.page);
    return JSON.parse(await readFile(join(folder, 'edition.json'), 'utf8'));
  }
  const previewed = () => editionOf('--no-collect', '--preview');
  const headlines = ({ stories }: Edition) => stories.map(({ headline }) => headline);
  const storyOf = ({ stories }: Edition, item: FeedItem): EditionStory | undefined =>
    stories.find(({ reports }) => reports.some(({ url }) => url === urlOf(item)));
  const reportsWith = (edition: Edition, item: FeedItem) =>
    storyOf(edition, item)?.reports.map(({ url }) => url?.slice(urlOf({ ...item, id: '' }).length));

  test('is an npm script, and refuses what it does not understand', async () => {
    expect(packageJson.scripts.edit).toBe('node --max-semi-space-size=2 src/main.js edit');
    const misspelt = await runCommand(['edit', 'pni', 's1']);
    expect(misspelt).toEqual({
      code: 2,
      stdout: '',
      stderr: "error: unknown command 'pni'\n(Did you mean pin?)\n",
    });
    const refusals = [
      [
        'note',
        ['s1'],
        'the note is missing: give it as text, by --file, or as "-" for standard input',
      ],
      ['retitle', ['s1', ' '], 'the headline is empty'],
      [
        'retitle',
        ['no such', 'A'],
        'no story of the coming edition is called "no such"; npm run edit -- show lists them',
      ],
    ] as const;
    for (const [command, args, message] of refusals) {
      expect(await run(command, args)).toEqual({ code: 2, stdout: '', stderr: `${message}\n` });
    }
    const unknown = await run('label', [urlOf(release), 'promox']);
    expect(unknown).toEqual({
      code: 2,
      stdout: '',
      stderr:
        'unknown hypervisor "promox", expected some of xcp-ng, proxmox, nutanix, hyper-v, vmware, or none\n(Did you mean proxmox?)\n',
    });
  });

  test('show lists the stories by rank, and what it calls one is what the others take', async () => {
    const { edits, stories, leftOut } = JSON.parse(await edit('show', '--json'));
    expect(edits).toEqual([]);
    expect(leftOut.map(({ title }: { title: string }) => title)).toEqual([chatter.title]);
    expect(stories.map(({ rank }: { rank: number }) => rank)).toEqual([1, 2, 3]);
    const lines = (await edit('show')).split('\n');
    for (const { handle, headline } of stories) {
      expect(lines.filter((line) => line.includes(`  ${handle}  ${headline}`))).toHaveLength(1);
    }
    const last = stories.at(-1);
    expect(await edit('pin', last.handle)).toContain(
      `e1: pin, on ${last.handle}, "${last.headline}"`,
    );
    expect(headlines(await previewed())[0]).toBe(last.headline);
  });

  test('pin puts a story first, in its section and among the leads, of the issued edition, too', async () => {
    expect(headlines(await previewed())[0]).not.toBe(laptop.title);
    await edit('pin', urlOf(laptop));
    for (const edition of [await previewed(), await editionOf('--no-collect')]) {
      const story = storyOf(edition, laptop);
      expect(story?.edited).toEqual(['Pinned by the editor']);
      expect(edition.leads[0]).toBe(story?.id);
      const section = edition.sections.find(({ hypervisorId }) => hypervisorId === 'proxmox');
      expect(section?.storyIds[0]).toBe(story?.id);
    }
  });

  test('drop leaves a story out for good, unless it is undone before', async () => {
    await edit('drop', urlOf(secondReport));
    expect(storyOf(await previewed(), release)).toBeUndefined();
    expect(await edit('undo', 'e1')).toMatch(/^Taken back: e1, drop, on \w+, "Proxmox VE 8\.2 /);
    expect(storyOf(await previewed(), release)).toBeDefined();
    await edit('drop', urlOf(release));
    expect(storyOf(await editionOf('--no-collect'), release)).toBeUndefined();
    const { stdout } = await runMain(['digest', '--no-collect', ...secondOfJune]);
    expect(stdout).toContain('Nothing new');
  });

  test('retitle, note and intro stand in the edition as they were given', async () => {
    const note = '<script>We</script> *tried* it.\n\n- twice';
    await writeFile(join(workspace.folder, 'note.md'), `${note}\n`);
    await edit('retitle', urlOf(release), 'The wizard is here');
    await edit('note', urlOf(release), '--file', join(workspace.folder, 'note.md'));
    const intro = ['edit', 'intro', ...common(), ...firstOfJune, '-'];
    expect((await runCommand(intro, { input: 'A **busy** spring.\n' })).code).toBe(0);
    const edition = await previewed();
    expect(edition.intro).toBe('A **busy** spring.');
    expect(storyOf(edition, release)).toMatchObject({
      headline: 'The wizard is here',
      note,
      edited: ['Headline by the editor', 'Note by the editor'],
    });
  });

  test('label moves a story, brings one in that was off topic, and takes one out', async () => {
    await edit('label', urlOf(laptop), 'xcp-ng,proxmox');
    await edit('label', urlOf(chatter), 'vmware');
    await edit('label', urlOf(advisory), 'none');
    const edition = await previewed();
    expect(storyOf(edition, laptop)?.hypervisors).toEqual(['xcp-ng', 'proxmox']);
    expect(storyOf(edition, chatter)?.hypervisors).toEqual(['vmware']);
    expect(storyOf(edition, advisory)).toBeUndefined();
    expect(edition.sections[0]?.briefIds.concat(edition.sections[0].storyIds)).toHaveLength(1);
  });

  test('merge and split survive items that arrive later, and a second run', async () => {
    expect(reportsWith(await previewed(), release)).toEqual(['pve-8-2', 'pve-8-2-press']);
    await edit('split', urlOf(secondReport));
    await edit('merge', urlOf(laptop), urlOf(advisory));
    const third = {
      ...secondReport,
      id: 'third',
      title: 'Proxmox VE 8.2 is released with a wizard',
    };
    server.feeds.set('/vendor.xml', [third, release]);
    server.feeds.set('/press.xml', [{ ...chatter, id: 'more' }, advisory, laptop, chatter]);
    await runMain(['collect', '--as-of', '2024-06-01T18:00:00Z']);
    for (const edition of [await previewed(), await editionOf('--no-collect')]) {
      expect(reportsWith(edition, third)).toContain('pve-8-2');
      expect(reportsWith(edition, secondReport)).toEqual(['pve-8-2-press']);
      expect(reportsWith(edition, laptop)?.toSorted()).toEqual(['laptop', 'vmsa']);
      expect(edition.editConflicts).toBeUndefined();
    }
  });

  test('edits that contradict each other are listed with who wins, also on a clock that stands still', async () => {
    await edit('drop', urlOf(release));
    const told = await edit('pin', urlOf(release));
    expect(told).toMatch(/^ {4}pin wins over the earlier drop, on "Proxmox VE 8\.2 [^"]+"$/m);
    await edit('retitle', urlOf(release), 'One');
    await edit('retitle', urlOf(secondReport), 'Two');
    const edition = await previewed();
    expect(headlines(edition)[0]).toBe('Two');
    expect(edition.editConflicts).toEqual([
      expect.stringMatching(/^pin wins over the earlier drop, on "Proxmox VE 8\.2 [^"]+"$/),
      expect.stringMatching(/^headline "Two" .* wins over the earlier headline "One" /),
    ]);
    const { conflicts, edits } = JSON.parse(await edit('show', '--json'));
    expect(conflicts).toHaveLength(2);
    expect(edits.map(({ id }: { id: string }) => id)).toEqual(['e1', 'e2', 'e3', 'e4']);
  });

  test('an intro opens one edition; what is about an entry ends with the edition that tells it', async () => {
    await edit('intro', 'A busy spring.');
    await edit('retitle', urlOf(release), 'The wizard is here');
    expect((await editionOf('--no-collect')).intro).toBe('A busy spring.');
    expect(await edit('show')).toBe('Nothing new: there is no coming edition yet.\n');
    expect(await edit('intro', 'A slow summer.')).toContain(
      '\nThere is nothing to preview: the coming edition has no story yet.\n',
    );
    await edit('undo', 'e3');
    server.feeds.set('/vendor.xml', [{ ...release, id: 'next', title: 'Proxmox VE 8.3 released' }]);
    const next = await editionOf(...secondOfJune, '--preview');
    expect(headlines(next)).toEqual(['Proxmox VE 8.3 released']);
    expect(next.intro).toBeUndefined();
    expect(next.editConflicts).toBeUndefined();
    const past = await editionOf('--no-collect', '--since', '2024-05-01');
    expect(headlines(past)).toContain('The wizard is here');
    expect(past.intro).toBeUndefined();
    const undone = await run('undo', ['e1']);
    expect(undone).toMatchObject({ code: 2, stderr: expect.stringContaining('no edit "e1"') });
  });
});
