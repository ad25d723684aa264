import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type Fault,
  faults,
  type HostileSources,
  openHostileSources,
} from '../test/support/hostile-sources.ts';
import { type Measured, measureCommand } from '../test/support/measure-command.ts';
import { ownReader } from './support/feed-readers.ts';

/** One source, and a dozen on hosts of their own at once. */
const NUMBERS = [1, 12];

/**
 * Peak memory of the real command, as a new process each time, while sources answer with what is made
 * to fill it.
 */
export async function run(): Promise<void> {
  const site = await openHostileSources();
  console.log(`${'hostile sources'.padEnd(26)}   peak MB   wall s   CPU s`);
  try {
    for (const fault of faults())
      for (const number of NUMBERS) print(fault, number, await collect(site, fault, number));
  } finally {
    site.close();
  }
}

async function collect(site: HostileSources, fault: Fault, number: number): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-faults-'));
  try {
    const urls = Array.from({ length: number }, (_, at) => site.urlOf(fault, at));
    return await measureCommand(ownReader.prepare(folder, urls)(0));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function print(fault: Fault, number: number, { peakMb, wallMs, cpuMs }: Measured): void {
  const figures = [peakMb.toFixed(0), (wallMs / 1000).toFixed(1), (cpuMs / 1000).toFixed(1)];
  const name = number === 1 ? fault : `  ${number} at once`;
  console.log(`${name.padEnd(26)}${figures.map((figure) => figure.padStart(9)).join('')}`);
}
