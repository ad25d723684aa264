import type { SendMailOptions } from 'nodemailer';

/** Where mail is submitted: SMTP, or what a test gives in its place. */
export interface MailServer {
  /** Connects and authenticates, and throws when that fails: nothing has been submitted then. */
  verify(): Promise<void>;
  submit(mail: SendMailOptions): Promise<SubmitOutcome>;
  close(): void;
}

export type SubmitOutcome =
  | { readonly kind: 'submitted'; readonly response: string }
  /** Refused for now (4xx), or not even connected. */
  | { readonly kind: 'deferred'; readonly response: string }
  /** Refused for good (5xx). */
  | { readonly kind: 'failed'; readonly response: string }
  /** The connection ended before an answer: it may have been taken. */
  | { readonly kind: 'uncertain'; readonly response: string };
