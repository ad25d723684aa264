import packageJson from '../package.json' with { type: 'json' };
import type { CollectContext } from './collect/collect-context.ts';
import { createNetwork } from './collect/fetch/create-network.ts';
import type { Config } from './config/config.ts';
import { connectSmtp } from './deliver/connect-smtp.ts';
import type { MailServer } from './deliver/mail-server.ts';
import { loadTemplates, type Templates } from './render/load-templates.ts';
import { openStore } from './store/open-store.ts';
import type { Store } from './store/store.ts';

/** Everything the pipeline works with; the only place where the world outside is chosen. */
export interface App {
  readonly config: Config;
  readonly store: Store;
  readonly templates: Templates;
  /** The folder for what is published. */
  readonly output: string;
  readonly now: () => Temporal.Instant;
  readonly collecting: CollectContext;
  /** Absent when no SMTP_URL is set. */
  readonly mailServer?: MailServer;
  close(): Promise<void>;
}

export interface AppOptions {
  readonly config: Config;
  readonly storeUrl: string;
  readonly output: string;
  /** A fixed clock; default: the real one. */
  readonly asOf?: Temporal.Instant;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The network; default: the real one. */
  readonly network?: CollectContext['dispatcher'];
}

export function createApp(options: AppOptions): App {
  const { config, output, environment, asOf } = options;
  const now = asOf === undefined ? () => Temporal.Now.instant() : () => asOf;
  const templates = loadTemplates();
  const store = openStore(options.storeUrl);
  const dispatcher = options.network ?? createNetwork();
  const mailServer = environment.SMTP_URL ? connectSmtp(environment.SMTP_URL) : undefined;
  return {
    config,
    store,
    templates,
    output,
    now,
    collecting: {
      dispatcher,
      now,
      random: Math.random,
      environment,
      userAgent: `state-of-virtualization/${packageJson.version} (+${config.site.baseUrl})`,
    },
    ...(mailServer === undefined ? {} : { mailServer }),
    close: async () => {
      mailServer?.close();
      await dispatcher.close();
      await store.close();
    },
  };
}
