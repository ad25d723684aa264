import type { Day } from './find-day.ts';
import type { Time } from './find-time.ts';

/** What a date says when it is written as the standards have it. */
export interface UsualDate {
  readonly fields: Day & Time;
  readonly zone: string;
}

/** RFC 822 with a year of four digits (RFC 2822, 3.3), in lower case. */
const MAIL =
  /^(?:[a-z]{3}, )?(\d{1,2}) (jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec) (\d{4}) (\d\d):(\d\d)(?::(\d\d))? (gmt|utc|[+-]\d{4})$/;
/** RFC 3339, in lower case. */
const INTERNET = /^(\d{4})-(\d\d)-(\d\d)t(\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))?(z|[+-]\d\d:\d\d)$/;
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** Nearly all dates of feeds have one of two forms, which can be read quickly. */
export function findUsualDate(text: string): UsualDate | undefined {
  const mail = MAIL.exec(text);
  if (mail !== null) {
    const [, day, month = '', year, hour, minute, second = '0', zone = ''] = mail;
    const fields = [year, MONTHS.indexOf(month) + 1, day, hour, minute, second, 0].map(Number);
    return { fields: named(fields), zone };
  }
  const internet = INTERNET.exec(text);
  if (internet === null) return undefined;
  const [, year, month, day, hour, minute, second, fraction = '', zone = ''] = internet;
  const millisecond = fraction.slice(0, 3).padEnd(3, '0');
  const fields = [year, month, day, hour, minute, second, millisecond].map(Number);
  return { fields: named(fields), zone };
}

function named(fields: readonly number[]): Day & Time {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, millisecond = 0] = fields;
  return { year, month, day, hour, minute, second, millisecond };
}
