import type { Dispatcher } from 'undici';
import type { Deadline } from './deadline.ts';
import { decompress } from './decompress.ts';
import { Intake } from './intake.ts';
import type { OutgoingRequest } from './outgoing-request.ts';
import { readBeginning } from './read-beginning.ts';
import { headerOf, isSuccess, type Reply, type ReplyHeaders } from './reply.ts';
import { requestAnswer } from './request-answer.ts';
import type { Room } from './room.ts';
import { tooLarge } from './unreadable-body-error.ts';

/** What requests are sent over, and how much they may bring. */
interface Channel {
  readonly dispatcher: Dispatcher;
  readonly maxBytes: number;
  readonly room: Room;
  readonly deadline: Deadline;
  readonly answered: Set<string>;
}

/** Enough of a refusal to tell a bot challenge from an error page. */
const EXPLANATION_BYTES = 65_536;
const SKIP_MS = 500;

/** Sends one request and reads its answer; no redirect is followed. Throws what went wrong. */
export async function sendRequest(
  outgoing: OutgoingRequest,
  channel: Channel,
  signal: AbortSignal,
): Promise<Reply> {
  const { dispatcher, answered } = channel;
  const answer = await requestAnswer(outgoing, dispatcher, answered, signal);
  const bytes = await readAnswer(answer, channel);
  return { status: answer.statusCode, headers: answer.headers, bytes };
}

async function readAnswer(
  { statusCode, headers, body }: Dispatcher.ResponseData,
  { maxBytes, room, deadline }: Channel,
): Promise<Uint8Array> {
  if (statusCode < 400 && !isSuccess(statusCode)) return skip(body);
  if (statusCode >= 400) return readExplanation(body, headers);
  if (Number(headerOf(headers, 'content-length')) > maxBytes) {
    body.destroy();
    throw tooLarge(maxBytes);
  }
  const newIntake = () => new Intake(maxBytes, (length) => wait(deadline, room.grow(length)));
  const packed = await newIntake().take(body);
  const bytes = await decompress(packed, headerOf(headers, 'content-encoding'), newIntake);
  await wait(deadline, room.complete());
  return bytes;
}

/**
 * Leaves a body unread that says nothing more, such as that of a redirect. It is taken in all the
 * same for a moment, since a connection whose answer came to its end can be kept.
 */
async function skip(body: Dispatcher.ResponseData['body']): Promise<Uint8Array> {
  const signal = AbortSignal.timeout(SKIP_MS);
  await body.dump({ limit: EXPLANATION_BYTES, signal }).catch(() => undefined);
  return new Uint8Array();
}

/** Waiting for room is nothing that the server is to blame for. */
function wait(deadline: Deadline, turn: Promise<void> | undefined): Promise<void> | undefined {
  return turn && deadline.pause(() => turn);
}

/** The status is the news: whatever is wrong with the page that comes with it does not matter. */
async function readExplanation(
  body: AsyncIterable<Uint8Array>,
  headers: ReplyHeaders,
): Promise<Uint8Array> {
  try {
    const bytes = await readBeginning(body, EXPLANATION_BYTES);
    const newIntake = () => new Intake(EXPLANATION_BYTES * 10, () => undefined);
    return await decompress(bytes, headerOf(headers, 'content-encoding'), newIntake);
  } catch {
    return new Uint8Array();
  }
}
