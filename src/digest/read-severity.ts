const CVSS =
  /\bCVSS(?:\s*v?\s*[234](?:\.\d)?(?=\s|:|\b(?!\.)))?(?:\s*(?:base\s*)?(?:scores?|ratings?|range))?(?:\s*(?:of|is|was|are|:|=|-|at|up to|from|ranging from))*\s*\(?(\d{1,2}(?:\.\d)?)\b(?:\s*(?:to|-|–|and)\s*(\d{1,2}\.\d)\b)?/gi;
const SCORE =
  /\b(?:base score|severity score|scored?|scores|rated|rating|severity|top score)(?:\s+(?:of|is|at|up to|range up to|ranging up to|ranges? from))?:?\s+\(?(\d{1,2}\.\d)\b(?:\s*(?:to|-|–|and)\s*(\d{1,2}\.\d)\b)?/gi;

/** The highest CVSS base score (0 to 10) that a text states for a flaw. */
export function readCvss(text: string): number | undefined {
  if (!/CVSS|score|rated|rating|severity/i.test(text)) return undefined;
  const found = [...text.matchAll(CVSS), ...text.matchAll(SCORE)]
    .flatMap(([, first, second]) => [Number(first), Number(second ?? first)])
    .filter((score) => score >= 0.1 && score <= 10);
  return found.length > 0 ? Math.max(...found) : undefined;
}

const EXPLOITED =
  /\b(?:actively|currently|being|been|confirmed|already|known|now|also|reportedly|widely|were|was|is|are)\s+exploited\b(?!\s+by\s+(?:an?|any)\b)|\bexploited\s+(?:in the wild|in (?:active |ransomware )?attacks|as (?:a )?zero[- ]days?|by (?:ransomware|attackers|threat actors|hackers|criminals|state)|(?:[\w-]+\s+){0,4}?(?:zero[- ]days?|flaws?|bugs?|vulnerabilit(?:y|ies)))|\bexploited in the wild\b|\b(?:active|in[- ]the[- ]wild|known) exploitation\b|\bexploitation (?:in the wild|has (?:been )?(?:confirmed|observed|detected|occurred)|is (?:confirmed|under ?way|ongoing))|\bunder active (?:attack|exploitation)\b|\b(?:attackers|hackers|criminals|ransomware (?:crews|gangs|groups|operators|actors)) (?:are |have been |were |now |actively )*(?:exploit|abus|us)(?:ing|ed|e)\b|\bknown exploited vulnerabilities\b/i;
/** Said of what could happen, or denied. */
const NOT_EXPLOITED =
  /\b(?:no|not|never|neither|without|unaware|nor|none|isn't|aren't|wasn't|weren't|hasn't|haven't)\b|\b(?:could|can|may|might|would|if|when|unless|whether|until|before it|to be)\b[^,;]{0,50}\bexploit|\bpwn2own\b|\b(?:demonstrated|shown) at\b/i;
const CLAUSE = /(?<=[.!?;])\s+|\n+|,\s+(?:but|although|while|though)\s+|\s+[–—]\s+/;

/** True when a text says that a flaw is used in attacks, not that it could be, and does not deny it. */
export function saysExploited(text: string): boolean {
  if (!/exploit|attack|ransomware/i.test(text)) return false;
  return text.split(CLAUSE).some((clause) => EXPLOITED.test(clause) && !NOT_EXPLOITED.test(clause));
}

const CRITICAL =
  /\bcritical(?:[- ]severity|ly severe)?\s+(?:(?!infrastructure|workload|application|system|mass|service|business|data\b)[\w-]+\s+){0,4}?(?:flaws?|bugs?|vulnerabilit(?:y|ies)|updates?|patch(?:es)?|fix(?:es)?|advisor(?:y|ies)|holes?|issues?|RCE|severity|range)\b|\b(?:severity|rated|rating|classified(?: as)?|considered)(?:\s+(?:is|of|as))?\s*:?\s*["'“]?critical\b|\bcritical severity\b/i;
const NOT_CRITICAL =
  /\b(?:no|not|none|non|business|mission|time|less than)[- ](?:\w+ ){0,2}critical\b/i;

/** True when a text calls a flaw or its patch critical; "business-critical" is another word. */
export function saysCritical(text: string): boolean {
  if (!/critical/i.test(text)) return false;
  return text.split(CLAUSE).some((clause) => CRITICAL.test(clause) && !NOT_CRITICAL.test(clause));
}
