import { type CollectContext, DEFAULT_LIMITS } from '../collect/collect-context.ts';
import { RequestSlots } from '../collect/fetch/request-slots.ts';
import type { Config } from '../config/config.ts';
import type { CommandOptions } from './command-options.ts';
import { withApp } from './with-app.ts';

/**
 * Does work that only asks, with as few requests at once as when collecting. It saves nothing, so
 * the real store is not even opened.
 */
export function withNetwork<Result>(
  config: Config,
  options: CommandOptions,
  environment: NodeJS.ProcessEnv,
  work: (context: CollectContext) => Promise<Result>,
): Promise<Result> {
  const { requestsPerHost, requestsAtOnce } = DEFAULT_LIMITS;
  const slots = new RequestSlots(requestsPerHost, requestsAtOnce);
  const nowhere = { ...options, store: 'sqlite::memory:' };
  return withApp(config, nowhere, { environment }, (app) => work({ ...app.collecting, slots }));
}
