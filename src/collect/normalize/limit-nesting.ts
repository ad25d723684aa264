/**
 * Leaves out tags that stand deeper than any author writes, their text stays: parsers of HTML take
 * quadratic time for depth. Elements that HTML closes by itself do not count.
 */
export function limitNesting(html: string): string {
  if (countTags(html) <= deepest) return html;
  let depth = 0;
  return html.replace(anyTag, (tag, slash: string, name: string) => {
    if (selfClosing.test(name)) return tag;
    if (slash === '') return ++depth > deepest ? '' : tag;
    if (depth === 0) return '';
    return depth-- > deepest ? '' : tag;
  });
}

const deepest = 100;
// The name is read to its end, or a long one without `>` would be read again from each of its letters.
const anyTag = /<(\/?)([a-z][a-z0-9:-]*)(?![a-z0-9:-])[^<>]*>/gi;
const selfClosing = /^(?:area|br|col|embed|hr|img|input|source|wbr|p|li|dt|dd|td|th|tr)$/i;

function countTags(html: string): number {
  let count = 0;
  for (let at = html.indexOf('<'); at >= 0 && count <= deepest; at = html.indexOf('<', at + 1))
    count++;
  return count;
}
