import {
  chmod,
  lstat,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ConfigError } from '../../src/config/config-error.ts';
import { saveConfig } from '../../src/config/save-config.ts';

const shipped = await readFile('feeds.config.json', 'utf8');
const changed = shipped.replace('"title": "State', '"title": "The state');

describe('saving a configuration', () => {
  let folder: string;
  let file: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'config-'));
    file = join(folder, 'feeds.config.json');
    await writeFile(file, shipped);
  });
  afterEach(() => rm(folder, { recursive: true }));

  test('the file says the new text, may be read by whom it was before, and nothing else is left', async () => {
    await chmod(file, 0o640);
    await saveConfig(file, shipped, changed);
    expect(await readFile(file, 'utf8')).toBe(changed);
    expect((await stat(file)).mode & 0o777).toBe(0o640);
    expect(await readdir(folder)).toEqual(['feeds.config.json']);
  });

  test('behind a symbolic link, the file is replaced and not the link', async () => {
    const link = join(folder, 'link.json');
    await symlink(file, link);
    await saveConfig(link, shipped, changed);
    expect((await lstat(link)).isSymbolicLink()).toBe(true);
    expect(await readFile(file, 'utf8')).toBe(changed);
  });

  test('a text that is no valid configuration is refused with its problems, and not written', async () => {
    const wrong = shipped.replace('"kind": "feed"', '"kind": "fede"');
    await expect(saveConfig(file, shipped, wrong)).rejects.toThrow(ConfigError);
    expect(await readFile(file, 'utf8')).toBe(shipped);
  });

  test('what somebody else wrote in the meantime is not overwritten', async () => {
    const theirs = `${shipped}\n`;
    await writeFile(file, theirs);
    await expect(saveConfig(file, shipped, changed)).rejects.toThrow(
      `cannot write ${file}: it was changed by somebody else in the meantime`,
    );
    expect(await readFile(file, 'utf8')).toBe(theirs);
    expect(await readdir(folder)).toEqual(['feeds.config.json']);
  });
});
