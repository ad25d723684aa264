/**
 * Drops what XML 1.0 does not allow (2.2), and the noncharacter that marks a lifted text, so that no
 * document can forge one. Half a surrogate pair becomes U+FFFD.
 */
export function dropIllegalCharacters(text: string): string {
  const whole = text.isWellFormed() ? text : text.toWellFormed();
  return illegal.test(whole) ? whole.replace(allIllegal, '') : whole;
}

const illegal =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
  /[\0-\u0008\u000b\u000c\u000e-\u001f\ufdd0\ufffe\uffff]/;
const allIllegal = new RegExp(illegal, 'g');
