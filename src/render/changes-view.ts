import type {
  Edition,
  EditionStory,
  NewlyExploited,
  SectionChanges,
  VersionChange,
} from '../model/edition.ts';
import { earlierPage } from './addresses.ts';
import type { EditionContext } from './edition-context.ts';
import { fewWords } from './few-words.ts';
import { type SupportView, supportViews } from './support-view.ts';

/** What is different from the last edition, for one hypervisor. */
export interface ChangesView {
  readonly heading: string;
  readonly exploited: readonly ExploitedView[];
  readonly versions: readonly VersionView[];
  readonly support: readonly SupportView[];
  readonly continued: readonly ContinuedView[];
}

interface VersionView {
  /** `Proxmox VE: from 8.1 to 8.2`. */
  readonly words: string;
  readonly source: string;
  /** Of the story that reports it; empty when none does. */
  readonly anchor: string;
}

interface ContinuedView {
  readonly headline: string;
  readonly anchor: string;
  readonly earlier: EarlierView;
}

interface ExploitedView {
  /** `CVE-2024-1, listed as exploited since 3 May 2024`. */
  readonly words: string;
  /** The versions that hold the fix; empty where no report named them. */
  readonly fixed: string;
  readonly source: string;
  readonly url: string;
  readonly earlier: EarlierView;
}

/** The story of an earlier edition that one goes on with. */
export interface EarlierView {
  readonly headline: string;
  readonly edition: string;
  /** Absolute. */
  readonly address: string;
  /** For the page of an edition: the same, relative where both stand side by side. */
  readonly path: string;
}

export function changesView(changes: SectionChanges, context: EditionContext): ChangesView {
  const continued = changes.continuedIds.map(context.story);
  return {
    heading: headingOf(changes),
    exploited: (changes.exploited ?? []).map((flaw) => exploitedView(flaw, context)),
    versions: changes.versions.map((change) => versionView(change, context)),
    support: supportViews(changes.support, context.dates),
    continued: continued.flatMap((story) => {
      const earlier = earlierView(story, context);
      const { headline } = story;
      return earlier ? [{ headline, anchor: context.anchor(story), earlier }] : [];
    }),
  };
}

/** Undefined for a story that goes on with none. */
export function earlierView(
  { continues }: EditionStory,
  { edition }: EditionContext,
): EarlierView | undefined {
  return continues && viewEarlier(continues, edition);
}

function viewEarlier(earlier: NewlyExploited['earlier'], edition: Edition): EarlierView {
  const { headline, editionName } = earlier;
  return { headline, edition: editionName, ...earlierPage(edition, earlier) };
}

function headingOf({ since, versions, continuedIds }: SectionChanges): string {
  if (since) return `What changed since ${since}`;
  return versions.length + continuedIds.length > 0 ? 'What changed' : 'Support that ends';
}

function exploitedView(
  { cves, since, source, url, fixed, earlier }: NewlyExploited,
  { edition, dates }: EditionContext,
): ExploitedView {
  return {
    words: `${fewWords(cves)}, listed as exploited${since === undefined ? '' : ` since ${dates.day(since).words}`}`,
    fixed: fewWords(fixed ?? []),
    source,
    url,
    earlier: viewEarlier(earlier, edition),
  };
}

function versionView(
  { product, line, from, to, storyId, source }: VersionChange,
  { story, anchor }: EditionContext,
): VersionView {
  const subject = line === undefined ? product : `${product} ${line}, an older line`;
  return {
    words: from ? `${subject}: from ${from} to ${to}` : `${subject}: now ${to}`,
    source,
    anchor: storyId === undefined ? '' : anchor(story(storyId)),
  };
}
