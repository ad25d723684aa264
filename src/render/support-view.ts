import type { SupportEnd } from '../model/edition.ts';
import type { DateWords } from './date-words.ts';
import { type StatementView, statementViews } from './statement-view.ts';

/** When the support of one version ends: side by side where sources differ. */
export interface SupportView {
  /** `XCP-ng 8.2`. */
  readonly version: string;
  readonly statements: readonly StatementView[];
}

export function supportViews(ends: readonly SupportEnd[], { when }: DateWords): SupportView[] {
  return [...Map.groupBy(ends, versionName)].map(([version, same]) => ({
    version,
    statements: statementViews(
      same.map(({ on, isPast, ...by }) => ({
        ...by,
        text: `${isPast ? 'ended' : 'ends'} ${when(on)}`,
      })),
    ),
  }));
}

/** `XCP-ng 8.2`. */
export function versionName({ product, version }: SupportEnd): string {
  return `${product} ${version}`;
}
