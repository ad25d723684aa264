import { oneLine } from '../../collect/normalize/plain-title.ts';
import { shorten } from '../../collect/normalize/shorten.ts';
import { counted } from '../../render/counted.ts';
import { wrapText } from '../../render/wrap-text.ts';
import { alignColumns } from '../align-columns.ts';
import type { ComingView, StoryView } from './view-coming.ts';
import type { EditView } from './view-edits.ts';

/**
 * The coming edition in lines: its stories by rank, each with its reports, then what was decided.
 * Only when all is wanted, minor stories have their reports, too, and what is in none is listed.
 *
 * @param width columns of the terminal, for what can be shortened
 */
export function tellComing(
  coming: ComingView,
  { all, width = WIDTH }: { readonly all: boolean; readonly width?: number | undefined },
): string[] {
  const { stories, edits, conflicts } = coming;
  const minor = all ? [] : stories.filter(({ place }) => place === 'minor');
  const full = stories.filter((story) => !minor.includes(story));
  return [
    ...(stories.length === 0 ? tellEmpty(coming) : tellHead(coming)),
    ...full.flatMap((story) => ['', ...tellStory(story)]),
    ...(minor.length > 0 ? ['', 'Minor, behind a fold', ...tellMinor(minor)] : []),
    ...block(
      'Edits ("npm run edit -- undo EDIT" takes one back)',
      tellEdits(edits, width - INDENT.length),
    ),
    ...block(
      'Edits that do not hold',
      conflicts.flatMap((text) => tellConflict(text, width)),
    ),
    ...(all ? block('Left out: dropped, or about no hypervisor', tellLeftOut(coming)) : []),
  ];
}

/** An edition without a story is neither previewed nor issued; an intro waits for one that has some. */
function tellEmpty(coming: ComingView): string[] {
  const { intro, leftOut } = coming;
  return [
    leftOut.length === 0
      ? 'Nothing new: there is no coming edition yet.'
      : `No story: there is no coming edition yet${tellLeft(coming)}`,
    ...(intro === undefined ? [] : [`The intro waits for it: ${excerpt(intro)}`]),
  ];
}

function tellLeft({ leftOut }: ComingView): string {
  const left = counted(leftOut.length, 'new entry', 'new entries');
  return leftOut.length === 0 ? '' : `, ${left} left out (--all)`;
}

function tellHead(coming: ComingView): string[] {
  const { title, name, stories, intro } = coming;
  const count = counted(stories.length, 'story', 'stories');
  return [
    `${title}: ${name}, as it would be issued now`,
    `${count}${tellLeft(coming)}`,
    ...(intro === undefined ? [] : [`intro: ${excerpt(intro)}`]),
  ];
}

function tellStory(story: StoryView): string[] {
  const { rank, handle, headline, hypervisors, score, note, edited = [], reports } = story;
  const place = [
    ...(story.isToPatch ? ['patch now'] : []),
    ...(story.isLead ? ['lead'] : []),
    story.place,
  ].join(', ');
  const lines = [
    `${hypervisors.join(', ')}: ${place}, ${score.toFixed(1)} points`,
    ...tellReports(reports, headline),
    ...edited.map((text) => `* ${text}`),
    ...(note === undefined ? [] : [`* ${excerpt(note)}`]),
  ];
  return [`${padRank(rank)}  ${handle}  ${headline}`, ...lines.map((line) => `     ${line}`)];
}

function tellMinor(stories: readonly StoryView[]): string[] {
  return stories.map(
    ({ rank, handle, headline, hypervisors }) =>
      `${padRank(rank)}  ${handle}  ${headline} (${hypervisors.join(', ')})`,
  );
}

function padRank(rank: number): string {
  return `${rank}`.padStart(3);
}

/** The title of a report is told where it differs from the headline. */
function tellReports(reports: StoryView['reports'], headline: string): string[] {
  return alignColumns(
    reports.map(({ handle, publishedOn, sourceName, title }) => [
      handle,
      publishedOn,
      sourceName,
      title === headline ? '' : title,
    ]),
  );
}

/** What an edit says has half of the room, if it needs that much; the title what is left. */
function tellEdits(edits: readonly EditView[], width: number): string[] {
  const rows = edits.map(({ id, what, on }) => [
    id,
    shorten(what, Math.floor(width / 2)),
    on?.handle ?? '',
    on?.title ?? '',
  ]);
  return alignColumns(rows).map((line) => shorten(line, width));
}

/** In as many lines as it needs. */
function tellConflict(text: string, width: number): string[] {
  const [first = '', ...rest] = wrapText(text, width - 2 * INDENT.length).split('\n');
  return [first, ...rest.map((line) => `${INDENT}${line}`)];
}

function tellLeftOut({ leftOut }: ComingView): string[] {
  return alignColumns(
    leftOut.map(({ handle, publishedOn, sourceId, title }) => [
      handle,
      publishedOn,
      sourceId,
      title,
    ]),
  );
}

function block(heading: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', heading, ...lines.map((line) => `${INDENT}${line}`)];
}

const INDENT = '  ';
/** Where the output is no terminal. */
const WIDTH = 100;
const LONGEST_EXCERPT = 100;

function excerpt(markdown: string): string {
  return shorten(oneLine(markdown), LONGEST_EXCERPT);
}
