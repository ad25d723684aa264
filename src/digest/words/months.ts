/** In English, in which headlines and advisories date things. */
export const MONTHS: readonly string[] = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** Any of them, for a pattern. */
export const ANY_MONTH = MONTHS.join('|');
