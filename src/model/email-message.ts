/** An edition as a mail, the same for every recipient. */
export interface EmailMessage {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}
