/** What stands at a dotted path; arrays on the way are passed through, so there may be several. */
export function valuesAt(value: unknown, path: string): unknown[] {
  const names = path === '' ? [] : path.split('.');
  return names.reduce<unknown[]>(
    (values, name) => values.flatMap((one) => pick(one, name)),
    [value],
  );
}

/** The texts, numbers and truth values at a path, as text; those of an array one by one. */
export function textsAt(value: unknown, path: string): string[] {
  const isPlain = (one: unknown) => ['string', 'number', 'boolean'].includes(typeof one);
  return valuesAt(value, path)
    .flat()
    .filter(isPlain)
    .map((one) => String(one).trim())
    .filter((text) => text !== '');
}

function pick(value: unknown, name: string): unknown[] {
  if (Array.isArray(value)) return value.flatMap((one) => pick(one, name));
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return [];
  return [(value as Record<string, unknown>)[name]];
}
