import type { Hypervisor } from '../../model/hypervisor.ts';
import { findAnnounced } from '../facts/versions/find-announced.ts';
import { isOptIn } from '../facts/versions/other-stages.ts';
import { productsOf } from '../facts/versions/product-names.ts';
import { literally } from '../words/literally.ts';

/**
 * Finds, in a title, the flagship whose version it is about. Of a title that is on its terms, too,
 * the version has to be what it announces: "Hotpatching for Windows Server 2025 needs a subscription".
 */
export type FlagshipFinder = (
  title: string,
  hypervisors: readonly string[],
  isOnTerms?: boolean,
) => string | undefined;

/**
 * A flagship counts where its name carries or meets a version ("Proxmox VE 8.2", "Windows Server
 * 2025", "SMAPIv3") or opens the title; elsewhere it is mentioned, not released.
 * "A kernel for Proxmox VE 8" is no Proxmox VE, "Proxmox VE on Acme servers" no release of it, and
 * neither is what one may opt in to, or what another product supports.
 */
export function flagshipFinder(hypervisors: readonly Hypervisor[]): FlagshipFinder {
  const patterns = new Map(
    hypervisors.map(({ id, flagships }) => [
      id,
      [...flagships]
        .sort((a, b) => b.length - a.length)
        .map((name) => ({ name, pattern: flagshipPattern(name) })),
    ]),
  );
  const products = productsOf(hypervisors);
  return (title, about, isOnTerms = false) => {
    if (isOptIn(title)) return undefined;
    const own = withoutSupported(title);
    const candidates = about.flatMap((id) => patterns.get(id) ?? []);
    const named = candidates.find(({ pattern }) => pattern.test(own));
    if (named && !isOnTerms) return named.name;
    const announced = findAnnounced(title, products);
    if (isOnTerms && named) return announced.length > 0 ? named.name : undefined;
    // "Proxmox 8.1" is the product by its vendor's name.
    return candidates.find(({ name }) => announced.some(({ product }) => product === name))?.name;
  };
}

/** "Acme Backup 13 adds support for Proxmox VE 9 and vSphere 9", and not "… ends support of vSphere 7". */
const SUPPORTED =
  /(?<!\bend(?:s|ed|ing)?(?: of)?(?: [\w-]+)? )\b(?:supports?|supporting|compatib\w+|certified|certification|integrat\w+|interoperab\w+|works|ready)\b(?! (?:ends|ended|lifecycle|until)\b).*/i;

function withoutSupported(title: string): string {
  return title.replace(SUPPORTED, '');
}

function flagshipPattern(name: string): RegExp {
  const words = literally(name).replace(/\s+/g, '\\s+');
  // "Xen Orchestra 6" is 6.0; 6.1 is the next month's release.
  const versioned = /\d$/.test(name) ? '(?:\\.0)*' : '\\s+(?:version\\s+)?v?\\d[\\w.]*';
  const opening = /\d$/.test(name)
    ? ''
    : `|^\\W*(?:(?:introducing|meet) (?:the )?(?:new )?)?${words}(?![\\w-]| (?:with|for|on|in) )`;
  return new RegExp(
    `(?<![\\w-])(?<!\\b(?:for|on|from|via|under|inside|into|against|vs|für) |(?<!\\bnew )\\bin )${words}${versioned}(?![\\w]|\\.\\d)${opening}`,
    'i',
  );
}
