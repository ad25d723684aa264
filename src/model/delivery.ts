/** One edition to one subscriber. */
export interface Delivery {
  readonly editionId: string;
  /** The mail address of the subscriber. */
  readonly recipient: string;
  readonly state: DeliveryState;
  /** How often it was handed to the mail server. */
  readonly attempts: number;
  /** A deferred one is not tried again before this instant. */
  readonly dueAt?: Temporal.Instant;
  /** What the mail server said last, or why it could not be asked. */
  readonly response?: string;
}

/**
 * queued: not tried yet. submitting: handed over, no answer recorded yet. submitted: the mail server
 * took it. deferred: refused for now. failed: refused for good. uncertain: the connection or the
 * process ended before the answer, so it may or may not have been taken.
 */
export type DeliveryState =
  | 'queued'
  | 'submitting'
  | 'submitted'
  | 'deferred'
  | 'failed'
  | 'uncertain';
