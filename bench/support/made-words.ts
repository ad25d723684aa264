/** A pronounceable word for a number, the same on every run; rare ones are longer. */
export function wordOf(number: number, syllables: readonly string[]): string {
  let rest = number + syllables.length;
  let text = '';
  while (rest > 0) {
    text += syllables[rest % syllables.length];
    rest = Math.floor(rest / syllables.length);
  }
  return text;
}

/** Chance that is the same on every run: numbers from 0 to 1. */
export function linearCongruence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
