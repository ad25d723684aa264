import type { SourceState } from '../../model/source.ts';

/** A permanent redirect is believed when it was seen on this many different days. */
const DAYS_TO_BELIEVE = 3;

type Move = Pick<SourceState, 'movedTo' | 'redirectTo' | 'redirectSeenOn'>;

/** Remembers where permanent redirects lead, and takes the move for real after repeated sightings. */
export function noteRedirect(
  { movedTo, redirectTo, redirectSeenOn = [] }: Move,
  target: string | undefined,
  now: Temporal.Instant,
): Move {
  if (target === undefined) return { movedTo, redirectTo: undefined, redirectSeenOn: undefined };
  const today = now.toZonedDateTimeISO('UTC').toPlainDate().toString();
  const seenOn = target === redirectTo ? new Set(redirectSeenOn).add(today) : new Set([today]);
  if (seenOn.size < DAYS_TO_BELIEVE) {
    return { movedTo, redirectTo: target, redirectSeenOn: [...seenOn] };
  }
  return { movedTo: target, redirectTo: undefined, redirectSeenOn: undefined };
}
