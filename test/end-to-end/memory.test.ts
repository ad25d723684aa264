import { execFileSync } from 'node:child_process';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { type Fault, faults, openHostileSources, settingsFor } from '../support/hostile-sources.ts';
import { measureCommand } from '../support/measure-command.ts';
import { openWorkspace } from '../support/workspace.ts';

// Of the kernel, which counts in /proc; elsewhere nobody does.
describe.runIf(process.platform === 'linux')('a process stays under 150 MB', () => {
  // As an installation does: whoever changed a file since has it stripped of its types in this run.
  beforeAll(() => {
    execFileSync(process.execPath, ['--max-semi-space-size=2', 'src/compile-ahead.js']);
  });

  test.each(faults())('beside sound feeds, with %s', { timeout: 60_000 }, async (fault) => {
    const site = await openHostileSources();
    const sound: Fault[] = ['a sound feed', 'a sound feed', 'a sound feed'];
    const sources = [fault, ...sound].map((name, at) => ({
      ...{ id: `s${at}`, name: `S${at}`, url: site.urlOf(name, at), request },
      ...settingsFor(name),
    }));
    const workspace = await openWorkspace(sources);
    onTestFinished(() => {
      site.close();
      return workspace.remove();
    });

    const { code, stdout, peakMb } = await measureCommand(workspace.command(['collect', '--json']));

    expect(code).toBe(0);
    expect(JSON.parse(stdout).collected.added).toBeGreaterThanOrEqual(sound.length);
    expect(peakMb).toBeLessThan(150);
  });
});

const request = { allowsPrivate: true };
