import { readFileSync } from 'node:fs';
import { composeEdition } from '../src/digest/compose-edition.ts';
import type { EditionInput } from '../src/model/edition-input.ts';
import type { StoredEntry } from '../src/model/entry.ts';
import type { Hypervisor } from '../src/model/hypervisor.ts';
import { linearCongruence, wordOf } from './support/made-words.ts';

const SIZES = [100, 1_000, 10_000, 50_000];
const UNTIL = Temporal.Instant.from('2024-06-05T12:00:00Z');
const DAYS = 60;
/** One story in so many is about a configured hypervisor; the rest is the noise of general feeds. */
const SOURCES = 40;

/** `npm run bench -- digest [sizes]`: time, growth and memory of composing an edition. */
export function run(args: readonly string[]): void {
  const sizes = args.length > 0 ? args.map(Number) : SIZES;
  if (sizes.some((size) => !Number.isInteger(size) || size < 1)) {
    throw new RangeError(`Sizes are whole numbers of entries, not "${args.join(' ')}"`);
  }
  const hypervisors = readHypervisors();
  composeEdition(inputOf(100, hypervisors));
  console.log(' entries       time   growth  stories  peak memory');
  let before: number | undefined;
  for (const size of sizes) {
    const input = inputOf(size, hypervisors);
    const { milliseconds, named } = measure(input);
    const growth = before === undefined ? '-' : `x ${(milliseconds / before).toFixed(1)}`;
    const peak = process.resourceUsage().maxRSS / 1024;
    console.log(
      `${String(size).padStart(8)} ${milliseconds.toFixed(0).padStart(7)} ms ${growth.padStart(8)} ${String(named).padStart(8)} ${peak.toFixed(0).padStart(9)} MB`,
    );
    before = milliseconds;
  }
}

function measure(input: EditionInput): { milliseconds: number; named: number } {
  const start = performance.now();
  const edition = composeEdition(input);
  return { milliseconds: performance.now() - start, named: edition.stories.length };
}

function inputOf(size: number, hypervisors: readonly Hypervisor[]): EditionInput {
  const sources = Array.from({ length: SOURCES }, (_, at) => ({
    id: `source-${at}`,
    name: `Source ${at}`,
    url: `https://site-${at}.example/feed`,
    kind: 'feed' as const,
    isVendor: at % 8 === 0,
  }));
  return {
    issuedAt: UNTIL,
    period: { from: UNTIL.subtract({ hours: 24 * DAYS }), until: UNTIL },
    naming: 'season',
    site: {
      title: 'Bench',
      baseUrl: 'https://bench.example',
      language: 'en',
      timeZone: 'UTC',
      author: { name: 'Bench' },
    },
    hypervisors,
    sources,
    entries: generateEntries(size),
    health: [],
    earlier: [],
  };
}

const PRODUCTS =
  'Proxmox VE|XCP-ng|VMware ESXi|Nutanix AHV|Hyper-V|vCenter|Xen Orchestra|Windows Server 2025|Kubernetes|Firefox|PostgreSQL|Cisco IOS|Veeam|Docker|Debian|OpenSSL|Azure|Chrome|Fortinet|Git'.split(
    '|',
  );
const EVENTS =
  'released with|fixes flaw in|adds support for|customers leave over|explained:|partners with maker of|raises price of|how to configure|exploited through|tested:'.split(
    '|',
  );

const SYLLABLES = ['ba', 'ne', 'ri', 'to', 'lu', 'ka', 'se', 'mi', 'do', 'fu', 'ga', 'pe'];

/** Entries like those of real feeds: a few words common, most rare, bodies of about 900 characters. */
function generateEntries(size: number): StoredEntry[] {
  const random = linearCongruence(20240605);
  const vocabulary = Math.round(2_000 + 30 * Math.sqrt(size) * 10);
  const word = () => wordOf(Math.floor(vocabulary * random() ** 2.5), SYLLABLES);
  const words = (count: number) => Array.from({ length: count }, word).join(' ');
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? '';
  const topic = () => ({ title: `${pick(PRODUCTS)} ${pick(EVENTS)} ${words(4)}`, lead: words(30) });
  let story = topic();
  return Array.from({ length: size }, (_, at): StoredEntry => {
    // About one entry in four tells the story of the one before it in other words.
    if (random() > 0.25) story = topic();
    const source = Math.floor(random() * SOURCES);
    const text = `${story.lead} ${words(15)}. ${words(90)}.`;
    const cve = random() < 0.05 ? ` CVE-2024-${20000 + Math.floor(at / 3)}` : '';
    return {
      id: `entry-${at}`,
      sourceId: `source-${source}`,
      url: `https://site-${source}.example/${at}`,
      title: `${story.title} ${word()}${cve}`,
      text,
      categories: [],
      authors: [],
      publishedAt: UNTIL.subtract({ minutes: Math.floor((DAYS * 1440 * (size - at)) / size) }),
      collectedAt: UNTIL,
      isBacklog: false,
    };
  });
}

function readHypervisors(): Hypervisor[] {
  const file = new URL('../feeds.config.json', import.meta.url);
  const { hypervisors } = JSON.parse(readFileSync(file, 'utf8'));
  return hypervisors.map((hypervisor: { terms: Record<string, number> }) => ({
    negativeContexts: [],
    flagships: [],
    ...hypervisor,
    terms: Object.entries(hypervisor.terms).map(([term, weight]) => ({ term, weight })),
  }));
}
