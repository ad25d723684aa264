import { type App, type AppOptions, createApp } from '../app.ts';
import type { Config } from '../config/config.ts';
import type { CommandOptions } from './command-options.ts';
import { parseInstant } from './parse-instant.ts';

const defaultStore = 'sqlite:data/digest.db';

/** Does a command's work with an app made from its options, and closes it however the work ends. */
export async function withApp<Result>(
  config: Config,
  options: CommandOptions,
  world: Pick<AppOptions, 'environment' | 'network'>,
  work: (app: App) => Promise<Result>,
): Promise<Result> {
  const app = await createApp({
    config,
    storeUrl: storeUrlOf(options, world.environment),
    output: options.output,
    ...asOf(options, config),
    ...world,
  });
  try {
    return await work(app);
  } finally {
    await app.close();
  }
}

/** The store that a command works on. */
export function storeUrlOf(
  { store }: CommandOptions,
  environment: AppOptions['environment'],
): string {
  return store ?? environment.DIGEST_STORE ?? defaultStore;
}

function asOf({ asOf }: CommandOptions, { site }: Config): Pick<AppOptions, 'asOf'> {
  return asOf === undefined ? {} : { asOf: parseInstant('--as-of', asOf, site.timeZone) };
}

/**
 * Does work while no other run works on the store: one that is waited for is told to the operator.
 * Then the work is given when this one was called for, since the other may have done part of it.
 */
export function alone<Result>(
  app: App,
  work: (calledAt?: Temporal.Instant) => Promise<Result>,
): Promise<Result> {
  const calledAt = app.now().subtract({ milliseconds: Math.ceil(performance.now()) });
  let hasWaited = false;
  return app.store.alone(
    () => work(hasWaited ? calledAt : undefined),
    () => {
      hasWaited = true;
      console.error('Another run is working on this store; waiting for it to end.');
    },
  );
}
