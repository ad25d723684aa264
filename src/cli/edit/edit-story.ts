import type { CommandOptions } from '../command-options.ts';
import { UsageError } from '../usage-error.ts';
import { chooseHypervisors } from './choose-hypervisors.ts';
import { chooseReport } from './choose-report.ts';
import { findStory } from './find-story.ts';
import { makeEdit } from './make-edit.ts';
import { readHeadline, readMarkdown, type TextOptions } from './read-text.ts';

// The commands that are about a story; each returns its exit code.

/** `edit pin` */
export function pinStory(options: CommandOptions, process: NodeJS.Process, named: string) {
  return makeEdit(options, process, (composed) => ({
    kind: 'pin',
    entryId: findStory(composed, named).entryId,
  }));
}

/** `edit drop` */
export function dropStory(options: CommandOptions, process: NodeJS.Process, named: string) {
  return makeEdit(options, process, (composed) => ({
    kind: 'drop',
    entryId: findStory(composed, named).entryId,
  }));
}

/** `edit retitle` */
export async function retitleStory(
  options: CommandOptions,
  process: NodeJS.Process,
  named: string,
  text: string,
) {
  const headline = readHeadline(text);
  return makeEdit(options, process, (composed) => ({
    kind: 'retitle',
    entryId: findStory(composed, named).entryId,
    headline,
  }));
}

/** `edit note` */
export async function noteStory(
  options: CommandOptions & TextOptions,
  process: NodeJS.Process,
  named: string,
  given?: string,
) {
  const text = await readMarkdown('note', given, options, process.stdin);
  return makeEdit(options, process, (composed) => ({
    kind: 'note',
    entryId: findStory(composed, named).entryId,
    text,
  }));
}

/** `edit label` */
export function labelStory(
  options: CommandOptions,
  process: NodeJS.Process,
  named: string,
  list: string,
) {
  return makeEdit(options, process, (composed, config) => ({
    kind: 'label',
    entryId: findStory(composed, named).entryId,
    hypervisors: chooseHypervisors(list, config.hypervisors),
  }));
}

/** `edit merge` */
export function mergeStories(
  options: CommandOptions,
  process: NodeJS.Process,
  named: string,
  other: string,
) {
  return makeEdit(options, process, (composed) => {
    const one = findStory(composed, named);
    const two = findStory(composed, other);
    if (one.entryId === two.entryId || (one.story && one.story === two.story))
      throw new UsageError(`"${named}" and "${other}" are one story already: ${one.title}`);
    return { kind: 'merge', entryId: one.entryId, with: two.entryId };
  });
}

/** `edit split` */
export function splitStory(
  options: CommandOptions,
  process: NodeJS.Process,
  named: string,
  entry?: string,
) {
  return makeEdit(options, process, (composed) => ({
    kind: 'split',
    entryId: chooseReport(composed, findStory(composed, named), entry),
  }));
}
