import type { SourceState } from '../model/source.ts';
import { waitAfterFailure } from './due/back-off.ts';
import { noteRedirect } from './due/moved-to.ts';
import { nextDue } from './due/next-due.ts';
import { maxAgeOf, type Pace, waitAfterSuccess } from './due/pace.ts';
import { retryAfter } from './due/retry-after.ts';
import type { Fetched, FetchFailed, NotModified } from './fetch/fetch-outcome.ts';
import { headerOf, type ReplyHeaders } from './fetch/reply.ts';

/** When something was settled, and the chance that spreads due times. */
export interface Moment {
  readonly now: Temporal.Instant;
  readonly random: () => number;
}

/** The state after a document that could be read. */
export function settleFetched(
  state: SourceState,
  { headers, url, movedTo }: Fetched,
  learned: Pace & Pick<SourceState, 'fingerprint' | 'fields'>,
  moment: Moment,
): SourceState {
  const read = { ...state, ...learned, maxAgeSeconds: maxAgeOf(headers) };
  // Both are taken as they come: a validator that the server no longer sends is dropped.
  const validators = {
    etag: validator(headers, 'etag'),
    lastModified: validator(headers, 'last-modified'),
    validatorsFrom: url,
  };
  const firstCollectedAt = state.firstCollectedAt ?? moment.now;
  const settled = { ...read, ...validators, firstCollectedAt };
  return succeed(settled, headers, movedTo, moment);
}

/** The state after a 304, which may bring new validators and a new pace, and drops none. */
export function settleNotModified(
  state: SourceState,
  { headers, movedTo }: NotModified,
  moment: Moment,
): SourceState {
  const refreshed = {
    ...state,
    etag: validator(headers, 'etag') ?? state.etag,
    lastModified: validator(headers, 'last-modified') ?? state.lastModified,
    maxAgeSeconds: maxAgeOf(headers) ?? state.maxAgeSeconds,
  };
  return succeed(refreshed, headers, movedTo, moment);
}

/** The state after a failure; what was learned before stays, but for a move that led nowhere. */
export function settleFailed(
  state: SourceState,
  failure: Partial<FetchFailed>,
  reason: string,
  { now, random }: Moment,
): SourceState {
  const { headers = {}, isOffline = false } = failure;
  const failuresInARow = state.failuresInARow + 1;
  const wait = waitAfterFailure(failuresInARow, isOffline, headers, now);
  const [asked] = retryAfter(headers, now);
  return {
    ...state,
    lastAttemptAt: now,
    failuresInARow,
    lastFailure: reason,
    retryAfterAt: asked ? now.add({ seconds: Math.ceil(asked.seconds) }) : state.retryAfterAt,
    // What was asked at its new place and failed there is looked for at its configured one again.
    movedTo: undefined,
    isGone: state.isGone || isGone(state, failure) || undefined,
    ...nextDue(now, wait, state, random),
  };
}

/** A 410 speaks for its own address: where a temporary redirect leads may change again. */
function isGone(
  { url: configured, movedTo: believed }: SourceState,
  { status, url, movedTo }: Partial<FetchFailed>,
): boolean {
  if (status !== 410 || url === undefined) return false;
  return [believed, movedTo, configured].includes(url);
}

function succeed(
  state: SourceState,
  headers: ReplyHeaders,
  movedTo: string | undefined,
  { now, random }: Moment,
): SourceState {
  return {
    ...state,
    ...noteRedirect(state, movedTo, now),
    lastAttemptAt: now,
    lastSuccessAt: now,
    failuresInARow: 0,
    lastFailure: undefined,
    retryAfterAt: undefined,
    isGone: undefined,
    ...nextDue(now, waitAfterSuccess(state, headers, now), state, random),
  };
}

/** A validator as it came, unless it could not be sent back in a header as it is: few servers take 8 KB. */
function validator(headers: ReplyHeaders, name: string): string | undefined {
  const value = headerOf(headers, name);
  return value && /^[\x20-\x7e\x80-\xff]{1,7000}$/.test(value) ? value : undefined;
}
