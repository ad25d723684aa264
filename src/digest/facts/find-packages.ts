import type { PlacedVersion } from './place-versions.ts';

/** "xen-4.17.5-20.1.xcpng8.3", "xapi-core-24.19.2-1.10": a package of an RPM distribution. */
const RPM =
  /(?<![\w.-])([a-z][a-z0-9+]*(?:[-_][a-z][a-z0-9+]*)*)-(\d+(?:\.\d+)+(?:[-~+.]\w+)*)(?![\w-])/g;
/** "pve-manager 8.2.7", "proxmox-kernel-6.8 (>= 6.8.12-5)": one of Debian; its name has a hyphen. */
const DEB =
  /(?<![\w.-])([a-z][a-z0-9+]*(?:-[a-z0-9.+]+)+)(?:\s+|:\s*)(?:\(?\s*(?:version|>=|≥|=)\s*)?(\d+(?:\.\d+)+(?:[-~+]\w[\w.~+-]*)?)(?![\w-])/g;

/** Packages that a line names with their versions, as it writes them. */
export function findPackages(line: string): PlacedVersion[] {
  const debs = [...line.matchAll(DEB)];
  const isInside = (at: number) =>
    debs.some(({ 0: whole, index }) => at >= index && at < index + whole.length);
  const rpms = [...line.matchAll(RPM)].filter(({ index }) => !isInside(index));
  return [...debs, ...rpms].map((match) => {
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
