/** Up to the end of a sentence; the stop of ".NEXT", "Calif., " and "D.C." ends none. */
const WITHIN = String.raw`(?:[^.!?\n]|\.(?=NEXT|,| ?[–—-]|\p{Lu}\.))`;
const DASH = '(?:[–—]|--?)';
const MONTH = String.raw`(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\b`;
const DATE = String.raw`${MONTH}[.,]? (?:\d{1,2}, ?)?20\d\d\)?`;
const WIRE = '[(/] ?[A-Za-z ]{0,20}(?:WIRE|[Ww]ire)[A-Za-z ]{0,10}[)/]';
const CITY = String.raw`(?:\p{Lu}{4,}|\p{Lu}{2,}(?: \p{Lu}{2,}){1,3})`;
const COUNTRY = String.raw`\p{Lu}[\p{L} ]{1,20}\.?`;
const OPENING = String.raw`(?=["“]?[\p{Lu}\d])`;
const AGENCY = String.raw`\((?:Reuters|AP|AFP|dpa|ANSA|EFE|PTI|Bloomberg|Xinhua)\b[^)\n]{0,20}\)`;
/** A place and a date, a place and a news wire or agency, or a place in capitals and its country. */
const DATELINE = new RegExp(
  [
    `^\\p{Lu}${WITHIN}{0,100}?\\b${DATE}\\s{0,2}(?:${WIRE}\\s{0,2})?${DASH}\\s{0,2}${OPENING}`,
    `^\\p{Lu}${WITHIN}{0,80}?${WIRE}\\s{0,2}${DASH}?\\s{0,2}${OPENING}`,
    `^\\p{Lu}${WITHIN}{0,60}?${AGENCY}\\s{0,2}${DASH}\\s{0,2}${OPENING}`,
    `^${CITY}, ${COUNTRY} ${DASH} ${OPENING}`,
  ].join('|'),
  'gmu',
);

/** Say what kind of piece follows: with a colon, or in bold, which is lost. */
const KINDS = 'Exclusive|Breaking|Opinion|Analysis';
const MORE_KINDS =
  'Breaking news|Updated?|Comment|Interview|Feature|Special report|Sponsored|Review|Hands[ -]on|First look|Editorial';
const KICKER = new RegExp(
  [
    `^(?:${KINDS}|${MORE_KINDS}|${`${KINDS}|${MORE_KINDS}`.toUpperCase()}) ?(?:[:|–—]|- ) ?`,
    `^(?:${KINDS}|${KINDS.toUpperCase()}) `,
  ]
    .map((pattern) => `${pattern}${OPENING}`)
    .join('|'),
  'u',
);

/** A heading that stands in the line of what it heads. */
const LABELS =
  'Details?|Description|Summary|Synopsis|Overview|Abstract|Background|Introduction|Impact|Problem|Issue|Solution|Workaround|TL;?DR|Zusammenfassung|Beschreibung|Auswirkung(?:en)?|Résumé|En bref|Resumen|Descripción|Sommario|Riassunto|Descrizione';
const LABEL = new RegExp(
  `^(?:${LABELS}|\\p{Lu}\\p{Ll}{1,12} (?:details|description|summary)) ?:[ \\t]+(?=["“«„]?[\\p{Lu}\\d])`,
  'gmu',
);

/** A text whose lines do not open with a label: "Details: ". */
export function withoutLabels(text: string): string {
  return text.replace(LABEL, '');
}

/** A text whose lines do not open with place and date, as those of press releases do. */
export function withoutDatelines(text: string): string {
  return text.replace(DATELINE, '');
}

/** A text that does not open with the word that says what kind of piece it is: "Exclusive VMware will …". */
export function withoutKicker(text: string): string {
  return text.replace(KICKER, '');
}
