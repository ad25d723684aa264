import type { Hypervisor } from '../model/hypervisor.ts';
import type { LabelledItem } from './labelled-item.ts';

/** What a reader with a search box would get: every hypervisor whose name or vendor stands anywhere. */
export function keywordLabels(item: LabelledItem, hypervisors: readonly Hypervisor[]): string[] {
  const text = `${item.title} ${item.summary}`.toLowerCase();
  return hypervisors
    .filter(({ name, vendor }) => [name, vendor].some((word) => text.includes(word.toLowerCase())))
    .map(({ id }) => id);
}

/** What a planet gets: the hypervisor whose name or vendor stands in the name of the source. */
export function vendorLabels(item: LabelledItem, hypervisors: readonly Hypervisor[]): string[] {
  const source = item.source.toLowerCase();
  return hypervisors
    .filter(({ name, vendor }) =>
      [name, vendor].some((word) => source.includes(word.toLowerCase())),
    )
    .map(({ id }) => id);
}
