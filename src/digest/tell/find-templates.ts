import type { Entry } from '../../model/entry.ts';

/** Where templates stand: in the opening. */
const OPENING = 2000;
const SHORTEST = 25;

/**
 * The sentences that a source has in two stories, alike but for numbers and ids: a template, filled
 * in again for each advisory, which says nothing about one of them.
 */
export function findTemplates(stories: readonly (readonly Entry[])[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const templates = new Set<string>();
  for (const entries of stories) {
    const own = new Set(
      entries.flatMap(({ sourceId, text }) =>
        piecesOf(text).map((piece) => templateKey(sourceId, piece)),
      ),
    );
    for (const key of own) (seen.has(key) ? templates : seen).add(key);
  }
  return templates;
}

/** What a sentence has in common with the others of its template in a source. */
export function templateKey(sourceId: string, sentence: string): string {
  return `${sourceId} ${sentence.replace(/\d[\d.:-]*/g, '#').replace(/\s+/g, ' ')}`;
}

/** Cheaper than `splitSentences`; what it takes apart otherwise is no template that is known. */
function piecesOf(text: string): string[] {
  return text
    .slice(0, OPENING)
    .split(/\n|(?<=[.!?]) +/)
    .map((piece) => piece.trim())
    .filter((piece) => piece.length >= SHORTEST);
}
