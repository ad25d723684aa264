import { onTestFinished } from 'vitest';
import type { CollectContext } from '../../../src/collect/collect-context.ts';
import { createNetwork } from '../../../src/collect/fetch/create-network.ts';
import type { Source } from '../../../src/model/source.ts';
import { readInPlace } from '../../support/read-in-place.ts';

export const NOON = Temporal.Instant.from('2024-06-05T12:00:00Z');

/** A context on the real network, loopback allowed, with a clock that stands still and no jitter. */
export function contextWith(changes: Partial<CollectContext> = {}): CollectContext {
  const dispatcher = changes.dispatcher ?? createNetwork({ allowPrivate: true });
  onTestFinished(() => dispatcher.destroy());
  return {
    dispatcher,
    reader: readInPlace,
    now: () => NOON,
    userAgent: 'state-of-virtualization/test (+https://example.org/about)',
    random: () => 0,
    ...changes,
  };
}

export function sourceAt(url: string, changes: Partial<Source> = {}): Source {
  return { id: 'blog', name: 'A blog', url, kind: 'feed', isVendor: true, ...changes };
}
