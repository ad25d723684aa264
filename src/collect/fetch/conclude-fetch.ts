import { botChallenge } from './bot-challenge.ts';
import type { FetchFailed, FetchOutcome } from './fetch-outcome.ts';
import type { Reply } from './reply.ts';
import type { OutgoingRequest } from './send-request.ts';

// An import of node:http loads what it offers of WebSocket, which is all of fetch: 3 MB.
const { STATUS_CODES } = process.getBuiltinModule('node:http');

/** What the last answer of a chain means. */
export function concludeFetch(
  request: OutgoingRequest,
  reply: Reply,
  movedTo: string | undefined,
  fetchedAt: Temporal.Instant,
): FetchOutcome {
  const { status, headers, bytes } = reply;
  const url = request.url.href;
  if (status === 200 && bytes.length > 0)
    return { kind: 'fetched', bytes, headers, url, movedTo, fetchedAt };
  if (status === 304 && isConditional(request)) {
    return { kind: 'not-modified', headers, url, movedTo };
  }
  return { ...refusal(request, reply), url };
}

function isConditional({ headers }: OutgoingRequest): boolean {
  return 'if-none-match' in headers || 'if-modified-since' in headers;
}

function refusal(request: OutgoingRequest, { status, headers, bytes }: Reply): FetchFailed {
  const words = `${status} ${STATUS_CODES[status] ?? ''}`.trim();
  const challenger = botChallenge(headers, bytes);
  const reasons = [
    words,
    status === 200 && 'with an empty body',
    status === 304 && 'to a request without conditions',
    challenger && `with a bot challenge page (${challenger}), which only a browser gets past`,
  ];
  const reason = reasons.filter(Boolean).join(' ');
  return { kind: 'failed', reason, status, headers, url: request.url.href };
}
