import type { ConfigProblem } from './config-error.ts';
import { withoutCredentials } from './http-url.ts';

/**
 * What no schema can say: ids that stand twice, names that refer to nothing. Reads the raw file, so
 * that these are told together with the mistakes of shape.
 */
export function findConflicts(raw: unknown): ConfigProblem[] {
  const hypervisors = blocksOf(raw, 'hypervisors');
  const sources = blocksOf(raw, 'sources');
  const facts = blocksOf(raw, 'facts');
  const known = hypervisors.map((block) => block.id).filter((id) => typeof id === 'string');
  return [
    ...duplicates('hypervisors', 'id', hypervisors),
    ...duplicates('hypervisors', 'name', hypervisors, ({ name }) => plainly(name)),
    ...namedLikeIds(hypervisors),
    ...duplicates('sources', 'id', sources),
    ...duplicates('sources', 'url', sources, requestOf),
    ...missingMappings(sources),
    ...unknownHypervisors('sources', sources, known),
    ...duplicates('facts', 'id', facts),
    ...duplicates('facts', 'url', facts, requestOf),
    ...misplacedProducts(facts),
    ...unknownHypervisors('facts', facts, known),
  ];
}

/** Ids and names both call a hypervisor, on the command line and in the folders of an import. */
function namedLikeIds(hypervisors: readonly Block[]): ConfigProblem[] {
  return hypervisors.flatMap(({ name }, index) => {
    const own = plainly(name);
    const other = hypervisors.findIndex(
      (block, at) => at !== index && block.id === own && plainly(block.name) !== own,
    );
    if (other < 0) return [];
    const message = `"${name}" is already the id of hypervisors[${other}]`;
    return [{ path: `hypervisors[${index}].name`, message }];
  });
}

/** In the way that a reader takes it: two names that differ in case are one. */
function plainly(name: unknown): string {
  return String(name).trim().replace(/\s+/g, ' ').toLowerCase();
}

function unknownHypervisors(
  list: string,
  blocks: readonly Block[],
  known: readonly string[],
): ConfigProblem[] {
  return blocks.flatMap(({ hypervisor }, index) => {
    if (typeof hypervisor !== 'string' || known.includes(hypervisor)) return [];
    const message = `unknown hypervisor "${hypervisor}", expected one of ${known.join(', ')}`;
    return [{ path: `${list}[${index}].hypervisor`, message }];
  });
}

const listsOfFlaws: ReadonlySet<string> = new Set(['kev', 'xsa', 'msrc']);

/** Versions are those of one product of one hypervisor; flaws are found by their number. */
function misplacedProducts(facts: readonly Block[]): ConfigProblem[] {
  return facts.flatMap(({ kind, ...block }, index) =>
    ['hypervisor', 'product'].flatMap((field) => {
      const path = `facts[${index}].${field}`;
      const isGiven = block[field] !== undefined;
      if (kind === 'end-of-life' && !isGiven)
        return [
          { path, message: `is missing, kind "${kind}" has to say whose versions these are` },
        ];
      if (typeof kind === 'string' && listsOfFlaws.has(kind) && isGiven)
        return [{ path, message: `means nothing for kind "${kind}", only for "end-of-life"` }];
      return [];
    }),
  );
}

/** A list or a page can only be read by what says where its items are. */
function missingMappings(sources: readonly Block[]): ConfigProblem[] {
  return sources.flatMap(({ kind, ...source }, index) => {
    if ((kind !== 'json' && kind !== 'page') || source[kind] !== undefined) return [];
    const message = `is missing, expected an object: kind "${kind}" has to say where the items are`;
    return [{ path: `sources[${index}].${kind}`, message }];
  });
}

/** Blocks that say the same in a field, as `keyOf` understands it, each with the first that did. */
function duplicates(
  list: string,
  field: string,
  blocks: readonly Block[],
  keyOf = (block: Block) => block[field],
): ConfigProblem[] {
  const firstAt = new Map<unknown, number>();
  return blocks.flatMap((block, index) => {
    const value = block[field];
    if (typeof value !== 'string') return [];
    const key = keyOf(block);
    const first = firstAt.get(key);
    if (first === undefined) {
      firstAt.set(key, index);
      return [];
    }
    const message = `"${withoutCredentials(value)}" is already used by ${list}[${first}]`;
    return [{ path: `${list}[${index}].${field}`, message }];
  });
}

/** What a server is asked: it sees no fragment, and two bodies sent to one address are two questions. */
function requestOf({ url, request }: Block): string {
  const { method = 'GET', body = '' } = isBlock(request) ? request : {};
  const address = URL.parse(String(url));
  if (address) address.hash = '';
  return JSON.stringify([address?.href ?? url, method, method === 'POST' ? body : '']);
}

type Block = Readonly<Record<string, unknown>>;

function blocksOf(raw: unknown, key: string): Block[] {
  const list = isBlock(raw) ? raw[key] : undefined;
  return Array.isArray(list) ? list.map((item) => (isBlock(item) ? item : {})) : [];
}

function isBlock(value: unknown): value is Block {
  return typeof value === 'object' && value !== null;
}
