import { z } from 'zod';
import { configSchema } from './config-schema.ts';

/** The JSON Schema that feeds.config.json refers to, for completion in editors. */
export function toJsonSchema(): object {
  const schema = z.toJSONSchema(configSchema, { io: 'input', unrepresentable: 'any' });
  return JSON.parse(JSON.stringify({ ...schema, title: 'feeds.config.json' }));
}
