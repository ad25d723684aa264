const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  shy: '',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  hellip: '…',
  reg: '®',
  trade: '™',
  copy: '©',
  bull: '•',
  middot: '·',
};

/**
 * The text as it is compared: entities decoded (twice, since feeds escape twice), one kind of
 * hyphen, apostrophe and space, no soft hyphens or trademark signs, full-width letters narrowed.
 */
export function normalizeText(text: string): string {
  const decoded = text.includes('&') ? decodeEntities(decodeEntities(text)) : text;
  return isPlainAscii(decoded) ? decoded : unifyCharacters(decoded);
}

/**
 * The text without what hides inside words: entities, soft hyphens, full-width letters. Enough for
 * finding words, to which all hyphens, quotes and signs are the same.
 */
export function narrowText(text: string): string {
  return /&|[\u00ad\u200b-\u200d\u2060\ufeff\uff01-\uff5e]/.test(text) ? normalizeText(text) : text;
}

function isPlainAscii(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the whole ASCII range is meant
  return /^[\x00-\x7f]*$/.test(text);
}

function unifyCharacters(text: string): string {
  return text
    .replace(/[®™©℠\u00ad\u200b-\u200d\u2060\ufeff]/g, '')
    .normalize('NFKC')
    .replace(/[\u2010-\u2012\u2212]/g, '-')
    .replace(/[‘’‛ʼ]/g, "'")
    .replace(/[“”„‟]/g, '"');
}

function decodeEntities(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,6}));/gi,
    (whole, dec, hex, name) => {
      if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole;
      const code = dec === undefined ? Number.parseInt(hex, 16) : Number(dec);
      if (isBlank(code)) return ' ';
      return isCharacter(code) ? String.fromCodePoint(code) : '';
    },
  );
}

/** A tab, or the end of a line or a page, which keeps words apart. */
function isBlank(code: number): boolean {
  return code >= 0x09 && code <= 0x0d;
}

function isCharacter(code: number): boolean {
  return code >= 0x20 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
}
