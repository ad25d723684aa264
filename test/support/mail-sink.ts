import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

/** A real mail server on loopback that keeps what it takes. */
export interface MailSink {
  readonly url: string;
  readonly taken: { readonly to: string; readonly raw: Buffer; readonly mail: ParsedMail }[];
  close(): Promise<void>;
}

export async function openMailSink(options: SMTPServerOptions = {}): Promise<MailSink> {
  const taken: MailSink['taken'] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', async () => {
        const raw = Buffer.concat(chunks);
        const to = session.envelope.rcptTo.map(({ address }) => address).join();
        taken.push({ to, raw, mail: await simpleParser(raw) });
        done(null, 'taken');
      });
    },
    ...options,
  });
  // A client that breaks off is part of what is tested.
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    taken,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
