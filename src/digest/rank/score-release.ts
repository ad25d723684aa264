import type { ClassifiedEntry } from '../classify/classified-entry.ts';
import { openingOf } from '../classify/opening.ts';
import { stageOf } from '../facts/versions/find-versions.ts';
import type { Stage } from '../facts/versions/version.ts';
import { either } from '../words/either.ts';
import type { FlagshipFinder } from './flagship-release.ts';
import { areAll, type RankPoint, type ScoredStory, topicsOfTitle, when } from './rank-point.ts';

/** What all users of a platform wait for comes before any one warning. */
const MAJOR_POINTS = 6.4;
const FLAGSHIP_POINTS = 5.8;
/** "vSphere 8 Update 3", which brings more than repairs and less than a version. */
const UPDATE_POINTS = 4.8;
const PREVIEW_POINTS = 3.9;
/** Release notes and tours go with a release that was announced elsewhere. */
const TOUR_POINTS = 2.4;
/** What is only promised: nobody can have it, but all who run it wait for it. */
const PROMISE_POINTS = 2.4;
/** Insiders get one every few weeks, all others one a month. */
const BUILD_POINTS = 1.25;

const TOUR = either(
  /\brelease (?:notes|information)\b/i,
  /\bchangelog\b/i,
  /\bwhat(?:'s| is|s) new\b/i,
  /\b(?:new|key) (?:features|capabilities)\b/i,
  /\bfeatures and improvements\b/i,
  /\bNeuerungen\b/i,
  /\bnouveautés\b/i,
  /\bnovità\b/i,
  /\bnovedades\b/i,
  /新機能/i,
);
const LAUNCH = /\blaunch(?:es|ed)?\b/i;
const BUILD = /\bbuilds? (?:\d|brings|is|with|released)|\binsider\b/i;
/** "Azure Local 2510": out every month, and named by it. */
const MONTHLY = /\s(?:2[1-9]|[3-9]\d)(?:0[1-9]|1[0-2])\b(?!\.)/;
/** "vSphere 9 will be released in June", "release of vSphere 9 delayed". */
const TO_COME = either(
  /\bwill (?:be|launch|ship|arrive|come|bring)\b/i,
  /\b(?:is|are) (?:expected|planned|due|coming|delayed|postponed)\b/i,
  /\b(?:to be|not yet) released\b/i,
  /\bcoming (?:soon|in|this|next|later)\b/i,
  /\bupcoming\b/i,
  /\bdelay(?:s|ed)\b/i,
  /\bpostpone[sd]\b/i,
  /\bpush(?:es|ed) back\b/i,
);
/** "Comes with clusters in preview": a part of what is released. */
const FEATURE_IN_TEST = /\bin (?:public |tech(?:nology|nical)? )?(?:preview|beta)\b/gi;
/** "Windows Server vNext", whatever the words around it. */
const UNNAMED = /\bvNext\b/i;
/** "Update 3" brings features, "Update 3e" and "8.0.3" repairs; "8.2.1 LTS" is to stay. */
const UPDATE = /\b(?:update|U)\s?\d{1,2}\b(?![a-z])|\b\d+(?:\.\d+){2} LTS\b/i;
/** "5.95.0" is a release like any other; "5.95.1" mends it. */
const OPENING_PATCH = /(?<![\d.])\d+\.\d+\.0\b(?!\.\d)/;
const MAJOR = /(?<![\d.])[1-9]\d?(?:\.0)+\b(?!\.\d)/;

/** Points for a release: by whose it is, and how much of one. */
export function releasePoints(story: ScoredStory, findFlagship: FlagshipFinder): RankPoint[] {
  const { topics, titles, hypervisors } = story;
  const isRelease = topics.includes('release') || topics.includes('preview');
  if (!isRelease || topics.includes('tooling') || areAll(story, 'how-to')) return [];
  const isOnTerms = topics.includes('licensing');
  const flagship = titles.map((title) => findFlagship(title, hypervisors, isOnTerms)).find(Boolean);
  if (flagship && topics.includes('point-release') && titles.some((title) => UPDATE.test(title)))
    return [{ text: `An update of ${flagship}`, points: UPDATE_POINTS }];
  if (topics.includes('point-release') && !titles.some((title) => OPENING_PATCH.test(title)))
    return [{ text: 'A point release', points: 0.5 }];
  return flagship ? [flagshipPoint(story, flagship)] : otherPoints(titles);
}

function flagshipPoint(story: ScoredStory, flagship: string): RankPoint {
  const { titles } = story;
  if (titles.every((title) => MONTHLY.test(title)))
    return { text: `A monthly release of ${flagship}`, points: BUILD_POINTS };
  // A version says what came out; without one the title has to say that something did.
  if (!titles.some((title) => /\d/.test(title)) && !story.entries.some(isTitled))
    return { text: `On a release of ${flagship}`, points: TOUR_POINTS };
  if (titles.every((title) => TO_COME.test(title)))
    return { text: `A release of ${flagship} to come`, points: PROMISE_POINTS };
  const isFinal = titles.some((title) => stageOf(title) === 'ga');
  const isTest = areOfTest(titles) || UNNAMED.test(flagship);
  if (!isFinal && (isTest || isPreviewInLead(story)))
    return titles.every((title) => BUILD.test(title))
      ? { text: `A test build of ${flagship}`, points: BUILD_POINTS }
      : { text: `A preview of ${flagship}`, points: PREVIEW_POINTS };
  if (!isFinal && titles.every((title) => TOUR.test(title) && !LAUNCH.test(title)))
    return { text: `On what is new in ${flagship}`, points: TOUR_POINTS };
  return titles.some((title) => isMajorVersion(title, flagship))
    ? { text: `A new major version of ${flagship}`, points: MAJOR_POINTS }
    : { text: `A release of ${flagship}`, points: FLAGSHIP_POINTS };
}

function isTitled(report: ClassifiedEntry): boolean {
  const topics = topicsOfTitle(report);
  return topics.includes('release') || topics.includes('preview');
}

/** "vSphere 9", "AOS 7.0", "Windows Server 2025"; not "vSphere 8 Update 3", not "Proxmox VE 8.2". */
function isMajorVersion(title: string, flagship: string): boolean {
  if (/\s\d+$/.test(flagship)) return true;
  const after = title.slice(title.toLowerCase().indexOf(flagship.toLowerCase()) + flagship.length);
  return /^\s+(?:version\s+)?v?(?:\d{1,2}(?:\.0)*|20\d\d)(?![\w.]|\s+(?:Update|U\d)|-)/i.test(
    after,
  );
}

function otherPoints(titles: readonly string[]): RankPoint[] {
  const isMajor = titles.some((title) => MAJOR.test(title));
  const isTest = areOfTest(titles);
  return [
    { text: isTest ? 'A preview' : 'A release', points: isTest ? 1.4 : 0.9 },
    ...when(isMajor, 'A new major version', 0.6),
  ];
}

/** What a title leaves open, the lead may say; what a title says, no "tech preview" in a lead undoes. */
function isPreviewInLead({ head, title }: ScoredStory): boolean {
  const isOpen = stageOf(title) === undefined;
  return isPreStage(
    isOpen ? stageOf(openingOf(head.entry).replace(FEATURE_IN_TEST, '')) : undefined,
  );
}

function areOfTest(titles: readonly string[]): boolean {
  return titles.some((title) => isPreStage(stageOf(title)));
}

function isPreStage(stage: Stage | undefined): boolean {
  return stage === 'preview' || stage === 'beta' || stage === 'rc';
}
