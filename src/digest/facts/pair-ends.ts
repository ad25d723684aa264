import type { FoundDate } from './find-dates.ts';
import type { PlacedVersion } from './place-versions.ts';
import { chainsOf } from './version-chains.ts';

/** "… and version 23H2": of the product that is named before. */
const BARE = /\bversions? (\d{1,2}(?:\.\d+){0,3}|\d\dH\d)\b/g;

/**
 * Which date of a sentence belongs to which of its versions: one date to all of one list, or each to
 * the list before it, where its part of the sentence says that something ends. Otherwise none does.
 */
export function pairEnds(
  text: string,
  versions: readonly PlacedVersion[],
  dates: readonly FoundDate[],
  saysEnd: (part: string) => boolean,
): (readonly [PlacedVersion, FoundDate])[] {
  const chains = chainsOf(text, withBare(text, versions));
  if (chains.length === 0 || chains.length !== dates.length) return [];
  const starts = chains.map(([first]) => first?.at ?? 0);
  const areInTurn = dates.every(
    ({ at }, turn) => at > (starts[turn] ?? 0) && at < (starts[turn + 1] ?? text.length),
  );
  const doEnd = starts.every((start, turn) => saysEnd(text.slice(start, starts[turn + 1])));
  const isOne = chains.length === 1 && saysEnd(text);
  if (!isOne && !(areInTurn && doEnd)) return [];
  return dates.flatMap((date, turn) =>
    (chains[turn] ?? []).map((version): readonly [PlacedVersion, FoundDate] => [version, date]),
  );
}

function withBare(text: string, versions: readonly PlacedVersion[]): PlacedVersion[] {
  const bare = [...text.matchAll(BARE)].flatMap(({ 0: whole, 1: version = '', index }) => {
    const end = index + whole.length;
    const product = versions.findLast((named) => named.end <= index)?.product;
    const isNamed = versions.some((named) => named.at < end && index < named.end);
    if (isNamed || product === undefined) return [];
    const [major = version] = /^\d+/.exec(version) ?? [];
    return [
      { product, version, major, text: `${product} ${version}`, at: index, end, isListed: false },
    ];
  });
  return [...versions, ...bare].sort((a, b) => a.at - b.at);
}
