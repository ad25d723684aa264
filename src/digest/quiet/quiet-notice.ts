import type { QuietNotice } from '../../model/edition.ts';
import type { EditionInput } from '../../model/edition-input.ts';
import type { Hypervisor } from '../../model/hypervisor.ts';
import type { Source } from '../../model/source.ts';
import type { Share } from '../share-out.ts';

/** What is said where nothing is told: why, who was asked, and what was last. */
export function quietNotice(
  { hypervisor, briefs, rest }: Share,
  input: EditionInput,
  last: QuietNotice['last'],
): QuietNotice {
  const hasMinor = briefs.length > 0 || rest.length > 0;
  const dedicated = input.sources.filter((source) => source.hypervisor === hypervisor.id);
  const unread = countUnread(dedicated, input);
  // Silence proves nothing where none of its sources could be read.
  const isUnreadable = dedicated.length > 0 && unread === dedicated.length;
  const silence = hasMinor ? 'only-minor' : 'nothing-new';
  const ofVendor = dedicated.length > 0 ? [] : sourcesOfVendor(hypervisor, input);
  return {
    reason: isUnreadable ? 'sources-unreadable' : silence,
    sources: { dedicated: dedicated.length, unread },
    ...(ofVendor.length > 0 && {
      vendorSources: { count: ofVendor.length, unread: countUnread(ofVendor, input) },
    }),
    ...(last && { last }),
  };
}

/** A vendor with many products has sources that bear its name and are dedicated to none of them. */
function sourcesOfVendor({ vendor }: Hypervisor, { sources }: EditionInput): Source[] {
  return sources.filter(
    ({ isVendor, hypervisor, name }) =>
      isVendor && hypervisor === undefined && ` ${name} `.includes(` ${vendor} `),
  );
}

function countUnread(sources: readonly Source[], { health }: EditionInput): number {
  const failed = new Set(
    health.filter(({ failure }) => failure !== undefined).map(({ sourceId }) => sourceId),
  );
  return sources.filter(({ id }) => failed.has(id)).length;
}
