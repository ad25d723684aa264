/**
 * Drops characters that show nothing, or make text show something else than it says: controls,
 * overrides of the writing direction, zero-width spaces, soft hyphens. Joiners stay: scripts and
 * emoji need them.
 */
export function dropHiddenCharacters(text: string): string {
  return text.replace(hidden, '');
}

const hidden =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is dropped.
  /[\0-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u200b\u2028-\u202e\u2060-\u2064\u2066-\u206f\ufdd0-\ufdef\ufeff\ufff9-\ufffb\ufffe\uffff]/g;
