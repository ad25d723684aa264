import type { Topic } from '../../model/classification.ts';

const FREE =
  /\b(?:free|gratuite?s?|kostenlos\w*|gratis)\b(?!\s+(?:trial|webinar|space|to paid|downloads?))/i;
const NO_LONGER_FREE =
  /\b(?:ends?|ending|kills?|killed|terminat\w+|discontinu\w+|drops?|axes|axed|pulls?|withdraws?|no (?:longer|more)|not|without|goodbye|farewell|supprim\w+|abandonne|efface|fin d[eu]|disparition|streicht|beendet|Ende|Aus für|elimina|cierra|retira|stopt)\b.*\b(?:free|gratuit\w*|kostenlos\w*|gratis)\b|\bfree\b.*\b(?:ends?|ended|no more|discontinued|gone|terminated|killed|dead)\b/i;

/** How a headline on licences says that something costs nothing any more, or something now. */
export type Freedom = 'becomes' | 'is no longer';

/** Undefined where the headline speaks of nothing that is, or was, free of charge. */
export function freedomOf(title: string, topics: readonly Topic[]): Freedom | undefined {
  if (!topics.includes('licensing') || !FREE.test(title)) return undefined;
  return NO_LONGER_FREE.test(title) ? 'is no longer' : 'becomes';
}
