import type { Delivery } from '../model/delivery.ts';

/** How many messages the mail server took; never "sent", which nobody can know. */
export function tellMailed(deliveries: readonly Delivery[]): string[] {
  const submitted = deliveries.filter(({ state }) => state === 'submitted').length;
  return submitted === 0 ? [] : [`Mailed: ${submitted} submitted to the mail server.`];
}

/** One line for each message that the mail server has not taken for certain. */
export function tellUndelivered(deliveries: readonly Delivery[]): string[] {
  return deliveries.filter(({ state }) => state !== 'submitted').map(tellOne);
}

function tellOne({ editionId, recipient, state, response, dueAt }: Delivery): string {
  const again = dueAt === undefined ? '' : ` (to be tried again after ${dueAt})`;
  return `Mail ${state}: ${editionId} to ${recipient}: ${response ?? 'no answer'}${again}`;
}
