import type { Hypervisor } from '../model/hypervisor.ts';

/** What stands around the hypervisors and is none, told in a section of its own. */
export const ADJACENT: Hypervisor = {
  id: 'adjacent',
  name: 'Around the hypervisors',
  vendor: '',
  terms: [],
  negativeContexts: [],
  flagships: [],
};
