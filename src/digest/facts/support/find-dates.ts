import { MONTHS } from '../../words/months.ts';

/** A day, or a month of a year, that a text names. */
export interface FoundDate {
  /** ISO date, or year and month where no day stands there. */
  readonly on: string;
  readonly at: number;
}

/** "June", "Jun", "Sept.". */
const SHORT_MONTHS = MONTHS.map((month) => month.slice(0, 3));
const MONTH = `(?<month>${[...MONTHS, 'Sept', ...SHORT_MONTHS].join('|')})\\.?`;
const YEAR = '(?<year>20\\d\\d)';
const DAY = '(?<day>\\d{1,2})';
/** The longer before the shorter; what one has read, the next does not read again. */
const FORMS = [
  new RegExp(`\\b${YEAR}-(?<number>\\d\\d)-${DAY}\\b`, 'g'),
  new RegExp(`\\b${DAY}\\.(?<number>\\d\\d)\\.${YEAR}\\b`, 'g'),
  new RegExp(`\\b${DAY}(?:st|nd|rd|th)?(?: of)?[ -]${MONTH},?[ -]${YEAR}\\b`, 'g'),
  new RegExp(`\\b${MONTH} ${DAY}(?:st|nd|rd|th)?,? ${YEAR}\\b`, 'g'),
  new RegExp(`\\b${MONTH},? ${YEAR}\\b`, 'g'),
  new RegExp(`(?<![\\w.-])${YEAR}-(?<number>\\d\\d)(?![\\w-]|\\.\\d)`, 'g'),
];

/** Dates with their year, in the order of the text. A date that does not exist is none. */
export function findDates(text: string): FoundDate[] {
  const found: FoundDate[] = [];
  let rest = text;
  for (const form of FORMS) {
    rest = rest.replace(form, (whole, ...args) => {
      const on = isoDate(args.at(-1));
      if (on !== undefined) found.push({ on, at: args.at(-3) });
      return ' '.repeat(whole.length);
    });
  }
  return found.sort((a, b) => a.at - b.at);
}

function isoDate({ year, month, number, day }: Record<string, string>): string | undefined {
  const ordinal = number ?? String(1 + SHORT_MONTHS.indexOf((month ?? '').slice(0, 3)));
  const parts = [year, ordinal.padStart(2, '0'), ...(day ? [day.padStart(2, '0')] : [])];
  const text = parts.join('-');
  try {
    Temporal.PlainDate.from(day ? text : `${text}-01`);
    return text;
  } catch {
    return undefined;
  }
}
