import type { Edition, EditionStory } from '../../model/edition.ts';
import type { EditionInput } from '../../model/edition-input.ts';
import { dayOf } from '../day-of.ts';
import { findAnnounced } from '../facts/find-announced.ts';
import { findNumbers } from '../facts/place-versions.ts';
import type { ProductNames } from '../facts/product-names.ts';
import { numberOf, stageBehind, type Version } from '../facts/version.ts';

/** A version, and who says that it is there. */
export interface Release extends Version {
  readonly source: string;
  /** Absent where only open data says it. */
  readonly storyId?: string;
}

interface ListedRelease extends Release {
  /** ISO date. */
  readonly outOn: string;
}

/** What a story announces, each version under every report that does. */
export function releasesIn(
  { id, topics, reports }: EditionStory,
  products: ProductNames,
): Release[] {
  if (!topics.includes('release')) return [];
  return reports.flatMap(({ title, sourceName: source }) =>
    findAnnounced(title, products).map((version) => ({ ...version, source, storyId: id })),
  );
}

/** What an earlier edition told. */
export interface ToldRelease extends Version {
  /** Of an older line, which says nothing of the current one. */
  readonly line?: string;
}

/** What an earlier edition told as announced, or as moved. */
export function releasesTold(
  { stories, sections }: Edition,
  products: ProductNames,
): ToldRelease[] {
  const moved = sections.flatMap(({ changes }) => changes?.versions ?? []);
  return [
    ...stories.flatMap((story) => releasesIn(story, products)),
    ...moved.map(({ product, line, to }) => ({
      product,
      ...(line !== undefined && { line }),
      number: numberOf(to),
      stage: stageBehind(to),
      shown: to,
    })),
  ];
}

/** What open data says is out on the day of the edition: the latest of each line of a hypervisor. */
export function releasesListed(
  hypervisor: string,
  { facts, issuedAt, site }: EditionInput,
): ListedRelease[] {
  const today = dayOf(issuedAt, site.timeZone);
  return (facts?.cycles ?? []).flatMap(({ source, facts: cycles }) =>
    cycles.flatMap(({ hypervisor: owner, product, cycle, latest, latestOn }): ListedRelease[] => {
      if (owner !== hypervisor || latest === undefined || latestOn === undefined) return [];
      if (latestOn > today) return [];
      const shown = isOfCycle(latest, cycle) ? latest : cycle;
      const number = numberOf(findNumbers(shown)[0]?.version ?? shown);
      return [{ product, number, stage: 'ga', shown, source, outOn: latestOn }];
    }),
  );
}

/** False for a build: "10.0.26100" of Windows Server 2025. */
function isOfCycle(latest: string, cycle: string): boolean {
  return Number.parseInt(latest, 10) === Number.parseInt(cycle, 10);
}
