import { createTransport, type SendMailOptions } from 'nodemailer';
import type { MailServer, SubmitOutcome } from './mail-server.ts';

/**
 * A mail server by its URL, `smtp://` or `smtps://` with user and password. Messages go one after
 * the other over one connection: at most one of them can ever be uncertain.
 */
export function connectSmtp(url: string): MailServer {
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: 1,
    maxMessages: Number.POSITIVE_INFINITY,
    connectionTimeout: 20_000,
    greetingTimeout: 20_000,
    socketTimeout: 60_000,
  });
  return {
    verify: async () => {
      await transport.verify();
    },
    submit: async (mail: SendMailOptions) => {
      try {
        const { response } = await transport.sendMail(mail);
        return { kind: 'submitted', response };
      } catch (error) {
        return outcomeOf(error as SmtpError);
      }
    },
    close: () => transport.close(),
  };
}

type SmtpError = Error & {
  readonly code?: string;
  readonly syscall?: string;
  readonly responseCode?: number;
};

/**
 * Without an answer, only a connection that was never made is sure not to have carried the message:
 * nodemailer reports one that broke off before and one that broke off after it alike.
 */
function outcomeOf({ message, code, syscall, responseCode = 0 }: SmtpError): SubmitOutcome {
  const response = message;
  if (responseCode >= 500) return { kind: 'failed', response };
  const isUntaken = syscall === 'connect' || ['EDNS', 'EAUTH', 'ETLS'].includes(code ?? '');
  if (responseCode >= 400 || isUntaken) return { kind: 'deferred', response };
  // An address that nodemailer itself refuses never reaches a server.
  if (code === 'EENVELOPE') return { kind: 'failed', response };
  return { kind: 'uncertain', response };
}
