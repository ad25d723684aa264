import { readdirSync } from 'node:fs';
import { dirname } from 'node:path';

// After an installation: what the commands load goes into the compile cache, so that the first run is
// as small and as quick as those after it.
const files = readdirSync(import.meta.dirname, { recursive: true }).filter(
  (file) => file.endsWith('.ts') && (dirname(file) !== '.' || file === 'cli.ts'),
);

try {
  await import('./compile-cache.js');
  for (const file of files) await import(`./${file}`);
} catch {
  // On another Node, say: the first command tells what is wrong, where an installation would only fail.
}
