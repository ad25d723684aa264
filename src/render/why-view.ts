import type { EditionStory } from '../model/edition.ts';
import type { EditionContext } from './edition-context.ts';

/** Why a story is where it is, for the fold under it. */
export interface WhyView {
  readonly isAny: boolean;
  readonly labels: readonly { readonly name: string; readonly text: string }[];
  readonly together: readonly string[];
  readonly rank: readonly { readonly text: string; readonly points: string }[];
  readonly score: string;
}

export function whyView({ why, score }: EditionStory, { hypervisorName }: EditionContext): WhyView {
  return {
    isAny: why.labels.length + why.together.length + why.rank.length > 0,
    labels: why.labels.map(({ hypervisor, text }) => ({ name: hypervisorName(hypervisor), text })),
    together: why.together,
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
