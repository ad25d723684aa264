const shown = 6;

/** A list in words, of which only the first six are named: `a, b, c, d, e, f and 12 more`. */
export function fewWords(names: readonly string[]): string {
  const more = names.length - shown;
  return `${names.slice(0, shown).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
