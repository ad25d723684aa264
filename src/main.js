import { setFlagsFromString } from 'node:v8';
import './compile-cache.js';

// The flag of the npm scripts keeps the memory of this thread small. Others have limits of their own,
// which the flag would override.
setFlagsFromString('--max-semi-space-size=0');
// Threads that optimize on the side take up 4 MB more, and save no time where two threads have work.
setFlagsFromString('--no-concurrent-recompilation');

// The process, as the npm scripts start it: cli.ts, which also runs alone, from the compile cache.
const { runCommandLine } = await import('./cli.ts');
await runCommandLine();
