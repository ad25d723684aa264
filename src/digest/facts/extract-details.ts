import type { Topic } from '../../model/classification.ts';
import type { StatedFact, StoryFacts, SupportEnd } from '../../model/edition.ts';
import type { ClassifiedEntry } from '../classify/classified-entry.ts';
import { beginning } from '../words/beginning.ts';
import { normalizeText } from '../words/normalize-text.ts';
import { findFixes } from './fixes/find-fixes.ts';
import { mergeFixes } from './fixes/merge-fixes.ts';
import { deniesImpact } from './flaws/denies-impact.ts';
import { readDenial } from './flaws/exploitation-claims.ts';
import { type FlawIndex, stateFlaw } from './flaws/index-flaws.ts';
import { findOwnFlaws, ownText } from './flaws/own-flaws.ts';
import { readCvss } from './flaws/read-cvss.ts';
import { readExploitation } from './flaws/read-exploitation.ts';
import { readRating, saysCritical } from './flaws/says-critical.ts';
import { findSupportEnds } from './support/find-support-ends.ts';
import { joinEnds } from './support/join-ends.ts';
import type { ProductNames } from './versions/product-names.ts';
import { readLeadStage } from './versions/read-lead-stage.ts';
import { readStage } from './versions/read-stage.ts';

/** An advisory has its table of fixed versions far down. */
const DETAIL_LENGTH = 20_000;
const LEAD_LENGTH = 1000;
const OPENING_LENGTH = 600;
const STAGED: readonly Topic[] = ['release', 'preview', 'lifecycle'];

/** What facts are read in view of. */
export interface DetailContext {
  readonly flaws: FlawIndex;
  /** The day of the edition. */
  readonly today: string;
  readonly products: ProductNames;
}

/** Completes the facts of a story that an edition names: who says what, fixes, stages, ends of support. */
export function extractDetails(
  facts: StoryFacts,
  entries: readonly ClassifiedEntry[],
  { flaws, today, products }: DetailContext,
): StoryFacts {
  const isSecurity =
    facts.cves.length > 0 || entries.some(({ topics }) => topics.includes('security'));
  const fixes = (isSecurity ? entries : []).map((each) => {
    const found = findFixes(ownText(each, facts.cves, products, bodyOf(each)), products);
    const isTold = tellsAffected(each, found.affected, facts.cves, products);
    return {
      affected: isTold ? found.affected : [],
      fixed: found.fixed,
      source: nameOf(each),
    };
  });
  const { affected, fixed } = mergeFixes(fixes, products);
  const supportEnds = entries.flatMap((entry) => endsIn(entry, today, products));
  const stated = isSecurity ? statements(facts, entries, { flaws, products }) : [];
  const stage = stageOfStory(entries, products);
  return {
    ...facts,
    ...(stage && { stage }),
    ...(affected.length > 0 && { affected }),
    ...(fixed.length > 0 && { fixed }),
    ...(supportEnds.length > 0 && { supportEnds: uniqueEnds(supportEnds) }),
    ...(stated.length > 0 && { stated }),
  };
}

/**
 * Whether the versions that a report calls affected are all that are: a reader who runs others takes
 * it that he is spared. Who is not affected may ship the fix all the same.
 */
function tellsAffected(
  classified: ClassifiedEntry,
  affected: readonly string[],
  cves: readonly string[],
  products: ProductNames,
): boolean {
  const { entry } = classified;
  if (affected.length === 0 || deniesImpact(entry, products)) return false;
  const flaws = findOwnFlaws([classified], products);
  if (flaws.length > 0 && !cves.every((cve) => flaws.includes(cve))) return false;
  const titled = products.findIn(normalizeText(entry.title));
  const named =
    titled.length > 0
      ? titled
      : products.findIn(normalizeText(beginning(entry.text, OPENING_LENGTH)));
  const told = products.findIn(affected.join('\n'));
  return named.every((name) => told.includes(name));
}

function bodyOf({ entry }: ClassifiedEntry): string {
  return normalizeText(`${entry.title}.\n${beginning(entry.text, DETAIL_LENGTH)}`);
}

function stageOfStory(
  entries: readonly ClassifiedEntry[],
  products: ProductNames,
): StoryFacts['stage'] {
  const isAbout = ({ topics }: ClassifiedEntry) => STAGED.some((topic) => topics.includes(topic));
  const staged = entries.filter(isAbout).map(({ entry }) => ({
    title: normalizeText(entry.title),
    text: normalizeText(beginning(entry.text, LEAD_LENGTH)),
  }));
  return (
    firstOf(staged, ({ title }) => readStage(title, products)) ??
    firstOf(staged, ({ title, text }) => readLeadStage(title, text, products))
  );
}

function firstOf<Item, Found>(
  items: readonly Item[],
  find: (item: Item) => Found | undefined,
): Found | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

function endsIn(classified: ClassifiedEntry, today: string, products: ProductNames): SupportEnd[] {
  const { entry } = classified;
  return findSupportEnds(bodyOf(classified), products).map(({ product, version, on }) => ({
    product,
    version,
    on,
    isPast: on < today.slice(0, on.length),
    source: nameOf(classified),
    ...(entry.url !== undefined && { url: entry.url }),
  }));
}

/** Reports first, then open data; each under its own name, also where they contradict each other. */
function statements(
  { cves, isExploited, isCritical }: StoryFacts,
  entries: readonly ClassifiedEntry[],
  { flaws, products }: Pick<DetailContext, 'flaws' | 'products'>,
): StatedFact[] {
  const reported = entries.flatMap((classified) => {
    const { url } = classified.entry;
    const by = { source: nameOf(classified), ...(url !== undefined && { url }) };
    if (deniesImpact(classified.entry, products)) return [{ text: 'Not affected', ...by }];
    const text = ownText(classified, cves, products);
    const cvss = readCvss(text);
    const attacked = readExploitation(classified, cves, products);
    const isCalled = saysCritical(text);
    const denial = isExploited && !attacked ? readDenial(text) : undefined;
    const rating = isCritical && !isCalled ? readRating(text) : undefined;
    return [
      ...(cvss === undefined ? [] : [{ text: `CVSS up to ${cvss}`, ...by }]),
      ...(isCalled ? [{ text: 'Called critical', ...by }] : []),
      ...(rating === undefined ? [] : [{ text: `Severity ${rating}`, ...by }]),
      ...(attacked ? [{ text: exploitedWords(attacked, cves), ...by }] : []),
      ...(denial === undefined ? [] : [{ text: denial, ...by }]),
    ];
  });
  return [...reported, ...cves.flatMap((cve) => flaws.get(cve) ?? []).flatMap(stateFlaw)];
}

/** Which flaws are exploited, where a report says it of some. */
function exploitedWords(attacked: readonly string[], cves: readonly string[]): string {
  const isOfSome = attacked.length > 0 && attacked.length < cves.length;
  return isOfSome ? `${attacked.join(', ')} exploited` : 'Exploited';
}

function nameOf({ source, entry }: ClassifiedEntry): string {
  return source?.name ?? entry.sourceId;
}

/** Once for each version, date and source. */
function uniqueEnds(ends: readonly SupportEnd[]): SupportEnd[] {
  const found = new Map(
    joinEnds(ends).map((end) => [`${end.product} ${end.version} ${end.on} ${end.source}`, end]),
  );
  return [...found.values()];
}
