import type { EditionStory } from '../model/edition.ts';
import type { DateWords } from './date-words.ts';
import { fewWords } from './few-words.ts';
import { type StatementView, statementViews } from './statement-view.ts';
import { type SupportView, supportViews } from './support-view.ts';

/** What the reports of a story say of versions, and who says what of a flaw. */
export interface DetailsView {
  readonly isAny: boolean;
  /** Versions in words; empty where no report names one. */
  readonly fixed: string;
  readonly affected: string;
  readonly support: readonly SupportView[];
  readonly stated: readonly StatementView[];
  /** For where there is room. */
  readonly moreStated: readonly StatementView[];
  /** Those that neither the headline nor the summary tells. */
  readonly numbers: readonly StatementView[];
}

const DENIAL = /^Not /;
// A monthly update has some for each of a hundred flaws.
const shownStatements = 5;
const shownNumbers = 4;

export function detailsView(story: EditionStory, dates: DateWords): DetailsView {
  const { fixed = [], affected = [], supportEnds = [] } = story.facts;
  const facts = statementsWorthTelling(story);
  const stated = statementViews(facts.map((fact) => ({ ...fact, text: dates.within(fact.text) })));
  const numbers = statementViews(numbersWorthTelling(story));
  const isAny = [fixed, affected, supportEnds, stated, numbers].some((list) => list.length > 0);
  return {
    isAny,
    fixed: fewWords(fixed),
    affected: fewWords(affected),
    support: supportViews(supportEnds, dates),
    stated: stated.slice(0, shownStatements),
    moreStated: stated.slice(shownStatements),
    numbers: numbers.slice(0, shownNumbers),
  };
}

/** What a reader has just read is not told again, unless its words differ: "about 72 cores". */
function numbersWorthTelling({ facts, headline, summary }: EditionStory) {
  const told = [headline, ...summary].map((text) => normalSpace(text).toLowerCase()).join('\n');
  return (facts.numbers ?? []).filter(({ text }) => !told.includes(text.toLowerCase()));
}

/** Thin and unbreakable spaces, as some write them between thousands, are spaces. */
function normalSpace(text: string): string {
  return text.replace(/\s/g, ' ');
}

/** Exploited first. What the only report says is plain from the figures beside it, but for a denial. */
function statementsWorthTelling({ facts, reports }: EditionStory) {
  const { stated = [] } = facts;
  const isPlain =
    reports.length === 1 &&
    stated.every(({ text, source }) => source === reports[0]?.sourceName && !DENIAL.test(text));
  if (isPlain) return [];
  const isUrgent = ({ text }: { readonly text: string }) => /\bexploited\b/i.test(text);
  return [...stated.filter(isUrgent), ...stated.filter((fact) => !isUrgent(fact))];
}
