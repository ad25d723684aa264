import type { SourceBlock } from './source-block.ts';

/**
 * Adds sources at the end of the list in the text of a configuration. Everything else stays as it
 * was written, byte for byte. The text is a valid configuration.
 */
export function insertSources(text: string, blocks: readonly SourceBlock[]): string {
  const end = endOfSources(text);
  const before = text.slice(0, end).trimEnd();
  const gap = text.slice(before.length, end);
  const inserted = blocks.map((block) => `,${layOut(block, gap)}`).join('');
  const result = `${before}${inserted}${gap}${text.slice(end)}`;
  assertOnlyAdded(text, blocks, result);
  return result;
}

/** Where the bracket stands that closes the list `sources`. */
function endOfSources(text: string): number {
  let depth = 0;
  let name: string | undefined;
  let end = -1;
  for (const { 0: token, index } of text.matchAll(/"(?:[^"\\]|\\.)*"(?:\s*:)?|[{}[\]]/g)) {
    if (token === '{' || token === '[') depth += 1;
    else if (token === '}' || token === ']') {
      depth -= 1;
      if (depth === 1 && name === 'sources' && token === ']') end = index;
    } else if (depth === 1 && token.endsWith(':')) name = JSON.parse(token.slice(0, -1).trimEnd());
  }
  return end;
}

/** On lines of its own, indented as deep as the list is; on one line where the list is on one. */
function layOut(block: SourceBlock, gap: string): string {
  const [, newline, indent] = /(\r?\n)([ \t]*)$/.exec(gap) ?? [];
  if (newline === undefined) return JSON.stringify(block);
  const unit = indent || '  ';
  const lines = JSON.stringify(block, undefined, unit).split('\n');
  return lines.map((line) => `${newline}${unit}${unit}${line}`).join('');
}

/** Whoever edits a text by its brackets had better read it again. */
function assertOnlyAdded(text: string, blocks: readonly SourceBlock[], result: string): void {
  const raw = JSON.parse(text);
  const expected = { ...raw, sources: [...raw.sources, ...blocks] };
  if (JSON.stringify(JSON.parse(result)) !== JSON.stringify(expected))
    throw new Error('sources cannot be added to this file without changing something else');
}
