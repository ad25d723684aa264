import type { SendMailOptions } from 'nodemailer';
import type { Delivery } from '../model/delivery.ts';
import type { Store } from '../store/store.ts';
import type { MailServer, SubmitOutcome } from './mail-server.ts';

export interface SubmitContext {
  readonly store: Store;
  readonly server: MailServer;
  readonly now: () => Temporal.Instant;
  /** The mail of a delivery; undefined when its edition is no longer known. */
  readonly mailFor: (delivery: Delivery) => SendMailOptions;
  readonly onUncertain: 'hold' | 'resend';
}

/** How long to wait after the first, second, … refusal for now; after the last it has failed. */
const waits = ['PT5M', 'PT15M', 'PT1H', 'PT4H', 'PT4H', 'PT4H', 'PT4H', 'PT4H'];
const longestWait = 'PT4H';

/** A mail server that breaks off this often in a row has something else to do. */
const breakAfter = 3;

/**
 * Hands every delivery that is due to the mail server, one at a time. That it is being submitted is
 * recorded before, and the answer after: a delivery that was submitted is never tried again, and one
 * that a crash caught in between is uncertain, which is held or sent once more with the same
 * Message-ID. Throws when the mail server cannot be reached; the deliveries stay queued then.
 */
export async function submitDeliveries(context: SubmitContext): Promise<readonly Delivery[]> {
  await settleInterrupted(context);
  const due = (await context.store.deliveries()).filter((delivery) => isDue(delivery, context));
  if (due.length === 0) return [];
  await context.server.verify();
  const tried: Delivery[] = [];
  let broken = 0;
  for (const delivery of due) {
    const after = await submitOne(delivery, context);
    tried.push(after);
    broken = after.state === 'uncertain' ? broken + 1 : 0;
    if (broken === breakAfter) break;
  }
  return tried;
}

/** What an earlier process left in `submitting` has no recorded answer. */
async function settleInterrupted({ store }: SubmitContext): Promise<void> {
  for (const delivery of await store.deliveries())
    if (delivery.state === 'submitting')
      await store.saveDelivery({
        ...delivery,
        state: 'uncertain',
        response: 'the program ended before the mail server answered',
      });
}

function isDue({ state, attempts, dueAt }: Delivery, context: SubmitContext): boolean {
  if (state === 'queued') return true;
  if (state === 'deferred') return dueAt === undefined || hasPassed(dueAt, context.now());
  return state === 'uncertain' && context.onUncertain === 'resend' && attempts < 2;
}

/** A due time beyond every wait is by a clock that was wrong, and means nothing. */
function hasPassed(dueAt: Temporal.Instant, now: Temporal.Instant): boolean {
  const wait = now.until(dueAt);
  return wait.sign <= 0 || Temporal.Duration.compare(wait, longestWait) > 0;
}

async function submitOne(delivery: Delivery, context: SubmitContext): Promise<Delivery> {
  const { dueAt: _, response: __, ...rest } = delivery;
  const submitting: Delivery = { ...rest, state: 'submitting', attempts: delivery.attempts + 1 };
  const mail = context.mailFor(delivery);
  await context.store.saveDelivery(submitting);
  const after = conclude(submitting, await context.server.submit(mail), context.now());
  await context.store.saveDelivery(after);
  return after;
}

function conclude(delivery: Delivery, outcome: SubmitOutcome, now: Temporal.Instant): Delivery {
  const { response } = outcome;
  if (outcome.kind !== 'deferred') return { ...delivery, state: outcome.kind, response };
  const wait = waits[delivery.attempts - 1];
  if (wait === undefined) return { ...delivery, state: 'failed', response };
  return { ...delivery, state: 'deferred', response, dueAt: now.add(wait) };
}
