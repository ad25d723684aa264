import type { SupportEnd } from '../../../model/edition.ts';

/**
 * Ends of support as they are told together: "7", "7.x" and "7.0" are one version, by its shortest
 * name, and a month says no more than a day in it that another source names.
 */
export function joinEnds(ends: readonly SupportEnd[]): SupportEnd[] {
  const names = new Map<string, string>();
  for (const end of ends) {
    const known = names.get(keyOf(end));
    if (known === undefined || end.version.length < known.length)
      names.set(keyOf(end), end.version);
  }
  return ends
    .filter(
      (end) => !ends.some((other) => keyOf(other) === keyOf(end) && isInside(other.on, end.on)),
    )
    .map((end) => ({ ...end, version: names.get(keyOf(end)) ?? end.version }));
}

/** True for a day of a month. */
export function isInside(day: string, month: string): boolean {
  return day.startsWith(`${month}-`);
}

function keyOf({ product, version }: SupportEnd): string {
  return `${product} ${version.replace(/(?:\.x|\.0)+$/i, '')}`;
}
