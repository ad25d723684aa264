import type { Stage } from './version.ts';

/** What comes before a beta, or beside the versions, last: "Beta preview" is a beta. */
const TESTS: readonly { readonly stage: Stage; readonly pattern: RegExp }[] = [
  {
    stage: 'rc',
    pattern:
      /\b[Rr]elease [Cc]andidates?\b|(?<![A-Za-z])RCs?[\s-]?\d{0,2}\b|(?<=\d[\s-]?)rc[\s-]?\d{0,2}\b/,
  },
  { stage: 'beta', pattern: /(?<![a-z])betas?(?:[\s-]?\d{1,2})?\b/i },
  {
    stage: 'preview',
    pattern:
      /\bpreviews?\b|\bearly access\b|(?<![a-z])alphas?(?:[\s-]?\d{1,2})?\b|\binsider\b.*\bbuild\b/i,
  },
];
const LEAVES_TEST =
  /\b(?:leaves?|left|leaving|exits?|exiting|out of) (?:the )?(?:beta|(?:tech(?:nical|nology)? |public )?preview)\b/i;

/** The test that a title speaks of; what leaves its test is out. Undefined where it speaks of none. */
export function readTestStage(title: string): Stage | undefined {
  if (LEAVES_TEST.test(title)) return 'ga';
  return TESTS.find(({ pattern }) => pattern.test(title))?.stage;
}
