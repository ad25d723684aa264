import type { EditionStory, SupportEnd } from '../../model/edition.ts';
import type { EditionInput } from '../../model/edition-input.ts';
import type { Hypervisor } from '../../model/hypervisor.ts';
import { dayOf } from '../day-of.ts';
import { joinEnds } from '../facts/support/join-ends.ts';
import { ownProducts } from './own-products.ts';

/** Support that ends within so many days is worth a warning, and so is the last month of it. */
const WARNING_DAYS = 90;
const SOON_DAYS = 30;

export interface EndingSupport {
  /** What no earlier edition told: for the first time near, very near, or over. */
  readonly news: readonly SupportEnd[];
  /** What one told, and still lies ahead. */
  readonly toldBefore: readonly SupportEnd[];
}

/**
 * Support of a hypervisor's versions that ends soon, or ended in the period: by open data, by the
 * stories of this edition, and by those of earlier ones, since what they told holds until then.
 */
export function findEndingSupport(
  hypervisor: Hypervisor,
  stories: readonly EditionStory[],
  input: EditionInput,
): EndingSupport {
  const { issuedAt, site, earlier } = input;
  const today = dayOf(issuedAt, site.timeZone);
  const told = new Set(
    earlier.flatMap((edition) => {
      const day = dayOf(Temporal.Instant.from(edition.issuedAt), site.timeZone);
      const ends = edition.sections.flatMap(({ changes }) => changes?.support ?? []);
      return ends.map((end) => statement(end, day));
    }),
  );
  const byVersion = Map.groupBy(findEnds(hypervisor, stories, input), versionOf);
  // Sources that differ stand side by side, so the news of one brings the others.
  const isNews = (ends: readonly SupportEnd[]) =>
    ends.some((end) => !told.has(statement(end, today)));
  const [news, old] = [true, false].map((wanted) =>
    [...byVersion.values()].filter((ends) => isNews(ends) === wanted).flat(),
  );
  return { news: news ?? [], toldBefore: (old ?? []).filter(({ isPast }) => !isPast) };
}

/** What an edition of a day tells of an end: when it is, and how near. */
function statement(end: SupportEnd, day: string): string {
  const soon = Temporal.PlainDate.from(day).add({ days: SOON_DAYS }).toString();
  const near = end.on <= soon.slice(0, end.on.length) ? 'soon' : 'later';
  return [versionOf(end), end.on, end.isPast ? 'over' : near].join('\n');
}

function versionOf({ product, version }: SupportEnd): string {
  return [product, version].join('\n');
}

function findEnds(
  hypervisor: Hypervisor,
  stories: readonly EditionStory[],
  input: EditionInput,
): SupportEnd[] {
  const { hypervisors, issuedAt, period, site, earlier } = input;
  const today = Temporal.PlainDate.from(dayOf(issuedAt, site.timeZone));
  const from = dayOf(period.from, site.timeZone);
  const until = today.add({ days: WARNING_DAYS }).toString();
  const isOwn = ownProducts(hypervisor, hypervisors);
  const told = [stories, ...earlier.map((edition) => edition.stories)].map((each) =>
    endsToldBy(hypervisor.id, each).filter(({ product }) => isOwn(product)),
  );
  return joinEnds([...listedEnds(hypervisor.id, input), ...latestOf(told)])
    .filter(({ on }) => on >= from.slice(0, on.length) && on <= until.slice(0, on.length))
    .map((end) => ({ ...end, isPast: end.on < today.toString().slice(0, end.on.length) }))
    .sort(byDay);
}

function listedEnds(hypervisor: string, { facts }: EditionInput): SupportEnd[] {
  return (facts?.cycles ?? []).flatMap(({ source, url, facts: cycles }) =>
    cycles.flatMap(({ hypervisor: owner, product, cycle, supportEndsOn: on }): SupportEnd[] =>
      owner !== hypervisor || on === undefined
        ? []
        : [{ product, version: cycle, on, isPast: false, source, url }],
    ),
  );
}

function endsToldBy(hypervisor: string, stories: readonly EditionStory[]): SupportEnd[] {
  return stories
    .filter(({ hypervisors }) => hypervisors.includes(hypervisor))
    .flatMap(({ facts }) => facts.supportEnds ?? []);
}

/** Of lists, the newest first, what each source said last of a version; sources may contradict each other. */
function latestOf(told: readonly (readonly SupportEnd[])[]): SupportEnd[] {
  const settled = new Set<string>();
  return told.flatMap((ends) => {
    const found = ends.filter((end) => !settled.has(statedBy(end)));
    for (const end of found) settled.add(statedBy(end));
    return [...new Map(found.map((end) => [`${statedBy(end)}\n${end.on}`, end])).values()];
  });
}

function statedBy({ product, version, source }: SupportEnd): string {
  return [product, version, source].join('\n');
}

function byDay(a: SupportEnd, b: SupportEnd): number {
  const [one, other] = [a, b].map((end) => [end.on, statedBy(end)].join('\n'));
  return (one ?? '') < (other ?? '') ? -1 : 1;
}
