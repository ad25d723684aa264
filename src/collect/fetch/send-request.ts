import { type Dispatcher, request } from 'undici';
import type { Route } from './create-network.ts';
import { decompress } from './decompress.ts';
import type { Gate } from './gate.ts';
import { readBeginning, readBody } from './read-body.ts';
import { headerOf, type Reply, type ReplyHeaders } from './reply.ts';
import { tooLarge } from './unreadable-body-error.ts';

/** One request, to one URL. */
export interface OutgoingRequest {
  readonly url: URL;
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly route: Route;
}

/** What requests are sent over, and how much they may bring. */
interface Channel {
  readonly dispatcher: Dispatcher;
  readonly maxBytes: number;
  readonly largeBodies: Gate;
}

/** Enough of a refusal to tell a bot challenge from an error page. */
const EXPLANATION_BYTES = 65_536;

/** Sends one request and reads its answer; no redirect is followed. Throws what went wrong. */
export async function sendRequest(
  outgoing: OutgoingRequest,
  { dispatcher, maxBytes, largeBodies }: Channel,
  signal: AbortSignal,
): Promise<Reply> {
  const { url, method, headers, body, route } = outgoing;
  // One deadline rules all of it, so the limits of the client for each part are off.
  const limits = { signal, headersTimeout: 0, bodyTimeout: 0 };
  const options = { dispatcher, method, headers: { ...headers }, body, route, ...limits };
  const answer = await request(url, options);
  const bytes = await readAnswer(answer, maxBytes, largeBodies);
  return { status: answer.statusCode, headers: answer.headers, bytes };
}

async function readAnswer(
  { statusCode, headers, body }: Dispatcher.ResponseData,
  maxBytes: number,
  largeBodies: Gate,
): Promise<Uint8Array> {
  if (statusCode < 400 && statusCode !== 200) {
    await body.dump({ limit: EXPLANATION_BYTES });
    return new Uint8Array();
  }
  if (statusCode >= 400) return readExplanation(body, headers);
  if (Number(headerOf(headers, 'content-length')) > maxBytes) {
    body.destroy();
    throw tooLarge(maxBytes);
  }
  const bytes = await readBody(body, maxBytes, largeBodies);
  return decompress(bytes, headerOf(headers, 'content-encoding'), maxBytes);
}

/** The status is the news: whatever is wrong with the page that comes with it does not matter. */
async function readExplanation(
  body: AsyncIterable<Uint8Array>,
  headers: ReplyHeaders,
): Promise<Uint8Array> {
  try {
    const bytes = await readBeginning(body, EXPLANATION_BYTES);
    return decompress(bytes, headerOf(headers, 'content-encoding'), EXPLANATION_BYTES * 10);
  } catch {
    return new Uint8Array();
  }
}
