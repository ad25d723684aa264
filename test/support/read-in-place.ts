import { readFacts } from '../../src/collect/facts/read-facts.ts';
import { readDocument } from '../../src/collect/kinds/read-document.ts';
import type { Reader } from '../../src/collect/reading/reader.ts';

/** Reads on the thread of the test: a new one for each would take its time. */
export const readInPlace: Reader = {
  readDocument: async (...given) => readDocument(...given),
  readFacts: async (...given) => readFacts(...given),
};
