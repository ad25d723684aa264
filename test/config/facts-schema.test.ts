import { expect, test } from 'vitest';
import { ConfigError } from '../../src/config/config-error.ts';
import { parseConfig } from '../../src/config/load-config.ts';
import { configured } from '../support/configured.ts';

/** The shipped configuration as a file would say it, with these lists of open data. */
function withFacts(facts: unknown): unknown {
  const hypervisors = configured.hypervisors.map(({ terms, ...block }) => ({
    ...block,
    terms: Object.fromEntries(terms.map(({ term, weight }) => [term, weight])),
  }));
  return { ...configured, hypervisors, facts };
}

function problemsOf(facts: unknown): string[] {
  try {
    parseConfig('feeds.config.json', withFacts(facts));
    return [];
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.message.split('\n').slice(1);
  }
}

const kev = { id: 'kev', name: 'CISA KEV', kind: 'kev', url: 'https://kev.example/list.json' };
const eol = {
  id: 'eol',
  name: 'endoflife.date',
  kind: 'end-of-life',
  url: 'https://eol.example/',
  hypervisor: 'proxmox',
  product: 'Proxmox VE',
};

test('the shipped open data is about flaws in general, and versions of every hypervisor', () => {
  const { facts, hypervisors } = configured;
  expect(facts.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['kev', 'xsa', 'msrc']));
  const covered = new Set(facts.flatMap(({ hypervisor = [] }) => hypervisor));
  expect(covered).toEqual(new Set(hypervisors.map(({ id }) => id)));
});

test('open data is off when the list is empty or missing', () => {
  expect(parseConfig('x', withFacts([])).facts).toEqual([]);
  expect(parseConfig('x', withFacts(undefined)).facts).toEqual([]);
});

test('a sixth hypervisor brings its versions along', () => {
  const [first] = configured.hypervisors;
  const raw = withFacts([{ ...eol, hypervisor: 'ovirt', product: 'oVirt' }]) as {
    hypervisors: object[];
  };
  const ovirt = { ...first, id: 'ovirt', name: 'oVirt', terms: { oVirt: 2 } };
  const config = parseConfig('x', { ...raw, hypervisors: [...raw.hypervisors, ovirt] });
  expect(config.facts[0]).toMatchObject({ hypervisor: 'ovirt', product: 'oVirt' });
});

test.each([
  [
    [{ ...kev, kind: 'nvd' }],
    /^ {2}facts\[0\]\.kind: .*"kev", "end-of-life", "xsa", "msrc".*"nvd"/,
  ],
  [
    [{ ...kev, url: 'ftp://kev.example/' }],
    /^ {2}facts\[0\]\.url: expected an http or https URL, found "ftp:/,
  ],
  [[{ ...kev, id: 'KEV' }], /^ {2}facts\[0\]\.id: expected lower-case letters/],
  [[{ ...kev, adress: 'x' }], /^ {2}facts\[0\]\.adress: unknown setting/],
  [[{ ...kev, request: { proxi: 'x' } }], /^ {2}facts\[0\]\.request\.proxi: unknown setting, did/],
  [[kev, { ...eol, id: 'kev' }], /^ {2}facts\[1\]\.id: "kev" is already used by facts\[0\]$/],
  [[kev, { ...kev, id: 'b' }], /^ {2}facts\[1\]\.url: ".*" is already used by facts\[0\]$/],
  [
    [{ ...eol, hypervisor: 'bhyve' }],
    /^ {2}facts\[0\]\.hypervisor: unknown hypervisor "bhyve", expected one of xcp-ng, /,
  ],
  [
    [{ ...eol, product: undefined }],
    /^ {2}facts\[0\]\.product: is missing, kind "end-of-life" has to say whose versions these are$/,
  ],
  [
    [{ ...kev, hypervisor: 'vmware' }],
    /^ {2}facts\[0\]\.hypervisor: means nothing for kind "kev", only for "end-of-life"$/,
  ],
])('%j is refused with its place and the reason', (facts, problem) => {
  const problems = problemsOf(facts);
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatch(problem);
});
