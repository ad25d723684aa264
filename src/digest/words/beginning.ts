const BLANK = /\s/;

/** The beginning of a long text, up to a blank: a word or a number that is cut reads as another one. */
export function beginning(text: string, longest: number): string {
  if (text.length <= longest) return text;
  let end = longest;
  while (end > 0 && !BLANK.test(text.charAt(end))) end--;
  return text.slice(0, end === 0 ? longest : end);
}
