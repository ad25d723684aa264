/** The text without what a feed appends to each of its entries: "The post ... appeared first on ...". */
export function cutBoilerplate(text: string): string {
  let kept = text;
  for (let times = 0; times < mostTails; times++) {
    const tail = kept.slice(-longestTail);
    if (!sign.test(tail.slice(-longestEnd))) return kept.trimEnd();
    const shorter = tails.reduce((rest, pattern) => rest.replace(pattern, ''), tail).trimEnd();
    if (shorter.length === tail.length) return kept;
    kept = kept.slice(0, kept.length - tail.length) + shorter;
  }
  return kept.trimEnd();
}

/** One look for all, since most texts have none: a word that each pattern below has near the end. */
const sign =
  /appear|published|zuerst|paru en|proviene|publicó|aparece|eerst op|Continue|Read|Keep reading|Weiterlesen|Lire la|\]$|[→»]$|submitted by|Comments$/i;

/** What may stand behind that word, and some of the words before it. */
const longestEnd = 250;
const mostTails = 3;
const longestTail = 800;

/** "The post TITLE appeared first on SITE.", as WordPress says it in the languages of its users. */
const appendedByWordPress: readonly (readonly [string, string])[] = [
  ['The (?:post|article)', '(?:appeared first|first appeared|was first published) on'],
  ['Der (?:Beitrag|Artikel)', 'erschien zuerst auf'],
  ["L[’']article", 'est apparu en premier sur'],
  ["L[’']articolo", 'proviene da'],
  ['(?:La entrada|El artículo)', '(?:se publicó primero|aparece primero) en'],
  ['O post', 'apareceu primeiro em'],
  ['Het bericht', 'verscheen eerst op'],
];

/** Each at the end, in one line; the name of a site has no end of a sentence in it. */
const tails = [
  ...appendedByWordPress.map(
    ([post, appeared]) =>
      new RegExp(`${post} [^\\n]{1,400} ${appeared} (?:(?![.!?] )[^\\n]){1,150}$`),
  ),
  /(?:\s|^)(?:Continue reading|Read more|Read the full (?:article|post|story)|Keep reading|Weiterlesen|Lire la suite)\b[^\n.!?]{0,150}$/i,
  /(?:\[(?:…|\.\.\.)\]|\[?(?:\.\.\.|…)\]?\s*(?:→|»))$/,
  // Reddit.
  /submitted by\s+\/?u\/\S+(?:\s+to\s+\/?r\/\S+)?\s*\[link\]\s*\[comments\]$/,
  // Hacker News.
  /(?:^|\n)Comments$/,
];
