/** What every command understands. */
export interface CommandOptions {
  readonly config: string;
  readonly output: string;
  readonly store?: string;
  readonly asOf?: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
}
