/** The text without what a feed appends to each of its entries: "The post ... appeared first on ...". */
export function cutBoilerplate(text: string): string {
  let kept = text;
  for (let times = 0; times < mostTails; times++) {
    const tail = kept.slice(-longestTail);
    const shorter = tails.reduce((rest, pattern) => rest.replace(pattern, ''), tail).trimEnd();
    if (shorter.length === tail.length) return kept;
    kept = kept.slice(0, kept.length - tail.length) + shorter;
  }
  return kept.trimEnd();
}

const mostTails = 3;
const longestTail = 800;

/** Each at the end, within one line. */
const tails = [
  // WordPress, in the languages that the trade press of virtualization writes.
  /(?:The post|The article) [^\n]{1,400} (?:appeared first on|first appeared on|was first published on) [^\n]{1,150}$/,
  /(?:Der Beitrag|Der Artikel) [^\n]{1,400} erschien zuerst auf [^\n]{1,150}$/,
  /(?:L[’']article|L[’']articolo) [^\n]{1,400} (?:est apparu en premier sur|proviene da) [^\n]{1,150}$/,
  /(?:La entrada|O post|El artículo) [^\n]{1,400} (?:se publicó primero en|aparece primero en|apareceu primeiro em) [^\n]{1,150}$/,
  /Het bericht [^\n]{1,400} verscheen eerst op [^\n]{1,150}$/,
  /(?:\s|^)(?:Continue reading|Read more|Read the full (?:article|post|story)|Keep reading|Weiterlesen|Lire la suite)\b[^\n.!?]{0,150}$/i,
  /(?:\[(?:…|\.\.\.|&hellip;)\]|\[?(?:\.\.\.|…)\]?\s*(?:→|»))$/,
  // Reddit.
  /submitted by\s+\/?u\/\S+(?:\s+to\s+\/?r\/\S+)?\s*\[link\]\s*\[comments\]$/,
  /(?:^|\n)Comments$/,
];
