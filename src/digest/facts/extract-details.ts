import type { Topic } from '../../model/classification.ts';
import type { StoryFacts, SupportEnd } from '../../model/edition.ts';
import type { ClassifiedEntry } from '../classify/classified-entry.ts';
import { beginning } from '../words/beginning.ts';
import { normalizeText } from '../words/normalize-text.ts';
import { isOnSecurity } from './extract-facts.ts';
import { findFixes } from './fixes/find-fixes.ts';
import { mergeFixes, type SourceFixes } from './fixes/merge-fixes.ts';
import { deniesImpact } from './flaws/denies-impact.ts';
import type { FlawIndex } from './flaws/index-flaws.ts';
import { findOwnFlaws, ownText } from './flaws/own-flaws.ts';
import { stateFlaws } from './flaws/state-flaws.ts';
import { stateNumbers } from './numbers/state-numbers.ts';
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

/** Completes the facts of a story that an edition names: who says what, fixes, stages, ends of support, numbers. */
export function extractDetails(
  facts: StoryFacts,
  entries: readonly ClassifiedEntry[],
  { flaws, today, products }: DetailContext,
): StoryFacts {
  const isSecurity = isOnSecurity(facts.cves, entries);
  const fixes = (isSecurity ? entries : []).map((each) => fixesIn(each, facts.cves, products));
  const { affected, fixed } = mergeFixes(fixes, products);
  const supportEnds = entries.flatMap((entry) => endsIn(entry, today, products));
  const stated = isSecurity ? stateFlaws(facts, entries, flaws, products) : [];
  const numbers = stateNumbers(entries, products);
  const stage = stageOfStory(entries, products);
  return {
    ...facts,
    ...(stage && { stage }),
    ...(affected.length > 0 && { affected }),
    ...(fixed.length > 0 && { fixed }),
    ...(supportEnds.length > 0 && { supportEnds: uniqueEnds(supportEnds) }),
    ...(stated.length > 0 && { stated }),
    ...(numbers.length > 0 && { numbers }),
  };
}

function fixesIn(
  classified: ClassifiedEntry,
  cves: readonly string[],
  products: ProductNames,
): SourceFixes {
  const text = ownText(classified, cves, products, bodyOf(classified));
  const { affected, fixed } = findFixes(text, products);
  const isTold = tellsAffected(classified, affected, cves, products);
  return { affected: isTold ? affected : [], fixed, source: nameOf(classified) };
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
