import type { Edition, EditionStory } from '../../model/edition.ts';
import type { EditionInput } from '../../model/edition-input.ts';
import type { FactList, ReleaseCycle } from '../../model/known-facts.ts';
import { dayOf } from '../day-of.ts';
import { findAnnounced } from '../facts/versions/find-announced.ts';
import { findNumbers } from '../facts/versions/place-versions.ts';
import { type ProductNames, productsOf } from '../facts/versions/product-names.ts';
import { readStage } from '../facts/versions/read-stage.ts';
import { numberOf, stageBehind, type Version } from '../facts/versions/version.ts';
import { either } from '../words/either.ts';

/** A version, and who says that it is there. */
export interface Release extends Version {
  readonly source: string;
  /** Absent where only open data says it. */
  readonly storyId?: string;
  /** ISO date. */
  readonly outOn: string;
}

/** What a list of open data names. */
export interface ListedRelease extends Release {
  /** Address of the list. */
  readonly list: string;
  /** True where the list counts builds: its date is then that of a build. */
  readonly isBuild: boolean;
}

/** What a story announces, each version under every report that does, be it there or still to come. */
export function announcedIn(
  { id, topics, reports }: EditionStory,
  products: ProductNames,
): Release[] {
  if (!topics.includes('release')) return [];
  return reports.flatMap(({ title, sourceName: source, publishedOn: outOn }) =>
    findAnnounced(title, products).map((version) => ({ ...version, source, storyId: id, outOn })),
  );
}

const TO_COME = either(
  /\bnext major (?:version|release)\b/i,
  /\bwill (?:be|become) (?:(?:generally|publicly) )?(?:available|released)\b/i,
  /\bwill (?:arrive|ship|launch)\b/i,
  /\b(?:available|released|shipping) (?:later this|next) (?:year|quarter|month|spring|summer|autumn|fall|winter)\b/i,
);
const IS_THERE =
  /\b(?:is|are|now) (?:(?:now|generally|publicly) )*(?:available|released|shipping)\b|\bgeneral availability\b|\b(?:has|have) (?:been )?released\b|\bis (?:now )?(?:out|here)\b/i;

/** The versions that a story says are there: a title that leaves that open is taken by its summary. */
export function releasesIn(story: EditionStory, products: ProductNames): Release[] {
  const found = announcedIn(story, products);
  const summary = story.summary.join(' ');
  if (found.length === 0 || !TO_COME.test(summary) || IS_THERE.test(summary)) return found;
  return story.reports.some(({ title }) => readStage(title, products) !== undefined) ? found : [];
}

/** What an earlier edition told. */
export interface ToldRelease extends Version {
  /** Of an older line, which says nothing of the current one. */
  readonly line?: string;
  /** ISO date of the report; absent for open data, whose word it is. */
  readonly outOn?: string;
}

/** What all earlier editions told as announced, or as moved. */
export function releasesTold({ earlier, hypervisors }: EditionInput): ToldRelease[] {
  const products = productsOf(hypervisors);
  return earlier.flatMap((edition) => [
    ...edition.stories.flatMap((story) => releasesIn(story, products)),
    ...movesTold(edition),
  ]);
}

function movesTold({ stories, sections }: Edition): ToldRelease[] {
  const moved = sections.flatMap(({ changes }) => changes?.versions ?? []);
  return moved.map(({ product, line, to, storyId }) => {
    const outOn = stories.find(({ id }) => id === storyId)?.publishedOn;
    return {
      product,
      ...(line !== undefined && { line }),
      number: numberOf(to),
      stage: stageBehind(to),
      shown: to,
      ...(outOn !== undefined && { outOn }),
    };
  });
}

/** What open data says is out on the day of the edition: the latest of each line of a hypervisor. */
export function releasesListed(hypervisor: string, input: EditionInput): ListedRelease[] {
  const today = dayOf(input.issuedAt, input.site.timeZone);
  return (input.facts?.cycles ?? []).flatMap((list) =>
    latestIn(list, today)
      .filter(({ owner }) => owner === hypervisor)
      .map(({ owner: _, ...release }) => release),
  );
}

/** The latest of each line that a list names, as far as they are out on a day. */
export function latestIn(
  { source, url, facts }: FactList<ReleaseCycle>,
  today: string,
): (ListedRelease & { readonly owner: string })[] {
  return facts.flatMap(({ hypervisor: owner, product, cycle, latest, latestOn: outOn }) => {
    if (latest === undefined || outOn === undefined || outOn > today) return [];
    const isBuild = Number.parseInt(latest, 10) !== Number.parseInt(cycle, 10);
    // "10.0.26100" is a build of Windows Server 2025.
    const shown = isBuild ? cycle : latest;
    const number = numberOf(findNumbers(shown)[0]?.version ?? shown);
    return [{ owner, product, number, stage: 'ga', shown, source, outOn, list: url, isBuild }];
  });
}
