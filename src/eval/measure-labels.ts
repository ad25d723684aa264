/** How well sets of labels were found. */
export interface LabelFigures {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  /** Times the label is right and times it was given in error. */
  readonly wanted: number;
  readonly wrong: number;
}

export interface LabelSets {
  readonly gold: readonly string[];
  readonly found: readonly string[];
}

/** Figures for each label that is wanted or found, in alphabetic order. */
export function measureEachLabel(rows: readonly LabelSets[]): Map<string, LabelFigures> {
  const labels = new Set(rows.flatMap(({ gold, found }) => [...gold, ...found]));
  return new Map([...labels].sort().map((label) => [label, measureLabels(rows, label)]));
}

/** Micro-averaged figures over all labels, or for one of them. */
export function measureLabels(rows: readonly LabelSets[], only?: string): LabelFigures {
  const isMeant = (label: string) => only === undefined || label === only;
  const wanted = rows.flatMap(({ gold }) => gold.filter(isMeant)).length;
  const given = rows.flatMap(({ found }) => found.filter(isMeant)).length;
  const right = rows.flatMap(({ gold, found }) =>
    found.filter((label) => isMeant(label) && gold.includes(label)),
  ).length;
  const precision = ratio(right, given);
  const recall = ratio(right, wanted);
  return { precision, recall, f1: harmonic(precision, recall), wanted, wrong: given - right };
}

/** The harmonic mean; 0 when either is. */
export function harmonic(precision: number, recall: number): number {
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
}

/** A share; 0 of nothing. */
export function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
