/** The source of a pattern that matches a text as it is, whatever signs are in it. */
export function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
