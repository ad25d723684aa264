import type { StoryFacts } from '../../model/edition.ts';
import { isEscape } from '../classify/is-escape.ts';
import { isCriticalScore } from '../facts/flaws/read-cvss.ts';
import { either } from '../words/either.ts';
import { type RankPoint, type ScoredStory, when } from './rank-point.ts';

const HIGH_CVSS = 7;
/** A flaw or its fix, where "What ransomware teaches" is advice. */
const NOTICE =
  /vulnerab|schwachstell|sicherheitsl|faille|脆弱性|\b(?:flaws?|bugs?|patch\w*|updates?|advisor\w+|fix\w*|exploit\w*|attack\w*|holes?|zero[- ]days?|bypass|escalation|overflow|execution|injection|escapes?|denial|malware|breach\w*|[A-Z]{1,5}SA-\d+)\b/i;
/** Somebody is at it: "Ransomware encrypts AHV machines", "Hackers turn to hypervisors". */
const ATTACK = either(
  /\b(?:ransomware|hackers?|attackers?|gangs?|crews?|groups?|actors?|spies|intruders?|botnet|spider|\w*locker|APT-?\d+|UNC\d+)\b.*\b(?:encrypt\w*|target\w*|hits?|hitting|turn(?:s|ed)? to|abus\w+|hid\w+|steal\w*|uses?|used|infect\w*|wip\w+|goes after|go after|spik\w+)\b/i,
  /\bespionage\b/i,
  /\bverschlüssel\w+/i,
);

/** "Massive ransomware attack targets ESXi servers": many are hit by what may be an old flaw. */
const WAVE =
  /\b(?:mass|massive|widespread|worldwide|global|large-scale|ongoing|wave of)\b.*\b(?:attacks?|exploitation|campaigns?|ransomware|encryption)\b|\b(?:attacks?|ransomware|campaigns?)\b.*\b(?:worldwide|spik\w+|thousands)\b/i;

/** Nobody need have an account: "pre-auth RCE", "unauthenticated remote code execution". */
const WITHOUT_LOGIN =
  /\b(?:pre-?auth(?:entication|enticated)?|unauthenticated|without (?:auth\w*|login|logging in|an? (?:account|password)))\b/i;

/** Points for a flaw, by how pressing it is; that it is used says more than how bad it could be. */
export function securityPoints(story: ScoredStory, isRelease: boolean): RankPoint[] {
  const { facts, topics, titles } = story;
  const isWarning = facts.cves.length > 0 || facts.isCritical || facts.isExploited;
  // "Windows Server 2025 with advanced security" is a release.
  const isSecurity = topics.includes('security') && (isWarning || !isRelease);
  const isNotice = isWarning || titles.some((title) => NOTICE.test(title) || ATTACK.test(title));
  const isOpen = isSecurity && titles.some((title) => isEscape(title) || WITHOUT_LOGIN.test(title));
  const isWave = titles.some((title) => WAVE.test(title));
  return [
    ...when(facts.isExploited, 'Known to be exploited', 2.3),
    ...when(isWave && isSecurity && !facts.isExploited, 'A wave of attacks', 1.2),
    ...when(isSecurity && isNotice, 'Security', 1.4),
    ...when(isSecurity && !isNotice, 'Security at large', 1),
    ...when(facts.isCritical, ...critical(facts)),
    ...when(
      isOpen && !facts.isCritical && !facts.isExploited,
      'Out of a guest, or without login',
      1,
    ),
    ...when(
      !facts.isCritical && (facts.cvss ?? 0) >= HIGH_CVSS,
      `High severity: CVSS ${facts.cvss}`,
      0.6,
    ),
  ];
}

/** A number weighs more than the word, and what is used already weighs for that. */
function critical({ cvss, isExploited }: StoryFacts): [text: string, points: number] {
  const isRated = isCriticalScore(cvss);
  const points = isRated ? 1.9 : 1.2;
  return [isRated ? `Critical: CVSS ${cvss}` : 'Called critical', isExploited ? 0.6 : points];
}
