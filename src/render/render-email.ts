import { inline } from '@css-inline/css-inline';
import type { Edition } from '../model/edition.ts';
import type { EmailMessage } from '../model/email-message.ts';
import { counted } from './counted.ts';
import { type EditionContext, editionContext, inLessRoom, type Room } from './edition-context.ts';
import { type EditionView, editionView } from './edition-view.ts';
import type { Templates } from './load-templates.ts';
import { shortenToFit } from './shorten-to-fit.ts';
import { wrapText } from './wrap-text.ts';

// Gmail clips at about 102 KB; what a mail server and a list add to it has to fit in between.
const mostHtmlBytes = 90_000;
// In characters; the rest of an intro or a note is on the page.
const forEditor = 1_500;

/** The edition as a mail: the whole text, and HTML that no mail program clips. */
export function renderEmail(edition: Edition, templates: Templates): EmailMessage {
  const whole = editionContext(edition);
  const subject = `${whole.edition.site.title}: ${whole.edition.name}`;
  return {
    subject: edition.number === 0 ? `[Preview] ${subject}` : subject,
    html: shortenToFit(byImportance(whole.edition), mostHtmlBytes, (forStory) =>
      htmlOf(inLessRoom(whole, { forStory, forEditor }), templates),
    ),
    text: textOf(editionView(whole), templates),
  };
}

/** The leads, then what the editor had a hand in, then by score. */
function byImportance(edition: Edition): string[] {
  const { leads, stories } = edition;
  const named = namedIds(edition);
  const byScore = stories
    .filter(({ id }) => named.has(id))
    .toSorted((one, other) => other.score - one.score);
  const byHand = byScore.filter(({ edited }) => edited !== undefined);
  return [...new Set([...leads, ...[...byHand, ...byScore].map(({ id }) => id)])];
}

/** The others are behind a fold of the page. */
function namedIds({ sections }: Edition): ReadonlySet<string> {
  return new Set(sections.flatMap(({ storyIds, briefIds }) => [...storyIds, ...briefIds]));
}

function htmlOf(context: EditionContext, templates: Templates): string {
  const view = editionView(context);
  const html = templates('email.html', {
    ...view,
    preheader: preheader(view),
    more: moreWords(context),
  });
  // Indentation would be a tenth of what a mail may weigh.
  const lean = html.replace(/<pre>[\s\S]*?<\/pre>|^\s+/gm, (found) => found.trimStart());
  return inline(lean, { loadRemoteStylesheets: false, minifyCss: true });
}

/** What a mail program shows beside the subject. */
function preheader({ patchNow, leads, figures }: EditionView): string {
  const [urgent] = patchNow;
  const headlines = leads.slice(0, 2).map(({ headline }) => headline);
  const first = urgent ? [`Patch now: ${urgent.headline}`] : [];
  return [...first, ...headlines, figures].join(' · ');
}

function moreWords({ edition, room }: EditionContext): string {
  const left = [...namedIds(edition)].filter((id) => room(id) === ('none' satisfies Room)).length;
  return left === 0 ? '' : `${counted(left, 'more story', 'more stories')} on the page`;
}

function textOf(view: EditionView, templates: Templates): string {
  const text = templates('email.txt', view).replace(/\n{3,}/g, '\n\n');
  return `${wrapText(text).trim()}\n`;
}
