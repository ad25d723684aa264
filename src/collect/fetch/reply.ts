/** One answer of a server, its body read and decompressed. */
export interface Reply {
  readonly status: number;
  readonly headers: ReplyHeaders;
  readonly bytes: Uint8Array;
}

export type ReplyHeaders = Readonly<Record<string, string | string[] | undefined>>;

/** A header by its lower-case name; the first one where it is repeated. */
export function headerOf(headers: ReplyHeaders, name: string): string | undefined {
  const value = headers[name];
  return Array.isArray(value) ? value[0] : value;
}
