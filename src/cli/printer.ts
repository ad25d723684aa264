/** How far the asking of sources has come. */
interface Progress {
  readonly done: number;
  readonly total: number;
  readonly failures: number;
}

/** Reports go to stdout, as lines or as JSON; problems and progress go to stderr. */
export class Printer {
  readonly #process: NodeJS.Process;
  readonly #options: { readonly json?: boolean; readonly quiet?: boolean };

  constructor(
    process: NodeJS.Process,
    options: { readonly json?: boolean; readonly quiet?: boolean },
  ) {
    this.#process = process;
    this.#options = options;
  }

  report(data: object, lines: readonly string[]): void {
    if (this.#options.json) this.#process.stdout.write(`${JSON.stringify(data, undefined, 2)}\n`);
    else if (!this.#options.quiet) this.#write(this.#process.stdout, lines);
  }

  problems(lines: readonly string[]): void {
    this.#write(this.#process.stderr, lines);
  }

  /** Only on a terminal: rewritten in place, and wiped when all sources are done. */
  readonly progress = (tally: Progress): void => {
    const { stderr } = this.#process;
    if (!stderr.isTTY || this.#options.quiet) return;
    const failures = tally.failures === 0 ? '' : `, ${tally.failures} failed`;
    const line = `Asked ${tally.done} of ${tally.total} sources${failures}`;
    stderr.write(tally.done === tally.total ? '\r\u001b[K' : `\r\u001b[K${line}`);
  };

  #write(stream: NodeJS.WriteStream, lines: readonly string[]): void {
    if (lines.length > 0) stream.write(`${lines.join('\n')}\n`);
  }
}
