import { either } from '../../words/either.ts';
import { heaviest, weighEnd } from './support-kinds.ts';

/** The columns of a table that hold dates, in their order: what each is the date of. */
export type DateColumns = readonly string[];

const END =
  /\bEOL\b|\bEoGS\b|\bend of (?:life|(?:general |security )?support|maintenance)\b|\bsupport(?:ed)? until\b/i;
const DATE_COLUMN = either(
  /(?:\b\w+\s)?\b(?:EOL|EoGS|EoTG)\b/gi,
  /\bend of (?:life|(?:general |extended |mainstream |security |active )?support|maintenance|technical guidance|sale|availability)\b/gi,
  /\bsupport(?:ed)? until\b/gi,
  /\b(?:first |initial )?releas(?:e date|ed)\b/gi,
  /\bfirst release\b/gi,
  /\bgeneral availability\b/gi,
  /\b(?:start|availability) date\b/gi,
);

/** The head of a table of versions and their dates; undefined for any other line. */
export function readTableHead(given: string): DateColumns | undefined {
  // "Product / Version … Status (June 2026)".
  const line = given.replace(/\s*\([^)]*\)/g, '').replace(/ \/ /g, ' ');
  const isHead =
    /^(?:\w+\s){0,2}(?:product|version|release|edition)s?\b/i.test(line) &&
    END.test(line) &&
    !/\d|[.!?:]$|\b(?:is|are|was|were|has|have|will|reach(?:es)?)\b/.test(line);
  return isHead ? line.match(DATE_COLUMN)?.map((name) => name.toLowerCase()) : undefined;
}

/**
 * Which of the dates of a row is the end of support: that of the one column about it, or, where a
 * distribution below has an end of its own, of the one that bears the product's name; else that of
 * support among those of maintenance and the like.
 */
export function dateColumnOf(columns: DateColumns, product: string): number | undefined {
  const ends = columns.flatMap((name, at) => (END.test(name) ? [{ name, at }] : []));
  if (ends.length === 1) return ends[0]?.at;
  const words = product.toLowerCase().split(/\s+/);
  const own = ends.filter(({ name }) => words.includes(name.split(/\s/)[0] ?? ''));
  if (own.length > 0) return own.length === 1 ? own[0]?.at : undefined;
  return heaviest(ends.map(({ name, at }) => ({ at, weight: weighEnd(name) ?? 0 })))?.at;
}
