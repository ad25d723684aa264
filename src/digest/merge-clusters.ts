import type { Pair } from './find-candidates.ts';

/** Positions that belong together, and why, one reason for each merge. */
export interface Cluster {
  readonly members: readonly number[];
  readonly because: readonly string[];
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
 * one, until no two reach the threshold. `sure` pairs come first whatever they score; equal scores
 * are taken in order of position, so the result is the same on every run.
 */
export function mergeClusters(
  count: number,
  sure: readonly (readonly [number, number, string])[],
  candidates: readonly Pair[],
  rules: ClusterRules,
): Cluster[] {
  const state = new Clustering(count, rules);
  for (const [a, b, because] of sure) state.join(a, b, because);
  state.mergeAlike(candidates);
  return state.clusters();
}

/** The state of one run; clusters are known by their lowest position. */
class Clustering {
  readonly #rules: ClusterRules;
  readonly #members: (number[] | undefined)[];
  readonly #because: string[][];
  readonly #home: number[];
  readonly #neighbours: Map<number, Set<number>> = new Map();
  readonly #likeness: Map<number, number> = new Map();

  constructor(count: number, rules: ClusterRules) {
    this.#rules = rules;
    this.#members = Array.from({ length: count }, (_, position) => [position]);
    this.#because = Array.from({ length: count }, () => []);
    this.#home = Array.from({ length: count }, (_, position) => position);
  }

  join(a: number, b: number, because: string): number | undefined {
    const first = Math.min(this.#homeOf(a), this.#homeOf(b));
    const second = Math.max(this.#homeOf(a), this.#homeOf(b));
    if (first === second || this.#areApart(first, second)) return undefined;
    const gone = this.#members[second] ?? [];
    this.#members[first] = [...(this.#members[first] ?? []), ...gone];
    this.#because[first]?.push(...(this.#because[second] ?? []), because);
    this.#members[second] = undefined;
    for (const position of gone) this.#home[position] = first;
    this.#moveNeighbours(second, first);
    return first;
  }

  mergeAlike(candidates: readonly Pair[]): void {
    for (const [a, b] of candidates) this.#makeNeighbours(this.#homeOf(a), this.#homeOf(b));
    let open = [...this.#neighbours].flatMap(([first, others]) =>
      [...others]
        .filter((second) => first < second)
        .flatMap((second) => this.#weigh(first, second)),
    );
    while (open.length > 0) {
      const touched = this.#mergeRound(open.sort(byScore));
      open = [...touched].flatMap((home) =>
        [...(this.#neighbours.get(home) ?? [])]
          .filter((other) => !touched.has(other) || home < other)
          .flatMap((other) => this.#weigh(Math.min(home, other), Math.max(home, other))),
      );
    }
  }

  clusters(): Cluster[] {
    return this.#members.flatMap((members, home) =>
      members
        ? [{ members: [...members].sort((a, b) => a - b), because: this.#because[home] ?? [] }]
        : [],
    );
  }

  /** Takes merges best first, but none that touches a cluster changed in this round. */
  #mergeRound(open: readonly Merge[]): Set<number> {
    const touched = new Set<number>();
    const changed = new Set<number>();
    for (const { first, second } of open) {
      if (changed.has(first) || changed.has(second)) continue;
      const because = this.#bestReason(first, second);
      if (this.join(first, second, because) === undefined) continue;
      changed.add(first).add(second);
      touched.add(first);
    }
    // What was passed over in this round because a partner changed is weighed again next to it.
    return touched;
  }

  #weigh(first: number, second: number): Merge[] {
    const score = this.#meanLikeness(first, second);
    if (score < this.#rules.threshold || this.#areApart(first, second)) return [];
    return [{ score, first, second }];
  }

  #meanLikeness(first: number, second: number): number {
    let sum = 0;
    let count = 0;
    let best = Number.NEGATIVE_INFINITY;
    this.#forEachPair(first, second, (a, b) => {
      const score = this.#compare(a, b);
      sum += score;
      best = Math.max(best, score);
      count++;
    });
    return (1 - this.#rules.bestShare) * (sum / count) + this.#rules.bestShare * best;
  }

  #bestReason(first: number, second: number): string {
    let best = { score: Number.NEGATIVE_INFINITY, a: first, b: second };
    this.#forEachPair(first, second, (a, b) => {
      const score = this.#compare(a, b);
      if (score > best.score) best = { score, a, b };
    });
    return this.#rules.explain(best.a, best.b);
  }

  #forEachPair(first: number, second: number, visit: (a: number, b: number) => void): void {
    for (const a of this.#members[first] ?? []) {
      for (const b of this.#members[second] ?? []) visit(Math.min(a, b), Math.max(a, b));
    }
  }

  #compare(a: number, b: number): number {
    const key = a * this.#home.length + b;
    const known = this.#likeness.get(key);
    if (known !== undefined) return known;
    const likeness = this.#rules.compare(a, b);
    this.#likeness.set(key, likeness);
    return likeness;
  }

  #areApart(first: number, second: number): boolean {
    let isApart = false;
    this.#forEachPair(first, second, (a, b) => {
      isApart ||= this.#rules.mustStayApart(a, b);
    });
    return isApart;
  }

  #homeOf(position: number): number {
    return this.#home[position] ?? position;
  }

  #makeNeighbours(a: number, b: number): void {
    if (a === b) return;
    this.#neighboursOf(a).add(b);
    this.#neighboursOf(b).add(a);
  }

  #moveNeighbours(from: number, to: number): void {
    const moved = this.#neighbours.get(from) ?? [];
    this.#neighbours.delete(from);
    for (const other of moved) {
      this.#neighbours.get(other)?.delete(from);
      this.#makeNeighbours(to, other);
    }
  }

  #neighboursOf(home: number): Set<number> {
    const known = this.#neighbours.get(home);
    if (known) return known;
    const fresh = new Set<number>();
    this.#neighbours.set(home, fresh);
    return fresh;
  }
}

function byScore(a: Merge, b: Merge): number {
  return b.score - a.score || a.first - b.first || a.second - b.second;
}
