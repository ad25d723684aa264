/** The name in `Name (mail@example.com)`, `mail@example.com (Name)` and `Name <mail@example.com>`. */
export function personName(text: string): string {
  const [, before = '', inside = ''] = /^([^(<]*)[(<]([^()<>]*)[)>]\s*$/.exec(text) ?? [];
  if (inside.includes('@') && before.trim() !== '') return before.trim();
  return before.includes('@') && inside.trim() !== '' ? inside.trim() : text;
}
