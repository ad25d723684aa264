import { readdirSync } from 'node:fs';

// `npm run bench -- NAME [ARGUMENTS]`: one file of this folder, which exports `run`.

const names = readdirSync(import.meta.dirname, { withFileTypes: true })
  .filter((file) => file.isFile() && /^(?!run|corpus-module)[a-z-]+\.ts$/.test(file.name))
  .map((file) => file.name.replace('.ts', ''));
const [name = '', ...args] = process.argv.slice(2);

if (names.includes(name)) {
  const { run } = await import(`./${name}.ts`);
  await run(args);
} else {
  console.error(`"${name}" is no benchmark, expected one of ${names.join(', ')}`);
  process.exitCode = 2;
}
