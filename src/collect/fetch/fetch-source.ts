import type { Source, SourceState } from '../../model/source.ts';
import { type CollectContext, type CollectLimits, DEFAULT_LIMITS } from '../collect-context.ts';
import { concludeFetch } from './conclude-fetch.ts';
import { Deadline } from './deadline.ts';
import { describeTrouble, isOffline } from './describe-trouble.ts';
import type { FetchOutcome } from './fetch-outcome.ts';
import { isPermanentRedirect, isRedirect, keepsMethod, nextHop } from './next-hop.ts';
import type { OutgoingRequest } from './outgoing-request.ts';
import { headerOf, type Reply } from './reply.ts';
import { conditionsFor, ownHeaders, publicHeaders } from './request-headers.ts';
import { RequestSlots } from './request-slots.ts';
import type { Room } from './room.ts';
import { Secrets } from './secrets.ts';
import { sendRequest } from './send-request.ts';

const MAX_REDIRECTS = 10;

/** Asks for a source, conditionally where it answered before, and follows its redirects. */
export async function fetchSource(
  source: Source,
  state: SourceState,
  context: CollectContext,
): Promise<FetchOutcome> {
  const secrets = new Secrets(context.environment);
  const trail: Trail = { at: state.movedTo ?? source.url, secrets, now: context.now };
  const limits = { ...DEFAULT_LIMITS, ...context.limits };
  const slots = context.slots ?? new RequestSlots(limits.requestsPerHost, limits.requestsAtOnce);
  const room = context.room ?? slots.makeRoom();
  try {
    const compose = composer(source, state, secrets, context);
    const send = sender(limits, slots, room, context);
    return await followRedirects(trail, source, compose, send);
  } catch (error) {
    // An interrupted run says nothing about the source.
    context.signal?.throwIfAborted();
    const reason = describeTrouble(error, source.request?.proxy !== undefined);
    return { kind: 'failed', reason, url: trail.at, isOffline: isOffline(error) };
  } finally {
    // Whoever gave the room still has the document to read.
    if (context.room === undefined) room.leave();
  }
}

/** Where the request has come to: kept outside the steps, so that a failure can name the place. */
interface Trail {
  /** As it may be told. */
  at: string;
  movedTo?: string;
  readonly secrets: Secrets;
  readonly now: () => Temporal.Instant;
}

async function followRedirects(
  trail: Trail,
  source: Source,
  compose: Composer,
  send: (request: OutgoingRequest) => Promise<Reply>,
): Promise<FetchOutcome> {
  let url = trail.secrets.fillUrl(trail.at);
  let method = source.request?.method ?? 'GET';
  let isPermanent = true;
  for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects += 1) {
    const request = compose(url, trail.at, method);
    const reply = await send(request);
    if (!isRedirect(reply.status))
      return concludeFetch(request, reply, trail.at, trail.movedTo, trail.now());
    const next = nextHop(url, headerOf(reply.headers, 'location'));
    if ('refused' in next) {
      return { kind: 'failed', reason: `${reply.status}, ${next.refused}`, url: trail.at };
    }
    if (!keepsMethod(reply.status)) method = 'GET';
    isPermanent &&= isPermanentRedirect(reply.status);
    url = next.url;
    trail.at = trail.secrets.hide(url);
    if (isPermanent) trail.movedTo = trail.at;
  }
  return { kind: 'failed', reason: `more than ${MAX_REDIRECTS} redirects`, url: trail.at };
}

/** Builds the request for one hop, which is told of as `at`. */
type Composer = (url: URL, at: string, method: 'GET' | 'POST') => OutgoingRequest;

/** Credentials and conditions go only where they belong. */
function composer(
  source: Source,
  state: SourceState,
  secrets: Secrets,
  context: CollectContext,
): Composer {
  const { request } = source;
  const common = publicHeaders(source, context.userAgent);
  const own = ownHeaders(source, secrets);
  const home = new URL(source.url).origin;
  const route = { proxy: proxyOf(source, secrets), allowsPrivate: request?.allowsPrivate };
  return (url, at, method) => ({
    url,
    method,
    headers: {
      ...common,
      ...(url.origin === home && own),
      ...(method === 'GET' && conditionsFor(at, state)),
    },
    body: method === 'POST' ? request?.body : undefined,
    route,
  });
}

function proxyOf({ request }: Source, secrets: Secrets): string | undefined {
  const proxy = request?.proxy && secrets.fill(request.proxy);
  if (proxy && !/^https?:$/.test(URL.parse(proxy)?.protocol ?? ''))
    throw new Error('the proxy in its settings is no http or https URL');
  return proxy;
}

/** Sends within the free slots of a host and within one deadline for all hops. */
function sender(
  { deadlineMs, maxBytes }: CollectLimits,
  slots: RequestSlots,
  room: Room,
  { dispatcher, signal }: CollectContext,
): (request: OutgoingRequest) => Promise<Reply> {
  const deadline = new Deadline(deadlineMs);
  const channel = { dispatcher, maxBytes, room, deadline, answered: slots.answered };
  const outer = signal ? AbortSignal.any([signal, room.signal]) : room.signal;
  return (request) =>
    slots.run(request.url.hostname, () =>
      deadline.run((signal) => sendRequest(request, channel, signal), outer),
    );
}
