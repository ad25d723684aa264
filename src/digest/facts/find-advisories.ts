/** "VMSA-2024-0011", "XSA-470", "NXSA-AHV-20230302": a vendor's prefix that ends in SA, for security advisory. */
const ADVISORY =
  /\b((?!(?:RSA|USA|NASA)\b)[A-Z]{1,5}SA)[-\u2010\u2011 ]((?:[A-Z]{2,8}-)?\d{2,}(?:[-:]\d{2,})*)/g;
/** Written out, or the address of the advisory where its title does not carry the number. */
const OTHER_FORMS: readonly { readonly pattern: RegExp; readonly prefix: string }[] = [
  { pattern: /\bXen Security Advisory (\d+)\b/i, prefix: 'XSA' },
  { pattern: /xenbits\.xen(?:project)?\.org\/xsa\/advisory-(\d+)/i, prefix: 'XSA' },
  { pattern: /vates-sa-(\d{4}-\d+)/i, prefix: 'VSA' },
];

/** Ids of security advisories that a text or an address names, ascending. */
export function findAdvisories(text: string): string[] {
  const found = new Set<string>();
  for (const match of text.matchAll(ADVISORY)) found.add(`${match[1]}-${match[2]}`);
  for (const { pattern, prefix } of OTHER_FORMS) {
    const number = pattern.exec(text)?.[1];
    if (number) found.add(`${prefix}-${number}`);
  }
  return [...found].sort();
}
