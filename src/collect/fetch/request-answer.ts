import type { Dispatcher } from 'undici';
import { codeOf } from './describe-trouble.ts';
import type { OutgoingRequest } from './outgoing-request.ts';
import { errors, request } from './undici-parts.ts';

/** How a connection fails that the other side has closed. */
const CLOSED: ReadonlySet<string> = new Set(['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET']);

/**
 * Sends a request and gives its answer as soon as the headers are there. A connection that was kept
 * may be closed while the request is on its way: a GET is then sent once more, on a new one (RFC
 * 9112, 9.3.1), and what must not be sent twice goes on a new one from the start. `answered` holds
 * the origins to which connections may have been kept.
 */
export async function requestAnswer(
  { url, method, headers, body, route }: OutgoingRequest,
  dispatcher: Dispatcher,
  answered: Set<string>,
  signal: AbortSignal,
): Promise<Dispatcher.ResponseData> {
  // One deadline rules all of it, so the limits of the client for each part are off.
  const limits = { signal, headersTimeout: 0, bodyTimeout: 0 };
  const target = { origin: url.origin, path: `${url.pathname}${url.search}` };
  const send = (isAlone: boolean) => {
    const options = { ...target, method, headers: { ...headers }, body, ...limits };
    const routed = { ...options, route: { ...route, isAlone } };
    return request.call(dispatcher, routed);
  };
  const mayBeKept = method === 'GET' && answered.has(url.origin);
  const answer = await send(method !== 'GET').catch((error: unknown) => {
    if (mayBeKept && wasClosed(error)) return send(true);
    throw error;
  });
  answered.add(url.origin);
  return answer;
}

/** Whether the connection was closed that the request went on, but for one that never was of use. */
function wasClosed(error: unknown): boolean {
  if (!(error instanceof Error) || !CLOSED.has(codeOf(error))) return false;
  if (!(error instanceof errors.SocketError)) return true;
  return error.message.includes('closed') && error.socket?.bytesRead !== 0;
}
