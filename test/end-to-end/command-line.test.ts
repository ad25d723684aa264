import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { runCommand } from '../support/run-command.ts';

describe('the command line', () => {
  test.each(['collect', 'digest', 'demo', 'start'])('%s explains itself', async (command) => {
    const { code, stdout } = await runCommand([command, '--help']);
    expect(code).toBe(0);
    expect(stdout).toContain(`Usage: digest ${command} [options]`);
    for (const option of ['--config', '--output', '--store', '--as-of', '--json', '--quiet'])
      expect(stdout).toContain(option);
  });

  test.each(['collect', 'digest', 'demo', 'start'])('%s is an npm script, too', (command) => {
    expect((packageJson.scripts as Record<string, string>)[command]).toBe(
      `node --max-semi-space-size=2 src/main.js ${command}`,
    );
  });

  test.each([
    [['digest', '--perview'], "error: unknown option '--perview'\n(Did you mean --preview?)\n"],
    [['collcet'], "error: unknown command 'collcet'\n(Did you mean collect?)\n"],
    [
      ['digest', '--since', 'yesterday'],
      '--since: "yesterday" is no instant, expected one such as 2024-06-05T12:00:00Z, or a day such as 2024-06-05\n',
    ],
    [['collect', '--config', 'none.json'], 'none.json: 1 problem\n  no such file\n'],
  ])('%j is refused with the reason and exit code 2', async (args, message) => {
    const { code, stdout, stderr } = await runCommand(args);
    expect({ code, stdout, stderr }).toEqual({ code: 2, stdout: '', stderr: message });
  });

  test('a wrong configuration prints every problem, and exits 2', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'config-'));
    const config = join(folder, 'config.json');
    await writeFile(config, JSON.stringify({ site: { title: 3 }, sources: [{}] }));
    const { code, stderr } = await runCommand(['digest', '--config', config]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/^ {2}site\.title: expected a string, found 3$/m);
    expect(stderr).toMatch(/^ {2}sources\[0\]\.url: is missing/m);
    await rm(folder, { recursive: true });
  });

  test('a store that cannot be opened is named, and exits 1', async () => {
    const { code, stderr } = await runCommand(['collect', '--store', 'sqlite:package.json/x.db']);
    expect(code).toBe(1);
    expect(stderr).toContain('cannot open the store package.json/x.db');
  });
});
