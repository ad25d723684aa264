const OFFSET = 0xcbf29ce484222325n;
const PRIME = 0x100000001b3n;

/** A short id for a page's anchors: the same for the same first report, however many follow. FNV-1a. */
export function storyId(firstEntryId: string): string {
  let hash = OFFSET;
  for (let at = 0; at < firstEntryId.length; at++) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(firstEntryId.charCodeAt(at))) * PRIME);
  }
  return `s${hash.toString(36)}`;
}
