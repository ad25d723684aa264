/** One answer of a server, its body read and decompressed. */
export interface Reply {
  readonly status: number;
  readonly headers: ReplyHeaders;
  readonly bytes: Uint8Array;
}

export type ReplyHeaders = Readonly<Record<string, string | string[] | undefined>>;

/** The headers read here whose value is a list, and may stand on several lines (RFC 9110, 5.3). */
const LISTS: ReadonlySet<string> = new Set(['cache-control', 'content-encoding']);

/** A header by its lower-case name; where it is repeated, all of a list and the first of others. */
export function headerOf(headers: ReplyHeaders, name: string): string | undefined {
  const value = headers[name];
  if (!Array.isArray(value)) return value;
  return LISTS.has(name) ? value.join(', ') : value[0];
}

/** Whether an answer brings the document: 203 does, too, as a proxy has changed it on its way. */
export function isSuccess(status: number): boolean {
  return status === 200 || status === 203;
}
