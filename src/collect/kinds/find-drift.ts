/** The fields to expect from now on, or what is missing that used to be there. */
export type Drift =
  | { readonly kind: 'sound'; readonly fields: readonly string[] }
  | { readonly kind: 'drifted'; readonly reason: string };

/** Stands among the fields of a list that has had items: none at all is then a drift. */
const ITEM = 'item';

/** What comes and goes in one of so many items is still a field that they have. */
const ONE_IN = 20;

/** A list begins or ends with what is new: so many without a field are no chance. */
const NEWEST = 3;

/**
 * Compares what was found in each item with the fields that nearly all had before. A document whose
 * form changed unannounced reads as an empty success otherwise. What was there once is expected for
 * good, so that a form that changes item by item is noticed, too.
 */
export function findDrift(items: readonly ReadonlySet<string>[], known: readonly string[]): Drift {
  if (items.length === 0) {
    if (known.length > 0) return drifted('the list is empty, and never was before');
    return { kind: 'sound', fields: [] };
  }
  const expected = known.filter((field) => field !== ITEM);
  // Without titles there is nothing to tell; any other field may be rare from the start.
  for (const field of new Set(['title', ...expected])) {
    const lack = describeLack(items, field, expected.includes(field));
    if (lack !== undefined) return drifted(lack);
  }
  return { kind: 'sound', fields: [...new Set([ITEM, ...expected, ...fieldsOfNearlyAll(items)])] };
}

function describeLack(
  items: readonly ReadonlySet<string>[],
  field: string,
  isExpected: boolean,
): string | undefined {
  const count = items.filter((item) => item.has(field)).length;
  const habit = isExpected ? ', and all had one before' : '';
  if (count * 2 < items.length) return `${count} of ${items.length} items have a ${field}${habit}`;
  const end = isExpected && endWithout(items, field);
  return end ? `none of the ${end} ${NEWEST} items has a ${field}${habit}` : undefined;
}

function fieldsOfNearlyAll(items: readonly ReadonlySet<string>[]): string[] {
  const fields = new Set(items.flatMap((item) => [...item]));
  return [...fields].filter((field) => {
    const without = items.filter((item) => !item.has(field)).length;
    return without * ONE_IN <= items.length && endWithout(items, field) === undefined;
  });
}

/** The end of the list at which no item has the field. */
function endWithout(
  items: readonly ReadonlySet<string>[],
  field: string,
): 'first' | 'last' | undefined {
  const lacks = (end: readonly ReadonlySet<string>[]) =>
    end.length === NEWEST && !end.some((item) => item.has(field));
  if (lacks(items.slice(0, NEWEST))) return 'first';
  return lacks(items.slice(-NEWEST)) ? 'last' : undefined;
}

function drifted(reason: string): Drift {
  return { kind: 'drifted', reason: `its form seems to have changed: ${reason}` };
}
