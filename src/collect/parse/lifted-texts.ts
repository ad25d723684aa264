/**
 * Texts that are taken out of a document before feedsmith reads it, and put back after: it then
 * reads only structure, whose size and shape are harmless, and content stays as it was written.
 */
export class LiftedTexts {
  readonly #texts: string[] = [];

  /** What stands in the document in place of the text. */
  lift(text: string): string {
    return `${marker}${this.#texts.push(text) - 1}`;
  }

  /** The text that a value of the document stands for; other values are themselves. */
  restore(value: string | undefined): string | undefined {
    if (value?.[0] !== marker) return value;
    return this.#texts[Number(value.slice(1) || -1)];
  }
}

/** A noncharacter of Unicode, which `cleanCharacters` takes out of every document. */
const marker = '\ufdd0';

/** A text that is restored as none. */
export const emptyText = marker;
