/** A reason to wait, and for how long. */
export interface PutOff {
  readonly why: string;
  readonly seconds: number;
}

export const HOUR = 3600;
export const DAY = 24 * HOUR;

/** The one that lasts longest; of equals the first. */
export function longest(first: PutOff, others: readonly PutOff[]): PutOff {
  return others.reduce((latest, one) => (one.seconds > latest.seconds ? one : latest), first);
}
