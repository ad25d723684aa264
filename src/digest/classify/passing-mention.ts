import type { Words } from '../words/words.ts';

// Directly before a name, articles and adjectives aside: the name is what something else is held
// against, or where something comes from.
const BEFORE =
  /(?:\b(?:alternatives?|rivals?|competitors?|challengers?|replacements?|answer|comparable|similar|compared|equivalent) (?:to|for|of|with)|\b(?:rival|rivals|rivaling|rivalling|challenge|challenges|challenging|chase|chases|chasing|attack|attacks|against|like|besides|alongside)|\b(?:takes?|taking|took) on|\bcompet(?:e|es|ed|ing) (?:with|against)|\bsuch as|\bimport(?:s|ed|ing|er)?(?: \S+){0,4} from|\binstead of|\bother than|\bwell as|\breminiscent of)(?: (?:the|a|an|its|free|standard|traditional|legacy|existing|big|market|leader))*$/;
const AFTER =
  /^(?:s )?(?:alternatives?|rivals?|competitors?|challengers?|replacements?|migrants?|refugees?|defectors?|leavers|escapees|killer|compatible|like|style|alternative[ns]?|konkurrent(?:en)?|ersatz|ablösung)\b/;
const AFTER_PREFIXED =
  /(?:\b(?:former|ex|post|non|anti|alternative|alternativen?) (?:(?:a|à|au|zu|zum) )?)$/;
// Directly before a name, or after it: the name is what the text says it is not about.
const DENIED_BEFORE =
  /(?:\b(?:nothing (?:at all )?to do|unrelated|not (?:related|connected)) (?:with|to)|\bunlike|\bno (?:effect|impact|bearing) on|\b(?:is|was|are|were) no|\b(?:not|never|doesn t|don t|didn t) (?:affect|hit|touch|impact|concern)(?:s|ing)?|(?:(?:^|\b(?:no|is|was|are|were|it s|that s) )not|\b(?:isn|wasn|aren|weren) t)(?: (?:just|only|about|in|merely))?)(?: (?:the|a|an|its|just|only))*$/;
const DENIED_AFTER =
  /^(?:[a-z]\S* ){0,2}(?:(?:is|are|was|were|remains?|stays?) (?:also |itself |reportedly )?(?:not (?:affected|impacted|vulnerable|involved|concerned|at risk|to blame)|unaffected|unharmed|spared)|(?:isn|aren|wasn|weren) t (?:affected|impacted|vulnerable|involved|at risk)|not affected|unaffected|has nothing to do|have nothing to do)\b/;
// A title that weighs one against the other is about both.
const WEIGHING =
  /\b(?:vs|versus|compared|comparing|comparison|evaluat(?:e|es|ing|ion)|vergleich\w*|comparatif)\b|比較/i;
const VERSUS: ReadonlySet<string> = new Set(['vs', 'versus']);
const RELEASE_WORDS: ReadonlySet<string> = new Set(
  'released release releases introduces available arrives adds brings with supports gets launches ships debuts now generally stable'.split(
    ' ',
  ),
);
const REACH = 8;
const REACH_BEHIND = 9;

/** True when the words around a name say that it is held up for comparison only: "rival X", "X migrants". */
export function isNamedInPassing(words: Words, from: number, to: number): boolean {
  const before = wordsBefore(words, from);
  if (BEFORE.test(before) || AFTER_PREFIXED.test(`${before} `)) return true;
  return !words.opensSentence(to) && AFTER.test(words.join(to, to + 3));
}

/** True when the words around a name deny that this is about it: "nothing to do with X", "X is not affected". */
export function isDenied(words: Words, from: number, to: number): boolean {
  return DENIED_BEFORE.test(wordsBefore(words, from)) || DENIED_AFTER.test(wordsBehind(words, to));
}

/** True for a text that weighs what it names against each other: "Evaluating A as an alternative to B". */
export function isWeighing(text: string): boolean {
  return WEIGHING.test(text);
}

/** True for a name in a list such as "A vs B 2.0 vs C", all of which is the subject. */
export function isHeldAgainst(words: Words, from: number, to: number): boolean {
  return [from - 2, from - 1, to, to + 1, to + 2].some((at) => standsBetweenNames(words, at));
}

function standsBetweenNames(words: Words, at: number): boolean {
  if (at < 1 || at + 1 >= words.length || !VERSUS.has(words.lower(at))) return false;
  const isName = (near: number) => /[\p{Lu}\d]/u.test(words.original(near));
  return isName(at - 1) && isName(at + 1);
}

/** True when a version and then a word of release come directly after a name. */
export function isFollowedByRelease(words: Words, to: number): boolean {
  let at = to;
  while (at < words.length && /^v?\d+$/.test(words.lower(at))) at++;
  return at > to && at < words.length && RELEASE_WORDS.has(words.lower(at));
}

function wordsBehind(words: Words, at: number): string {
  let end = at;
  while (end < words.length && end - at < REACH_BEHIND && !words.opensSentence(end)) end++;
  return words.join(at, end);
}

function wordsBefore(words: Words, at: number): string {
  let start = at;
  while (start > 0 && at - start < REACH && !words.opensSentence(start)) start--;
  return words.join(start, at);
}
