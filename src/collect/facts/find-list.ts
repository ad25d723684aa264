import { valuesAt } from '../kinds/json-path.ts';

/** The list at a dotted path; undefined when there is none. */
export function findList(document: unknown, path: string): readonly unknown[] | undefined {
  return valuesAt(document, path).find(Array.isArray);
}
