const PREPOSITION =
  /\b(?:after|beyond|for|from|like|on|supports?|than|to|under|unlike|via|with|für|pour|auf|von)\s+$/i;
/** "For VMware vSphere 8": its maker between them. */
const MAKER = /\b\p{Lu}[\p{L}-]+ $/u;

/** True for what stands before a product that something else is for, on, from or compared with. */
export function isObject(before: string): boolean {
  return PREPOSITION.test(before) || PREPOSITION.test(before.replace(MAKER, ''));
}
