import { readersLanguage } from './readers-language.ts';

/** `a, b and c` in the language of the site. */
export function listed(names: readonly string[], language: string): string {
  return new Intl.ListFormat(readersLanguage(language)).format(names);
}
