import type { PlacedVersion } from '../versions/place-versions.ts';
import { chainsOf } from '../versions/version-chains.ts';
import type { FoundDate } from './find-dates.ts';
import { heaviest, weighEnd } from './support-kinds.ts';

/** "… and version 23H2": of the product that is named before. */
const BARE = /\bversions? (\d{1,2}(?:\.\d+){0,3}|\d\dH\d)\b/g;

/** A version of a text, the date of an end that it states, and the words that say what ends. */
export interface PairedEnd {
  readonly version: PlacedVersion;
  readonly date: FoundDate;
  readonly words: string;
}

/**
 * Which date of a sentence belongs to which of its versions: one date to all of one list, or each to
 * the list before it, where its part of the sentence says that something ends. Of several ends that it
 * states of one list, the end of support. Otherwise none does.
 */
export function pairEnds(
  text: string,
  versions: readonly PlacedVersion[],
  dates: readonly FoundDate[],
  saysEnd: (part: string) => boolean,
): PairedEnd[] {
  const chains = chainsOf(text, withBare(text, versions));
  if (chains.length === 0 || chains.length > dates.length) return [];
  const starts = chains.map(([first]) => first?.at ?? 0);
  if (chains.length < dates.length) return pairSeveral(text, chains, dates, saysEnd);
  const areInTurn = dates.every(
    ({ at }, turn) => at > (starts[turn] ?? 0) && at < (starts[turn + 1] ?? text.length),
  );
  const parts = starts.map((start, turn) => text.slice(start, starts[turn + 1]));
  const isOne = chains.length === 1 && saysEnd(text);
  if (!isOne && !(areInTurn && parts.every(saysEnd))) return [];
  return dates.flatMap((date, turn) =>
    (chains[turn] ?? []).map((version) => ({
      version,
      date,
      words: isOne ? text : (parts[turn] ?? ''),
    })),
  );
}

/** "AOS 6.10 reaches end of maintenance on 30 June 2026 and end of support on 31 October 2026." */
function pairSeveral(
  text: string,
  chains: readonly (readonly PlacedVersion[])[],
  dates: readonly FoundDate[],
  saysEnd: (part: string) => boolean,
): PairedEnd[] {
  const ends = dates.flatMap((date, turn) => {
    const chain = chains.findLast(([first]) => first && first.at < date.at);
    const words = text.slice(dates[turn - 1]?.at ?? 0, date.at);
    const weight = weighEnd(words);
    return chain && weight !== undefined ? [{ chain, date, words, weight }] : [];
  });
  if (ends.length < dates.length || !saysEnd(text)) return [];
  const chosen = chains.flatMap(
    (chain) => heaviest(ends.filter((end) => end.chain === chain)) ?? [],
  );
  if (chosen.length < chains.length) return [];
  return chosen.flatMap(({ chain, date, words }) =>
    chain.map((version) => ({ version, date, words })),
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
