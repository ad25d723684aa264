import { globSync } from 'node:fs';
import './compile-cache.js';

// After an installation: what the commands load goes into the compile cache, so that the first run is
// as small and as quick as those after it.
for (const file of globSync(['cli.ts', '*/**/*.ts'], { cwd: import.meta.dirname }))
  await import(`./${file}`);
