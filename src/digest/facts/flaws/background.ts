import { either } from '../../words/either.ts';
import { ANY_MONTH, FRENCH_MONTH, GERMAN_MONTH } from '../../words/months.ts';
import { findCves } from './find-cves.ts';

/** Where one statement ends and the next begins; splitting here loses no character. */
const STATEMENT =
  /(?<=[.!?;]["')\]]?)(?=\s)|(?<=\n)|(?=,?\s(?:but|while|whereas|although|though)\s)/;

/** Opens a sentence and ends with the comma before what the sentence is about. */
const OPENS_COMPARISON =
  /^\W*(?:unlike|compared (?:to|with)|in contrast (?:to|with)|as opposed to|contrary to)\b[^,]*(?:,\s(?:which|who|where|a|an)\b[^,]*)?(?:,|$)/i;
/** From here on a sentence is about another flaw. */
const COMPARES = either(
  /\b(?:lower|higher|less|more) than\b(?<=\b(?:rated|score[sd]?|scoring|CVSS|severity)\b[^;]{0,80})/i,
  /\b(?:(?:less|more) (?:severe|serious|critical|dangerous|grave)|worse|better|milder|graver) than\b/i,
  /\bnothing like\b/i,
  /,\s*unlike\b/i,
  /\b(?:unrelated|(?:not|no longer) related|no relation|similar|comparable) to\b/i,
  /\b(?:not to be|should not be) confused with\b/i,
  /\b(?:different|distinct|separate) from\b/i,
  /\b(?:as opposed|compared|in contrast) (?:to|with)\b/i,
  /\breminiscent of\b/i,
  /\b(?:resembl(?:es|ing)|echo(?:es|ing))\b/i,
  /\b(?:comes?|came|coming|arrives?) (?:[\w-]+ ){0,3}(?:weeks?|months?|years?) after\b/i,
  /\b(?:this|it|which|flaws?|bugs?|patch(?:es)?|updates?|fix(?:es)?|advisory|disclosure|news|warning) follows?\b/i,
  /\b(?:as|so|nearly as|almost as) (?:bad|severe|serious|grave|dangerous) as\b/i,
);
/** The same in French and in German. */
const OTHER_TIMES =
  "(?:en|au) début d(?:e l)?['’]année|l['’](?:an|année|été|automne|hiver) derni(?:er|ère)|(?:le mois|le printemps) dernier|il y a (?:un|deux|trois|plusieurs|quelques) (?:mois|ans?)|(?:Anfang|Mitte) (?:des|dieses) Jahres|(?:im )?(?:letzte|vergangene|vorige)[ns] (?:Jahr|Monat|Sommer|Herbst|Winter|Frühjahr)(?:e?s)?|vor (?:einem|zwei|drei|vier|mehreren|einigen) (?:Monat|Jahr)en?";
const TIME = `earlier (?:this|last) (?:month|year|quarter)|last (?:month|year|${ANY_MONTH}|spring|summer|fall|autumn|winter)|(?:a|one|two|three|four|five|several|some|many) (?:months?|years?) ago|${OTHER_TIMES}`;
const YEAR = `(?:in|en|im) (?:(?:early|mid|late)[- ])?(?:(?:${ANY_MONTH}|${FRENCH_MONTH}|${GERMAN_MONTH}) )?(20\\d\\d)`;
const OPENS_IN_THE_PAST = new RegExp(
  `^\\W*(?:(?:and|also|but|back)\\s)?(?:(?:${TIME}|${YEAR})\\b|(?:previously|in the past|historically),)`,
  'i',
);
/** What began then may well go on. */
const IN_THE_PAST = new RegExp(
  `(?<!\\b(?:since|beginning|starting|began|as early as|seit|depuis|dès) )\\b(?:${TIME}|${YEAR})\\b`,
  'i',
);
const ATTACKS = /exploit|attack|attaqu|abus|ausgenutzt|angegriffen|\bhit\b|\bused\b|zero-day/i;
const GOES_ON =
  /\b(?:now|today|still|again|currently|ongoing|continues?|aujourd['’]hui|toujours|heute|weiterhin|derzeit|(?:is|are) being)\b/i;

/** One look for all, since most texts have none: a word that each of the patterns above needs. */
const SIGN =
  /\bthan\b|nothing like|\bunlike|relat|similar|compar|confused|differ|distinct|separate|oppos|contra|reminiscent|resembl|echo|\bafter\b|follows|earlier|\blast\b|\bago\b|\bin\b[^.]{0,20}\b20\d\d|previously|the past|historically|derni(?:er|ère)|début|il y a|\bvor\b|letzte|vergangene|vorige|des Jahres|\b(?:en|im)\b[^.]{0,20}\b20\d\d/i;

/** What is said of other flaws, or of earlier times, is no news: the text without it. */
export function withoutBackground(text: string, year: number, own: readonly string[]): string {
  if (!SIGN.test(text)) return text;
  return statementsOf(text)
    .map((statement) => withoutPast(withoutComparison(statement), year, own))
    .join('');
}

/** The statements that a text consists of; joined, they are the text. */
export function statementsOf(text: string): string[] {
  return text.split(STATEMENT);
}

/** What a statement says before, or after, it speaks of something else. */
export function withoutComparison(statement: string): string {
  const rest = statement.replace(OPENS_COMPARISON, endOf);
  const at = rest.search(COMPARES);
  return at === -1 ? rest : `${rest.slice(0, at)}${endOf(rest)}`;
}

/** What the past says of the story's own flaws, or of what goes on, is part of the story. */
function withoutPast(statement: string, year: number, own: readonly string[]): string {
  if (GOES_ON.test(statement)) return statement;
  const opensInThePast = isBefore(OPENS_IN_THE_PAST, statement, year);
  if (!opensInThePast && !isBefore(IN_THE_PAST, statement, year)) return statement;
  if (findCves(statement).some((cve) => own.includes(cve))) return statement;
  if (opensInThePast) return endOf(statement);
  const isPast = (part: string) => isBefore(IN_THE_PAST, part, year) && ATTACKS.test(part);
  const parts = statement.split(/(?<=,)/);
  return parts.map((part) => (isPast(part) ? endOf(part) : part)).join('');
}

function isBefore(pattern: RegExp, text: string, year: number): boolean {
  const match = pattern.exec(text);
  return match !== null && (match[1] === undefined || Number(match[1]) < year);
}

/** What keeps the lines of a text apart. */
function endOf(statement: string): string {
  return statement.endsWith('\n') ? '\n' : ' ';
}
