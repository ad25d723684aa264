/** Opens with a word for what the sentence before it said: "It", "This", "At the same time". */
const ENGLISH =
  /^["“]?(?:its?|this(?! (?:release|version|advisory|bulletin) )|that|these|those|they|their|he|she|such|both|there|then|also|but|and|or|so|well,|however|additionally|furthermore|moreover|instead|meanwhile|in addition|as a result|similarly|conversely|therefore|thus|yet|still|too|likewise|another|the (?:latter|former|same|other)|(?:in|on|at|for|with|from|under|despite) (?:this|that|these|those|the (?:same time|surface|other hand|contrary))|(?:in|by) (?:turn|contrast))\b/i;
/** Ends on one: "is a good example of that shift." */
const WITHIN =
  /\b(?:example|part|result|sign|instance|reason) (?:of|for) (?:that|this|these|those)\b/i;
const GERMAN =
  /^(?:das (?:ist|war|hat|soll|macht|geht|bedeutet|liegt)|dies|diese[mnrs]?|es|er|sie|dabei|dazu|damit|darüber|dadurch|dafür|deshalb|daher|darum|aber|und|doch|jedoch|auch|zudem|außerdem|ferner|hinzu|sein|seine|ihre|solche|letztere[rs]?) /i;
const FRENCH =
  /^(?:c['’](?:est|était)|ce(?:t|tte|s|ci|la)?|ils?|elles?|celui|celles?|ceux|mais|et|donc|ainsi|puis|ensuite|aussi|toutefois|cependant|pourtant|néanmoins|en effet|en outre|de plus|plutôt que de \p{L}+ ce(?:t|tte|s)?)(?!\p{L})/iu;
const SPANISH_AND_ITALIAN =
  /^(?:est[aeo]s?|es[aeo]s?|ell[ao]s?|además|pero|también|sin embargo|por (?:eso|ello)|quest[aeio]|quell[aeio]|ess[aeio]|inoltre|tuttavia|anche|però|quindi|ciò)(?!\p{L})/iu;

/** True for a sentence that makes sense only right after the one before it. */
export function pointsBack(sentence: string): boolean {
  return [ENGLISH, WITHIN, GERMAN, FRENCH, SPANISH_AND_ITALIAN].some((words) =>
    words.test(sentence),
  );
}

/** What a report names once and then calls "the flaw": a line for each thing, with its names. */
const THINGS = [
  'flaws?|vulnerabilit(?:y|ies)|bugs?|holes?|weakness(?:es)?|issues?|problems?|defects?|failles?|vulnérabilités?|(?:Sicherheits|Schwach)\\p{L}+|Lücken?|vulnerabilidad(?:es)?|vulnerabilità',
  '(?:hot)?fix(?:es)?|patch(?:es)?|updates?|releases?|versions?|builds?|mises? à jour|correctifs?|Updates?|Patch(?:es)?|actualizaci(?:ón|ones)|aggiornament[oi]',
  'attacks?|attackers?|campaigns?|malware|gang|hackers?|Angreifer|Angriffe?|attaques?|ataques?',
  'lawsuits?|suits?|complaints?|rulings?|judges?|Klage|Urteil|plainte',
  'deals?|acquisitions?|mergers?|takeovers?|agreements?|partnerships?|collaborations?',
];
const ARTICLE = "(?:The|Der|Die|Das|La|Le|Les|El|Los|Las|Il|Lo|Gli|L[’'])";
/** A name, which has a capital, tells which one is meant: "The flaw in ESXi", "The update, KB5061906,". */
const NAMED =
  '(?:, |,? (?:tracked|known|called|named|designated|identified) as | (?:in|of|for|to|from) )(?:[\\p{Ll}]+ ){0,3}[\\p{Lu}\\d]';
const DEFINITE = THINGS.map((names) => ({
  opening: new RegExp(
    `^${ARTICLE} ?(?:\\p{Ll}[\\p{Ll}-]* ){0,2}(?:${names})(?!\\p{L})(?!${NAMED})`,
    'u',
  ),
  name: new RegExp(`(?<!\\p{L})(?:${names})(?!\\p{L})`, 'iu'),
}));

/** True for a sentence that opens with "The flaw" or the like where none of those before it names one. */
export function lacksAntecedent(sentence: string, before: readonly string[]): boolean {
  const thing = DEFINITE.find(({ opening }) => opening.test(sentence));
  return thing !== undefined && !before.some((other) => thing.name.test(other));
}

/** Further on in a sentence, too, these may mean something before it; a time they do not. */
const DEMONSTRATIVE =
  /\b(?:these|those|this(?! (?:week|month|quarter|year|spring|summer|autumn|fall|winter)\b))\b/i;

/** True for a sentence with which a summary may begin although others stood before it. */
export function canOpen(sentence: string): boolean {
  return (
    !pointsBack(sentence) &&
    !lacksAntecedent(sentence, []) &&
    !DEMONSTRATIVE.test(sentence) &&
    !/^["“„«]/.test(sentence)
  );
}
