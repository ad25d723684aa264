import { expect, test } from 'vitest';
import { buildCommandLine } from '../../../src/cli/command-line.ts';

const edit = buildCommandLine(process).commands.find((command) => command.name() === 'edit');

test.each([
  ['show', '[options]'],
  ['pin', '[options] <story>'],
  ['drop', '[options] <story>'],
  ['retitle', '[options] <story> <headline>'],
  ['note', '[options] <story> [markdown]'],
  ['label', '[options] <story> <hypervisors>'],
  ['merge', '[options] <story> <other>'],
  ['split', '[options] <story> [entry]'],
  ['intro', '[options] [markdown]'],
  ['undo', '[options] <edit>'],
])('edit %s explains itself, and takes what every command takes', (name, takes) => {
  const command = edit?.commands.find((one) => one.name() === name);
  const help = command?.helpInformation().replace(/\s+/g, ' ') ?? '';
  expect(help).toContain(`Usage: digest edit ${name} ${takes} `);
  for (const option of ['--config', '--store', '--as-of', '--json', '--quiet'])
    expect(help).toContain(option);
});
