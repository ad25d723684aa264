import type { EditionStory, VersionChange } from '../../model/edition.ts';
import type { EditionInput } from '../../model/edition-input.ts';
import type { Hypervisor } from '../../model/hypervisor.ts';
import { dayOf } from '../day-of.ts';
import { productsOf } from '../facts/product-names.ts';
import {
  compareNumbers,
  compareStaged,
  highest,
  isOfLine,
  isOut,
  isSameVersion,
  patchedLine,
  type Version,
} from '../facts/version.ts';
import {
  type Release,
  releasesIn,
  releasesListed,
  releasesTold,
  type ToldRelease,
} from './find-releases.ts';
import { ownProducts } from './own-products.ts';

/**
 * The versions of a hypervisor's own products that came out since the last edition: announced by a
 * report, or dated by open data. None that was told before, unless at an earlier stage; and none
 * below one that is out, unless it patches an older line.
 */
export function findMoves(
  hypervisor: Hypervisor,
  stories: readonly EditionStory[],
  input: EditionInput,
): VersionChange[] {
  const [last] = input.earlier;
  if (!last) return [];
  const products = productsOf(input.hypervisors);
  const isOwn = ownProducts(hypervisor, input.hypervisors);
  const dayIn = (instant: string) => dayOf(Temporal.Instant.from(instant), input.site.timeZone);
  const told = input.earlier.flatMap((edition) => releasesTold(edition, products));
  const listed = releasesListed(hypervisor.id, input);
  const longOut = listed.filter(({ outOn }) => outOn <= dayIn(last.period.from));

  const announced = stories
    .flatMap((story) => releasesIn(story, products))
    .filter((release) => isOut(release) && isOwn(release.product) && !isKnown(release, longOut));
  const found = [
    ...announced,
    ...listed.filter(({ outOn }) => outOn > dayIn(last.issuedAt)),
  ].filter((release) => !isKnown(release, told));
  const out = [...told.filter(isOut), ...listed, ...found];
  return moves(found, out, told);
}

/** Whether it is among some versions, at this stage or a later one. */
function isKnown(release: Version, versions: readonly Version[]): boolean {
  return versions.some((each) => isSameVersion(each, release) && compareStaged(each, release) >= 0);
}

/** One for each line of a product, under the first who says it. */
function moves(
  found: readonly Release[],
  out: readonly Version[],
  told: readonly ToldRelease[],
): VersionChange[] {
  const lines = Map.groupBy(found, (release) => {
    const line = lineOf(release, out);
    return line === undefined ? undefined : `${release.product} ${line}`;
  });
  lines.delete(undefined);
  return [...lines.values()].flatMap((releases) => {
    const to = highest(releases);
    return to ? [moveTo(to, lineOf(to, out) ?? CURRENT, told)] : [];
  });
}

/** The line of what is highest of all. */
const CURRENT = '';

/** Undefined for what a higher version had overtaken when it came out. */
function lineOf(release: Version, out: readonly Version[]): string | undefined {
  const others = out.filter(({ product }) => product === release.product);
  const isTop = (rivals: readonly Version[]) =>
    rivals.every((rival) => compareNumbers(release, rival) >= 0);
  if (isTop(others)) return CURRENT;
  const line = patchedLine(release);
  if (line === undefined) return undefined;
  return isTop(others.filter((other) => isOfLine(other, line))) ? line : undefined;
}

function moveTo(to: Release, line: string, told: readonly ToldRelease[]): VersionChange {
  const before = told.filter(({ product }) => product === to.product);
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
