import type { FactContent, OpenDataKind } from '../../model/open-data.ts';
import type { Pace } from '../due/pace.ts';
import { botChallenge } from '../fetch/bot-challenge.ts';
import type { Fetched } from '../fetch/fetch-outcome.ts';
import { headerOf } from '../fetch/reply.ts';
import { decodeBytes } from '../parse/decode-bytes.ts';
import type { FactReader } from './facts-read.ts';
import { readEndOfLife } from './read-end-of-life.ts';
import { readKev } from './read-kev.ts';
import { readMsrc } from './read-msrc.ts';
import { readXsa } from './read-xsa.ts';

/** One line for each publisher. */
const READERS: Readonly<Record<OpenDataKind, FactReader>> = {
  kev: readKev,
  'end-of-life': readEndOfLife,
  xsa: readXsa,
  msrc: readMsrc,
};

/** Once a day is enough; a little less, so that a run at the same time every day is not too early. */
const PACE: Pace = { ttlMinutes: 20 * 60 };

/** Reads what came by the kind of its list; `url` is the configured one. No document makes this throw. */
export function readFacts(
  kind: OpenDataKind,
  url: string,
  { bytes, headers }: Fetched,
):
  | { readonly kind: 'read'; readonly content: FactContent; readonly pace: Pace }
  | { readonly kind: 'unreadable'; readonly reason: string } {
  const text = decodeBytes(bytes, headerOf(headers, 'content-type'));
  try {
    const outcome = READERS[kind](JSON.parse(text), url);
    return outcome.kind === 'read' ? { ...outcome, pace: PACE } : outcome;
  } catch (error) {
    // A document that no reader foresaw, such as one nested without end, must not end the run.
    const { name, message } = error as Error;
    if (name !== 'SyntaxError')
      return { kind: 'unreadable', reason: `the document cannot be read (${name}: ${message})` };
    const challenger = botChallenge(headers, bytes);
    const aside = challenger ? ` but a bot challenge page (${challenger})` : '';
    return { kind: 'unreadable', reason: `the document is not valid JSON${aside}` };
  }
}
