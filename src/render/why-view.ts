import type { EditionStory } from '../model/edition.ts';
import type { EditionContext } from './edition-context.ts';

/** Why a story is where it is, for the fold under it. */
export interface WhyView {
  readonly isAny: boolean;
  readonly labels: readonly { readonly name: string; readonly text: string }[];
  readonly together: readonly string[];
  /** What the editor changed. */
  readonly edited: readonly string[];
  /** Why it is taken to go on with an earlier story; empty when it does not. */
  readonly continues: string;
  readonly rank: readonly { readonly text: string; readonly points: string }[];
  readonly score: string;
}

export function whyView(story: EditionStory, { hypervisorName }: EditionContext): WhyView {
  const { why, score, edited = [], continues } = story;
  const reasons = [why.labels, why.together, why.rank, edited, continues ? [continues] : []];
  return {
    isAny: reasons.some((list) => list.length > 0),
    labels: why.labels.map(({ hypervisor, text }) => ({ name: hypervisorName(hypervisor), text })),
    together: why.together,
    edited,
    continues: continues?.because ?? '',
    rank: why.rank.map(({ text, points }) => ({ text, points: signed(points) })),
    score: rounded(score),
  };
}

function signed(points: number): string {
  return points < 0 ? `\u2212${rounded(-points)}` : `+${rounded(points)}`;
}

function rounded(points: number): string {
  return String(Math.round(points * 100) / 100);
}
