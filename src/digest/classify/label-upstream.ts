import type { Hypervisor } from '../../model/hypervisor.ts';
import { textOf } from '../facts/extract-facts.ts';
import { readCvss, saysCritical, saysExploited } from '../facts/read-severity.ts';
import { normalizeText } from '../words/normalize-text.ts';
import type { ClassifiedEntry } from './classified-entry.ts';
import { compileHypervisors } from './compile-hypervisors.ts';
import { findMentions } from './find-mentions.ts';

const LEAD_LENGTH = 320;
const CRITICAL_CVSS = 9;

/**
 * What a hypervisor is built on (Xen, KVM, QEMU) is no news of it, except for a flaw there that is
 * critical or exploited: its users must hear of that before the vendor says a word.
 */
export function labelUpstream(
  entries: readonly ClassifiedEntry[],
  hypervisors: readonly Hypervisor[],
): ClassifiedEntry[] {
  const upstream = hypervisors.flatMap(({ id, name, upstream: names = [] }) =>
    names.map((word) => ({ id, name, word, pattern: wholeWord(word) })),
  );
  if (upstream.length === 0) return [...entries];
  const dictionary = compileHypervisors(hypervisors);
  return entries.map((classified) => {
    if (classified.labels.length > 0 || !isGrave(classified)) return classified;
    const { title, text } = classified.entry;
    const opening = normalizeText(`${title}\n${text.slice(0, LEAD_LENGTH)}`);
    // A "KVM switch" is no KVM.
    const { cut } = findMentions(dictionary, opening);
    const labels = upstream
      .filter(({ id, pattern }) => pattern.test(opening) && !cut.has(id))
      .map(({ id, name, word }) => ({
        hypervisor: id,
        score: 1,
        because: `upstream: a grave flaw in ${word}, which ${name} is built on`,
        isSideProduct: false,
      }));
    return {
      ...classified,
      labels: [...new Map(labels.map((each) => [each.hypervisor, each])).values()],
    };
  });
}

function isGrave(classified: ClassifiedEntry): boolean {
  if (!classified.topics.includes('security')) return false;
  const text = textOf(classified);
  return (readCvss(text) ?? 0) >= CRITICAL_CVSS || saysExploited(text) || saysCritical(text);
}

function wholeWord(word: string): RegExp {
  return new RegExp(`(?<![\\w-])${word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\w-]*\\w)`, 'i');
}
