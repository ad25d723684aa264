import type { ClassifiedEntry } from '../../src/digest/classify/classified-entry.ts';
import type { Topic } from '../../src/model/classification.ts';
import type { EditionInput } from '../../src/model/edition-input.ts';
import type { StoredEntry } from '../../src/model/entry.ts';
import type { Hypervisor } from '../../src/model/hypervisor.ts';
import type { Source } from '../../src/model/source.ts';

/** An entry with what a test says of it; the rest is plain. */
export function entry(id: string, title: string, given: Partial<StoredEntry> = {}): StoredEntry {
  const text = given.text ?? '';
  return {
    id,
    sourceId: 'press',
    url: `https://press.example/${id}`,
    title,
    text,
    categories: [],
    authors: [],
    publishedAt: Temporal.Instant.from('2024-05-14T08:00:00Z'),
    collectedAt: Temporal.Instant.from('2024-06-01T00:00:00Z'),
    isBacklog: false,
    ...given,
  };
}

/** An entry published at noon (UTC) of a day, at a site of its own. */
export function post(id: string, day: string, site: string, title: string, text = ''): StoredEntry {
  return entry(id, title, {
    text,
    sourceId: site,
    url: `https://${site}.example/${id}`,
    publishedAt: Temporal.Instant.from(`${day}T12:00:00Z`),
  });
}

/** An entry as the first step would have left it. */
export function classified(
  stored: StoredEntry,
  hypervisors: readonly string[],
  topics: readonly Topic[] = [],
  source?: Source,
): ClassifiedEntry {
  const labels = hypervisors.map((hypervisor) => ({
    hypervisor,
    score: 5,
    because: `${hypervisor} in the title`,
    isSideProduct: false,
  }));
  return { entry: stored, labels, topics, ...(source && { source }) };
}

export function source(id: string, given: Partial<Source> = {}): Source {
  return {
    id,
    name: id,
    url: `https://${id}.example/feed`,
    kind: 'feed',
    isVendor: false,
    ...given,
  };
}

function hypervisor(id: string, name: string, vendor: string, terms: string[]): Hypervisor {
  return {
    id,
    name,
    vendor,
    terms: terms.map((term) => ({ term, weight: 2 })),
    negativeContexts: [],
    flagships: [name],
  };
}

export const HYPERVISORS: readonly Hypervisor[] = [
  hypervisor('xcp-ng', 'XCP-ng', 'Vates', ['XCP-ng', 'Xen Orchestra']),
  hypervisor('proxmox', 'Proxmox VE', 'Proxmox', ['Proxmox']),
  hypervisor('nutanix', 'AHV', 'Nutanix', ['Nutanix', 'AHV']),
  hypervisor('vmware', 'vSphere', 'Broadcom', ['VMware', 'vSphere', 'ESXi', 'vCenter']),
];

/** Spring of 2024, issued in New York on 5 June. */
export function input(
  entries: readonly StoredEntry[],
  given: Partial<EditionInput> = {},
): EditionInput {
  return {
    issuedAt: Temporal.Instant.from('2024-06-05T16:00:00Z'),
    period: {
      from: Temporal.Instant.from('2024-04-01T04:00:00Z'),
      until: Temporal.Instant.from('2024-06-05T16:00:00Z'),
    },
    naming: 'season',
    site: {
      title: 'State of Virtualization',
      baseUrl: 'https://state.example',
      language: 'en',
      timeZone: 'America/New_York',
      author: { name: 'The editor' },
    },
    hypervisors: HYPERVISORS,
    sources: [...new Set(entries.map(({ sourceId }) => sourceId))].map((id) => source(id)),
    entries,
    health: [],
    earlier: [],
    ...given,
  };
}
