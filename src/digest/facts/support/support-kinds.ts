/** The weight of mainstream support, after which a version is supported still. */
export const MAINSTREAM = 1.5;
/** What of a version may end, by its weight: the end of a heavier kind is that of its support. */
const WEIGHTS: Readonly<Record<string, number>> = {
  life: 5,
  support: 5,
  service: 5,
  servicing: 5,
  eol: 5,
  eosl: 5,
  general: 4,
  eogs: 4,
  security: 4,
  extended: 3,
  mainstream: MAINSTREAM,
  active: 2,
  full: 2,
  standard: 2,
  maintenance: 1,
  eom: 1,
};
/** After these ends, a version is supported no more, or still. */
const NO_SUPPORT = /\b(?:technical guidance|EoTG|sales?|availability|marketing|orders?)\b/i;
const KIND =
  /\b(?:(?:(general|extended|mainstream|security|active|full|standard) )?(support|life|maintenance|servic(?:e|ing)|updates)|(EOL|EoGS|EOM|EOSL))\b/gi;
const BEGINS = /\b(?:beg[ai]n\w*|start\w*|since|releas\w+|launch\w*|announced|introduced)\b/i;

/** The weight of what ends by some words; 0 for what is no end of support, undefined where they say no one thing. */
export function weighEnd(words: string): number | undefined {
  if (BEGINS.test(words)) return undefined;
  if (NO_SUPPORT.test(words)) return 0;
  const weights = new Set(
    [...words.matchAll(KIND)].flatMap(([, kind, noun = '', short = '']) => {
      const word = (kind ?? (noun || short)).toLowerCase();
      return WEIGHTS[word] ?? [];
    }),
  );
  const [weight, ...others] = weights;
  return others.length > 0 ? undefined : weight;
}

/** The one that is the heaviest of some; undefined where that is a guess. */
export function heaviest<Each extends { readonly weight: number }>(
  all: readonly Each[],
): Each | undefined {
  const most = Math.max(...all.map(({ weight }) => weight));
  const [first, ...others] = all.filter(({ weight }) => weight === most);
  return most > 0 && others.length === 0 ? first : undefined;
}
