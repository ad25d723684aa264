import { announcesVersion } from '../../classify/announces-version.ts';
import { normalizeText } from '../../words/normalize-text.ts';
import { type PlacedVersion, placeVersions } from './place-versions.ts';
import type { ProductNames } from './product-names.ts';
import { readStage } from './read-stage.ts';
import { numberOf, type Stage, stageBehind, type Version } from './version.ts';

const LONGEST = 300;
const STAGE_WORDS: Readonly<Record<Stage, string>> = {
  preview: ' preview',
  beta: ' beta',
  rc: ' RC',
  ga: '',
  lts: ' LTS',
};
/** Right behind a version. */
const TEST =
  /^[\s-](?:alpha|beta|rc|release candidate|preview|tech(?:nical)? preview)(?:[\s-]?\d{1,2})?\b/i;
const CLAUSE_END = /[:;–—|!?]\s/g;
/** "Drivers for …": what comes behind is not what the news is, unless it is "new in …" or "the release of …". */
const BEHIND_ANOTHER =
  /\b(?:for|on|with|to|from|into|inside|under|about|via|against|vs\.?|versus|(?<!\b(?:new|changed) )in|(?<!\b(?:release|availability|launch|version|beta|preview|candidate|arrival) )of)\s/i;
const NOT_YET =
  /\b(?:coming|upcoming|soon|will|expected|planned|plans|delay\w*|postpon\w*|not yet|ahead of|before|until|roadmap|road to)\b/i;
const NEWS =
  /\b(?:announc\w+|introduc\w+|releas\w+|launch\w*|ships|shipped|unveil\w*|debuts?|arriv\w+|lands|available|availability|is (?:out|here)|what(?:'?s| is) new|new features)\b/i;
/** What may come behind a version that is the subject; before any other word it only says of what. */
const SUBJECT_ENDS =
  /^(?:\s*(?:$|[!?.,:;()[\]"'–—|&-])|\s+(?:LTS|GA|alpha|beta|rc|(?:tech(?:nical)? |public )?preview|release|based|general|generally|is|are|has|have|now|with|and|or|for|on|in|as|to|after|finally|officially|out|here|available|released|launched|announced|final|stable|new|what'?s|adds|arrives|becomes|brings|comes|debuts|delivers|drops|enables|enters|gets|goes|hits|improves|introduces|lands|launches|leaves|makes|reaches|ships|supports)\b)/i;
/** "… is available for XOSTOR": what is out is something else, for that version. */
const OUT_FOR_ANOTHER =
  /\b(?:availability|GA|available|released|release)\s+for\s+(?:the\s+)?(?:\p{Lu}|\d)/u;

/**
 * The versions of known products that a title announces: those that are its subject, and not those
 * that it names because something is for them, runs on them or supports them.
 */
export function findAnnounced(given: string, products: ProductNames): Version[] {
  const title = normalizeText(given).slice(0, LONGEST);
  const stage = readStage(title, products);
  if (stage === 'eol' || NOT_YET.test(title)) return [];
  if (stage === undefined && !announcesVersion(title) && !NEWS.test(title)) return [];
  const placed = placeVersions(title, products);
  const tests = placed.map((version) => testBehind(title, version));
  // Where one version is called a beta, the others are none.
  const others = tests.some(Boolean) ? 'ga' : (stage ?? 'ga');
  return placed.flatMap((version, at) =>
    version.range === undefined && isSubject(title, version, placed[at - 1])
      ? [toVersion(version, tests[at] ?? '', others)]
      : [],
  );
}

function isSubject(
  title: string,
  { at, end, isListed }: PlacedVersion,
  before: PlacedVersion | undefined,
): boolean {
  if (isListed && before) return !isBehindAnother(title, before.at);
  const after = title.slice(end);
  return !isBehindAnother(title, at) && SUBJECT_ENDS.test(after) && !OUT_FOR_ANOTHER.test(after);
}

function isBehindAnother(title: string, at: number): boolean {
  const before = title.slice(0, at);
  const clause = [...before.matchAll(CLAUSE_END)].at(-1)?.index ?? 0;
  return BEHIND_ANOTHER.test(before.slice(clause));
}

/** "BETA 2", as part of a version or behind it; empty where it is called no test. */
function testBehind(title: string, { version, end }: PlacedVersion): string {
  const own = version.slice(numberOf(version).length);
  return `${own}${TEST.exec(title.slice(end))?.[0] ?? ''}`.trim();
}

function toVersion({ product, version }: PlacedVersion, test: string, others: Stage): Version {
  const number = numberOf(version);
  const stage = test === '' ? others : stageBehind(test);
  const shown = test === '' ? `${number}${STAGE_WORDS[stage]}` : `${number} ${test}`;
  return { product, number, stage, shown };
}
