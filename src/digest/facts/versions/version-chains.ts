import type { PlacedVersion } from './place-versions.ts';

/** Never blanks alone, which part the cells of a table. */
const SEPARATOR =
  /^(?=\s*\S)\s*(?:\)?[,/&]|,?\s*\b(?:and|or|as well as)\b|\+|\()*\s*(?:\b(?:in|both|VMware)\b\s*)*$/i;

/** Versions that stand in one list. */
export function chainsOf(clause: string, versions: readonly PlacedVersion[]): PlacedVersion[][] {
  const chains: PlacedVersion[][] = [];
  for (const version of versions) {
    const last = chains.at(-1)?.at(-1);
    const isNext = last && SEPARATOR.test(clause.slice(last.end, version.at));
    if (isNext) chains.at(-1)?.push(version);
    else chains.push([version]);
  }
  return chains;
}
