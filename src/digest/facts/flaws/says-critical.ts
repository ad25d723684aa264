import { either } from '../../words/either.ts';
import { clausesOf } from './clauses-of.ts';

const CRITICAL = either(
  /\bcritical(?:[- ]severity|ly severe)?\s+(?:(?!infrastructure|workload|application|system|mass|service|business|data\b|(?:when|where|while|if|to|for|that|because|as|than|the|your|our|their|it|without)\s)[\w-]+\s+){0,4}?(?:flaws?|bugs?|vulnerabilit(?:y|ies)|update|patch|fix|(?:updates|patches|fixes)(?=\s+(?:for|in|from|is|are|available|released|out)\b)|advisor(?:y|ies)|holes?|issues?|escapes?|RCE|severity|range)\b/i,
  /\b(?:severity|rates?|rated|rating|classif(?:y|ies|ied)|considers?|considered)(?:\s+(?:it|this|them|both|the (?:flaw|issue|bug)s?))?(?:\s+(?:is|of|as|to be))?\s*:?\s*["'“]?critical\b/i,
  /\bcritical severity\b/i,
);
/** Those that somebody releases, where "install critical patches" is said of all. */
const CRITICAL_PATCHES =
  /\b(?:releas|issu|publish|ship|push|deliver|roll)\w* (?:[\w-]+ ){0,3}critical (?:[\w-]+ ){0,4}?(?:updates|patches|fixes)\b/i;
/** A row or a heading on one flaw: "CVE-2024-1 9.8 Critical Acme Router", "CVE-2024-1 … Vulnerability Critical". */
const CRITICAL_ROW =
  /\bCVE-\d{4}-\d{4,7}\b(?:[\s|,:–-]{1,5}(?:(?:n\/a|\d{1,2}\.\d|No|Yes|-)[\s|,]{1,5}){0,5}|[^.!?\n]{1,160}\bVulnerability[\s|]{1,5})Critical(?![ -](?:infrastructure|\p{Ll}))\b/u;
/** Said of another thing, of what may come, or of what counts as such. */
const NOT_CRITICAL = either(
  /\b(?:no|not|none|non|business|mission|time|less than)[- ](?:\w+ ){0,2}critical\b/i,
  /\b(?:if|whenever|whether|unless|every|any|each|ever|(?:must|should|has to|have to|needs? to|shall) be)\b[^,;]{0,60}\bcritical\b/i,
  /\bcritical(?:, \w+){0,2},? or (?:important|high|moderate|severe)\b/i,
);

/** True when a text calls a flaw or its patch critical; "business-critical" is another word. */
export function saysCritical(text: string): boolean {
  if (!/critical/i.test(text)) return false;
  return clausesOf(text).some(
    (clause) =>
      [CRITICAL, CRITICAL_PATCHES, CRITICAL_ROW].some((pattern) => pattern.test(clause)) &&
      !NOT_CRITICAL.test(clause),
  );
}

const RATING =
  /\bseverity(?: rating)?(?: is|:| of)? ?(?:rated )?(critical|important|high|moderate|medium|low)\b|\brated (?:as )?(critical|important|high|moderate|medium|low)(?: in)? severity\b/i;

/** The word of a scale that a text rates a flaw or an advisory by: `Moderate`. */
export function readRating(text: string): string | undefined {
  const [, first, second] = RATING.exec(text) ?? [];
  const word = (first ?? second)?.toLowerCase();
  return word && word.charAt(0).toUpperCase() + word.slice(1);
}
