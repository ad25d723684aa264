/** Orders versions by their numbers, part by part: 8.9 before 8.10, "8.0 Update 3" after "8.0". */
export function compareVersions(a: string, b: string): number {
  const left = parts(a);
  const right = parts(b);
  for (let at = 0; at < Math.max(left.length, right.length); at++) {
    const difference = compareParts(left[at] ?? '0', right[at] ?? '0');
    if (difference !== 0) return difference;
  }
  return 0;
}

function parts(version: string): string[] {
  return version.toLowerCase().match(/\d+[a-z]*/g) ?? [];
}

/** "3e" comes after "3" and before "3f" and "4". */
function compareParts(a: string, b: string): number {
  const difference = Number.parseInt(a, 10) - Number.parseInt(b, 10);
  if (difference !== 0 || a === b) return difference;
  return a < b ? -1 : 1;
}
