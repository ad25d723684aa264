import type { EditionStory, SectionChanges, SupportEnd } from '../model/edition.ts';
import type { EditionInput } from '../model/edition-input.ts';
import type { Hypervisor } from '../model/hypervisor.ts';
import { findMoves } from './changes/find-moves.ts';
import { dayOf } from './day-of.ts';

/** Support that ends within so many days is worth a warning. */
const WARNING_DAYS = 90;

/**
 * What moved for a hypervisor since the last edition: versions, support that ended or ends soon,
 * stories that go on. Undefined when nothing did.
 */
export function findChanges(
  hypervisor: Hypervisor,
  stories: readonly EditionStory[],
  input: EditionInput,
): SectionChanges | undefined {
  const own = stories.filter(({ hypervisors }) => hypervisors.includes(hypervisor.id));
  const [last] = input.earlier;
  const versions = findMoves(hypervisor, own, input);
  const support = endingSupport(hypervisor.id, own, input);
  const continuedIds = own.filter(({ continues }) => continues).map(({ id }) => id);
  if (versions.length + support.length + continuedIds.length === 0) return undefined;
  return { ...(last && { since: last.name }), versions, support, continuedIds };
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
