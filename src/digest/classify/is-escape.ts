import { either } from '../words/either.ts';

/** "Guest-to-host escape in KVM", "lets guest VMs escape to the host", "VM escape". */
const ESCAPE = either(
  /\bguests?[- ]to[- ]hosts?\b/i,
  /\b(?:guest|VM|virtual machine|hypervisor|VMM)s?['’]? (?:[\w-]+ )?escap(?:es?|ed|ing)\b/i,
  /\bescap(?:es?|ed|ing) (?:from |out of |to |the )+(?:[\w-]+ )?(?:guests?|VMs?|virtual machines?|hypervisors?|hosts?)\b/i,
);
/** A guest that can only stop the host does not get out. */
const ONLY_STOPS = /\b(?:DoS|denial[- ]of[- ]service|crash\w*)\b/i;

/** True for a title on code that gets out of a guest, the worst that a hypervisor can let happen. */
export function isEscape(title: string): boolean {
  return ESCAPE.test(title) && !ONLY_STOPS.test(title);
}
