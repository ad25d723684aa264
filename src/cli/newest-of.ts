/** The latest of some instants; undefined when there is none. */
export function newestOf(
  instants: readonly (Temporal.Instant | undefined)[],
): Temporal.Instant | undefined {
  return instants
    .filter((instant) => instant !== undefined)
    .reduce<Temporal.Instant | undefined>(
      (newest, one) => (newest && Temporal.Instant.compare(newest, one) >= 0 ? newest : one),
      undefined,
    );
}
