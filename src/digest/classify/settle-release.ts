import type { Label, Topic } from '../../model/classification.ts';
import { either } from '../words/either.ts';

const SECURITY_UPDATE = either(
  /\b(?:security|critical|emergency)\b.*\b(?:updates?|patch(?:es)?|fix(?:es)?)\b/i,
  /\bupdates? address/i,
  /\bfix(?:es)?\b.*\b(?:flaws?|bugs?)\b/i,
  /\bvulnerabilit/i,
  /\b(?:bypass|injection|execution|escalation|disclosure|overflow) in\b/i,
  /\bexploits? (?:code )?(?:released|published|available)/i,
  /\bmalicious\b/i,
  /\bcritical\b.*\b(?:bugs?|flaws?|holes?)\b/i,
);
const EMERGENCY_FIX =
  /\b(?:emergency|out-of-band|OOB|Notfall)\b.*\b(?:updates?|patch(?:es)?|fix(?:es)?|hotfix(?:es)?)\b/i;
/** "… launches official arm64 support": the same product for another kind of machine. */
const PORT =
  /\bofficial\w*\b.*\b(?:arm64|aarch64|arm|risc-v|ppc64\w*)\b|\b(?:arm64|aarch64|arm|risc-v)\b.*\bis official\b/i;
/** What is "rolled out" there is a price. */
const FEE = /\b(?:fees?|paid|requires? subscription|charges?)\b/i;
/** "Reporting using vSphere 8.0 Update 3 APIs" tells what to do with a version. */
const USE = /^(?!.*\b(?:released|available|launch\w*|announc\w*)\b.*\busing\b).*\busing\b/i;
const HARM =
  /\b(?:freez\w+|crash\w*|boot(?:ing)?|restart\w*|fail\w*|outages?|not start\w*|lockouts?|issues?|\w*problem\w*)\b/i;
const THREAT =
  /\b(?:vulnerabilit\w+|flaws?|CVE|exploit\w*|zero-days?|attack\w*|hack\w*|malware|ransom\w*|security)\b/i;
/** Elsewhere than in the field, what is launched is software where it has a version or can be had. */
const LAUNCH =
  /\b(?:unveil(?:s|ed)?|launch(?:es|ed)|introduc(?:e[sd]|ing)|rolls? out|debuts|releases)\b/i;
const VERSIONED =
  /\bv?\d+\.\d|\b(?:\d|available|availability|released|GA|preview|beta|alpha|RC|versions?|update[sd]?|patch(?:es)?|fix(?:es)?|ships|shipping|editions?|software|distro|distribution)\b/i;

/** Machines have numbers, too: "PCIe 5.0", "102.4T". */
const HARDWARE =
  /\b(?:switch|SSDs?|chips?|NICs?|adapters?|drives?|routers?|processors?|CPUs?|GPUs?|silicon|NAND|DRAM)\b/i;

/** The first version that a title names, with the number of an update behind it: "8.0 Update 3". */
const FIRST_VERSION = /(?<![\w.])v?(\d+(?:\.\d+)+)(\s?(?:Update|U)\s?\d)?/i;
const BY_NAME = /\b(?:point|patch) release\b|\bservice pack\b/i;

/** Tells releases from repairs and flaws, and from what is launched besides software. */
export function settleRelease(
  topics: Set<Topic>,
  title: string,
  text: string,
  labels: readonly Label[],
): void {
  const isEmergency = EMERGENCY_FIX.test(title);
  // What is rushed out against crashes is a release, and no matter of security.
  if (isEmergency && HARM.test(title) && !THREAT.test(text)) topics.delete('security');
  // "Fortinet releases security updates" is no release; a version that also hardens is both.
  if (topics.has('security') && SECURITY_UPDATE.test(title)) topics.delete('release');
  else if (isEmergency) topics.add('release');
  // Chips, scripts and initiatives are launched, too.
  const isLaunch =
    labels.length === 0 && LAUNCH.test(title) && (!VERSIONED.test(text) || HARDWARE.test(title));
  const isOnFee = topics.has('licensing') && FEE.test(title);
  if (isLaunch || isOnFee || USE.test(title)) topics.delete('release');
  if (PORT.test(title)) {
    topics.add('release');
    topics.delete('partnership');
  }
  if (isEmergency) topics.delete('maintenance');
  if (!topics.has('release') || opensBranch(title)) topics.delete('point-release');
}

/**
 * "Gizmo 5.95", "Gizmo 5.95.0": a release like any other, where 5.95.1 mends it, and whatever the
 * versions are of what it comes with.
 */
function opensBranch(title: string): boolean {
  const [, version, update] = FIRST_VERSION.exec(title) ?? [];
  if (version === undefined || update !== undefined || BY_NAME.test(title)) return false;
  return /^\d+\.\d+(?:\.0)?$/.test(version);
}
