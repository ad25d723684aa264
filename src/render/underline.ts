import { textWidth } from './wrap-text.ts';

/** The text with a line of `mark` under it, as wide as itself: a heading of a text mail. */
export function underline(text: string, mark: string): string {
  const width = Array.from(new Intl.Segmenter().segment(text)).length;
  return `${text}\n${mark.repeat(Math.min(width, textWidth))}`;
}
