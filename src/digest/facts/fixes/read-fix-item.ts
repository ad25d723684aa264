import { beginning } from '../../words/beginning.ts';
import { type PlacedVersion, placeVersions } from '../versions/place-versions.ts';
import type { ProductNames } from '../versions/product-names.ts';
import { chainsOf } from '../versions/version-chains.ts';
import type { FixTable } from './advisory-parts.ts';
import { findPackages } from './find-packages.ts';
import { findServerUpdate, placeUpdates } from './find-server-update.ts';
import { LEADS_TO_FIX } from './fix-cues.ts';
import { isDenied, mayBeFix, type ReadFixes, readFixSentence } from './read-fix-sentence.ts';

/** A fix is near its branch, however long the line. */
const LONGEST_FIX = 300;
const NOTHING: ReadFixes = { affected: [], fixed: [] };
/** "ESXi 8.0: 8.0 U3e", "AOS 6.5.x -> 6.5.6": a branch and its fix. */
const TO_FIX =
  /^\s*(?:(?::|->|→|=>|–|—|-)?\s*\(?\s*(?:(?:fixed|patched|resolved) in|(?:upgrade|update) to)|:|->|→|=>|–|—|-)\s*(?:version\s+)?/i;
/** After a version that is the fix itself, and not the branch that some package is for. */
const ENDS = /^\s*(?:$|[.,;()[]|\b(?:released|available|build|LTS)\b)/i;
const SEVERITY = /\b(?:Critical|Important|High|Moderate|Medium|Low)\b/i;
/** In the column "Running on". */
const ANY_PLATFORM = /^\s*Any\b/;
const CVES = /\bCVE-\d{4}-\d+\b/gi;

/** A line of a list under "Affected versions". */
export function readAffectedItem(line: string, products: ProductNames): ReadFixes {
  if (isDenied(line)) return NOTHING;
  const [chain = []] = chainsOf(line, placeVersions(line, products));
  const [first, last] = [chain[0], chain.at(-1)];
  if (!first || !last || /\b(?:for|on|with|by)\s+$/i.test(line.slice(0, first.at))) return NOTHING;
  const chains = chainsOf(line, placeVersions(line, products));
  const fix = fixOf(line.slice(last.end), chain, products);
  if (fix.length > 0) return { affected: chain, fixed: fix };
  const { fixed } = readFixSentence(line, products, chain);
  const others = fixed.length > 0 ? [] : chains.slice(1).flat();
  return { affected: [...chain, ...others], fixed };
}

/** A line of a list under "Fixed in". */
export function readFixedItem(line: string, products: ProductNames): ReadFixes {
  if (isDenied(line)) return NOTHING;
  const update = findServerUpdate(line, products);
  if (update) return { affected: [], fixed: [update] };
  const chains = chainsOf(line, placeVersions(line, products));
  let from = 0;
  const fixed = chains.flatMap((chain) => {
    const [first, last] = [chain[0], chain.at(-1)];
    if (!first || !last) return [];
    const rest = beginning(line.slice(last.end), LONGEST_FIX);
    const isMeant = LEADS_TO_FIX.test(
      line.slice(from, first.at).replace(/\b(?:upgrade|update) to\b/i, ''),
    );
    from = last.end;
    const fix = fixOf(rest, chain, products);
    if (fix.length > 0) return fix;
    return isMeant && ENDS.test(rest) ? chain.filter(mayBeFix) : [];
  });
  if (fixed.length > 0) return { affected: [], fixed };
  const [updates = []] = chainsOf(line, placeUpdates(line, products));
  return { affected: [], fixed: [...findPackages(line), ...updates] };
}

/** A row of a table with a column for the fix, its cells parted by spaces. */
export function readFixRow(line: string, table: FixTable, products: ProductNames): ReadFixes {
  const row = line.replace(CVES, '');
  const severity = table.hasSeverity ? SEVERITY.exec(row) : null;
  if (table.hasSeverity && !severity) return NOTHING;
  const left = severity ? row.slice(0, severity.index) : row;
  const [chain = []] = chainsOf(left, placeVersions(left, products));
  const [first, last] = [chain[0], chain.at(-1)];
  const isOne = chain.every(({ product }) => product === first?.product);
  if (!first || !last || !isOne || first.at > 0) {
    const update = table.hasSeverity ? undefined : findServerUpdate(line, products);
    return update ? { affected: [], fixed: [update] } : NOTHING;
  }
  const rest = severity
    ? row.slice(severity.index + severity[0].length)
    : row.slice(last.end).replace(ANY_PLATFORM, '');
  const second = fixOf(rest, chain, products, true);
  if (table.isFixFirst) return { affected: second, fixed: chain.filter(mayBeFix) };
  // A branch without a fix may stand here because it is not affected at all.
  const isAffected =
    second.length > 0 || (severity !== null && /^\s*(?:KB|see\b|patch pending)/i.test(rest));
  return { affected: isAffected ? chain : [], fixed: second };
}

/** The versions that a text begins with, which have to be of a branch that stands before. */
function fixOf(
  text: string,
  branch: readonly PlacedVersion[],
  products: ProductNames,
  isCell = false,
): PlacedVersion[] {
  const [first] = branch;
  const arrow = TO_FIX.exec(text)?.[0];
  if (!first || (arrow === undefined && !isCell)) return [];
  const rest = text.slice((arrow ?? '').length).trimStart();
  const isNamed = placeVersions(rest, products)[0]?.at === 0;
  const subject = isNamed ? rest : `${first.product} ${rest}`;
  const [fix = []] = chainsOf(subject, placeVersions(subject, products));
  const isOfBranch = fix.every(
    ({ product, major }) =>
      product === first.product && branch.some((affected) => affected.major === major),
  );
  return isOfBranch && fix[0]?.at === 0 ? fix.filter(mayBeFix) : [];
}
