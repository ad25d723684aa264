import { either } from '../words/either.ts';
import { isQuestion } from '../words/is-question.ts';
import { ANY_MONTH } from '../words/months.ts';

const CVSS =
  /\bCVSS(?:\s{0,3}v?\s{0,3}[234](?:\.\d)?(?=\s|:|\b(?!\.)))?(?:[\s-]{0,3}(?:base\s{0,3})?(?:scores?|ratings?|range|wert|bewertung))?(?:\s{0,3}(?:of|is|was|are|von|de|:|=|-|at|up to|from|ranging from))*\s{0,3}\(?(\d{1,2}(?:\.\d)?)\b(?:\s{0,3}(?:to|-|–|and)\s{0,3}(\d{1,2}\.\d)\b)?/gi;
const SCORE =
  /\b(?:base score|severity score|scored?|scores|rated|ratings?|severity|top score)(?:\s+(?:of|is|at|up to|range up to|ranging up to|ranges? from))?:?\s+\(?(\d{1,2}\.\d)\b(?:\s*(?:to|-|–|and)\s*(\d{1,2}\.\d)\b)?/gi;

/** "A 9.8-rated bug", "an 8.8 CVSS score", "10 out of 10 on the CVSS scale"; "ESXi 8.0 CVSS" has a version. */
const AHEAD =
  /\b(?:an?|its|the|of|at|rated|scor(?:es|ed|ing)) (10|\d{1,2}\.\d)(?:-rated\b|(?: out of (?:10|ten)(?: (?:on|in|by|under) the)?)? CVSS\b(?=(?: ?v?[234](?:\.\d)?)?[ -](?:base |severity )?(?:scores?|ratings?|scale|rated|severity|flaws?|bugs?|vulnerabilit)))/gi;
/** As it is written in German or French: "CVSS 9,8". */
const DECIMAL_COMMA = /(?<![\w.,-])(10|\d),(\d)(?![\w]|[.,]\d)/g;
/** The cells of a table: "CVE-2024-22252, CVE-2024-22253 9.3, 8.4 Critical", or each on a line of its own. */
const CELLS =
  /\bCVE-\d{4}-\d{4,7}\b[ ,\n]+(\d{1,2}\.\d(?:[ ,]+\d{1,2}\.\d){0,30})\s+(?:Critical|Important|High|Moderate|Medium|Low)\b(?! availab)/gi;

/** A score before its vector: "9.8 (CVSS:3.1/AV:N/AC:L)". */
const BEFORE_VECTOR = /\b(\d{1,2}\.\d)\s?[(,/]?\s?CVSS:\d\.\d\//gi;
/** The version of CVSS, alone or in a vector, which is no score. */
const NOTATION =
  /\bCVSS(?:[: ]?v?|\s?\(v?|\s?version\s|\sv\s)(?:2\.0|3\.[01x]|4\.0)\b\)?(?:\/\d\.\d\b|(?:\/[A-Z]{1,3}:[A-Z]\b){1,40})?/gi;

/** The highest CVSS base score (0 to 10) that a text states for a flaw. */
export function readCvss(text: string): number | undefined {
  if (!/CVSS|score|rated|rating|severity/i.test(text)) return undefined;
  const plain = text.replace(NOTATION, 'CVSS').replace(DECIMAL_COMMA, '$1.$2');
  const found = [CVSS, SCORE, AHEAD]
    .flatMap((pattern) => [...plain.matchAll(pattern)])
    .concat([...text.matchAll(BEFORE_VECTOR)])
    .flatMap(([, first, second]) => [Number(first), Number(second ?? first)])
    .concat(/CVSS/i.test(text) ? [...text.matchAll(CELLS)].flatMap(scoresIn) : [])
    .filter((score) => score >= 0.1 && score <= 10);
  return found.length > 0 ? Math.max(...found) : undefined;
}

function scoresIn([, scores = '']: RegExpMatchArray): number[] {
  return scores.split(/[ ,]+/).map(Number);
}

const ATTACKERS =
  'attackers|hackers|criminals|spies|threat actors?|(?:ransomware|espionage) (?:crews?|gangs?|groups?|operators?|actors?)';
const EXPLOITED = either(
  // "Was exploited", which "is exploited by an attacker" in a scenario is not.
  /\b(?:actively|currently|being|been|confirmed|already|known(?! exploited vulnerabilities)|known to be|now|also|reportedly|widely|were|was|is|are)\s+exploited\b(?!\s+by\s+(?:an?|any)\b)/i,
  // "Exploited in the wild", "by a known gang", "since March", "to encrypt hosts".
  /\bexploited\s+(?:in the wild|as (?:a )?zero[- ]days?|in (?:[\w-]+ ){0,3}?(?:attacks|campaigns?)\b)/i,
  /\bexploited\s+by (?!an?\b|any\b)(?:[\w-]+ ){0,3}?(?:ransomware|attackers|actors|hackers|criminals|cybercriminals|gangs?|groups?|crews?|spies|state|APTs?)\b/i,
  new RegExp(`\\bexploited\\s+since (?:[\\w-]+ ){0,2}?(?:20\\d\\d|${ANY_MONTH})\\b`, 'i'),
  /\bexploited\s+to (?:deploy|encrypt|hijack|plant|install)\b/i,
  // "Two exploited ESXi flaws", apart from the name of the list.
  /\bexploited(?!(?<=known exploited) vulnerabilities)\s+(?:[\w-]+\s+){0,4}?(?:zero[- ]days?|flaws?|bugs?|vulnerabilit(?:y|ies))/i,
  // "Active exploitation", "exploitation has been seen".
  /\b(?:active|in[- ]the[- ]wild|known) exploitation\b/i,
  /\bexploitation (?:of [^.;\n]{1,120}? )?(?:in the wild|(?:has|have) (?:also |already |now )?(?:been )?(?:confirmed|observed|detected|seen|occurred|happened|taken place)|is (?:confirmed|under ?way|ongoing))/i,
  /\bexploitation detected\b/i,
  // "Under active attack", "attacks exploiting".
  /\bunder active (?:attack|exploitation)\b/i,
  /\bunder-attack\b/i,
  /\b(?:flaws?|bugs?|holes?|zero[- ]days?|vulnerabilit(?:y|ies)) under attack\b/i,
  /\battacks? exploiting\b/i,
  // "Hackers exploit", "gangs were seen abusing the flaw", "used by attackers".
  new RegExp(
    `\\b(?:${ATTACKERS}) (?:are |is |have |has |been |were |was |now |actively |found |seen |caught )*(?:exploit(?:s|ed|ing)?\\b|(?:ab)?us(?:es?|ed|ing)\\b[^,;]{0,80}(?:\\bflaws?\\b|\\bbugs?\\b|\\bholes?\\b|vulnerabilit|zero[- ]day|\\bbypass|\\bCVE-))`,
    'i',
  ),
  /\b(?:attackers|hackers|criminals) (?:already|now) (?:ab)?use (?:it|this|them)\b/i,
  /\b(?:ab)?used by (?:miscreants|attackers|hackers|criminals|threat actors)\b/i,
  /\b(?:found|seen|caught|observed|spotted|started|began) exploiting\b/i,
  /\bzero[- ]days? (?:(?:is|are|was|were|being) )?(?:used|abused)\b/i,
  // French and German.
  /\bcampagne d'exploitation\b/i,
  /\b(?:activement )?exploitées? (?:activement|dans|par)\b/i,
  /\b(?:wird|werden) (?:[\w-]+ ){0,5}(?:ausgenutzt|angegriffen|attackiert)\b/i,
  // Listed by those who keep account of attacks.
  /\b(?:add(?:s|ed|ing)?|list(?:s|ed)?|includ(?:es?|ed)|appears?|CVE-\d{4}-\d+)\b[^.;\n]{0,120}\bknown exploited vulnerabilities\b/i,
  /\bknown exploited vulnerabilities\b[^.;\n]{0,60}\b(?:add(?:s|ed)|lists?|includes?|CVE-\d{4}-\d+)\b/i,
);
/** "Hosts with an open port were taken over", where companies are taken over otherwise. */
const TAKEN =
  /\b(?:hosts?|servers?|machines|systems|instances|appliances|nodes|installations)\b[^.,;]{0,90}(?<!\b(?:can|could|may|might|would|to) be )\btaken over\b(?!\s+(?:from|by (?!attackers|hackers|criminals|gangs|spies)))/i;
/** Microsoft's fields, beside others that say no. */
const EXPLOITED_FIELD =
  /\bexploited\s?:\s?yes\b|\b(?:assessment|index|release)\s?:\s?(?:\d\s?-\s?)?exploitation detected\b/i;
/** Said of what could happen, or denied. */
const NOT_EXPLOITED = either(
  /\b(?:no|not(?! (?:just|only|merely)\b)|never|neither|without|unaware|nor|none|nicht|nie|keine[rnms]?|pas|aucune?|jamais|isn't|aren't|wasn't|weren't|hasn't|haven't)\b/i,
  /\b(?:could|can|may|might|would|if|when|unless|whether|until|before|lest|prevents?|preventing|(?<!\b(?:confirmed|known|believed|reported|thought|said) )to be|peut|peuvent|pourrai(?:t|ent)|pouvant)\b[^,;]{0,50}\bexploit/i,
  /\bhistory of\b/i,
  /\bin the past\b/i,
  /\bin recent years\b/i,
  /\bhistorically\b/i,
  /\bpwn2own\b/i,
  /\b(?:demonstrated|shown) at\b/i,
);
/** Says what a rating, a list or a word stands for, and not what happens. */
const DEFINITION = either(
  /\b(?:ratings?|levels?|labels?|tags?|status|index|values?|terms?)\b[^.;\n]{0,60}\b(?:indicates?|means?|denotes?|signif(?:y|ies)|represents?|refers? to)\b/iu,
  /\b(?:lists?|adds?|includes?) (?:only )?(?:an?|any) (?:CVE|flaw|bug|vulnerability) (?:only|where|when|once|if|after)\b/iu,
  /\b(?:catalog(?:ue)?|KEV|list|database)\b[^.;\n]{0,40}\b(?:lists|contains|tracks|covers|includes|collects) (?:only |all )?(?:CVEs|flaws|bugs|holes|vulnerabilities) (?:that|which|known|with|for)\b/iu,
  /\b(?:is|are) (?:an?|the) (?:[^\s,;]+ ){0,3}(?:catalog(?:ue)?|list|database) of\b/iu,
  /^\W*(?:(?:an?|any|every) [\p{Ll}"'“”‘’ -]{1,40}|zero[- ]days?) (?:is|are) (?:an? )?(?:[\p{Ll}-]+ ){0,3}(?:that|which|whose)\b/iu,
);
const NAMES_FLAW = /\bCVE-\d{4}-\d/i;
const CLAUSE = /(?<=[.!?;])\s+|\n+|,\s+(?:but|although|while|though)\s+|\s+[–—]\s+/;

/** True when a text says that a flaw is used in attacks, not that it could be, and does not deny it. */
export function saysExploited(text: string): boolean {
  return exploitationClaims(text).length > 0;
}

/** The clauses of a text that say so. */
export function exploitationClaims(text: string): string[] {
  if (!/exploit|attack|abused|ransomware|zero[- ]day|ausgenutzt|angegriffen|taken over/i.test(text))
    return [];
  return text
    .split(CLAUSE)
    .filter(
      (clause) =>
        EXPLOITED_FIELD.test(clause) ||
        ((EXPLOITED.test(clause) || TAKEN.test(clause)) &&
          !NOT_EXPLOITED.test(clause) &&
          !isDefinition(clause) &&
          !isQuestion(clause)),
    );
}

/** What a clause names by its number is no definition: "the catalogue of exploited flaws now lists CVE-2024-1". */
function isDefinition(clause: string): boolean {
  return !NAMES_FLAW.test(clause) && DEFINITION.test(clause);
}

const DENIES_EXPLOITATION = either(
  /\b(?:unaware|(?:not|isn't|aren't) (?:currently )?aware) (?:of|that)\b[^,;]{0,60}\bexploit/iu,
  /\b(?:no|not any|without any) (?:known |public |active |further )?(?:(?:evidence|reports?|indications?|signs?|proof|cases?|information|knowledge) (?:of|that|to|on|about)\b[^,;]{0,60})?\bexploit(?:ation|ed)\b/iu,
  /\b(?:not|never|hasn't|haven't|isn't|aren't|wasn't) (?:yet |been |known to be |believed to be |currently |being |actively )*exploited\b/iu,
  /\bexploited\s?:\s?no\b/iu,
  /\b(?:not|isn't|aren't) (?:yet |currently )*(?:listed |included |present )?(?:in|on|part of)\b[^,;]{0,40}\b(?:KEV|known exploited)\b/iu,
  /\bkeine(?:rlei|n)? (?:[\p{L}-]+ )?(?:Hinweise|Anzeichen|Berichte|Belege|Erkenntnisse)\b[^,;]{0,60}usnutz/iu,
  /\bnicht (?:\p{L}+ )?ausgenutzt/iu,
  /\baucune exploitation\b/iu,
);
const CALLS_UNLIKELY =
  /\bexploitation (?:is |as |was )?(?:considered |rated |assessed as |deemed )?(?:very |highly )?(?:unlikely|less likely)\b/i;

/** What a text that denies attacks on a flaw says of them: that none are known, or that they are not likely. */
export function readDenial(text: string): string | undefined {
  if (!/exploit|usnutz|usgenutzt|\bKEV\b/i.test(text)) return undefined;
  const clauses = text.split(CLAUSE);
  if (clauses.some((clause) => DENIES_EXPLOITATION.test(clause) && !isDefinition(clause)))
    return 'Not known to be exploited';
  return clauses.some((clause) => CALLS_UNLIKELY.test(clause))
    ? 'Not likely to be exploited'
    : undefined;
}

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
  /\bCVE-\d{4}-\d{4,7}\b(?:[\s|,:–-]{1,5}(?:(?:n\/a|\d{1,2}\.\d)[\s|,]{1,5})?|[^.!?\n]{1,160}\bVulnerability[\s|]{1,5})Critical(?![ -](?:infrastructure|\p{Ll}))\b/u;
/** Said of another thing, of what may come, or of what counts as such. */
const NOT_CRITICAL = either(
  /\b(?:no|not|none|non|business|mission|time|less than)[- ](?:\w+ ){0,2}critical\b/i,
  /\b(?:if|whenever|whether|unless|every|any|each|ever|(?:must|should|has to|have to|needs? to|shall) be)\b[^,;]{0,60}\bcritical\b/i,
  /\bcritical(?:, \w+){0,2},? or (?:important|high|moderate|severe)\b/i,
);

/** True when a text calls a flaw or its patch critical; "business-critical" is another word. */
export function saysCritical(text: string): boolean {
  if (!/critical/i.test(text)) return false;
  return text
    .split(CLAUSE)
    .some(
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
