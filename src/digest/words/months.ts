/** In English, in which headlines and advisories date things. */
export const MONTHS: readonly string[] =
  'January February March April May June July August September October November December'.split(
    ' ',
  );

/** Any of them, for a pattern. */
export const ANY_MONTH = MONTHS.join('|');

/** Any month in German, for a pattern. */
export const GERMAN_MONTH =
  'Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember';

/** Any month in French, for a pattern. */
export const FRENCH_MONTH =
  'janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre';
