/** A body that came, but cannot be used: too large, or not what its encoding says. */
export class UnreadableBodyError extends Error {}

/** Says by how much: the cap counts decompressed bytes. */
export function tooLarge(maxBytes: number): UnreadableBodyError {
  return new UnreadableBodyError(`the body is larger than ${maxBytes / 1_000_000} MB`);
}
