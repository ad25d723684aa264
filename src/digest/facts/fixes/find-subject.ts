import { ANY_FLAW } from '../flaws/any-flaw.ts';
import { isObject } from '../versions/is-object.ts';
import { type PlacedVersion, placeVersions } from '../versions/place-versions.ts';
import type { ProductNames } from '../versions/product-names.ts';

/** The only product that a report is about, which it need not name again beside a version. */
export interface Subject {
  readonly product: string;
  /** First numbers of its versions that the report names; empty where it names none. */
  readonly majors: ReadonlySet<string>;
}

const FLAW = `(?:${ANY_FLAW}|overflows?|injections?|bypass(?:es)?)`;
/** "Flaw in vCenter Server", "security update for vCenter Server". */
const BEHIND = new RegExp(
  `\\b(?:${FLAW} in|security (?:updates?|advisory|patch(?:es)?|fix(?:es)?) for) (?:the )?(.+)$`,
  'i',
);
/** "vCenter Server heap overflow", "Critical Proxmox VE flaw". */
const BEFORE = new RegExp(`^(.+?)((?: (?:[a-z][\\w-]*|RCE|XSS|SSRF|DoS|LPE)){0,4}) ${FLAW}\\b`);
/** What is made for a product has versions of its own. */
const MADE_FOR_IT =
  /^\s*(?:plug-?ins?|clients?|agents?|drivers?|connectors?|extensions?|integrations?|add-?ons?|apps?|modules?|providers?|operators?|collectors?|exporters?|SDKs?|themes?)\b/i;
/** The version may be that of what a product contains. */
const CONTAINED =
  /\b(?:CentOS|RHEL|Red Hat|Rocky|AlmaLinux|Debian|Ubuntu|SUSE|SLES|Fedora|Linux|kernel|Python|PHP|Java|Spring|OpenSSL|OpenSSH|Log4j|Tomcat|Apache|nginx|HAProxy|Redis|PostgreSQL|SQL Server|MySQL|MariaDB|Ceph|Samba|glibc|curl|sudo|systemd|Kubernetes|Docker|containerd|runc)\b/i;
const MOST_WORDS = 6;

/**
 * The subject of a report: the one known product that it names, where its title says that the flaw
 * is in it, or the text has a version of it that stands for itself.
 */
export function findSubject(text: string, products: ProductNames): Subject | undefined {
  const [product, ...others] = products.findIn(text);
  if (product === undefined || others.length > 0) return undefined;
  if (products.isVersionedByYear(product)) return undefined;
  const own = placeVersions(text, products).filter((version) => isOwn(text, version));
  const [title = ''] = text.split('\n', 1);
  const isPlain = isTitled(title, products) && !CONTAINED.test(products.cutFrom(text));
  if (own.length === 0 && !isPlain) return undefined;
  return { product, majors: new Set(own.map(({ major }) => major)) };
}

function isOwn(text: string, { at, end }: PlacedVersion): boolean {
  return !isObject(text.slice(0, at)) && !MADE_FOR_IT.test(text.slice(end));
}

function isTitled(title: string, products: ProductNames): boolean {
  const behind = BEHIND.exec(title)?.[1] ?? '';
  if (opensWithProduct(behind, products)) return true;
  const [, before = '', between = ''] = BEFORE.exec(title) ?? [];
  return products.atEnd(before.split(/\s+/)) !== undefined && !MADE_FOR_IT.test(between);
}

function opensWithProduct(text: string, products: ProductNames): boolean {
  const words = text.replace(/[,.;:!?]/g, ' ').split(/\s+/);
  for (let count = Math.min(MOST_WORDS, words.length); count > 0; count--) {
    const found = products.atEnd(words.slice(0, count));
    // "VMware vCenter Server": the vendor may stand in front.
    if (found && count - found.length <= 1) {
      return !MADE_FOR_IT.test(words.slice(count).join(' '));
    }
  }
  return false;
}
