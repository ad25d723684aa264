/** Agencies, firms and countries whose names end as those of series of advisories do. */
const NO_SERIES = '(?:RSA|USA|NASA|CISA|ENISA|NSA|TSA|FSA|VISA)\\b';
/**
 * "VMSA-2024-0011", "XSA-470", "NXSA-AHV-20230302.2008": a vendor's prefix that ends in SA, for
 * security advisory. Only behind letters is a dot part of the number: "VMSA-2024-0011.1" is a
 * later edition of one advisory. A year alone is no number.
 */
const ADVISORY = new RegExp(
  `\\b((?!${NO_SERIES})[A-Z]{1,5}SA)[-\\u2010\\u2011]([A-Z]{2,8}-\\d+(?:\\.\\d+)*|(?!20\\d\\d(?![-:]?\\d))\\d{2,}(?:[-:]\\d{2,})*)`,
  'g',
);
/** "VMSA 2024-0011", but not the years of "EXSA 2024-2026". */
const SPACED = new RegExp(
  `\\b((?!${NO_SERIES})[A-Z]{1,5}SA) (20\\d\\d-(?!20\\d\\d\\b)\\d{2,})\\b`,
  'g',
);
/** Written out, or the address of the advisory where its title does not carry the number. */
const OTHER_FORMS: readonly { readonly pattern: RegExp; readonly prefix: string }[] = [
  { pattern: /\b(?:Xen Security Advisory|XSA) (\d{2,3})\b/gi, prefix: 'XSA' },
  { pattern: /xenbits\.xen(?:project)?\.org\/xsa\/advisory-(\d+)/gi, prefix: 'XSA' },
  { pattern: /vates-sa-(\d{4}-\d+)/gi, prefix: 'VSA' },
];

/** Ids of security advisories that a text or an address names, ascending. */
export function findAdvisories(text: string): string[] {
  const found = new Set<string>();
  for (const form of [ADVISORY, SPACED]) {
    for (const [, prefix, number] of text.matchAll(form)) found.add(`${prefix}-${number}`);
  }
  for (const { pattern, prefix } of OTHER_FORMS) {
    for (const [, number] of text.matchAll(pattern)) found.add(`${prefix}-${number}`);
  }
  return [...found].sort();
}
