/** As much of a source as tells it from others. */
export interface KnownSource {
  readonly id: string;
  readonly url: string;
}

/**
 * The source that has this URL already. Sites answer with one feed on http and https, with and
 * without `www.` and a slash at the end, so these make no difference.
 */
export function findConfigured<Known extends KnownSource>(
  sources: readonly Known[],
  url: string,
): Known | undefined {
  const key = keyOf(url);
  return sources.find((source) => keyOf(source.url) === key);
}

function keyOf(text: string): string {
  const { host, pathname, search } = new URL(text);
  return `${host.replace(/^www\./, '')}${pathname.replace(/\/+$/, '')}${search}`;
}
