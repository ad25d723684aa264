import type { Topic } from '../../model/classification.ts';
import type { StoredEntry } from '../../model/entry.ts';
import type { Hypervisor } from '../../model/hypervisor.ts';
import type { Source } from '../../model/source.ts';
import type { ClassifiedEntry } from './classified-entry.ts';
import { classifyEntry } from './classify-entry.ts';
import { compileHypervisors } from './compile-hypervisors.ts';
import { cutRoundUp } from './cut-round-up.ts';
import { dropBoilerplate, findBoilerplate } from './drop-boilerplate.ts';
import { labelTopics } from './label-topics.ts';

/** Finds what each entry is about, once what its source repeats, in older entries too, is taken out. */
export function classifyEntries(
  entries: readonly StoredEntry[],
  sources: readonly Source[],
  hypervisors: readonly Hypervisor[],
  older: readonly StoredEntry[] = [],
): ClassifiedEntry[] {
  const dictionary = compileHypervisors(hypervisors);
  const boilerplate = findBoilerplate(entries, older);
  const sourceOf = new Map(sources.map((source) => [source.id, source]));
  return entries.map((stored) => {
    const own = dropBoilerplate(stored, boilerplate);
    const source = sourceOf.get(own.sourceId);
    const labels = classifyEntry(own, source, hypervisors);
    const entry = cutRoundUp(own, source, labels, dictionary);
    const found = { entry, ...(source && { source }), labels };
    const read = () => labelTopics(entry, source, labels);
    return labels.length > 0 ? { ...found, topics: read() } : withTopicsOnDemand(found, read);
  });
}

/** Nobody asks for the topics of most of what is about none, and that is most of what is collected. */
function withTopicsOnDemand(
  found: Omit<ClassifiedEntry, 'topics'>,
  read: () => readonly Topic[],
): ClassifiedEntry {
  let topics: readonly Topic[] | undefined;
  return {
    ...found,
    get topics() {
      topics ??= read();
      return topics;
    },
  };
}
