import { type EntryReading, NAMING, type Part, STRONG } from './entry-reading.ts';
import type { Mention, Mentions } from './find-mentions.ts';

/** What an entry is about, seen from one hypervisor. */
export interface Subject {
  /** The title is about a negative context, another platform or an upstream project. */
  readonly isElsewhere: boolean;
  /** As `isElsewhere`, upstream projects aside: they are at home on the sites of their users. */
  readonly isForeign: boolean;
  /** The title, or else the first sentence, names another hypervisor and not this one. */
  readonly isBackground: boolean;
  /** The title names this one first. */
  readonly isNamedFirst: boolean;
  /** Another one is there that this one can be held against. */
  readonly hasOther: boolean;
}

export function judgeSubject(id: string, reading: EntryReading): Subject {
  const isForeign = isTitleForeign(id, reading);
  return {
    isForeign,
    isElsewhere: isForeign || isAboutUpstream(reading),
    isBackground: isBackground(id, reading),
    isNamedFirst: isNamedFirst(id, reading.title),
    hasOther: hasOther(id, reading),
  };
}

/** True for a name that stands there in passing, for comparison or as where something comes from. */
export function isPassing(
  mention: Mention,
  part: Part,
  { title, isWeighing }: EntryReading,
  subject: Subject,
): boolean {
  if (mention.isIncidental) return true;
  if (part !== 'title') return mention.isCompared;
  // Only what stands beside a subject is held against it: "VMware alternatives" alone is about VMware.
  return isBesideRelease(mention, title) || (mention.isCompared && !isWeighing && subject.hasOther);
}

/** In "OpenStack release expands VMware migration", OpenStack is the subject; in "OpenStack vs VMware" both are. */
export function isBehindRival(mention: Mention, { firstRival }: Mentions): boolean {
  if (mention.isHeldAgainst) return false;
  return firstRival !== undefined && (firstRival < mention.from || mention.isCompared);
}

function isTitleForeign(id: string, { title, sourceName }: EntryReading): boolean {
  const own = title.mentions.filter(
    (mention) => mention.hypervisor === id && mention.weight >= STRONG,
  );
  if (own.length > 0) return own.every((mention) => isBehindRival(mention, title));
  return title.cut.has(id) || title.firstRival !== undefined || sourceName.firstRival !== undefined;
}

function isAboutUpstream({ title, sourceName }: EntryReading): boolean {
  return (title.hasUpstream || sourceName.hasUpstream) && !names(title, () => true);
}

function isBackground(id: string, { title, lead }: EntryReading): boolean {
  const isThis = (named: string) => named === id;
  if (names(title, isThis)) return false;
  if (names(title, () => true)) return true;
  const first = { ...lead, mentions: lead.mentions.filter((mention) => mention.isInFirstSentence) };
  return names(first, () => true) && !names(first, isThis);
}

function isNamedFirst(id: string, title: Mentions): boolean {
  const first = title.mentions.find(({ weight, isCompared }) => weight >= STRONG && !isCompared);
  return first?.hypervisor === id && !first.isIncidental && !isBehindRival(first, title);
}

function hasOther(id: string, { title, lead, dedicatedTo }: EntryReading): boolean {
  const isOther = (named: string) => named !== id;
  return (
    title.firstRival !== undefined ||
    lead.firstRival !== undefined ||
    (dedicatedTo !== undefined && isOther(dedicatedTo)) ||
    names(title, isOther) ||
    names(lead, isOther)
  );
}

/** A release is about who releases it: in "Proxmox VE 8.2 released with VMware import wizard" one of two. */
function isBesideRelease(mention: Mention, title: Mentions): boolean {
  return title.mentions.some(
    (own) =>
      own.isRelease &&
      own.from < mention.from &&
      own.hypervisor !== mention.hypervisor &&
      !mention.isRelease,
  );
}

function names(text: Mentions, isWanted: (hypervisor: string) => boolean): boolean {
  return text.mentions.some(
    (mention) =>
      mention.weight >= NAMING &&
      !mention.isCompared &&
      !mention.isIncidental &&
      isWanted(mention.hypervisor) &&
      !isBesideRelease(mention, text),
  );
}
