const CLAUSE_END = /(?<=[.!?;])\s+|\n+|,\s+(?:but|although|while|though)\s+|\s+[–—]\s+/;

/** The parts of a text that each claim or deny for themselves. */
export function clausesOf(text: string): string[] {
  return text.split(CLAUSE_END);
}
