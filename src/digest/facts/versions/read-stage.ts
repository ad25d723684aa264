import type { StoryFacts } from '../../../model/edition.ts';
import { either } from '../../words/either.ts';
import { END_OF_SUPPORT, namesBaseOrGuest, saysNoEnd } from './end-of-support.ts';
import { isOptIn, withoutOtherStages } from './other-stages.ts';
import { findNumbers, placeVersions, type VersionNumber } from './place-versions.ts';
import { type ProductNames, WELL_KNOWN_PRODUCTS } from './product-names.ts';
import { readTestStage } from './read-test-stage.ts';

/** What a title may claim of a product: a stage of its release, or its end. */
export type ClaimedStage = NonNullable<StoryFacts['stage']>;

/** In characters, of a title and of a name in it. */
const LONGEST = 300;
const LONGEST_NAME = 60;

const END = either(
  END_OF_SUPPORT,
  /\bend[- ]of[- ](?:sale|availability)\b/i,
  /\bout of support\b/i,
  /\bsupport (?:for|of)\b.*\b(?:ends|ended|ending|expires|runs out)\b/i,
  /\bsupport (?:ends|ended|ending|expires)\b/i,
  /\breach(?:es|ed|ing)? (?:its |the )?end\b/i,
);
const NOW_LTS =
  /\b(?:is|becomes?|now|as|goes|gets|declared|promoted to) (?:now |an? |the )?(?:LTS|long[- ]term support)\b/i;
const LTS_RELEASE =
  /^\s*(?:LTS|long[- ]term support)\b[!"')]*(?:\s+(?:is|has been|now|finally|officially|generally|version|release))*\s*(?:$|[:,.–—-]|released\b|available\b|out\b|here\b|arrives?\b|announced\b)/i;
const NOT_YET = either(
  /\b(?:road|path|countdown|way|run-up|run up|leading up|next step|prepar\w+|wait\w*|ready) (?:to|for|until)\b/i,
  /\b(?:ahead of|before|until|towards|expected|planned|plans|upcoming|coming|soon|will be|to be|not yet|when will|delay\w*|postpon\w+|not)\b/i,
);
const GENERAL =
  /\b[Gg]enerally [Aa]vailable\b|\b[Gg]eneral [Aa]vailability\b|\b(?:goes|hits?|reach(?:es)?|now|is) GA\b/;
/** The whole title is about the version that it begins with. */
const IS_OUT_AT_END = /^\s+with\b.*\b(?:released|(?:now|is) available)[!.]?$/i;
/** Right after a version. */
const IS_OUT =
  /^[!"')]*(?:\s+(?:LTS|is|are|has|been|have|now|finally|officially|today|just))*\s*(?:released\b|available\b|out\b|here\b|arrives?\b|arrived\b|launched\b|launches\b|ships\b|shipping\b|lands\b|landed\b|debuts\b|GA\b|stable\b|is live\b)(?!\s+(?:for free|free|again|as an? (?:opt|tech|preview|beta|alpha|test)|in (?:tech|technical|public|private|beta|preview)|on the (?:test|testing)|to (?:test|insiders)|of\b))/i;
/** Right before a product and its version. */
const RELEASES =
  /\b(?:releases?|released|launches|launched|ships|release of|availability of|launch of):?\s+(?:the\s+)?(?:new\s+|stable\s+|major\s+)?$/i;
const PART_OF =
  /\b(?:for|on|in|with|to|from|inside|under|of|about|running|via|vs\.?|and)\s+(?:the\s+)?$/i;
const NOW_AVAILABLE = /\bnow (?:available|shipping)\b(?!\s+(?:for free|free|again|in|as|on|to)\b)/i;
/** What is available besides products. */
const NO_PRODUCT =
  /\b(?:patch(?:es)?|updates?|fix(?:es)?|hotfix\w*|isos?|images?|recordings?|sessions?|tickets?|registration|downloads?|templates?|kernels?|slides|videos?|guides?|whitepapers?|ebooks?|courses?|exams?|certifications?|jobs?|webinars?|podcasts?|free|docs|documentation|drivers?)\b/i;

/** A number in a title, and where the name before it begins. */
interface Named extends VersionNumber {
  readonly from: number;
}

/** The stage that a title claims for what it announces; undefined where it claims none for sure. */
export function readStage(given: string, products = WELL_KNOWN_PRODUCTS): ClaimedStage | undefined {
  const title = withoutOtherStages(given.slice(0, LONGEST));
  const test = readTestStage(title);
  if (test) return test === 'ga' && isOptIn(title) ? undefined : test;
  if (END.test(title))
    return namesBaseOrGuest(title, products) || saysNoEnd(title) ? undefined : 'eol';
  if (isOptIn(title) || NOT_YET.test(title)) return undefined;
  const named = namedNumbers(title, products);
  if (NOW_LTS.test(title) || isLtsRelease(title, named)) return 'lts';
  return isGeneral(title, named) ? 'ga' : undefined;
}

function isLtsRelease(title: string, named: readonly Named[]): boolean {
  return (
    named.some(({ end }) => LTS_RELEASE.test(title.slice(end, end + LONGEST_NAME))) &&
    !named.some(({ from }) => isPart(title, from))
  );
}

function isGeneral(title: string, named: readonly Named[]): boolean {
  if (GENERAL.test(title)) return true;
  const isOut = named.some(({ from, end }) => {
    if (isPart(title, from)) return RELEASES.test(title.slice(0, from));
    const after = title.slice(end);
    if (from === 0 && IS_OUT_AT_END.test(after)) return true;
    return IS_OUT.test(after) || RELEASES.test(title.slice(0, from));
  });
  return isOut || (NOW_AVAILABLE.test(title) && !NO_PRODUCT.test(title));
}

/** "The plug-in for Proxmox VE 8" is about the plug-in. */
function isPart(title: string, from: number): boolean {
  return PART_OF.test(title.slice(Math.max(0, from - LONGEST_NAME), from));
}

/** With a known name before it, or with the capitalized words. */
function namedNumbers(title: string, products: ProductNames): Named[] {
  const placed = placeVersions(title, products);
  return findNumbers(title).map((number) => {
    const known = placed.find(({ at, end }) => at <= number.at && end > number.at);
    return { ...number, from: known?.at ?? nameStart(title, number.at) };
  });
}

function nameStart(title: string, at: number): number {
  const start = Math.max(0, at - LONGEST_NAME);
  const words = title.slice(start, at).split(/(?<=\s)/);
  let from = at;
  for (const word of words.reverse()) {
    if (!/^(?:[\p{Lu}\d][\w.&+-]*|[a-z]+[A-Z]\w*|version)\s+$/u.test(word)) break;
    from -= word.length;
  }
  return from;
}
