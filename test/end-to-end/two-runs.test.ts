import { expect, onTestFinished, test } from 'vitest';
import { openFeedServer } from '../support/feed-server.ts';
import { openWorkspace } from '../support/workspace.ts';

test.each([
  ['collect', 'collect'],
  ['collect', 'digest'],
  ['collect --force', 'collect --force'],
  ['collect --force', 'digest --force'],
])('a %s and a %s at once ask each source once and store each entry once', async (...commands) => {
  const server = await openFeedServer();
  // However slowly the other one starts, neither is done by then.
  server.delayMs = 500;
  const sources = Array.from({ length: 8 }, (_, number) => {
    const path = `/source-${number}.xml`;
    server.feeds.set(path, [
      {
        id: `release-${number}`,
        title: `Proxmox VE part ${number} released`,
        text: `Part ${number} of Proxmox VE is out.`,
        publishedOn: '2024-05-24',
      },
    ]);
    const url = `${server.origin}${path}`;
    const request = { allowsPrivate: true };
    return { id: `source-${number}`, name: path, url, hypervisor: 'proxmox', request };
  });
  const workspace = await openWorkspace(sources);
  onTestFinished(() => Promise.all([server.close(), workspace.remove()]).then(() => undefined));

  const asOf = ['--as-of', '2024-06-01T12:00:00Z'];
  const both = await Promise.all(
    commands.map((command) => workspace.run([...command.split(' '), '--json', ...asOf])),
  );
  expect(both.map(({ code }) => code)).toEqual([0, 0]);
  const reports = both.map(({ stdout }) => JSON.parse(stdout).collected);
  expect(reports.map(({ asked, added }) => [asked, added]).toSorted()).toEqual([
    [0, 0],
    [8, 8],
  ]);
  expect(server.requests.map(({ path }) => path).toSorted()).toEqual(
    sources.map(({ name }) => name),
  );
  // One after the other, a forced run asks again.
  const { stdout } = await workspace.run(['collect', '--force', '--json', ...asOf]);
  expect(JSON.parse(stdout).collected).toMatchObject({ asked: 8, added: 0 });
});
