import type { Entry } from './entry.ts';
import type { SourceState } from './source.ts';

/** What one attempt to read a source came to; a failure is a value, not an exception. */
export type CollectOutcome =
  | { readonly kind: 'collected'; readonly state: SourceState; readonly entries: readonly Entry[] }
  | { readonly kind: 'unchanged'; readonly state: SourceState }
  | { readonly kind: 'failed'; readonly state: SourceState; readonly reason: string }
  | { readonly kind: 'not-due'; readonly state: SourceState };
