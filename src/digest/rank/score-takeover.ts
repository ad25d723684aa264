import type { Hypervisor } from '../../model/hypervisor.ts';
import { STRONG } from '../classify/entry-reading.ts';
import { readTakeover } from '../classify/read-takeover.ts';
import { literally } from '../words/literally.ts';
import type { RankPoint } from './rank-point.ts';

/** The points of a headline that tells who buys whom, if it does. */
export type TakeoverScorer = (title: string) => RankPoint | undefined;

/** Who owns a platform matters more than what its maker buys, or parts with. */
const SOLD: RankPoint = { text: 'A company changes hands', points: 4.5 };
const SOUGHT: RankPoint = { text: 'A company may change hands', points: 3.7 };
const REVIEWED: RankPoint = { text: 'A takeover is looked into', points: 1.8 };
const OTHER: RankPoint = { text: 'A company is bought', points: 1.6 };

/** Makes a scorer that knows the platforms, and their makers, by name. */
export function takeoverScorer(hypervisors: readonly Hypervisor[]): TakeoverScorer {
  const names = hypervisors.flatMap(({ name, vendor, terms }) => [
    name,
    vendor.split(' ')[0] ?? vendor,
    ...terms.filter(({ weight }) => weight >= STRONG).map(({ term }) => term),
  ]);
  // "VMware's desktop business" is not the platform.
  const platform = new RegExp(
    `(?<![\\w-])(?:${names.map(literally).join('|')})(?![\\w-]|['’]s\\b)`,
    'i',
  );
  return (title) => {
    const takeover = readTakeover(title);
    if (takeover === undefined) return undefined;
    if (takeover.stages.includes('reviewed')) return REVIEWED;
    if (takeover.bought !== undefined && !platform.test(takeover.bought)) return OTHER;
    return takeover.stages.includes('sought') ? SOUGHT : SOLD;
  };
}
