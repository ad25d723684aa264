/** Columns of a text mail: short enough to be quoted once or twice in 80. */
export const textWidth = 72;

/** Breaks long lines between words; what follows a list mark stays indented. */
export function wrapText(text: string, width = textWidth): string {
  return text
    .split('\n')
    .flatMap((line) => wrapLine(line.trimEnd(), width))
    .join('\n');
}

function wrapLine(line: string, width: number): string[] {
  if (line.length <= width) return [line];
  const [lead = ''] = line.match(/^\s*(?:(?:[-*>]|\d+\.)\s+)?/) ?? [];
  const indent = ' '.repeat(lead.length);
  const lines: string[] = [];
  let current = lead;
  for (const word of line.slice(lead.length).split(/\s+/)) {
    const isEmpty = current.trim() === '' || current === lead;
    if (!isEmpty && current.length + 1 + word.length > width) {
      lines.push(current);
      current = indent + word;
    } else {
      current += isEmpty ? word : ` ${word}`;
    }
  }
  return [...lines, current];
}
