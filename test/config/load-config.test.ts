import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ConfigError } from '../../src/config/config-error.ts';
import { loadConfig, parseConfig } from '../../src/config/load-config.ts';

const shipped = JSON.parse(await readFile('feeds.config.json', 'utf8'));

/** The shipped configuration, changed by `edit`. */
function edited(edit: (config: typeof shipped) => void): unknown {
  const copy = structuredClone(shipped);
  edit(copy);
  return copy;
}

function problemsOf(raw: unknown): string[] {
  try {
    parseConfig('feeds.config.json', raw);
    return [];
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.message.split('\n').slice(1);
  }
}

describe('loading a configuration', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'config-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  test('the shipped one is valid, and covers five hypervisors from about thirty sources', async () => {
    const config = await loadConfig('feeds.config.json');
    expect(config.hypervisors.map(({ id }) => id)).toEqual([
      'xcp-ng',
      'proxmox',
      'nutanix',
      'hyper-v',
      'vmware',
    ]);
    expect(config.sources.length).toBeGreaterThanOrEqual(30);
  });

  test('a missing file is named', async () => {
    const file = join(folder, 'none.json');
    await expect(loadConfig(file)).rejects.toThrow(`${file}: 1 problem\n  no such file`);
  });

  test('a file that is not JSON says where it breaks', async () => {
    const file = join(folder, 'broken.json');
    await writeFile(file, '{\n  "site": {,\n}');
    await expect(loadConfig(file)).rejects.toThrow(/is not JSON: .*line 2 column 12/);
  });

  test('defaults are filled in', () => {
    const config = parseConfig(
      'x',
      edited((raw) => {
        raw.edition = undefined;
      }),
    );
    expect(config.edition.naming).toBe('season');
    expect(config.email?.onUncertain).toBe('hold');
  });

  test('a URL may name a secret in its path and in its query', () => {
    const url = 'https://feeds.example/${FEED_USER}/rss?key=${FEED_KEY}';
    const config = parseConfig(
      'x',
      edited((raw) => {
        raw.sources[0].url = url;
      }),
    );
    expect(config.sources[0]?.url).toBe(url);
  });

  test('a trailing slash of the base URL is dropped', () => {
    const config = parseConfig(
      'x',
      edited((raw) => {
        raw.site.baseUrl = 'https://news.example/v/';
      }),
    );
    expect(config.site.baseUrl).toBe('https://news.example/v');
  });
});

describe('a wrong configuration', () => {
  test('prints a line for each of ten different mistakes, each with its place', () => {
    const raw = edited((config) => {
      config.site.baseUrl = 'ftp://example.org';
      config.site.timeZone = 'Mars/Olympus';
      config.site.language = 'not a language';
      config.site.titel = 'x';
      delete config.site.title;
      config.schedule.digest = 'every month';
      config.email.recipients = ['nobody'];
      config.sources[0].url = 'xcp-ng.org/blog';
      config.sources[1].hypervisor = 'xcpng';
      config.sources[2].id = config.sources[3].id;
      config.hypervisors[1].terms = {};
    });
    const problems = problemsOf(raw);
    const places = problems.map((line) => /^ {2}(\S+): /.exec(line)?.[1]);
    expect(places.toSorted()).toEqual([
      'email.recipients[0]',
      'hypervisors[1].terms',
      'schedule.digest',
      'site.baseUrl',
      'site.language',
      'site.timeZone',
      'site.titel',
      'site.title',
      'sources[0].url',
      'sources[1].hypervisor',
      'sources[3].id',
    ]);
  });

  test.each<[string, (config: typeof shipped) => void, string]>([
    [
      'a misspelt setting names the nearest',
      (c) => {
        c.sources[0].hypervizor = 'xcp-ng';
      },
      '  sources[0].hypervizor: unknown setting, did you mean "hypervisor"?',
    ],
    [
      'an unknown setting lists the known ones',
      (c) => {
        c.edition.zzzzzzzz = 1;
      },
      '  edition.zzzzzzzz: unknown setting, expected one of naming',
    ],
    [
      'a missing setting says what was expected',
      (c) => {
        delete c.site.language;
      },
      '  site.language: is missing, expected a string',
    ],
    [
      'a wrong value is shown',
      (c) => {
        c.edition.naming = 'weekly';
      },
      '  edition.naming: expected one of "season", "month", found "weekly"',
    ],
    [
      'a wrong type is shown',
      (c) => {
        c.sources = 'none';
      },
      '  sources: expected a list, found "none"',
    ],
    [
      'a list in place of an object is told',
      (c) => {
        c.hypervisors[0].terms = ['XCP-ng'];
      },
      '  hypervisors[0].terms: expected an object, found a list',
    ],
    [
      'a list of nothing is told',
      (c) => {
        c.sources = [];
      },
      '  sources: expected at least one, found an empty list',
    ],
    [
      'an empty text is told',
      (c) => {
        c.site.title = '';
      },
      '  site.title: expected some text, found ""',
    ],
    [
      'what is neither true nor false is told',
      (c) => {
        c.sources[0].isVendor = 'yes';
      },
      '  sources[0].isVendor: expected true or false, found "yes"',
    ],
    [
      'nothing in place of a value is told',
      (c) => {
        c.site.language = null;
      },
      '  site.language: expected a string, found null',
    ],
    [
      'a missing choice lists what there is',
      (c) => {
        delete c.facts[0].kind;
      },
      '  facts[0].kind: is missing, expected one of "kev", "end-of-life", "xsa", "msrc"',
    ],
    [
      'an address of the wrong form is told',
      (c) => {
        c.email.recipients = ['nobody'];
      },
      '  email.recipients[0]: expected a mail address, found "nobody"',
    ],
    [
      'a number that is too small has the words of its setting',
      (c) => {
        c.hypervisors[0].terms = { 'XCP-ng': -1 };
      },
      '  hypervisors[0].terms["XCP-ng"]: expected a weight over 0, found -1',
    ],
    [
      'two hypervisors of one name, whatever its case, are a mistake',
      (c) => {
        c.hypervisors[2].name = ` ${c.hypervisors[1].name.toUpperCase()} `;
      },
      '  hypervisors[2].name: " PROXMOX " is already used by hypervisors[1]',
    ],
    [
      'a hypervisor with the id of another as its name is a mistake',
      (c) => {
        c.hypervisors[1].name = 'Nutanix';
        c.hypervisors[2].name = 'AHV';
      },
      '  hypervisors[1].name: "Nutanix" is already the id of hypervisors[2]',
    ],
    [
      'an unknown hypervisor lists the known ones',
      (c) => {
        c.sources[0].hypervisor = 'bhyve';
      },
      '  sources[0].hypervisor: unknown hypervisor "bhyve", expected one of xcp-ng, proxmox, nutanix, hyper-v, vmware',
    ],
    [
      'a source that stands twice names the first',
      (c) => {
        c.sources[1].url = c.sources[0].url;
      },
      '  sources[1].url: "https://xcp-ng.org/blog/rss/" is already used by sources[0]',
    ],
    [
      'a password in a URL is refused, and not shown',
      (c) => {
        c.sources[0].url = 'https://me:pass@word@feeds.example/rss';
      },
      '  sources[0].url: expected a URL without a password: request.basicAuth takes it, as ${NAME} from the environment, found "https://...@feeds.example/rss"',
    ],
    [
      'a secret in place of a host is refused',
      (c) => {
        c.sources[0].url = 'https://${FEED_HOST}/rss';
      },
      '  sources[0].url: expected a host that is written out: ${NAME} may stand in the path and in the query, found "https://${FEED_HOST}/rss"',
    ],
    [
      'a proxy that is no URL is told',
      (c) => {
        c.sources[0].request = { proxy: 'proxy.example:3128' };
        c.sources[1].request = { proxy: '${PROXY_URL}' };
        c.sources[2].request = { proxy: 'http://proxy.example:3128' };
      },
      '  sources[0].request.proxy: expected the http or https URL of a proxy, or ${NAME}, found "proxy.example:3128"',
    ],
    [
      'a header of two lines is told',
      (c) => {
        c.sources[0].request = { headers: { 'X-Key': 'a\nb' } };
      },
      '  sources[0].request.headers["X-Key"]: expected one line of Latin letters and signs, found "a\\nb"',
    ],
    [
      'what is no name of a header is told',
      (c) => {
        c.sources[0].request = { headers: { 'X Key': 'a' } };
      },
      '  sources[0].request.headers["X Key"]: expected a header name, found "X Key"',
    ],
    [
      'a json source without its mapping is told',
      (c) => {
        c.sources[0].kind = 'json';
      },
      '  sources[0].json: is missing, expected an object: kind "json" has to say where the items are',
    ],
  ])('%s', (_, edit, line) => {
    expect(problemsOf(edited(edit))).toEqual([line]);
  });

  test.each(['#top', ''])('one address in other words (%j) is the same', (suffix) => {
    const raw = edited((config) => {
      config.sources[1].url = config.sources[0].url.replace('https://', 'HTTPS://') + suffix;
    });
    const [line] = problemsOf(raw);
    expect(line).toBe(
      `  sources[1].url: "HTTPS://xcp-ng.org/blog/rss/${suffix}" is already used by sources[0]`,
    );
  });

  test.each([
    ['{"page":1}', '{"page":2}', 0],
    ['{"page":1}', '{"page":1}', 1],
  ])('posts of %s and %s to one address are %i mistakes', (one, other, mistakes) => {
    const raw = edited((config) => {
      config.sources[1].url = config.sources[0].url;
      config.sources[0].request = { method: 'POST', body: one };
      config.sources[1].request = { method: 'POST', body: other };
    });
    expect(problemsOf(raw)).toHaveLength(mistakes);
  });

  test.each([null, 3, 'text', []])('%j is refused as a whole', (raw) => {
    expect(problemsOf(raw)).toHaveLength(1);
  });

  test.each([
    [{ item: 'li[[[' }, 'item: is no CSS selector (Expected name, found [[), found "li[[["'],
    [
      { item: 'li', title: 'h2:frist' },
      'title: is no CSS selector (Unknown pseudo-class :frist), found "h2:frist"',
    ],
    [
      { item: 'li', publishedAt: 'time[@datetime' },
      'publishedAt: is no CSS selector (Expected name, found ), found "time[@datetime"',
    ],
  ])('a selector that is none is a problem: %j', (page, problem) => {
    const raw = edited((config) => {
      config.sources[0] = { id: 'x', name: 'X', url: 'https://x.example/', kind: 'page', page };
    });
    expect(problemsOf(raw)).toEqual([`  sources[0].page.${problem}`]);
  });

  test('selectors may read attributes, of the item too', () => {
    const page = {
      item: 'a.card',
      title: '@aria-label',
      publishedAt: 'td:has(time) time@datetime',
    };
    const raw = edited((config) => {
      config.sources[0] = { id: 'x', name: 'X', url: 'https://x.example/', kind: 'page', page };
    });
    expect(problemsOf(raw)).toEqual([]);
  });

  test.each(['sources', 'facts'])('a body that no POST sends is a problem, in %s too', (list) => {
    const withRequest = (request: object) =>
      problemsOf(
        edited((config) => {
          config[list][0].request = request;
        }),
      );
    expect(withRequest({ method: 'POST', body: '{}' })).toEqual([]);
    const problem = `  ${list}[0].request.body: is sent by a POST only: set "method": "POST", too`;
    expect(withRequest({ body: '{}' })).toEqual([problem]);
    expect(withRequest({ method: 'GET', body: '{}' })).toEqual([problem]);
  });
});
