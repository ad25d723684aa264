/** Kinds of flaws that are rare enough to know one by; "denial of service" is in every bulletin. */
const KINDS: readonly { readonly kind: string; readonly pattern: RegExp }[] = [
  { kind: 'out-of-bounds', pattern: /\bout[- ]of[- ]bounds\b/i },
  { kind: 'heap overflow', pattern: /\bheap(?:[- ]based)?(?: buffer)?[- ]overflow/i },
  { kind: 'use-after-free', pattern: /\buse[- ]after[- ]free\b/i },
  { kind: 'deserialization', pattern: /\bdeseriali[sz]ation\b/i },
  { kind: 'authentication bypass', pattern: /\bauth(?:entication)?[- ]bypass\b/i },
  { kind: 'path traversal', pattern: /\b(?:path|directory) traversal\b/i },
  { kind: 'race condition', pattern: /\bTOCTOU\b|\brace condition\b/i },
  { kind: 'request forgery', pattern: /\bSSRF\b|\brequest forgery\b/i },
  { kind: 'file upload', pattern: /\bfile upload\b/i },
  { kind: 'type confusion', pattern: /\btype confusion\b/i },
  { kind: 'SQL injection', pattern: /\bSQL[- ]injection\b/i },
  { kind: 'command injection', pattern: /\bcommand[- ]injection\b/i },
];

/** What kinds of flaws a text names, most memorable words only. */
export function findFlawKinds(text: string): string[] {
  return KINDS.flatMap(({ kind, pattern }) => (pattern.test(text) ? [kind] : []));
}
