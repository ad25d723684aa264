import type { PatchNotice, StoryFacts } from '../model/edition.ts';
import { earlierPage } from './addresses.ts';
import type { EditionContext } from './edition-context.ts';
import { type FactsView, factsView } from './facts-view.ts';
import { fewWords } from './few-words.ts';

/** The edition in which a fix was told, and where that stands: absolute, and for the page. */
interface ToldIn {
  readonly edition: string;
  readonly address: string;
  readonly path: string;
}

/** One line of the box that says what to patch without waiting. */
export interface PatchView {
  readonly headline: string;
  readonly url: string | undefined;
  readonly anchor: string;
  readonly verdict: string;
  readonly platforms: string;
  /** The versions that hold the fix; empty where no report names them. */
  readonly fixed: string;
  /** Where an earlier edition names them in place of a report. */
  readonly toldIn: ToldIn | undefined;
  /** Where nothing is known of fixed ones: those that are affected, or that the title names. */
  readonly versions: string;
  readonly sentence: string;
  readonly source: string;
  readonly facts: FactsView;
}

export function patchView(notice: PatchNotice, context: EditionContext): PatchView {
  const story = context.story(notice.storyId);
  const { exploited = [], fixed = [], fixedEarlier: before } = notice;
  const shown = before?.fixed ?? fixed;
  const isExploited = notice.reason === 'exploited';
  return {
    headline: story.headline,
    url: story.url,
    anchor: context.anchor(story),
    verdict: isExploited ? exploitedWords(exploited) : 'Critical',
    platforms: story.hypervisors.map(context.hypervisorName).join(', '),
    fixed: fewWords(shown),
    toldIn: before && { edition: before.editionName, ...earlierPage(context.edition, before) },
    versions: shown.length > 0 ? '' : versionWords(story.facts),
    sentence: openingOn(notice.cves, story.summary),
    source: story.reports[0]?.sourceName ?? '',
    // The verdict says already how bad it is.
    facts: factsView({ ...notice, isExploited: false, isCritical: false, versions: [] }),
  };
}

/** One sentence has to do: the one that opens with the flaw, if there is one. */
function openingOn(cves: readonly string[], summary: readonly string[]): string {
  const onFlaw = summary.find((sentence) => cves.some((cve) => sentence.startsWith(cve)));
  return onFlaw ?? summary[0] ?? '';
}

/** Of several flaws, those that are. */
function exploitedWords(exploited: readonly string[]): string {
  return exploited.length > 0 ? `${fewWords(exploited)} being exploited` : 'Being exploited';
}

function versionWords({ affected = [], versions }: StoryFacts): string {
  return affected.length > 0 ? `Affects ${fewWords(affected)}` : fewWords(versions);
}
