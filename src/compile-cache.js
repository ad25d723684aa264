import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

// What was compiled and stripped of its types is kept. In JavaScript, because what comes before the
// cache is stripped each time, for which Node loads 17 MB.
enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/compile', import.meta.url)));
