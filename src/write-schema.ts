import { writeFileSync } from 'node:fs';
import { toJsonSchema } from './config/json-schema.ts';

// `npm run schema`: after a change to the schema in src/config/.
const file = new URL('../feeds.config.schema.json', import.meta.url);
writeFileSync(file, `${JSON.stringify(toJsonSchema(), undefined, 2)}\n`);
