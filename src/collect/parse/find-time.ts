/** A time of day as a clock shows it. */
export interface Time {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
}

/** What a date text says of the time, and what of it is left to say the zone and the day. */
export interface FoundTime {
  readonly time: Time;
  readonly zone: string;
  readonly rest: string;
}

const timePattern =
  /(?:(오전|오후|上午|下午|午前|午後)\s*)?(?<!\d)(\d{1,2})\s*(?:[:h時时]|시)\s*(\d{1,2})(?:\s*(?:[:分]|분)\s*(\d{1,2})?(?:[.,:](\d+))?)?\s*(?:([ap])\.?m\b\.?)?[초秒]?/u;

const midnight: Time = { hour: 0, minute: 0, second: 0, millisecond: 0 };

/** Finds the time in a date text in lower case; midnight where there is none. */
export function findTime(text: string): FoundTime {
  const compact = /^(\d{4}-?\d\d-?\d\d)t(\d\d)(\d\d)(\d\d)?(?!\d|:)/.exec(text);
  if (compact !== null) {
    const [all, day = '', hour, minute, second = '0'] = compact;
    const time = { hour: Number(hour), minute: Number(minute), second: Number(second) };
    return { time: { ...time, millisecond: 0 }, zone: text.slice(all.length), rest: day };
  }
  const match = timePattern.exec(text);
  if (match === null) return { time: midnight, zone: '', rest: text };
  const after = text.slice(match.index + match[0].length);
  const before = text.slice(0, match.index).replace(/t$/, ' ');
  const time = readTime(match);
  if (!/\d/.test(before)) return { time, zone: after, rest: after };
  // asctime puts the year behind the clock.
  const year = /\d{4}/.test(before) ? '' : (/(?:^|\s)(\d{4})\s*$/.exec(after)?.[1] ?? '');
  return { time, zone: after, rest: `${before} ${year}` };
}

function readTime(match: RegExpExecArray): Time {
  const [, cjkHalf, hours, minute, second = '0', fraction = '0', half] = match;
  const isAfternoon = half === 'p' || /오후|下午|午後/.test(cjkHalf ?? '');
  const isHalved = half !== undefined || cjkHalf !== undefined;
  const hour = isHalved ? (Number(hours) % 12) + (isAfternoon ? 12 : 0) : Number(hours);
  const millisecond = Number(fraction.slice(0, 3).padEnd(3, '0'));
  return { hour, minute: Number(minute), second: Number(second), millisecond };
}
