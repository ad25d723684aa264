/** One pattern for several with the same flags, tried in their order: each can be read, and explained, alone. */
export function either(first: RegExp, ...others: readonly RegExp[]): RegExp {
  return new RegExp([first, ...others].map(({ source }) => source).join('|'), first.flags);
}
