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

/** True for a score (0 to 10) that is critical on the scale of CVSS. */
export function isCriticalScore(cvss: number | undefined): boolean {
  return cvss !== undefined && cvss >= 9;
}

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
