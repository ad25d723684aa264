import type { EditionStory, SupportEnd } from '../../model/edition.ts';
import type { EditionInput } from '../../model/edition-input.ts';
import type { Hypervisor } from '../../model/hypervisor.ts';
import { dayOf } from '../day-of.ts';
import { ownProducts } from './own-products.ts';

/** Support that ends within so many days is worth a warning. */
const WARNING_DAYS = 90;

/**
 * Support of a hypervisor's versions that ends soon, or ended in the period: by open data, by the
 * stories of this edition, and by those of earlier ones, since what they told holds until then.
 */
export function findEndingSupport(
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
  return [...listedEnds(hypervisor.id, input), ...latestOf(told)]
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
