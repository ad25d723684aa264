const windows1252 = new TextDecoder('windows-1252');

/**
 * Resolves the five entities of XML and the numeric references. Others (`&nbsp;`) stay as they are,
 * for they mean the same in the HTML that comes out of it.
 */
export function decodeReferences(text: string): string {
  if (!text.includes('&')) return text;
  const decoded = text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'");
  const numbersDecoded = decoded.includes('&#')
    ? decoded.replace(numeric, (_, hex?: string, decimal?: string) => decodeNumber(hex, decimal))
    : decoded;
  return numbersDecoded.replaceAll('&amp;', '&');
}

// A bound on the digits keeps the pattern linear.
const numeric = /&#(?:[xX]([\da-fA-F]{1,10})|(\d{1,10}));/g;

function decodeNumber(hex: string | undefined, decimal: string | undefined): string {
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
  // Left for the last step, since what an ampersand makes must not be decoded again.
  if (code === 0x26) return '&amp;';
  if (code >= 0x80 && code <= 0x9f) return windows1252.decode(Uint8Array.of(code));
  return isXmlCharacter(code) ? String.fromCodePoint(code) : '';
}

function isXmlCharacter(code: number): boolean {
  if (code < 0x20) return code === 0x9 || code === 0xa || code === 0xd;
  if (code >= 0xd800 && code <= 0xdfff) return false;
  return code <= 0x10ffff && (code & 0xfffe) !== 0xfffe;
}

/** Plain text as HTML or XML text, and as the value of an attribute in quotes. */
export function escapeMarkup(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
