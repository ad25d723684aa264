export interface ConfigProblem {
  /** Where in the file: `sources[3].url`; empty for the file as a whole. */
  readonly path: string;
  readonly message: string;
}

/** The configuration cannot be used; carries every problem, not just the first. */
export class ConfigError extends Error {
  readonly file: string;
  readonly problems: readonly ConfigProblem[];

  constructor(file: string, problems: readonly ConfigProblem[]) {
    super([`${file}: ${count(problems.length)}`, ...problems.map(toLine)].join('\n'));
    this.name = 'ConfigError';
    this.file = file;
    this.problems = problems;
  }
}

function count(problems: number): string {
  return problems === 1 ? '1 problem' : `${problems} problems`;
}

function toLine({ path, message }: ConfigProblem): string {
  return path === '' ? `  ${message}` : `  ${path}: ${message}`;
}
