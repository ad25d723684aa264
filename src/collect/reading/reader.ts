import type { readFacts } from '../facts/read-facts.ts';
import type { readDocument } from '../kinds/read-document.ts';

/** Reads what was fetched, without holding anything else up. It takes the bytes over: afterwards they are gone. */
export interface Reader {
  readonly readDocument: InItsTime<typeof readDocument>;
  readonly readFacts: InItsTime<typeof readFacts>;
}

type InItsTime<Read extends (...given: never) => unknown> = (
  ...given: Parameters<Read>
) => Promise<ReturnType<Read>>;
