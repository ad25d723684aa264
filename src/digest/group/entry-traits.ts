import type { Topic } from '../../model/classification.ts';
import { type ClassifiedEntry, publishedAt } from '../classify/classified-entry.ts';
import { type Freedom, freedomOf } from '../classify/freedom.ts';
import { readTakeover, type Takeover } from '../classify/read-takeover.ts';
import { isListedAsExploited } from '../facts/extract-facts.ts';
import { findAdvisories } from '../facts/flaws/find-advisories.ts';
import { findCves } from '../facts/flaws/find-cves.ts';
import { findOwnFlaws } from '../facts/flaws/own-flaws.ts';
import { findVersions, type NamedVersion } from '../facts/versions/find-versions.ts';
import type { ProductNames } from '../facts/versions/product-names.ts';
import { beginning } from '../words/beginning.ts';
import { canonicalAddress, publisherOf } from '../words/canonical-address.ts';
import { either } from '../words/either.ts';
import { normalizeText } from '../words/normalize-text.ts';
import { plainTitle } from '../words/plain-title.ts';
import { findFlawKinds } from './find-flaw-kinds.ts';
import { findQuarter } from './find-quarter.ts';
import { type ReadTerm, readTerms, reduceWord } from './read-terms.ts';

/** What grouping compares of an entry. */
export interface EntryTraits {
  readonly id: string;
  /** Days since 1970, with fraction. */
  readonly day: number;
  readonly address: string | undefined;
  readonly sourceId: string;
  readonly publisher: string;
  readonly titleKey: string;
  readonly titleTerms: readonly ReadTerm[];
  readonly leadTerms: readonly ReadTerm[];
  /** Named in title, address or lead; further down only where they are few and the entry warns of them. */
  readonly cves: readonly string[];
  readonly titleCves: readonly string[];
  readonly titleAdvisories: readonly string[];
  readonly advisories: readonly string[];
  /** With which lines of the body begin, as in a round-up of several. */
  readonly headedAdvisories: readonly string[];
  readonly versions: readonly NamedVersion[];
  readonly titleProducts: readonly string[];
  /** Known products in title and lead. */
  readonly products: readonly string[];
  /** Kinds of flaws by which one may be known again. */
  readonly flawKinds: readonly string[];
  /** What the title warns of: a flaw, also by what mends it, or attacks that need none. */
  readonly danger: 'flaw' | 'attack' | undefined;
  /** True for news of attacks that go on. */
  readonly isAlarm: boolean;
  /** True where the state's offices are told to act. */
  readonly isOrder: boolean;
  /** Whether something becomes free of charge, or is so no longer. */
  readonly freedom: Freedom | undefined;
  /** What of the vendor's own house it is about, such as its support portal. */
  readonly facility: string | undefined;
  /** Whose results are told: "Q3 2025", or "Q3" where no year is named. */
  readonly quarter: string | undefined;
  /** Which company buys which, and how far it is with it. */
  readonly takeover: Takeover | undefined;
  readonly isDispute: boolean;
  /** What kind of news it is, of those kinds that make stories. */
  readonly newsTopics: readonly Topic[];
  readonly isSecurity: boolean;
  readonly isHowTo: boolean;
  /** About a tool for a product, and not the product. */
  readonly isTooling: boolean;
  readonly isRelease: boolean;
  readonly hypervisors: readonly string[];
}

const NEWS: ReadonlySet<Topic> = new Set([
  'security',
  'release',
  'licensing',
  'lifecycle',
  'partnership',
  'migration',
  'business',
]);
const LEAD_LENGTH = 400;
const READ_LENGTH = 6000;
const HEADING = /^\W{0,4}[A-Z]{1,5}SA[-\u2010\u2011 ][\w-]+/gm;
const MOST_FURTHER_DOWN = 10;
const DAY = 86_400_000;
const DISPUTE =
  /\b(?:sue[sd]?|suing|lawsuit|litigation|legal (?:action|threats?|ultimatum|letters?)|letters|settle[sd]?|settlement|in court|court (?:filing|case|battle|orders?|rules?|forces?|decision)|(?:a|the)(?: [\w-]+){0,2} court\b|restraining order|injunction|judge|ruling|proceedings|breach of contract|cease[- ]and[- ]desist)\b/i;

/** Also "Sicherheitslücke" and "faille": one word stands for what other languages write. */
const FLAW = reduceWord('flaw');
const MENDS_FLAW =
  /\b(?:zero[- ]days?|0[- ]days?|bugs?|RCE|DoS|bypass|escapes?|patch(?:es|ed|ing)?|fix(?:es|ed)?|(?:critical|security(?: and \w+)?) updates?|advisor(?:y|ies)|bulletin|KEV)\b|lücken?\b/i;
const ATTACK =
  /\b(?:attacks?|attacc\w+|hack(?:s|ed|ers?|ing)|angriffe?|piratage)\b|ransom|malware|backdoor|implant/i;
const ALARM = /\bexploit(?:ed|ing|ation|s)?\b|\bzero[- ]days?\b|\b0[- ]days?\b|\bin attacks\b/i;
const ORDER = /\bemergency (?:directive|order)\b|\b(?:federal|civilian) agencies\b|\bfeds\b/i;
const PORTAL =
  /\b(?:support|customer|licen[sc]ing|download) (?:portal|site)s?\b|\bcustomer connect\b/i;
const PORTAL_OF_NAME = /\b\p{Lu}\w+ (?:customer )?portal\b/u;
/** Whom the vendor sells through, and on what terms. */
const CHANNEL = either(
  /\bpartner (?:program(?:me)?|agreement|contract|network|tier)s?\b/i,
  /\bchannel (?:program(?:me)?|strategy)\b/i,
  /\b(?:VMware|reseller|service provider|low-tier|channel)(?:['’]s)? partners?\b/i,
  /\bcoi partner\b/i,
  /\bPartnerprogramm\w*/i,
  /\bVMware-Partner\w*/i,
);
const KNOWLEDGE_BASE = /\bknowledge base\b/i;

/** Reads once what every comparison with other entries needs. */
export function readTraits(classified: ClassifiedEntry, products: ProductNames): EntryTraits {
  const { entry, labels, topics } = classified;
  const title = plainTitle(normalizeText(entry.title));
  const opening = normalizeText(beginning(entry.text, LEAD_LENGTH));
  const address = entry.url ?? '';
  const titleTerms = readTerms(title);
  const isSecurity = topics.includes('security');
  return {
    id: entry.id,
    day: publishedAt(entry).epochMilliseconds / DAY,
    address: entry.url === undefined ? undefined : canonicalAddress(entry.url),
    sourceId: entry.sourceId,
    publisher: entry.url === undefined ? entry.sourceId : publisherOf(entry.url),
    titleKey: titleTerms.map(({ term }) => term).join(' '),
    titleTerms,
    leadTerms: readTerms(opening),
    cves: cvesOf(classified, `${title}\n${address}\n${opening}`, products),
    titleCves: findCves(title),
    titleAdvisories: findAdvisories(`${title}\n${address}`),
    advisories: findAdvisories(`${title}\n${address}\n${opening}`),
    headedAdvisories: isSecurity ? findHeadedAdvisories(entry.text) : [],
    versions: findVersions(title, products),
    titleProducts: products.findIn(title.replace(/\bdata center\b/gi, 'datacenter')),
    products: products.findIn(`${title}\n${opening}`),
    newsTopics: newsTopicsOf(classified),
    isHowTo: topics.includes('how-to'),
    isTooling: topics.includes('tooling'),
    isSecurity,
    isRelease: topics.includes('release'),
    flawKinds: isSecurity ? findFlawKinds(`${title}\n${opening}`) : [],
    danger: dangerOf(title, titleTerms),
    isAlarm: isSecurity && (ALARM.test(title) || isListedAsExploited(classified)),
    isOrder: isSecurity && ORDER.test(title),
    freedom: freedomOf(title, topics),
    facility: facilityOf(title, opening),
    quarter: findQuarter(title),
    takeover: readTakeover(title),
    isDispute: DISPUTE.test(`${title}\n${opening}`),
    hypervisors: labels.map(({ hypervisor }) => hypervisor),
  };
}

function findHeadedAdvisories(text: string): string[] {
  return findAdvisories((beginning(text, READ_LENGTH).match(HEADING) ?? []).join('\n'));
}

function newsTopicsOf({ topics }: ClassifiedEntry): Topic[] {
  return topics.filter((topic) => NEWS.has(topic));
}

/** A round-up names many further down, and other news what is long mended. */
function cvesOf(
  classified: ClassifiedEntry,
  start: string,
  products: ProductNames,
): readonly string[] {
  const named = findCves(start);
  const isNotice = newsTopicsOf(classified).join() === 'security';
  if (named.length > 0 || !isNotice) return named;
  const own = findOwnFlaws([classified], products);
  return own.length <= MOST_FURTHER_DOWN ? own : [];
}

function dangerOf(title: string, terms: readonly ReadTerm[]): 'flaw' | 'attack' | undefined {
  const isOnFlaw =
    terms.some(({ term }) => term === FLAW) ||
    MENDS_FLAW.test(title) ||
    findCves(title).length > 0 ||
    findAdvisories(title).length > 0;
  if (isOnFlaw) return 'flaw';
  return ATTACK.test(title) ? 'attack' : undefined;
}

/** The portal and the knowledge base are two houses, though one notice names both. */
function facilityOf(title: string, opening: string): string | undefined {
  if (KNOWLEDGE_BASE.test(title)) return 'knowledge base';
  if (CHANNEL.test(title)) return 'partner programme';
  const text = `${title}\n${opening}`;
  return PORTAL.test(text) || PORTAL_OF_NAME.test(text) ? 'support portal' : undefined;
}

/** True where it is about any of the hypervisors. */
export function isLabelled({ hypervisors }: EntryTraits): boolean {
  return hypervisors.length > 0;
}

/** True when there is a hypervisor that both are about. */
export function shareHypervisor(a: EntryTraits, b: EntryTraits): boolean {
  return a.hypervisors.some((id) => b.hypervisors.includes(id));
}

/** True when each is about a hypervisor that the other is not about. */
export function haveOwnHypervisors(a: EntryTraits, b: EntryTraits): boolean {
  return (
    a.hypervisors.some((id) => !b.hypervisors.includes(id)) &&
    b.hypervisors.some((id) => !a.hypervisors.includes(id))
  );
}

/** True when their CVEs can tell whether both are about the same flaw. */
export function bothNameCves(a: EntryTraits, b: EntryTraits): boolean {
  return a.cves.length > 0 && b.cves.length > 0;
}
