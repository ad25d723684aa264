import type { CollectOutcome } from '../model/collect-outcome.ts';
import type { Source, SourceState } from '../model/source.ts';
import { type CollectContext, DEFAULT_LIMITS } from './collect-context.ts';
import { collectSource } from './collect-source.ts';
import { RequestSlots } from './fetch/request-slots.ts';

/**
 * Asks all sources that are due, side by side, and hands over each outcome as it comes. When handing
 * over fails, or the context's signal is aborted, nothing more is asked and the cause is thrown.
 */
export async function collectSources(
  sources: readonly Source[],
  states: ReadonlyMap<string, SourceState>,
  context: CollectContext,
  onOutcome: (source: Source, outcome: CollectOutcome) => Promise<void>,
): Promise<void> {
  const limits = { ...DEFAULT_LIMITS, ...context.limits };
  const slots = new RequestSlots(limits.requestsPerHost, limits.requestsAtOnce);
  const stop = new AbortController();
  const signal = context.signal ? AbortSignal.any([context.signal, stop.signal]) : stop.signal;
  const shared = { ...context, slots, signal };
  const collectOne = async (source: Source) => {
    const room = slots.makeRoom();
    try {
      signal.throwIfAborted();
      const known = states.get(source.id);
      await onOutcome(source, await collectSource(source, known, { ...shared, room }));
    } catch (error) {
      stop.abort(error);
      throw error;
    } finally {
      room.leave();
    }
  };
  const settled = await Promise.allSettled(sources.map(collectOne));
  const failed = settled.find((result) => result.status === 'rejected');
  if (failed) throw signal.reason ?? failed.reason;
}
