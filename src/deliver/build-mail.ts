import { createHash } from 'node:crypto';
import type { SendMailOptions } from 'nodemailer';
import type { Edition } from '../model/edition.ts';
import type { EmailMessage } from '../model/email-message.ts';

/**
 * One edition addressed to one recipient. The same three values make the same bytes, Message-ID
 * included, so that a message submitted twice can be recognized as one.
 */
export function buildMail(
  edition: Edition,
  message: EmailMessage,
  envelope: { readonly from: string; readonly to: string },
): SendMailOptions {
  const domain = new URL(edition.site.baseUrl).hostname;
  const recipientKey = createHash('sha256').update(envelope.to).digest('hex').slice(0, 24);
  return {
    from: envelope.from,
    to: envelope.to,
    subject: message.subject,
    date: edition.issuedAt,
    messageId: `<${edition.id}.${recipientKey}@${domain}>`,
    text: message.text,
    html: message.html,
    headers: {
      // RFC 3834: no auto-reply is wanted.
      'Auto-Submitted': 'auto-generated',
      'List-Archive': `<${edition.site.baseUrl}/>`,
    },
    list: {
      id: { url: `state-of-virtualization.${domain}`, comment: asHeaderText(edition.site.title) },
      // RFC 2369, 3.2: the operator takes an address off the list by hand.
      unsubscribe: `${addressOf(envelope.from)}?subject=unsubscribe`,
    },
    // nodemailer reads no file and asks no URL on behalf of a message.
    disableFileAccess: true,
    disableUrlAccess: true,
    textEncoding: 'quoted-printable',
    newline: 'windows',
    ...boundaryOf(edition.id, recipientKey),
  };
}

/** nodemailer draws MIME boundaries at random unless it is given their common part. */
function boundaryOf(editionId: string, recipientKey: string): object {
  const key = createHash('sha256').update(`${editionId}/${recipientKey}`).digest('hex');
  return { baseBoundary: key.slice(0, 32) };
}

function addressOf(from: string): string {
  return /<([^>]+)>/.exec(from)?.[1] ?? from;
}

function asHeaderText(text: string): string {
  return text.replace(/["\\\r\n]/g, '');
}
