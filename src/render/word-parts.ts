/** A part of a text that may be broken into lines, or one word that is not to be. */
export interface WordPart {
  readonly text: string;
  readonly isWhole: boolean;
}

/** A text in parts, with each word that has a hyphen on its own: a line that ends in "XCP-" names nothing. */
export function wordParts(text: string): WordPart[] {
  return text
    .split(/(\S+-\S+)/)
    .map((part, at) => ({ text: part, isWhole: at % 2 === 1 }))
    .filter((part) => part.text !== '');
}
