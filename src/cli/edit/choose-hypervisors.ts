import { nearestName } from '../../config/nearest-name.ts';
import type { Hypervisor } from '../../model/hypervisor.ts';
import { UsageError } from '../usage-error.ts';

const NONE = 'none';

/** The ids in a list such as `vmware,nutanix`, each once; `none` is the empty list. Throws a UsageError. */
export function chooseHypervisors(list: string, hypervisors: readonly Hypervisor[]): string[] {
  const named = list.split(',').map((name) => name.trim().toLowerCase());
  if (named.length === 1 && named[0] === NONE) return [];
  return [...new Set(named.map((name) => choose(name, hypervisors)))];
}

function choose(named: string, hypervisors: readonly Hypervisor[]): string {
  const ids = hypervisors.map(({ id }) => id);
  const chosen = hypervisors.find(({ id, name }) => id === named || name.toLowerCase() === named);
  if (chosen !== undefined) return chosen.id;
  const nearest = nearestName(named, ids);
  const hint = nearest === undefined ? '' : `\n(Did you mean ${nearest}?)`;
  throw new UsageError(
    `unknown hypervisor "${named}", expected some of ${ids.join(', ')}, or ${NONE}${hint}`,
  );
}
