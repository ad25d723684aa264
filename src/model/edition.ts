/**
 * The digest of one period, immutable once issued. It is JSON by construction, since it is stored
 * and published as JSON and rendered from it alone: instants are RFC 3339 strings in UTC, days are
 * ISO dates in the site's time zone.
 */
export interface Edition {
  /** Unique, usable in a URL: `late-spring-2024`. */
  readonly id: string;
  /** 1 for the first one issued; 0 for a preview. */
  readonly number: number;
  /** What names the period: `Late Spring 2024`. */
  readonly name: string;
  readonly issuedAt: string;
  readonly period: { readonly from: string; readonly until: string };
  readonly site: EditionSite;
  /** The most important stories of all, by id, most important first. */
  readonly leads: readonly string[];
  readonly patchNow: readonly PatchNotice[];
  /**
   * One for each configured hypervisor, in the configured order, and last one for what stands around
   * them, where there is something grave.
   */
  readonly sections: readonly EditionSection[];
  /** Every story that a section names, once. */
  readonly stories: readonly EditionStory[];
  readonly sources: SourceReport;
  /** The editor's opening, Markdown. */
  readonly intro?: string;
  /** Edits that did not hold, because a later one says otherwise; in words. */
  readonly editConflicts?: readonly string[];
  /** The open data that the facts are from, and how old it is. */
  readonly factSources?: readonly FactSource[];
}

export interface FactSource {
  readonly source: string;
  readonly url: string;
  /** The day on which it was last fetched; absent when it could not be read so far. */
  readonly asOf?: string;
  /** Of a list of versions: the latest of each line, by which a later edition knows what is new in it. */
  readonly latest?: readonly string[];
}

export interface EditionSite {
  readonly title: string;
  /** Absolute, without a trailing slash. */
  readonly baseUrl: string;
  /** BCP 47. */
  readonly language: string;
  /** IANA. */
  readonly timeZone: string;
  readonly author: { readonly name: string; readonly email?: string };
}

export interface EditionSection {
  readonly hypervisorId: string;
  readonly name: string;
  readonly vendor: string;
  /** True for the section on what stands around the hypervisors; absent otherwise. */
  readonly isAdjacent?: boolean;
  /** Told with a summary, most important first. */
  readonly storyIds: readonly string[];
  /** Named in one line each, most important first. */
  readonly briefIds: readonly string[];
  /** Stories named only behind a fold on the page, most important first. */
  readonly restIds?: readonly string[];
  /** Present when no story stands in `storyIds`. */
  readonly quiet?: QuietNotice;
  /** Whole calendar months of the period in which nothing in `storyIds` was published, as `2024-05`. */
  readonly quietMonths: readonly string[];
  /** What moved since the last edition; absent when nothing did. */
  readonly changes?: SectionChanges;
  /** Support that ends soon, as an earlier edition told; absent where there is none. */
  readonly supportAhead?: readonly SupportEnd[];
}

/** What is different from the last edition, for one hypervisor. */
export interface SectionChanges {
  /** The name of the last edition; absent in the first. */
  readonly since?: string;
  readonly versions: readonly VersionChange[];
  /** Ends that are near, very near or over for the first time. */
  readonly support: readonly SupportEnd[];
  /** Stories that go on with one of an earlier edition, see `continues` there. */
  readonly continuedIds: readonly string[];
  /** Absent where nothing told before has become worse. */
  readonly exploited?: readonly NewlyExploited[];
}

/** Flaws told in an earlier edition that open data has listed as exploited since. */
export interface NewlyExploited {
  readonly cves: readonly string[];
  /** ISO date on which the list took them up. */
  readonly since?: string;
  readonly source: string;
  readonly url: string;
  /** The versions that hold the fix, where the story told them. */
  readonly fixed?: readonly string[];
  readonly earlier: Omit<EarlierStory, 'because'>;
}

export interface VersionChange {
  readonly product: string;
  /** The older line that it patches: `7.0`; absent for a version that nothing higher had overtaken. */
  readonly line?: string;
  /** What an earlier edition told last: of an earlier stage of the same version, else of the line. Absent when none did. */
  readonly from?: string;
  readonly to: string;
  /** The story that reports it; absent when only open data does. */
  readonly storyId?: string;
  /** Whose report announces it, or the open data. */
  readonly source: string;
}

/** The end of a version's support, as a source states it. */
export interface SupportEnd {
  readonly product: string;
  readonly version: string;
  /** ISO date, or year and month where the source gives no day. */
  readonly on: string;
  /** True when it lies before the day of the edition. */
  readonly isPast: boolean;
  readonly source: string;
  readonly url?: string;
}

/** The honest word for a hypervisor with nothing to report. */
export interface QuietNotice {
  readonly reason: 'nothing-new' | 'only-minor' | 'sources-unreadable';
  /** How many sources are dedicated to it, and how many of these could not be read. */
  readonly sources?: { readonly dedicated: number; readonly unread: number };
  /** Where none is dedicated: how many of the vendor's own report on it among other things. */
  readonly vendorSources?: { readonly count: number; readonly unread: number };
  /** The last story worth telling before this period, where one is known. */
  readonly last?: { readonly title: string; readonly url?: string; readonly publishedOn: string };
}

export interface EditionStory {
  /** Stable for the same entries. */
  readonly id: string;
  readonly headline: string;
  readonly url?: string;
  /** Whole sentences of a source, in its order; empty when none is clean. */
  readonly summary: readonly string[];
  /** The report that `summary` is taken from, by entry id. */
  readonly summaryFrom?: string;
  readonly publishedOn: string;
  /** Configured hypervisors it is about, strongest first; `adjacent` for what stands around them. */
  readonly hypervisors: readonly string[];
  readonly topics: readonly string[];
  /** Who reports it: the one told first, then the others by date. */
  readonly reports: readonly StoryReport[];
  readonly facts: StoryFacts;
  readonly score: number;
  readonly why: StoryReasons;
  /** The story of an earlier edition that this one goes on with. */
  readonly continues?: EarlierStory;
  /** The editor's word on it, Markdown. */
  readonly note?: string;
  /** What the editor changed, in words. */
  readonly edited?: readonly string[];
}

export interface EarlierStory {
  readonly editionId: string;
  readonly editionName: string;
  readonly storyId: string;
  readonly headline: string;
  readonly because: string;
}

export interface StoryReport {
  readonly entryId: string;
  readonly title: string;
  readonly url?: string;
  readonly sourceId: string;
  readonly sourceName: string;
  readonly isVendor: boolean;
  readonly publishedOn: string;
}

export interface StoryFacts {
  /** CVE ids, ascending. */
  readonly cves: readonly string[];
  /** The highest CVSS base score that a source states. */
  readonly cvss?: number;
  readonly isExploited: boolean;
  /** Those of `cves` that are said to be exploited, ascending; absent where it is said of all, or of none by its number. */
  readonly exploited?: readonly string[];
  readonly isCritical: boolean;
  /** `Proxmox VE 8.2`: product and version as a title names them. */
  readonly versions: readonly string[];
  /** What is announced: a preview, a beta, a general release, an end of life. */
  readonly stage?: 'preview' | 'beta' | 'rc' | 'ga' | 'lts' | 'eol';
  /**
   * `ESXi 8.0 Update 3e`: versions that a report says are affected, or hold the fix; with the name of
   * who says so, in parentheses, where reports contradict each other.
   */
  readonly affected?: readonly string[];
  readonly fixed?: readonly string[];
  readonly supportEnds?: readonly SupportEnd[];
  /** Who says what of a flaw, side by side where they differ. */
  readonly stated?: readonly StatedFact[];
  /** `at least 72 cores`, `$61 billion`: what the reports count and cost, in their words. */
  readonly numbers?: readonly StatedFact[];
}

/** One fact, under the name of who states it. */
export interface StatedFact {
  readonly text: string;
  readonly source: string;
  readonly url?: string;
}

/** Why each choice was made, in words a reader understands. */
export interface StoryReasons {
  readonly labels: readonly { readonly hypervisor: string; readonly text: string }[];
  readonly together: readonly string[];
  readonly rank: readonly { readonly text: string; readonly points: number }[];
}

/** Something to patch without waiting: exploited, or critical. */
export interface PatchNotice {
  readonly storyId: string;
  readonly reason: 'exploited' | 'critical';
  readonly cves: readonly string[];
  /** Those that are said to be exploited, where it is not said of all. */
  readonly exploited?: readonly string[];
  readonly cvss?: number;
  /** The versions that hold the fix, where a report names them. */
  readonly fixed?: readonly string[];
  /** Where no report names one, what an earlier edition told of the same flaws. */
  readonly fixedEarlier?: EarlierFix;
}

/** A fix that a story of an earlier edition told. */
export interface EarlierFix {
  readonly editionId: string;
  readonly editionName: string;
  readonly storyId: string;
  readonly fixed: readonly string[];
}

export interface SourceReport {
  readonly read: number;
  readonly failed: readonly {
    readonly id: string;
    readonly name: string;
    readonly reason: string;
  }[];
  /** Read with success, but without an entry in the period. */
  readonly silent: readonly {
    readonly id: string;
    readonly name: string;
    readonly lastEntryOn?: string;
  }[];
}
