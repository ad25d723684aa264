import { enableCompileCache } from 'node:module';
import { workerData } from 'node:worker_threads';

// Like main.js, for the thread of a ReadingThread: a compile cache is not inherited.
if (workerData.compileCache) enableCompileCache(workerData.compileCache);
await import('./perform-readings.ts');
