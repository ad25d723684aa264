import type {
  Edition,
  EditionStory,
  SectionChanges,
  SupportEnd,
  VersionChange,
} from '../model/edition.ts';
import type { EditionInput } from '../model/edition-input.ts';
import { dayOf } from './day-of.ts';
import { compareVersions } from './facts/compare-versions.ts';
import { findVersions, type NamedVersion } from './facts/find-versions.ts';
import { type ProductNames, productsOf } from './facts/product-names.ts';

/** Support that ends within so many days is worth a warning. */
const WARNING_DAYS = 90;
const NOT_FINAL: ReadonlySet<string> = new Set(['preview', 'beta', 'rc', 'eol']);

/**
 * What moved for a hypervisor since the last edition: versions, support that ended or ends soon,
 * stories that go on. Undefined when nothing did.
 */
export function findChanges(
  hypervisor: string,
  stories: readonly EditionStory[],
  input: EditionInput,
): SectionChanges | undefined {
  const own = stories.filter(({ hypervisors }) => hypervisors.includes(hypervisor));
  const last = input.earlier[0];
  const versions = last ? movedVersions(hypervisor, own, input, last) : [];
  const support = endingSupport(hypervisor, own, input);
  const continuedIds = own.filter(({ continues }) => continues).map(({ id }) => id);
  if (versions.length + support.length + continuedIds.length === 0) return undefined;
  return { ...(last && { since: last.name }), versions, support, continuedIds };
}

interface ReportedVersion {
  readonly named: NamedVersion;
  readonly story: EditionStory;
}

function movedVersions(
  hypervisor: string,
  stories: readonly EditionStory[],
  input: EditionInput,
  last: Edition,
): VersionChange[] {
  const products = productsOf(input.hypervisors);
  const told = input.earlier.flatMap((edition) => releasesIn(edition.stories, products));
  const before = highest(told);
  const now = highest(releasesIn(stories, products));
  const reported = [...now.values()].flatMap(({ named, story }): VersionChange[] => {
    const from = before.get(named.product)?.named;
    if (from && compareVersions(named.version, from.version) <= 0) return [];
    const source = story.reports[0]?.sourceName ?? '';
    return [{ ...moveOf(named, from), storyId: story.id, source }];
  });
  return [...reported, ...listedVersions(hypervisor, input, last, now)];
}

function moveOf(to: NamedVersion, from: NamedVersion | undefined) {
  return {
    product: to.product,
    ...(from && { from: bareVersion(from) }),
    to: bareVersion(to),
  };
}

/** What open data dates after the last edition and no story tells. */
function listedVersions(
  hypervisor: string,
  { facts, issuedAt, site }: EditionInput,
  last: Edition,
  told: ReadonlyMap<string, ReportedVersion>,
): VersionChange[] {
  const today = dayOf(issuedAt, site.timeZone);
  const lastDay = dayOf(Temporal.Instant.from(last.issuedAt), site.timeZone);
  return (facts?.cycles ?? []).flatMap(({ source, facts: cycles }) =>
    cycles.flatMap(({ hypervisor: owner, product, latest, latestOn }): VersionChange[] => {
      const isNew = latestOn !== undefined && latestOn > lastDay && latestOn <= today;
      if (owner !== hypervisor || latest === undefined || !isNew) return [];
      const known = told.get(product)?.named.version;
      if (known !== undefined && compareVersions(latest, known) === 0) return [];
      return [{ product, to: latest, source }];
    }),
  );
}

function releasesIn(stories: readonly EditionStory[], products: ProductNames): ReportedVersion[] {
  return stories
    .filter(({ topics, facts }) => topics.includes('release') && !NOT_FINAL.has(facts.stage ?? ''))
    .flatMap((story) =>
      story.facts.versions.flatMap((text) =>
        findVersions(text, products)
          .slice(0, 1)
          .map((named) => ({ named, story })),
      ),
    );
}

function highest(versions: readonly ReportedVersion[]): Map<string, ReportedVersion> {
  const found = new Map<string, ReportedVersion>();
  for (const each of versions) {
    const known = found.get(each.named.product);
    if (!known || compareVersions(each.named.version, known.named.version) > 0) {
      found.set(each.named.product, each);
    }
  }
  return found;
}

function bareVersion({ product, text }: NamedVersion): string {
  return text.slice(product.length).trim();
}

function endingSupport(
  hypervisor: string,
  stories: readonly EditionStory[],
  { facts, issuedAt, period, site }: EditionInput,
): SupportEnd[] {
  const today = Temporal.PlainDate.from(dayOf(issuedAt, site.timeZone));
  const from = dayOf(period.from, site.timeZone);
  const until = today.add({ days: WARNING_DAYS }).toString();
  const listed = (facts?.cycles ?? []).flatMap(({ source, url, facts: cycles }) =>
    cycles
      .filter((cycle) => cycle.hypervisor === hypervisor)
      .flatMap(({ product, cycle, supportEndsOn: on }): SupportEnd[] =>
        on === undefined
          ? []
          : [{ product, version: cycle, on, isPast: on < today.toString(), source, url }],
      ),
  );
  const told = stories.flatMap((story) => story.facts.supportEnds ?? []);
  return [...listed, ...told]
    .filter(({ on }) => on >= from.slice(0, on.length) && on <= until.slice(0, on.length))
    .sort((a, b) => (a.on === b.on ? (a.product < b.product ? -1 : 1) : a.on < b.on ? -1 : 1));
}
