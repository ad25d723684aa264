import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** Why a text is no CSS selector; undefined when it is one. */
export function explainSelector(text: string): string | undefined {
  // Most configurations have no page to read, and this takes 17 MB.
  const { compile }: typeof import('css-select') = require('css-select');
  try {
    compile(text);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}
