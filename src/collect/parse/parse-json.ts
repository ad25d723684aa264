/** What a text in JSON says, or that it is none, or holds too much to be read. */
export type ParsedJson =
  | { readonly kind: 'parsed'; readonly value: unknown }
  | { readonly kind: 'invalid' }
  | { readonly kind: 'oversized'; readonly reason: string };

/** Reads JSON, unless it holds so many values that they would fill the memory. */
export function parseJson(text: string): ParsedJson {
  if (hasTooManyValues(text))
    return { kind: 'oversized', reason: `JSON with more than ${mostValues} values in it` };
  try {
    return { kind: 'parsed', value: JSON.parse(text) };
  } catch {
    return { kind: 'invalid' };
  }
}

/** Of lists and objects, and what is in them: a list of advisories has a dozen for each. */
const mostValues = 100_000;

/** Counts without reading: a value stands behind a comma or a bracket, or is the first. */
function hasTooManyValues(text: string): boolean {
  let left = mostValues;
  let isInString = false;
  for (let at = 0; at < text.length && left >= 0; at++) {
    const code = text.charCodeAt(at);
    if (code === BACKSLASH) at++;
    else if (code === QUOTE) isInString = !isInString;
    else if (!isInString && (code === COMMA || code === BRACKET || code === BRACE)) left--;
  }
  return left < 0;
}

const QUOTE = 0x22;
const COMMA = 0x2c;
const BRACKET = 0x5b;
const BACKSLASH = 0x5c;
const BRACE = 0x7b;
