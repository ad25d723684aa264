/** Plain `en` is nobody's English in particular; `Intl` would take it for American. */
export function readersLanguage(language: string): string {
  return language === 'en' ? 'en-001' : language;
}
