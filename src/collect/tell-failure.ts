import type { Source } from '../model/source.ts';
import { withoutQuery } from './fetch/next-hop.ts';

/** A failure in words that anybody may read: how the source was asked, why it failed, and where. */
export function tellFailure({ url, request }: Source, why: string, at: string): string {
  const place = at === url ? '' : ` (at ${withoutQuery(at)})`;
  return `[${request?.method ?? 'GET'}] ${url}: ${why}${place}`;
}
