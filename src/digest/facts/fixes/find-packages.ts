import type { PlacedVersion } from '../versions/place-versions.ts';

/** "xen-4.17.5-20.1.xcpng8.3", "xapi-core-24.19.2-1.10": a package of an RPM distribution. */
const RPM =
  /(?<![\w.-])([a-z][a-z0-9+]*(?:[-_][a-z][a-z0-9+]*)*)-(\d+(?:\.\d+)+(?:[-~+.]\w+)*)(?![\w-])/g;
/** "pve-manager 8.2.7", "proxmox-kernel-6.8 (>= 6.8.12-5)": one of Debian; its name has a hyphen. */
const DEB =
  /(?<![\w.-])([a-z][a-z0-9+]*(?:-[a-z0-9.+]+)+)(?:\s+|:\s*)(?:\(?\s*(?:version|>=|≥|=)\s*)?(\d+(?:\.\d+)+(?:[-~+]\w(?:[\w.~+-]*\w)?)?)(?![\w-])/g;

/** "xen 4.17.5-8.1", "xen: 4.17.5-15": without a hyphen in its name, one has to have a revision. */
const REVISION =
  /(?<![\w.-])(?!(?:in|to|of|on|at|by|is|are|or|and|for|from|with|than|before|until|through|versions?|releases?|builds?|updates?|packages?)\b)([a-z][a-z0-9+]*)(?:\s+|:\s*)(?:\(?\s*(?:version|>=|≥|=)\s*)?(\d+(?:\.\d+)+-\d(?:[\w.~+]*\w)?)(?![\w-])/g;

/** "xen-* updated to 4.17.5-20.1.xcpng8.3", "xen: update to …": packages of one name, and their new version. */
const UPDATED =
  /(?<![\w.-])([a-z][a-z0-9+]*(?:[-_][a-z][a-z0-9+]*)*)(?:-\*)?:?\s+(?:packages?\s+(?:is|are|was|were|has been|have been)\s+)?(?:[Uu]pdated?|[Uu]pgraded?|bumped|rebased)\s+to\s+(?:version\s+)?(?:\1-)?(\d+(?:\.\d+)+-\d(?:[\w.~+]*\w)?)(?![\w-])/g;
/** "4.17.5-20.1.xcpng8.3": a build for a version of XCP-ng. */
const FOR_XCP_NG = /\.xcpng(\d+\.\d+)$/;
/** "xen 4.17.6-2.1 for XCP-ng 8.3", "xen-4.17.6-2.1 (XCP-ng 8.3)". */
const BEHIND = /^ (?:\(|for |on )XCP-ng (\d+\.\d+)(?: LTS)?\)?/;

const FOR_A_VERSION = /^[\s,;()]*(?:(?:for|on) (?:[\w-]+ )?\d+\.\d+(?: LTS)?[\s.)]*)?$/i;

/** Packages that a line names with their versions, as it writes them. */
export function findPackages(line: string): PlacedVersion[] {
  const found: RegExpExecArray[] = [];
  const isTaken = (at: number) =>
    found.some(({ 0: whole, index }) => at >= index && at < index + whole.length);
  for (const form of [UPDATED, DEB, RPM, REVISION]) {
    found.push(...[...line.matchAll(form)].filter(({ index }) => !isTaken(index)));
  }
  const ordered = found.sort((a, b) => a.index - b.index);
  return ordered.map((match) => {
    const [whole, name = '', version = ''] = match;
    const plain = /[\s:]/.test(whole) ? `${name} ${version}` : whole;
    const end = match.index + whole.length;
    const [behind = '', said] = BEHIND.exec(line.slice(end)) ?? [];
    const release = FOR_XCP_NG.exec(version)?.[1] ?? said;
    return {
      product: name,
      version,
      text: release === undefined ? plain : `${plain} (XCP-ng ${release})`,
      major: /^\d+/.exec(version)?.[0] ?? '',
      at: match.index,
      end: end + behind.length,
      isListed: false,
    };
  });
}

/**
 * True for a line that begins with what a package is updated to, or consists of packages, and perhaps
 * of the version that they are for.
 */
export function isPackageLine(line: string): boolean {
  const found = findPackages(line);
  const updateAt = line.search(UPDATED);
  if (updateAt !== -1 && /^(?:The )?$/.test(line.slice(0, updateAt))) return true;
  const rest = found.reduceRight(
    (left, { at, end }) => `${left.slice(0, at)} ${left.slice(end)}`,
    line,
  );
  return found.length > 0 && FOR_A_VERSION.test(rest);
}
