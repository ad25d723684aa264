const ORDINALS = ['first', 'second', 'third', 'fourth'];
const QUARTER = /\b(?:Q([1-4])|(first|second|third|fourth)[- ]quarter)\b/i;
const YEAR = /\b(?:20(\d\d)|FY ?'?(?:20)?(\d\d))\b/i;

/** The quarter whose results a title tells: "Q3 2025" of "Third Quarter Fiscal 2025" and of "Q3 FY25". */
export function findQuarter(title: string): string | undefined {
  const quarter = QUARTER.exec(title);
  if (quarter === null) return undefined;
  const number = quarter[1] ?? ORDINALS.indexOf((quarter[2] ?? '').toLowerCase()) + 1;
  const year = YEAR.exec(title);
  return `Q${number}${year === null ? '' : ` 20${year[1] ?? year[2]}`}`;
}
