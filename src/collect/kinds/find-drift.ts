/** The fields that every item has, or what is missing that used to be there. */
export type Drift =
  | { readonly kind: 'sound'; readonly fields: readonly string[] }
  | { readonly kind: 'drifted'; readonly reason: string };

/**
 * Compares what was found in each item with the fields that every item had before. A document whose
 * form changed unannounced reads as an empty success otherwise.
 */
export function findDrift(items: readonly ReadonlySet<string>[], known: readonly string[]): Drift {
  if (items.length === 0 && known.length > 0) {
    return drifted('the list is empty, and never was before');
  }
  // Without titles there is nothing to tell; any other field may be rare from the start.
  const needed = items.length === 0 ? [] : new Set(['title', ...known]);
  for (const field of needed) {
    const count = items.filter((item) => item.has(field)).length;
    if (count * 2 < items.length) {
      const habit = known.includes(field) ? ', and all had one before' : '';
      return drifted(`${count} of ${items.length} items have a ${field}${habit}`);
    }
  }
  const [first = new Set<string>(), ...others] = items;
  const fields = [...first].filter((field) => others.every((item) => item.has(field)));
  return { kind: 'sound', fields };
}

function drifted(reason: string): Drift {
  return { kind: 'drifted', reason: `its form seems to have changed: ${reason}` };
}
