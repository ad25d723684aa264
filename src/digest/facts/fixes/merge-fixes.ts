import { placeVersions } from '../versions/place-versions.ts';
import type { ProductNames } from '../versions/product-names.ts';
import type { Fixes } from './find-fixes.ts';
import { numberOfUpdate } from './find-server-update.ts';

/** What one source says of versions. */
export interface SourceFixes extends Fixes {
  readonly source: string;
}

/** A version as sources name it, and who does. */
interface Said {
  readonly text: string;
  readonly sources: ReadonlySet<string>;
  /** The product and the branch of it, for which there is one fix. */
  readonly branch: string;
}

/**
 * What all say, each version once. Where one calls affected what another calls fixed, or they name
 * different fixes of one branch, each stands with who says so.
 */
export function mergeFixes(reports: readonly SourceFixes[], products: ProductNames): Fixes {
  const affected = gather(reports, 'affected', products);
  const fixed = gather(reports, 'fixed', products);
  const contested = contestedBranches([...fixed.values()]);
  return {
    affected: [...affected].map(([key, said]) => (fixed.has(key) ? withSources(said) : said.text)),
    fixed: [...fixed].map(([key, said]) =>
      affected.has(key) || contested.has(said.branch) ? withSources(said) : said.text,
    ),
  };
}

function gather(
  reports: readonly SourceFixes[],
  role: keyof Fixes,
  products: ProductNames,
): Map<string, Said> {
  const found = new Map<string, Said>();
  for (const { source, [role]: texts } of reports) {
    for (const text of texts) {
      const { key, branch } = keysOf(text, products);
      const { text: first = text, sources = [] } = found.get(key) ?? {};
      const isFullest = numberOfUpdate(text) ? text.length > first.length : text === key;
      const shown = isFullest ? text : first;
      found.set(key, { text: shown, sources: new Set([...sources, source]), branch });
    }
  }
  return found;
}

/** "ESXi80U3e-24674464" is ESXi 8.0 Update 3e; a package, or an update with a number, is only itself. */
function keysOf(text: string, products: ProductNames): { key: string; branch: string } {
  const update = numberOfUpdate(text);
  if (update !== undefined) return { key: update, branch: update };
  const [placed] = placeVersions(text, products.withNeighbours);
  if (placed?.text !== text) return { key: text, branch: text };
  const version = placed.version.replace(/ and later$/, '');
  const branch = /^\d+(?:\.\d+)?/.exec(version)?.[0] ?? version;
  return { key: `${placed.product} ${version}`, branch: `${placed.product} ${branch}` };
}

/** Branches of which two sources name fixes, but none that both do. */
function contestedBranches(fixes: readonly Said[]): Set<string> {
  const branches = Map.groupBy(fixes, ({ branch }) => branch);
  const contested = [...branches].filter(([, said]) => {
    const sources = new Set(said.flatMap((each) => [...each.sources]));
    return said.length > 1 && sources.size > 1 && !said.some((each) => each.sources.size > 1);
  });
  return new Set(contested.map(([branch]) => branch));
}

function withSources({ text, sources }: Said): string {
  return `${text} (${[...sources].join(', ')})`;
}
