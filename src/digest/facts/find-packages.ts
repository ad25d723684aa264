import type { PlacedVersion } from './place-versions.ts';

/** "xen-4.17.5-20.1.xcpng8.3", "xapi-core-24.19.2-1.10": a package of an RPM distribution. */
const RPM =
  /(?<![\w.-])([a-z][a-z0-9+]*(?:[-_][a-z][a-z0-9+]*)*)-(\d+(?:\.\d+)+(?:[-~+.]\w+)*)(?![\w-])/g;
/** "pve-manager 8.2.7", "proxmox-kernel-6.8 (>= 6.8.12-5)": one of Debian; its name has a hyphen. */
const DEB =
  /(?<![\w.-])([a-z][a-z0-9+]*(?:-[a-z0-9.+]+)+)(?:\s+|:\s*)(?:\(?\s*(?:version|>=|≥|=)\s*)?(\d+(?:\.\d+)+(?:[-~+]\w(?:[\w.~+-]*\w)?)?)(?![\w-])/g;

/** "xen 4.17.5-8.1", "xen: 4.17.5-15": without a hyphen in its name, one has to have a revision. */
const REVISION =
  /(?<![\w.-])(?!(?:in|to|of|on|at|by|is|are|or|and|for|from|with|than|before|until|through|versions?|releases?|builds?|updates?|packages?)\b)([a-z][a-z0-9+]*)(?:\s+|:\s*)(?:\(?\s*(?:version|>=|≥|=)\s*)?(\d+(?:\.\d+)+-\d(?:[\w.~+]*\w)?)(?![\w-])/g;

const FOR_A_VERSION = /^[\s,;()]*(?:(?:for|on) (?:[\w-]+ )?\d+\.\d+(?: LTS)?[\s.)]*)?$/i;

/** Packages that a line names with their versions, as it writes them. */
export function findPackages(line: string): PlacedVersion[] {
  const found: RegExpExecArray[] = [];
  const isTaken = (at: number) =>
    found.some(({ 0: whole, index }) => at >= index && at < index + whole.length);
  for (const form of [DEB, RPM, REVISION]) {
    found.push(...[...line.matchAll(form)].filter(({ index }) => !isTaken(index)));
  }
  const ordered = found.sort((a, b) => a.index - b.index);
  return ordered.map((match) => {
    const [whole, name = '', version = ''] = match;
    const isSpaced = /[\s:]/.test(whole);
    return {
      product: name,
      version,
      text: isSpaced ? `${name} ${version}` : whole,
      major: /^\d+/.exec(version)?.[0] ?? '',
      at: match.index,
      end: match.index + whole.length,
      isListed: false,
    };
  });
}

/** True for a line that consists of packages, and perhaps of the version that they are for. */
export function isPackageLine(line: string): boolean {
  const found = findPackages(line);
  const rest = found.reduceRight(
    (left, { at, end }) => `${left.slice(0, at)} ${left.slice(end)}`,
    line,
  );
  return found.length > 0 && FOR_A_VERSION.test(rest);
}
