import { createTransport, type SendMailOptions } from 'nodemailer';

/** The bytes of a mail as a server would get them (RFC 5322), to be opened in a mail program. */
export async function toEml(mail: SendMailOptions): Promise<Uint8Array> {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  const { message } = await transport.sendMail(mail);
  return message as Buffer;
}
