/**
 * Where the document goes on behind the internal subset of its DOCTYPE (XML 1.0, 2.8), whose `[` stands
 * at `from`: brackets in its comments, instructions and strings do not count, those in it are paired.
 * Undefined when it is not closed.
 */
export function findSubsetEnd(text: string, from: number): number | undefined {
  let depth = 0;
  sign.lastIndex = from;
  for (let match = sign.exec(text); match !== null; match = sign.exec(text)) {
    const end = ends.get(match[0]);
    if (end !== undefined) {
      const at = text.indexOf(end, sign.lastIndex);
      if (at < 0) return undefined;
      sign.lastIndex = at + end.length;
    } else if (match[0] === '[') depth++;
    else if (--depth === 0) return findDeclarationEnd(text, sign.lastIndex);
  }
  return undefined;
}

const sign = /<!--|<\?|["'[\]]/g;

/** How that ends in which brackets do not count. */
const ends: ReadonlyMap<string, string> = new Map([
  ['<!--', '-->'],
  ['<?', '?>'],
  ['"', '"'],
  ["'", "'"],
]);

function findDeclarationEnd(text: string, from: number): number | undefined {
  declarationEnd.lastIndex = from;
  return declarationEnd.test(text) ? declarationEnd.lastIndex : undefined;
}

const declarationEnd = /\s*>/y;
