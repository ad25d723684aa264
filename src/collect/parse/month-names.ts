/**
 * How the names of the months begin in the languages of Europe, in lower case and without accents:
 * the shortest beginnings that tell one month from another.
 */
const beginnings = [
  'jan ene gen tam sty led ian янв січ ιαν oca',
  'feb fev hel lut uno фев лют φεβ sub',
  'mar maa mrt bre бер μαρ',
  'apr avr abr huh kwi dub апр кві απρ nis',
  'may mai mag mei maj tou kve маи мая тра μαι',
  'jun juin giu kes cze cerven cvn cervn iun июн чер ιουν haz',
  'jul juil lug hei lip cervene cvc cervenc iul июл лип ιουλ tem',
  'aug aou ago elo sie srp авг сер αυγ agu',
  'sep set syy wrz zar sze сен вер σεπ eyl',
  'oct okt ott out lok paz rij окт жов οκτ eki',
  'nov marr lis noi ноя νοε kas',
  'dec dez dic des jou gru pro дек гру δεκ ara',
];

const months: ReadonlyMap<string, number> = new Map(
  beginnings.flatMap((list, index) => list.split(' ').map((name) => [name, index + 1] as const)),
);

/** The month, 1 to 12, that the last of the words names: `mar., 5 févr.` begins with a Tuesday. */
export function findMonth(words: readonly string[]): number | undefined {
  return words.map(monthOf).findLast((month) => month !== undefined);
}

const longestBeginning = 7;

function monthOf(word: string): number | undefined {
  const plain = word.normalize('NFD').replace(/\p{M}/gu, '');
  for (let length = longestBeginning; length >= 3; length--) {
    const month = months.get(plain.slice(0, length));
    if (month !== undefined) return month;
  }
  return undefined;
}
