import type { z } from 'zod';
import type { configSchema } from './config-schema.ts';

/** What feeds.config.json says, checked and with its defaults filled in. */
export type Config = z.output<typeof configSchema>;
