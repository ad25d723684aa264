import { describe, expect, test } from 'vitest';
import { buildCommandLine } from '../../src/cli/command-line.ts';

const sources = buildCommandLine(process).commands.find((command) => command.name() === 'sources');

function helpOf(name: string): string {
  const command = sources?.commands.find((one) => one.name() === name);
  return command?.helpInformation().replace(/\s+/g, ' ') ?? '';
}

describe('the commands about sources', () => {
  test.each([
    ['list', '[options]'],
    ['check', '[options] [url]'],
    ['discover', '[options] <url>'],
    ['import', '[options] <file>'],
    ['export', '[options]'],
  ])('%s explains itself, and takes what every command takes', (name, takes) => {
    expect(helpOf(name)).toContain(`Usage: digest sources ${name} ${takes} `);
    for (const option of ['--config', '--output', '--store', '--as-of', '--json', '--quiet'])
      expect(helpOf(name)).toContain(option);
  });

  test('check says that it saves nothing and asks conditionally', () => {
    expect(helpOf('check')).toMatch(
      /saves nothing. What was collected before is asked for with conditions/,
    );
  });
});
