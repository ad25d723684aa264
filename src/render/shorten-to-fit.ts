import type { Room } from './edition-context.ts';

/**
 * The fullest rendering of at most `mostBytes` in UTF-8: the least important stories become
 * headlines, and where that is not enough, are left out. What `render` prints apart from the
 * stories is not shortened, so a rendering without any is the least it can come to.
 *
 * @param storyIds most important first
 */
export function shortenToFit(
  storyIds: readonly string[],
  mostBytes: number,
  render: (room: (storyId: string) => Room) => string,
): string {
  const ranks = new Map(storyIds.map((id, rank) => [id, rank]));
  const all = storyIds.length;
  const rendered = (told: number, named: number) =>
    render((id) => {
      const rank = ranks.get(id) ?? all;
      if (rank < told) return 'full';
      return rank < named ? 'headline' : 'none';
    });
  const fitting = (render: (count: number) => string) =>
    largestFitting(all, (count) => {
      const rendering = render(count);
      return Buffer.byteLength(rendering) <= mostBytes ? rendering : undefined;
    });
  return (
    fitting((told) => rendered(told, all)) ??
    fitting((named) => rendered(0, named)) ??
    rendered(0, 0)
  );
}

/** What `attempt` gives for the largest count up to `most` that it accepts; it must accept all below. */
function largestFitting<Result>(
  most: number,
  attempt: (count: number) => Result | undefined,
): Result | undefined {
  let best = attempt(most);
  if (best !== undefined) return best;
  let low = 0;
  let high = most - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const result = attempt(middle);
    if (result === undefined) {
      high = middle - 1;
    } else {
      best = result;
      low = middle + 1;
    }
  }
  return best;
}
