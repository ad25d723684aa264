/** Longer than any tag of a feed; attributes beyond are not read. */
const longestTag = 20_000;

// Whatever does not fit is passed over, so that every character is looked at once.
const attribute = /([^\s=<>"'/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+)))?|\s+|[\s\S]/y;

const none: ReadonlyMap<string, string> = new Map();

/**
 * The attributes in what stands behind the name of a start tag, by name in lower case, their values
 * as written. Of two with one name the first counts.
 */
export function readAttributes(text: string): ReadonlyMap<string, string> {
  if (!text.includes('=')) return none;
  const attributes = new Map<string, string>();
  const inside = text.slice(0, longestTag);
  attribute.lastIndex = 0;
  for (let match = attribute.exec(inside); match !== null; match = attribute.exec(inside)) {
    const [, name, inQuotes, inApostrophes, bare] = match;
    const value = inQuotes ?? inApostrophes ?? bare;
    if (name === undefined || value === undefined) continue;
    if (!attributes.has(name.toLowerCase())) attributes.set(name.toLowerCase(), value);
  }
  return attributes;
}
