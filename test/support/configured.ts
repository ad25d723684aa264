import { readFileSync } from 'node:fs';
import { parseConfig } from '../../src/config/load-config.ts';

const file = 'feeds.config.json';

/** The configuration that the project ships with. */
export const configured = parseConfig(file, JSON.parse(readFileSync(file, 'utf8')));
