import { hasUnwantedCharacters } from './clean-text.ts';

const schemes = new Set(['http:', 'https:', 'mailto:']);

/** The address in its normal form if a reader may be sent there, else the empty string: no link. */
export function safeUrl(url: unknown): string {
  if (typeof url !== 'string' || hasUnwantedCharacters(url)) return '';
  const parsed = URL.parse(url);
  if (!parsed || !schemes.has(parsed.protocol)) return '';
  // "https://vendor.com@evil.example/" reads as one host and leads to another.
  if (parsed.username || parsed.password) return '';
  return parsed.href;
}
