import { simpleParser } from 'mailparser';
import { describe, expect, test } from 'vitest';
import { buildMail } from '../../src/deliver/build-mail.ts';
import { toEml } from '../../src/deliver/to-eml.ts';
import type { Edition } from '../../src/model/edition.ts';

const edition = {
  id: 'late-spring-2024',
  issuedAt: '2024-06-05T12:00:00Z',
  site: {
    title: 'State of "Virtualization"',
    baseUrl: 'https://digest.example.org/v',
    language: 'en',
    timeZone: 'UTC',
    author: { name: 'Ada' },
  },
} as Edition;
const message = {
  subject: 'Späte Nachricht',
  html: `<p>Größe ${'lang '.repeat(400)}</p>`,
  text: 'Größe\n.\nEnd',
};
const envelope = { from: 'Digest <digest@example.org>', to: 'reader@example.net' };
const eml = async (to = envelope.to) =>
  Buffer.from(await toEml(buildMail(edition, message, { ...envelope, to })));

describe('a mail', () => {
  test('reads back as it was written', async () => {
    const mail = await simpleParser(await eml());
    expect(mail.subject).toBe('Späte Nachricht');
    expect(mail.from?.text).toBe('"Digest" <digest@example.org>');
    expect(mail.text?.trim()).toBe('Größe\n.\nEnd');
    expect(mail.html).toContain('Größe lang');
    expect(mail.date?.toISOString()).toBe('2024-06-05T12:00:00.000Z');
  });

  test('has the headers of a list, and asks for no auto-reply', async () => {
    const { headers } = await simpleParser(await eml());
    expect(headers.get('auto-submitted')).toBe('auto-generated');
    expect(headers.get('list')).toMatchObject({
      id: { id: 'state-of-virtualization.digest.example.org' },
      unsubscribe: { mail: 'digest@example.org?subject=unsubscribe' },
      archive: { url: 'https://digest.example.org/v/' },
    });
  });

  test('is the same bytes each time, and another message for another recipient', async () => {
    expect((await eml()).equals(await eml())).toBe(true);
    const [mine, other] = await Promise.all(
      [eml(), eml('other@example.net')].map(async (bytes) => simpleParser(await bytes)),
    );
    expect(mine?.messageId).toMatch(/^<late-spring-2024\.[0-9a-f]{24}@digest\.example\.org>$/);
    expect(other?.messageId).not.toBe(mine?.messageId);
  });

  test('keeps to RFC 5322: CRLF only, and lines of at most 998 bytes', async () => {
    const bytes = (await eml()).toString('latin1');
    expect(bytes.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(Math.max(...bytes.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(998);
  });

  test('says nothing of the reader to another: no Bcc', async () => {
    expect((await eml()).toString()).not.toMatch(/^bcc:/im);
  });
});
