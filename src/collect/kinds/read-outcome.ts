import type { Entry } from '../../model/entry.ts';
import type { Pace } from '../due/pace.ts';

/** What a fetched document holds, or why it holds nothing. */
export type ReadOutcome =
  | {
      readonly kind: 'read';
      readonly entries: readonly Entry[];
      readonly pace: Pace;
      /** The fields to expect the next time, for sources whose form may change unannounced. */
      readonly fields?: readonly string[];
    }
  | { readonly kind: 'unreadable'; readonly reason: string };
