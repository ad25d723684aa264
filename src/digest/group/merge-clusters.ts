import type { Pair } from './find-candidates.ts';
import type { SurePair } from './find-sure-pairs.ts';

/** Positions that belong together, and why: one pair for each merge. */
export interface Cluster {
  readonly members: readonly number[];
  readonly joined: readonly SurePair[];
}

/** How clusters are told alike and apart, by position. */
export interface ClusterRules {
  /** How alike two are. */
  readonly compare: (a: number, b: number) => number;
  /** What makes them so, in words. */
  readonly explain: (a: number, b: number) => string;
  readonly mustStayApart: (a: number, b: number) => boolean;
  /** Mean likeness between two clusters that makes them one. */
  readonly threshold: number;
  /** How much the best pair counts beside the mean: 0 is average link, 1 single link. */
  readonly bestShare: number;
}

interface Merge {
  readonly score: number;
  readonly first: number;
  readonly second: number;
}

/**
 * Average-link clustering: again and again the two clusters that are most alike on average become
 * one, until no two reach the threshold. Sure pairs come first whatever they score; equal scores are
 * taken in order of position, so the result is the same on every run.
 */
export function mergeClusters(
  count: number,
  sure: readonly SurePair[],
  candidates: readonly Pair[],
  rules: ClusterRules,
): Cluster[] {
  const state = new Clustering(count, rules);
  for (const pair of sure) state.join(pair);
  state.mergeAlike(candidates);
  return state.clusters();
}

/** How alike two clusters are, so far as they were compared. */
interface Acquaintance {
  readonly sum: number;
  readonly count: number;
  readonly best: number;
  /** The pair that is most alike. */
  readonly pair: Pair;
}

/** A cluster is compared by so many of its members, the first: more say nothing new and cost squares. */
const MOST_COMPARED = 12;

/** The state of one run; clusters are known by their lowest position. */
class Clustering {
  readonly #rules: ClusterRules;
  readonly #members: (number[] | undefined)[];
  readonly #joined: SurePair[][];
  readonly #home: number[];
  readonly #known: Map<number, Map<number, Acquaintance>> = new Map();

  constructor(count: number, rules: ClusterRules) {
    this.#rules = rules;
    this.#members = Array.from({ length: count }, (_, position) => [position]);
    this.#joined = Array.from({ length: count }, () => []);
    this.#home = Array.from({ length: count }, (_, position) => position);
  }

  /** Makes one of the clusters of two, unless they are one already or must stay apart. */
  join(pair: SurePair): void {
    const [a, b] = pair;
    const first = Math.min(this.#homeOf(a), this.#homeOf(b));
    const second = Math.max(this.#homeOf(a), this.#homeOf(b));
    if (first === second || this.#areApart(first, second)) return;
    this.#shareAcquaintances(first, second);
    const gone = this.#membersOf(second);
    this.#members[first] = [...this.#membersOf(first), ...gone].sort((x, y) => x - y);
    this.#joined[first]?.push(...(this.#joined[second] ?? []), pair);
    this.#members[second] = undefined;
    for (const position of gone) this.#home[position] = first;
  }

  mergeAlike(candidates: readonly Pair[]): void {
    for (const [a, b] of candidates) this.#acquaint(this.#homeOf(a), this.#homeOf(b));
    let open = [...this.#known].flatMap(([home, others]) =>
      [...others.keys()].flatMap((other) => (home < other ? this.#weigh(home, other) : [])),
    );
    while (open.length > 0) {
      const { grown, gone } = this.#mergeRound(open.sort(byScore));
      const isSettled = (home: number) => !grown.has(home) && !gone.has(home);
      const settled = open.filter(({ first, second }) => isSettled(first) && isSettled(second));
      const anew = [...grown].flatMap((home) =>
        [...(this.#known.get(home)?.keys() ?? [])]
          .filter((other) => !grown.has(other) || home < other)
          .flatMap((other) => this.#weigh(Math.min(home, other), Math.max(home, other))),
      );
      open = [...settled, ...anew];
    }
  }

  clusters(): Cluster[] {
    return this.#members.flatMap((members, home) =>
      members ? [{ members, joined: this.#joined[home] ?? [] }] : [],
    );
  }

  /**
   * Merges each two clusters that are each other's best; whose best found a better one waits until
   * what came of them is weighed. So the result is that of one merge at a time.
   */
  #mergeRound(open: readonly Merge[]): { grown: Set<number>; gone: Set<number> } {
    const grown = new Set<number>();
    const gone = new Set<number>();
    const seen = new Set<number>();
    for (const { first, second } of open) {
      const areBest = !seen.has(first) && !seen.has(second);
      seen.add(first).add(second);
      if (!areBest) continue;
      const [a, b] = this.#known.get(first)?.get(second)?.pair ?? [first, second];
      this.join([a, b, this.#rules.explain(a, b)]);
      grown.add(first);
      gone.add(second);
    }
    return { grown, gone };
  }

  #weigh(first: number, second: number): Merge[] {
    const known = this.#known.get(first)?.get(second);
    if (!known) return [];
    const { bestShare, threshold } = this.#rules;
    const score = (1 - bestShare) * (known.sum / known.count) + bestShare * known.best;
    if (score < threshold || this.#areApart(first, second)) return [];
    return [{ score, first, second }];
  }

  /** What each of two clusters knows of others becomes what their union knows of them. */
  #shareAcquaintances(first: number, second: number): void {
    const own = this.#known.get(first) ?? new Map<number, Acquaintance>();
    const joining = this.#known.get(second) ?? new Map<number, Acquaintance>();
    this.#known.delete(second);
    own.delete(second);
    joining.delete(first);
    for (const other of new Set([...own.keys(), ...joining.keys()])) {
      const one = own.get(other) ?? this.#compareMembers(first, other);
      const two = joining.get(other) ?? this.#compareMembers(second, other);
      this.#known.get(other)?.delete(second);
      this.#remember(first, other, unite(one, two));
    }
  }

  #acquaint(a: number, b: number): void {
    if (a === b || this.#known.get(a)?.has(b)) return;
    this.#remember(a, b, this.#compareMembers(a, b));
  }

  #remember(a: number, b: number, acquaintance: Acquaintance): void {
    for (const [home, other] of [
      [a, b],
      [b, a],
    ] as const) {
      const others = this.#known.get(home);
      if (others) others.set(other, acquaintance);
      else this.#known.set(home, new Map([[other, acquaintance]]));
    }
  }

  #compareMembers(a: number, b: number): Acquaintance {
    let sum = 0;
    let count = 0;
    let best = Number.NEGATIVE_INFINITY;
    let pair: Pair = [a, b];
    for (const one of this.#membersOf(a).slice(0, MOST_COMPARED)) {
      for (const two of this.#membersOf(b).slice(0, MOST_COMPARED)) {
        const score = this.#rules.compare(Math.min(one, two), Math.max(one, two));
        sum += score;
        count++;
        if (score > best) {
          best = score;
          pair = [Math.min(one, two), Math.max(one, two)];
        }
      }
    }
    return { sum, count, best, pair };
  }

  #areApart(first: number, second: number): boolean {
    return this.#membersOf(first).some((a) =>
      this.#membersOf(second).some((b) =>
        this.#rules.mustStayApart(Math.min(a, b), Math.max(a, b)),
      ),
    );
  }

  #membersOf(home: number): readonly number[] {
    return this.#members[home] ?? [];
  }

  #homeOf(position: number): number {
    return this.#home[position] ?? position;
  }
}

function unite(a: Acquaintance, b: Acquaintance): Acquaintance {
  const better = b.best > a.best ? b : a;
  return { sum: a.sum + b.sum, count: a.count + b.count, best: better.best, pair: better.pair };
}

function byScore(a: Merge, b: Merge): number {
  return b.score - a.score || a.first - b.first || a.second - b.second;
}
