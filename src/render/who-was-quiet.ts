import type { Edition, EditionSection } from '../model/edition.ts';
import { dateWords } from './date-words.ts';
import { listed } from './listed.ts';

/** Sentences on who had no news, for all of the period or for months of it, or may have had some. */
export function whoWasQuiet({ sections, site }: Edition): string[] {
  const { months } = dateWords(site);
  const all = sections.filter(({ quiet }) => quiet?.reason === 'nothing-new');
  const unread = sections.filter(({ quiet }) => quiet?.reason === 'sources-unreadable');
  const part = Map.groupBy(
    sections.filter(({ quiet, quietMonths }) => !quiet && quietMonths.length > 0),
    ({ quietMonths }) => quietMonths.join(),
  );
  const names = (of: readonly EditionSection[]) =>
    listed(
      of.map(({ name }) => name),
      site.language,
    );
  const quiet = [
    all.length > 0 ? `${names(all)} ${all.length === 1 ? 'was' : 'were'} quiet` : '',
    ...[...part.values()].map((same) => {
      const quietMonths = same[0]?.quietMonths ?? [];
      return `${months(quietMonths)} had no major story about ${names(same)}`;
    }),
  ].filter(Boolean);
  return [
    quiet.length > 0 ? `${quiet.join('; ')}.` : '',
    unread.length > 0 ? `The sources on ${names(unread)} could not be read.` : '',
  ];
}
