const CELL =
  /^(?:VMware )?(?:product(?: component)?s?|components?|(?:affected |impacted |vulnerable )?(?:products?|versions?)|releases?|running on|platform|cves?|cve ident\w+|cvss.{0,12}|severity|(?:first )?(?:fixed|patched|resolved)(?: in)?(?: versions?| releases?)?|workarounds?|additional (?:documentation|documents|details)|references?)(?: ?\[\d+\])?$/i;
const FIXED_CELL = /\b(?:fixed|patched|resolved)\b/i;
const SEVERITY_CELL = /^severity/i;
const VERSION_CELL = /^(?:affected |impacted |vulnerable )?(?:versions?|releases?)$/i;
/** What stands in the column of the affected versions. */
const VERSION = /^(?:(?:<=?|≤|before|prior to|up to) ?)?v?\d[\w. ]*$/i;
const SEVERITY = /^(?:critical|important|high|moderate|medium|low)$/i;

/** Tables whose cells are paragraphs come with a line for each cell: row by row, they become lines again. */
export function joinCells(lines: readonly string[]): string[] {
  const cells = lines.map((line) => line.trim()).filter((line) => line !== '');
  const start = cells.findIndex((_, at) => headOf(cells, at).length > 0);
  if (start === -1) return [...lines];
  const head = headOf(cells, start);
  const rows = rowsOf(cells.slice(start + head.length), head);
  if (rows.length === 0) return [...lines];
  const rest = cells.slice(start + head.length * (rows.length + 1));
  const joined = [head, ...rows].map((row) => row.join(' '));
  return [...cells.slice(0, start), '', ...joined, '', ...joinCells(rest)];
}

function headOf(cells: readonly string[], start: number): string[] {
  let end = start;
  while (CELL.test(cells[end] ?? '')) end += 1;
  const head = cells.slice(start, end);
  const isHead = head.length >= 3 && head.some((cell) => FIXED_CELL.test(cell));
  return isHead && keyColumn(head) ? head : [];
}

/** Rows end where their key column does not hold what it should: an empty cell would shift all that follow. */
function rowsOf(cells: readonly string[], head: readonly string[]): string[][] {
  const key = keyColumn(head);
  const rows: string[][] = [];
  for (let at = 0; key?.content.test(cells[at + key.at] ?? ''); at += head.length) {
    rows.push(cells.slice(at, at + head.length));
  }
  return rows;
}

function keyColumn(head: readonly string[]): { at: number; content: RegExp } | undefined {
  const severityAt = head.findIndex((cell) => SEVERITY_CELL.test(cell));
  if (severityAt !== -1) return { at: severityAt, content: SEVERITY };
  const versionAt = head.findIndex((cell) => VERSION_CELL.test(cell));
  return versionAt === -1 ? undefined : { at: versionAt, content: VERSION };
}
