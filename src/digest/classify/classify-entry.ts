import type { Label } from '../../model/classification.ts';
import type { Entry } from '../../model/entry.ts';
import type { Hypervisor } from '../../model/hypervisor.ts';
import type { Source } from '../../model/source.ts';
import { compileHypervisors } from './compile-hypervisors.ts';
import { explainLabel } from './explain-label.ts';
import { readEntry } from './read-entry.ts';
import { scoreHypervisor } from './score-hypervisor.ts';

/** Under this score an entry is not about a hypervisor. */
const ENOUGH = 3;
/** A label must also have this share of the strongest one's score: the rest is background. */
const SHARE_OF_BEST = 0.4;

/**
 * The configured hypervisors that an entry is about, strongest first; empty when it is about none.
 * Without a source only the entry itself speaks.
 */
export function classifyEntry(
  entry: Entry,
  source: Source | undefined,
  hypervisors: readonly Hypervisor[],
): Label[] {
  const reading = readEntry(entry, source, compileHypervisors(hypervisors));
  const scored = hypervisors
    .map((hypervisor) => ({ hypervisor, ...scoreHypervisor(hypervisor, reading) }))
    .sort((a, b) => b.score - a.score);
  const best = scored[0]?.score ?? 0;
  return scored
    .filter(({ score }) => score >= ENOUGH && score >= best * SHARE_OF_BEST)
    .map(({ hypervisor, score, evidence, isSideProduct }) => ({
      hypervisor: hypervisor.id,
      score: Math.round(score * 100) / 100,
      because: explainLabel(evidence),
      isSideProduct,
      ...(reading.hasForeignFlaw && { isBystander: true }),
      titleScore: evidence.find(({ part }) => part === 'title')?.points ?? 0,
    }));
}
