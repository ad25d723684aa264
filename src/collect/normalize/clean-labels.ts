import { oneLine, plainTitle } from './plain-title.ts';
import { shorten } from './shorten.ts';

/** Categories as plain text, each once, whatever its case. */
export function cleanCategories(categories: readonly string[]): string[] {
  return cleanLabels(categories);
}

/** Names of authors, each once; a mere mail address is not one. */
export function cleanAuthors(authors: readonly string[]): string[] {
  return cleanLabels(authors).filter((author) => !/^\S+@\S+$/.test(author));
}

const longestLabel = 80;
const mostLabels = 30;

function cleanLabels(labels: readonly string[]): string[] {
  const byKey = new Map<string, string>();
  for (const label of labels) {
    if (byKey.size === mostLabels) break;
    const text = shorten(/[&<]/.test(label) ? plainTitle(label) : oneLine(label), longestLabel);
    if (text !== '' && !byKey.has(text.toLowerCase())) byKey.set(text.toLowerCase(), text);
  }
  return [...byKey.values()];
}
