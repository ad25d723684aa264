import { findMonth } from './month-names.ts';

/** A day of the calendar as a text gives it: it need not exist. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Finds the day in a date text in lower case, in numbers or with the name of a month. */
export function findDay(text: string): Day | undefined {
  const numeric = findNumericDay(text);
  if (numeric !== undefined) return numeric;
  const month = findMonth(text.match(/[\p{L}\p{M}]+/gu) ?? []);
  const numbers = text.match(/\d+/g) ?? [];
  if (month === undefined || numbers.length < 2) return undefined;
  const yearAt = numbers.findIndex((digits) => digits.length > 2);
  const year = numbers[yearAt < 0 ? 1 : yearAt] ?? '';
  const day = numbers[yearAt === 0 ? 1 : 0] ?? '';
  return { year: fullYear(year), month, day: Number(day) };
}

function findNumericDay(text: string): Day | undefined {
  const ordinal = /^(\d{4})-(\d{3})(?!\d)/.exec(text);
  if (ordinal !== null) return fromOrdinal(Number(ordinal[1]), Number(ordinal[2]));
  const packed = /^(\d{4})(\d\d)(\d\d)(?!\d)/.exec(text);
  if (packed !== null) return toDay(packed[1], packed[2], packed[3]);
  const big = /(?<!\d)(\d{4})\s*[-/.年년]\s*(\d{1,2})(?:\s*[-/.月월]\s*(\d{1,2}))?/u.exec(text);
  if (big !== null) return toDay(big[1], big[2], big[3]);
  const short = /^(\d\d)-(\d\d)-(\d\d)(?!\d)/.exec(text);
  if (short !== null) return toDay(short[1], short[2], short[3]);
  const small = /(?<!\d)(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?!\d)/.exec(text);
  if (small !== null) return fromSmallEndian(small);
  const year = /^(\d{4})$/.exec(text.trim());
  return year === null ? undefined : toDay(year[1], '1', '1');
}

/** With slashes the month comes first, as in the United States, unless it cannot be a month. */
function fromSmallEndian([, first, separator, second, year]: RegExpExecArray): Day {
  const isMonthFirst = separator === '/' ? Number(first) <= 12 : Number(second) > 12;
  return isMonthFirst ? toDay(year, first, second) : toDay(year, second, first);
}

function toDay(year = '', month = '1', day = '1'): Day {
  return { year: fullYear(year), month: Number(month), day: Number(day) };
}

function fromOrdinal(year: number, dayOfYear: number): Day | undefined {
  if (dayOfYear < 1 || dayOfYear > 366) return undefined;
  const date = Temporal.PlainDate.from({ year, month: 1, day: 1 }).add({ days: dayOfYear - 1 });
  return { year: date.year, month: date.month, day: date.day };
}

/** RFC 2822, 4.3. */
function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length >= 4) return year;
  return digits.length === 2 && year < 50 ? 2000 + year : 1900 + year;
}
