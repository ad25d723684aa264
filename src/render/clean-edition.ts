import type { Edition } from '../model/edition.ts';
import { cleanText } from './clean-text.ts';

/**
 * The edition with every text cleaned. Addresses are left alone: `safeUrl` refuses those that
 * cleaning would make look harmless.
 */
export function cleanEdition(edition: Edition): Edition {
  return JSON.parse(JSON.stringify(edition), (key, value) =>
    typeof value === 'string' && key !== 'url' ? cleanText(value) : value,
  );
}
