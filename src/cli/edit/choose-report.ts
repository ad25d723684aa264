import { canonicalAddress } from '../../digest/words/canonical-address.ts';
import type { EditionStory, StoryReport } from '../../model/edition.ts';
import type { Composed } from '../../pipeline.ts';
import { alignColumns } from '../align-columns.ts';
import { UsageError } from '../usage-error.ts';
import type { FoundStory } from './find-story.ts';
import { nameHandles } from './name-handles.ts';

/**
 * The report of a story that is to stand alone, by entry id: the one that is named, or else, of two,
 * the one that the story is not told by. Throws a UsageError where that is not for sure one.
 */
export function chooseReport(
  composed: Composed,
  { story, entryId, title, isEntry }: FoundStory,
  named?: string,
): string {
  if (story === undefined)
    throw new UsageError(
      `"${title}" is in no story of the coming edition: there is nothing to split`,
    );
  const { reports } = story;
  if (reports.length === 1)
    throw new UsageError(`"${title}" has one report only: there is nothing to split`);
  if (named === undefined && isEntry) return entryId;
  const [one, ...others] =
    named === undefined ? reports.slice(1) : reports.filter((report) => isCalled(report, named));
  if (one !== undefined && others.length === 0) return one.entryId;
  throw new UsageError(
    [
      named === undefined
        ? `say which report of "${title}" is to stand alone:`
        : `"${named}" is not the name of one report of "${title}":`,
      ...listReports(composed, story),
    ].join('\n'),
  );
}

function isCalled({ entryId, url }: StoryReport, named: string): boolean {
  const typed = named.trim().toLowerCase();
  if (typed !== '' && entryId.startsWith(typed)) return true;
  return url !== undefined && canonicalAddress(url) === canonicalAddress(named.trim());
}

function listReports(composed: Composed, { reports }: EditionStory): string[] {
  const handles = nameHandles(composed);
  return alignColumns(
    reports.map(({ entryId, sourceName, title }) => [
      `  ${handles.get(entryId) ?? entryId}`,
      sourceName,
      title,
    ]),
  );
}
