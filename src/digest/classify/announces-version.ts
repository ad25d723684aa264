import { findVersions } from '../facts/versions/find-versions.ts';

const NAME =
  '(?:(?!(?:in|on|to|from|of|after|before|upgrade|how|why|with)\\b)[\\p{L}\\p{N}.&+/-]+ ){1,5}';
const VERSION = 'v?\\d+(?:\\.\\d+)+|v\\d+|\\d\\dH\\d';
const STAGE = '(?:LTS|rc ?\\.?\\d*|beta ?\\.?\\d*|U\\d+\\w?|Update \\d+\\w?)';
// What follows a version when the version is what the title is about: a verb in -s ("KubeVirt 1.6
// adds …"), not a plural ("Proxmox VE 8.2 users …") and not an ending ("vSphere 7.0 reaches …").
const NOT_A_VERB =
  'targets|attacks|encrypts|exploits|infects|users|customers|admins|hosts|guests|issues|problems|bugs|flaws|vulnerabilities|features|notes|updates|snapshots|clusters|servers|tips|licen[sc]es|networks|templates|containers|vms|prices|costs|requirements|drivers|basics|essentials|patches|has|was|does|goes|ends|loses|reaches|expires|leaves support';
// In a title in title case only verbs that are no plural of a noun.
const TITLE_CASE =
  'Adds|Brings|Lets|Gets|Introduces|Improves|Arrives|\\p{Lu}\\p{Ll}+(?:izes|ifies)|Delivers|Enables|Lands|Makes|Gains|Extends|Debuts';
const AFTER = `(?:(?!(?:${NOT_A_VERB})\\b)\\p{Ll}{2,}s|${TITLE_CASE}|is|with|based|for|now|and the|bringt|kann)\\b`;

// "Kubernetes v1.31: Elli"; a longer one says what the piece makes of the version, if nothing new.
const CODENAME =
  '(?!.*\\b(?:[Rr]eviews?|[Hh]ands-on|[Tt]est(?:ed)?|[Bb]enchmarks?|[Gg]uide|[Tt]ips)\\b)[\\p{L}\\p{N}.-]+(?: [\\p{L}\\p{N}.-]+)?';

const ENDS_IN_VERSION = /^(?:[\p{L}\p{N}&-]+ ){1,5}v?\d+(?:\.\d+)+(?: LTS)?$/u;
const ENDS_IN_NUMBER = /^(?:\p{Lu}[\p{L}\p{N}&-]* ){1,4}v?\d{1,2}$/u;
/** What is done with a version, or goes wrong with it, is no news of it. */
const NO_TOUR =
  /^(?:how|why|when|what (?:to|you)|is|are|can|should|do|does|step|part|tips?|guide|my|our|your|upgrading|installing|migrating|testing|understanding|review)\b|\b(?:end of|ends?|problems?|issues?|bugs?|errors?|fails?|broken|slow|vulnerab\w*|flaws?|patch\w*|licens\w*|pric\w*|reviews?|hands-on|first (?:look|impressions)|tested|benchmarks?|im Test)\b/i;

/** A name and a version and nothing else; a preposition makes it a subject: "Licensing in VCF 9.0". */
const ALONE = new RegExp(
  `^(?!.*\\b(?:in|on|for|with|to|from|of|and|at|vs|how|about)\\b)${NAME}(?:${VERSION})(?:[-\\s]?${STAGE})?$`,
  'u',
);
const AT_START = new RegExp(
  `^${NAME}(?:${VERSION})(?:[-\\s]${STAGE})?(?: ${AFTER}|(?: ?[:–—]| -) (?:${CODENAME}$|.*\\b(?:[Nn]ew|[Ff]eatures|[Rr]elease|[Aa]vailable)\\b))`,
  'u',
);
const AT_END = new RegExp(`: ${NAME}(?:${VERSION})(?: ${STAGE})?$`, 'u');

/** True for a title that presents a version: "Xen Orchestra 5.95", "KubeVirt 1.6 adds …", "…: Proxmox VE 8.2". */
export function announcesVersion(title: string): boolean {
  const short = title.slice(0, 200);
  if (short.endsWith('?')) return false;
  const isAlone = (ALONE.test(short) && !isPhrase(short)) || isKnownAlone(short);
  return isAlone || AT_START.test(short) || AT_END.test(short) || isTour(short);
}

/** "VMware Cloud Foundation 9": of a known product one number is a version. */
function isKnownAlone(title: string): boolean {
  const [version, ...others] = ENDS_IN_NUMBER.test(title) ? findVersions(title) : [];
  return others.length === 0 && version?.isKnown === true;
}

/** "Device passthrough to guests, Gizmo 8.1": a name has one word in lower case at most. */
function isPhrase(title: string): boolean {
  return (title.match(/(?<!\S)\p{Ll}{3,}(?!\S)/gu) ?? []).length > 1;
}

/** "Proxmox VE 9.1: containers from images and more": a known product's version, and what it brings. */
function isTour(title: string): boolean {
  const [head = '', sign, rest] = title.split(/(: | [–—-] )(.*)/);
  if (rest === undefined || NO_TOUR.test(rest)) return false;
  // Behind a dash, a list is what it brings; all else may be what somebody has to say.
  if (sign !== ': ' && !rest.includes(',')) return false;
  const [version, ...others] = findVersions(head);
  return others.length === 0 && version?.isKnown === true && ENDS_IN_VERSION.test(head);
}
