/** "Release candidate", "RC 2", "8.3rc2". */
export const CANDIDATE =
  /\b[Rr]elease [Cc]andidates?\b|(?<![A-Za-z])RCs?[\s-]?\d{0,2}\b|(?<=\d[\s-]?)rc[\s-]?\d{0,2}\b/;
/** "Beta", "Beta2", "8.3beta2". */
export const BETA = /(?<![a-z])betas?(?:[\s-]?\d{1,2})?\b/i;
/** What comes before a beta, or beside the versions. */
export const PREVIEW =
  /\bpreviews?\b|\bearly access\b|(?<![a-z])alphas?(?:[\s-]?\d{1,2})?\b|\binsider\b.*\bbuild\b/i;
/** What leaves its test is out. */
export const LEAVES_TEST =
  /\b(?:leaves?|left|leaving|exits?|exiting|out of) (?:the )?(?:beta|(?:tech(?:nical|nology)? |public )?preview)\b/i;
