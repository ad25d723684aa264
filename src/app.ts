import packageJson from '../package.json' with { type: 'json' };
import type { CollectContext } from './collect/collect-context.ts';
import { createNetwork } from './collect/fetch/create-network.ts';
import { ReadingThread } from './collect/reading/reading-thread.ts';
import type { Config } from './config/config.ts';
import type { MailServer } from './deliver/mail-server.ts';
import type { Templates } from './render/load-templates.ts';
import { openStore } from './store/open-store.ts';
import type { Store } from './store/store.ts';

/** Everything the pipeline works with; the only place where the world outside is chosen. */
export interface App {
  readonly config: Config;
  readonly store: Store;
  /** Loaded when they are first asked for: a command that only collects needs none. */
  readonly templates: () => Promise<Templates>;
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

export async function createApp(options: AppOptions): Promise<App> {
  const { config, output, environment, asOf } = options;
  const now = asOf === undefined ? () => Temporal.Now.instant() : () => asOf;
  const store = openStore(options.storeUrl);
  const dispatcher = options.network ?? createNetwork();
  const reader = new ReadingThread();
  const mailServer = await connectMailServer(environment.SMTP_URL);
  let templates: Promise<Templates> | undefined;
  return {
    config,
    store,
    templates: () => (templates ??= loadTemplates()),
    output,
    now,
    collecting: {
      dispatcher,
      reader,
      now,
      random: Math.random,
      environment,
      userAgent: `state-of-virtualization/${packageJson.version} (+${config.site.baseUrl})`,
    },
    ...(mailServer === undefined ? {} : { mailServer }),
    close: async () => {
      mailServer?.close();
      await reader.close();
      await dispatcher.close();
      await store.close();
    },
  };
}

async function loadTemplates(): Promise<Templates> {
  return (await import('./render/load-templates.ts')).loadTemplates();
}

async function connectMailServer(url: string | undefined): Promise<MailServer | undefined> {
  return url ? (await import('./deliver/connect-smtp.ts')).connectSmtp(url) : undefined;
}
