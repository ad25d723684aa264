import type { EditionStory, VersionChange } from '../../model/edition.ts';
import type { EditionInput } from '../../model/edition-input.ts';
import type { Hypervisor } from '../../model/hypervisor.ts';
import { dayOf } from '../day-of.ts';
import { productsOf } from '../facts/versions/product-names.ts';
import {
  areOneScheme,
  compareNumbers,
  compareStaged,
  highest,
  isOfLine,
  isOut,
  isSameVersion,
  patchedLine,
  schemeOf,
  type Version,
} from '../facts/versions/version.ts';
import {
  type ListedRelease,
  type Release,
  releasesIn,
  releasesListed,
  type ToldRelease,
} from './find-releases.ts';
import { isNewlyListed } from './is-newly-listed.ts';
import { ownProducts } from './own-products.ts';

/** Open data dates a release when it is there: what was reported so much earlier only announced it. */
const ANNOUNCED_DAYS = 30;

/**
 * The versions of a hypervisor's own products that came out since the last edition: announced by a
 * report, or new in open data. None that was told before, unless at an earlier stage; and none
 * below one that is out, unless it patches an older line.
 */
export function findMoves(
  hypervisor: Hypervisor,
  stories: readonly EditionStory[],
  input: EditionInput,
  toldBefore: readonly ToldRelease[],
): VersionChange[] {
  const [last] = input.earlier;
  if (!last) return [];
  const products = productsOf(input.hypervisors);
  const isOwn = ownProducts(hypervisor, input.hypervisors);
  const listed = releasesListed(hypervisor.id, input);
  const told = toldBefore.filter((release) => !isTooEarly(release, listed));
  const lastFrom = dayOf(Temporal.Instant.from(last.period.from), input.site.timeZone);
  const longOut = listed.filter(({ outOn }) => outOn <= lastFrom);

  const announced = stories
    .flatMap((story) => releasesIn(story, products))
    .filter(
      (release) =>
        isOut(release) &&
        isOwn(release.product) &&
        !isTooEarly(release, listed) &&
        !isKnown(release, longOut),
    );
  const found = [...announced, ...listed.filter((release) => isNewlyListed(release, input))].filter(
    (release) => !isKnown(release, told),
  );
  return moves(found, [...told.filter(isOut), ...listed, ...found], told);
}

function isTooEarly(release: ToldRelease, listed: readonly ListedRelease[]): boolean {
  const { outOn } = release;
  if (outOn === undefined || !isOut(release)) return false;
  const day = Temporal.PlainDate.from(outOn).add({ days: ANNOUNCED_DAYS }).toString();
  return listed.some((each) => !each.isBuild && each.outOn > day && isSameVersion(each, release));
}

/** Whether it is among some versions, at this stage or a later one. */
function isKnown(release: Version, versions: readonly Version[]): boolean {
  return versions.some((each) => isSameVersion(each, release) && compareStaged(each, release) >= 0);
}

/** One for each line of a product, under the first who says it; the newest line first. */
function moves(
  found: readonly Release[],
  out: readonly ToldRelease[],
  told: readonly ToldRelease[],
): VersionChange[] {
  const byScheme = Map.groupBy(found, (release) => `${release.product} ${schemeOf(release)}`);
  return [...byScheme.values()].flatMap((releases) => {
    const isOfScheme = (each: Version) => releases.some((one) => areOneScheme(one, each));
    const rivals = out.filter(isOfScheme);
    const before = told.filter(isOfScheme);
    const lines = Map.groupBy(releases, (release) => lineOf(release, rivals));
    return [...lines]
      .flatMap(([line, ofLine]) => {
        const to = highest(ofLine);
        return line === undefined || !to ? [] : [{ line, to }];
      })
      .sort((a, b) => compareNumbers(b.to, a.to))
      .map(({ line, to }) => moveTo(to, line, before));
  });
}

/** The line of what is highest of all. */
const CURRENT = '';

/** Undefined for what is no patch, and for what a higher version came after: that says it all. */
function lineOf(release: Release, others: readonly ToldRelease[]): string | undefined {
  const higher = others.filter((other) => compareNumbers(other, release) > 0);
  if (higher.length === 0) return CURRENT;
  const line = patchedLine(release);
  if (line === undefined || higher.some((other) => isOfLine(other, line))) return undefined;
  return higher.some((other) => wasOutOn(release.outOn, other, higher)) ? line : undefined;
}

/** Of a patch alone it is not known since when its line is there: long, more likely than not. */
function wasOutOn(day: string, version: ToldRelease, all: readonly ToldRelease[]): boolean {
  if (version.outOn === undefined || version.outOn <= day) return true;
  const line = patchedLine(version);
  return (
    line !== undefined &&
    !all.some((other) => isOfLine(other, line) && patchedLine(other) === undefined)
  );
}

function moveTo(to: Release, line: string, before: readonly ToldRelease[]): VersionChange {
  const isOfSame = (each: ToldRelease) =>
    line === CURRENT ? each.line === undefined : isOfLine(each, line);
  const from =
    highest(before.filter((each) => isSameVersion(each, to))) ??
    highest(before.filter((each) => isOut(each) && isOfSame(each)));
  const { product, shown, storyId, source } = to;
  return {
    product,
    ...(line !== CURRENT && { line }),
    ...(from && { from: from.shown }),
    to: shown,
    ...(storyId !== undefined && { storyId }),
    source,
  };
}
