import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

// The process, as the npm scripts start it: cli.ts with a cache of what was compiled and stripped of
// its types. In JavaScript, because what comes before the cache is stripped each time, for which Node
// loads 17 MB.
enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/compile', import.meta.url)));
await import('./cli.ts');
