import type { EditionSection } from '../model/edition.ts';

/**
 * Which section tells a story that stands in several, by story id: the one where it ranks highest,
 * and of equals the first. Stories that are only briefs are told nowhere.
 */
export function tellOnce(sections: readonly EditionSection[]): ReadonlyMap<string, EditionSection> {
  const homes = new Map<string, EditionSection>();
  const ranks = new Map<string, number>();
  for (const section of sections) {
    for (const [rank, id] of section.storyIds.entries()) {
      if (rank >= (ranks.get(id) ?? Number.POSITIVE_INFINITY)) continue;
      ranks.set(id, rank);
      homes.set(id, section);
    }
  }
  return homes;
}

/** The first section that names a story in one line, by story id. */
export function nameOnce(sections: readonly EditionSection[]): ReadonlyMap<string, EditionSection> {
  const lines = new Map<string, EditionSection>();
  for (const section of sections) {
    for (const id of [...section.briefIds, ...(section.restIds ?? [])]) {
      if (!lines.has(id)) lines.set(id, section);
    }
  }
  return lines;
}
