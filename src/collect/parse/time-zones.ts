/**
 * The offset from UTC, in minutes, that the text behind a clock time names. Zero when it names none
 * that is known: a date in a doubtful zone is still worth more than none.
 */
export function findOffset(text: string): number {
  const numeric = /^[^\d]*?([+\u2212-])\s*(\d{1,2})(?::?\s?(\d{2}))?(?!\d)/.exec(text);
  if (numeric !== null) return fromNumbers(numeric);
  const name = /[a-z]+/.exec(text)?.[0] ?? '';
  return named.get(name) ?? 0;
}

function fromNumbers([, sign, hours, minutes = '0']: RegExpExecArray): number {
  const offset = Number(hours) * 60 + Number(minutes);
  if (offset > 15 * 60) return 0;
  return sign === '+' ? offset : -offset;
}

/** Hours by name. Where a name is used by two regions, the one that RFC 822 or more feeds mean. */
const named = new Map(
  Object.entries({
    'ut utc gmt z wet': 0,
    'bst ist west cet met mez': 1,
    'cest mest mesz eet sast cat': 2,
    'eest msk trt': 3,
    gst: 4,
    pkt: 5,
    'ict wib': 7,
    'awst sgt hkt myt pht': 8,
    'jst kst': 9,
    aest: 10,
    aedt: 11,
    nzst: 12,
    nzdt: 13,
    'art brt adt': -3,
    'edt ast clt': -4,
    'cdt est et pet': -5,
    'mdt cst ct': -6,
    'pdt mst mt': -7,
    'pst pt akdt': -8,
    akst: -9,
    hst: -10,
  }).flatMap(([names, hours]) => names.split(' ').map((name) => [name, hours * 60] as const)),
);
