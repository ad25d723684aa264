import { inline } from '@css-inline/css-inline';
import type { Edition } from '../model/edition.ts';
import type { EmailMessage } from '../model/email-message.ts';
import { counted } from './counted.ts';
import { type EditionContext, editionContext, type Room } from './edition-context.ts';
import { type EditionView, editionView } from './edition-view.ts';
import type { Templates } from './load-templates.ts';
import { shortenToFit } from './shorten-to-fit.ts';
import { wrapText } from './wrap-text.ts';

// Gmail clips at about 102 KB; what a mail server and a list add to it has to fit in between.
const mostHtmlBytes = 90_000;

/** The edition as a mail: the whole text, and HTML that no mail program clips. */
export function renderEmail(edition: Edition, templates: Templates): EmailMessage {
  const whole = editionContext(edition);
  const subject = `${whole.edition.site.title}: ${whole.edition.name}`;
  return {
    subject: edition.number === 0 ? `[Preview] ${subject}` : subject,
    html: shortenToFit(byImportance(whole.edition), mostHtmlBytes, (room) =>
      htmlOf(editionContext(edition, room), templates),
    ),
    text: textOf(editionView(whole), templates),
  };
}

function byImportance({ leads, stories }: Edition): string[] {
  const byScore = stories.toSorted((one, other) => other.score - one.score);
  return [...new Set([...leads, ...byScore.map((story) => story.id)])];
}

function htmlOf(context: EditionContext, templates: Templates): string {
  const view = editionView(context);
  const html = templates('email.html', {
    ...view,
    preheader: preheader(view),
    more: moreWords(context),
  });
  // Indentation would be a tenth of what a mail may weigh.
  return inline(html.replace(/^\s+/gm, ''), { loadRemoteStylesheets: false, minifyCss: true });
}

/** What a mail program shows beside the subject. */
function preheader({ patchNow, leads, intro }: EditionView): string {
  const [urgent] = patchNow;
  const news = leads.map(({ headline }) => headline).filter((one) => one !== urgent?.headline);
  const first = urgent ? [`Patch now: ${urgent.headline}`] : [];
  return [...first, ...news.slice(0, 2), intro].join(' · ');
}

function moreWords({ edition, room }: EditionContext): string {
  const left = edition.stories.filter(({ id }) => room(id) === ('none' satisfies Room)).length;
  return left === 0 ? '' : `${counted(left, 'more story', 'more stories')} on the page`;
}

function textOf(view: EditionView, templates: Templates): string {
  const text = templates('email.txt', view).replace(/\n{3,}/g, '\n\n');
  return `${wrapText(text).trim()}\n`;
}
