import { botChallenge } from './bot-challenge.ts';
import type { FetchOutcome } from './fetch-outcome.ts';
import type { OutgoingRequest } from './outgoing-request.ts';
import { isSuccess, type Reply } from './reply.ts';

// An import of node:http loads what it offers of WebSocket, which is all of fetch: 3 MB.
const { STATUS_CODES } = process.getBuiltinModule('node:http');

/** What the last answer of a chain means; `url` is where it came from, as it may be told. */
export function concludeFetch(
  request: OutgoingRequest,
  reply: Reply,
  url: string,
  movedTo: string | undefined,
  fetchedAt: Temporal.Instant,
): FetchOutcome {
  const { status, headers, bytes } = reply;
  if (isSuccess(status) && bytes.length > 0)
    return { kind: 'fetched', bytes, headers, url, movedTo, fetchedAt };
  if (status === 304 && isConditional(request)) {
    return { kind: 'not-modified', headers, url, movedTo };
  }
  return { kind: 'failed', reason: refusal(reply), status, headers, url, movedTo };
}

function isConditional({ headers }: OutgoingRequest): boolean {
  return 'if-none-match' in headers || 'if-modified-since' in headers;
}

function refusal({ status, headers, bytes }: Reply): string {
  const words = `${status} ${STATUS_CODES[status] ?? ''}`.trim();
  const challenger = botChallenge(headers, bytes, status);
  const reasons = [
    words,
    isSuccess(status) && 'with an empty body',
    status === 304 && 'to a request without conditions',
    challenger && `with a bot challenge page (${challenger}), which only a browser gets past`,
  ];
  return reasons.filter(Boolean).join(' ');
}
