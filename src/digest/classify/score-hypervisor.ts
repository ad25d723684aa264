import type { Hypervisor } from '../../model/hypervisor.ts';
import { isUnderSite } from '../words/is-under-site.ts';
import { type EntryReading, NAMING, type Part, STRONG } from './entry-reading.ts';
import type { Mention } from './find-mentions.ts';
import { isBehindRival, isPassing, judgeSubject, type Subject } from './judge-subject.ts';

/** One part of an entry that speaks for a hypervisor. */
export interface Evidence {
  readonly part: Part | 'site' | 'dedicated';
  /** The terms found, heaviest first, or the site. */
  readonly words: readonly string[];
  readonly points: number;
}

export interface HypervisorScore {
  readonly score: number;
  readonly evidence: readonly Evidence[];
  readonly isSideProduct: boolean;
}

const WEIGHTS: Readonly<Record<Part, number>> = {
  title: 3,
  lead: 1.5,
  flaws: 1.5,
  tags: 1.5,
  sourceName: 1.2,
  address: 1,
  body: 0.6,
};
const BODY: Part = 'body';
const BEFORE_BODY = (Object.keys(WEIGHTS) as Part[]).filter((part) => part !== BODY);
/** Being published where everything is about it suffices alone. */
const SITE_POINTS = 4;
/** Who is named first in a title is its subject, others in it stand beside. */
const NAMED_FIRST = 2;
/** A second term of the same part adds this share of its weight. */
const FURTHER_TERM = 0.3;
const MOST_PER_PART = 3;

/** What is left of a name that stands there in passing. */
const PASSING = 0.25;
/** … when the title is about another platform. */
const ELSEWHERE = 0.3;
/** … when another hypervisor is the subject. */
const BACKGROUND = 0.6;
/** … when only a later sentence of the opening brings it in. */
const LATER_SENTENCE = 0.85;

/** How much speaks for one hypervisor, in points, and what. */
export function scoreHypervisor(hypervisor: Hypervisor, reading: EntryReading): HypervisorScore {
  const subject = judgeSubject(hypervisor.id, reading);
  const before = [
    ...siteEvidence(hypervisor, reading, subject),
    ...BEFORE_BODY.flatMap((part) => partEvidence(hypervisor.id, reading, part, subject)),
  ];
  // What only the body names is background, and the body the longest part to read.
  const body = before.length > 0 ? partEvidence(hypervisor.id, reading, BODY, subject) : [];
  const evidence = [...before, ...body];
  const sum = evidence.reduce((total, { points }) => total + points, 0);
  const score = isNamed(hypervisor.id, reading, evidence) ? sum : 0;
  return { score, evidence, isSideProduct: isSideProduct(hypervisor, reading) };
}

/** Context words alone, however many, name nothing: "Windows Server 2019 update fails on virtual machines". */
function isNamed(id: string, reading: EntryReading, evidence: readonly Evidence[]): boolean {
  return evidence.some(
    ({ part }) =>
      part === 'site' ||
      part === 'dedicated' ||
      reading[part].mentions.some((own) => own.hypervisor === id && own.weight >= NAMING),
  );
}

function siteEvidence(
  { id, sites }: Hypervisor,
  { title, publishedAt, dedicatedTo }: EntryReading,
  { isForeign }: Subject,
): Evidence[] {
  // "X is not affected", said at home, is news on X.
  const points = SITE_POINTS * (isForeign && !title.denied.has(id) ? PASSING : 1);
  const site = publishedAt && sites?.find((address) => isUnderSite(publishedAt, address));
  if (site !== undefined) return [{ part: 'site', words: [site], points }];
  return dedicatedTo === id ? [{ part: 'dedicated', words: [], points }] : [];
}

function partEvidence(id: string, reading: EntryReading, part: Part, subject: Subject): Evidence[] {
  const weights = new Map<string, number>();
  for (const mention of reading[part].mentions) {
    if (mention.hypervisor !== id || isRepeated(mention, reading, part)) continue;
    const weight = mention.weight * shareOf(mention, part, reading, subject);
    weights.set(mention.term, Math.max(weight, weights.get(mention.term) ?? 0));
  }
  if (weights.size === 0) return [];
  const sorted = [...weights].sort((a, b) => b[1] - a[1]);
  const [first = 0, ...further] = sorted.map(([, weight]) => weight);
  const sum = first + FURTHER_TERM * further.reduce((total, weight) => total + weight, 0);
  const bonus = part === 'title' && subject.isNamedFirst ? NAMED_FIRST : 0;
  const points = WEIGHTS[part] * Math.min(MOST_PER_PART, sum) + bonus;
  return [{ part, words: sorted.map(([term]) => term), points }];
}

/** An address mostly repeats the title, which counts once. */
function isRepeated(mention: Mention, { title }: EntryReading, part: Part): boolean {
  return part === 'address' && title.mentions.some((own) => own.term === mention.term);
}

function shareOf(mention: Mention, part: Part, reading: EntryReading, subject: Subject): number {
  if (isPassing(mention, part, reading, subject)) return PASSING;
  if (part === 'title') return isBehindRival(mention, reading.title) ? ELSEWHERE : 1;
  if (subject.isElsewhere) return ELSEWHERE;
  if (part !== 'sourceName' && subject.isBackground) return BACKGROUND;
  return part === 'lead' && !mention.isInFirstSentence ? LATER_SENTENCE : 1;
}

/** The maker's name beside one of its side products names no other: "VMware fixes flaw in Aria Suite". */
function isSideProduct({ id, name }: Hypervisor, { title, lead }: EntryReading): boolean {
  const isStrong = (own: Mention) => own.hypervisor === id && own.weight >= STRONG;
  const isOther = (own: Mention) => isStrong(own) && !own.isSide && own.term !== name;
  // "VMSA-2024-0011" leaves it to the opening to name a product.
  const isUntold = !title.side.has(id) && !title.mentions.some(isStrong);
  const part = isUntold ? lead : title;
  return part.side.has(id) && !part.mentions.some(isOther);
}
