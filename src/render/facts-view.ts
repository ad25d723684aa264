import type { StoryFacts } from '../model/edition.ts';
import { fewWords } from './few-words.ts';

export interface FactsView {
  readonly isAny: boolean;
  readonly cves: readonly { readonly id: string; readonly url: string }[];
  /** How many more CVEs there are than `cves` shows. */
  readonly moreCves: number;
  /** `9.8`; empty when no source states one. */
  readonly cvss: string;
  readonly isExploited: boolean;
  /** Which of the flaws are, in words; empty where it is said of all. */
  readonly exploited: string;
  /** Called critical, where that is not plain from what else is told. */
  readonly isCritical: boolean;
}

// A monthly update names over a hundred; a reader wants the gist and the link.
const shownCves = 6;

const criticalCvss = 9;

/** What a story's sources state of weaknesses. */
export function factsView(facts: StoryFacts): FactsView {
  const { cvss = 0, isExploited, exploited = [] } = facts;
  return {
    isAny: isWarning(facts),
    cves: facts.cves
      .slice(0, shownCves)
      .map((id) => ({ id, url: `https://www.cve.org/CVERecord?id=${encodeURIComponent(id)}` })),
    moreCves: Math.max(0, facts.cves.length - shownCves),
    cvss: facts.cvss?.toFixed(1) ?? '',
    isExploited,
    exploited: fewWords(exploited),
    isCritical: facts.isCritical && !isExploited && cvss < criticalCvss,
  };
}

function isWarning({ cves, cvss, isExploited, isCritical }: StoryFacts): boolean {
  return cves.length > 0 || cvss !== undefined || isExploited || isCritical;
}
