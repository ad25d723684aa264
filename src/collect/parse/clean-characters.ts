const windows1252 = new TextDecoder('windows-1252');

/**
 * Text without what XML 1.0 does not allow (2.2), and without the noncharacter that marks a lifted
 * text, so that no document can forge one. Half a surrogate pair becomes U+FFFD; the C1 controls,
 * which mean nothing in a feed, are windows-1252 under a wrong name.
 */
export function cleanCharacters(text: string): string {
  const whole = text.isWellFormed() ? text : text.toWellFormed();
  if (!suspicious.test(whole)) return whole;
  return whole
    .replace(illegal, '')
    .replace(/[\u0080-\u009f]+/g, (controls) =>
      windows1252.decode(Uint8Array.from(controls, (control) => control.charCodeAt(0))),
    );
}

const illegal =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
  /[\0-\u0008\u000b\u000c\u000e-\u001f\ufdd0\ufffe\uffff]+/g;
/** One look for all, since most documents have none. */
const suspicious =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
  /[\0-\u0008\u000b\u000c\u000e-\u001f\u0080-\u009f\ufdd0\ufffe\uffff]/;
