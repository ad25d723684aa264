/** A source with awkward items: what it serves in each of three rounds, and what is to come of it. */
export interface AwkwardSource {
  /** Default: `feed`. */
  readonly kind?: 'feed' | 'github-releases';
  /** The items of the second round and of the third; in the first one there are none of them. */
  readonly rounds: readonly [readonly string[], readonly string[]];
  /** Whether the items are RSS or Atom. Default: RSS. */
  readonly format?: 'rss' | 'atom';
  /** In the end, by title. */
  readonly stored: readonly StoredItem[];
  /** The titles that each of the two editions tells. Default: all of `stored` in the first one. */
  readonly told?: readonly [readonly string[], readonly string[]];
}

interface StoredItem {
  readonly title: string;
  /** Absent: it has none that is safe. A path is one of the server's own. */
  readonly url?: string;
  /** Absent: its date is not known. */
  readonly publishedAt?: string;
  /** Words of its text. */
  readonly text?: string;
}

const usualDate = 'Fri, 31 May 2024 10:00:00 GMT';
const usualAt = '2024-05-31T10:00:00Z';

interface Item {
  readonly title?: string;
  readonly link?: string;
  readonly id?: string;
  readonly date?: string;
  readonly html?: string;
}

function rssItem({ title, link, id, date = usualDate, html = 'Read on.' }: Item): string {
  const parts = [
    title === undefined ? '' : `<title>${title}</title>`,
    link === undefined ? '' : `<link>${link}</link>`,
    id === undefined ? '' : `<guid isPermaLink="false">${id}</guid>`,
    date === '' ? '' : `<pubDate>${date}</pubDate>`,
    `<description><![CDATA[${html}]]></description>`,
  ];
  return `<item>${parts.join('')}</item>`;
}

function release(updated: string, notes: string): string {
  return `<entry><id>tag:github.com,2008:Repository/1/v9.1.0</id><updated>${updated}</updated><link rel="alternate" href="https://github.com/proxmox/pve/releases/tag/v9.1.0"/><title>Proxmox VE 9.1.0</title><content type="html">${notes}</content></entry>`;
}

const post = (path: string) => `https://awkward.example/${path}`;

/** The same in both rounds. */
function once(item: Item, stored: Partial<StoredItem> = {}): AwkwardSource {
  const items = [rssItem(item)];
  const { title = '', link } = item;
  const usual = { title, ...(link !== undefined && { url: link }), publishedAt: usualAt };
  const changed = Object.entries({ ...usual, ...stored }).filter(
    ([, value]) => value !== undefined,
  );
  return { rounds: [items, items], stored: [Object.fromEntries(changed) as unknown as StoredItem] };
}

const clustering = { title: 'Proxmox VE gains clustering', link: post('clustering') };
const ceph = { title: 'Proxmox VE ships a newer Ceph', link: post('ceph') };
const firewall = { title: 'Proxmox VE rewrites its firewall', link: post('firewall') };
const longTitle = `Proxmox VE lists ${'every single change of its kernel '.repeat(150)}`;

export const awkwardSources: Readonly<Record<string, AwkwardSource>> = {
  'duplicate ids': {
    rounds: [
      [
        rssItem({ ...clustering, id: '1' }),
        rssItem({ ...ceph, id: '1' }),
        rssItem({ ...ceph, id: '1' }),
      ],
      [rssItem({ ...ceph, id: '1' }), rssItem({ ...clustering, id: '1' })],
    ],
    stored: [
      { title: clustering.title, url: clustering.link, publishedAt: usualAt },
      { title: ceph.title, url: ceph.link, publishedAt: usualAt },
    ],
  },
  'no ids': once({ title: 'Proxmox VE backs up to tape', link: post('tape') }),
  'ids that change on every fetch': {
    rounds: [
      [
        rssItem({
          title: 'Proxmox VE imports from ESXi',
          link: 'http://awkward.example/import',
          id: 'urn:uuid:1',
        }),
      ],
      [
        rssItem({
          title: 'Proxmox VE imports from ESXi',
          link: 'https://www.awkward.example/import/',
          id: 'urn:uuid:2',
        }),
      ],
    ],
    stored: [
      {
        title: 'Proxmox VE imports from ESXi',
        url: 'https://www.awkward.example/import/',
        publishedAt: usualAt,
      },
    ],
  },
  'a host that changes': {
    rounds: [
      [
        rssItem({
          title: 'Proxmox VE tunes its scheduler',
          link: post('scheduler'),
          id: post('scheduler'),
        }),
      ],
      [
        rssItem({
          title: 'Proxmox VE tunes its scheduler',
          link: 'https://moved.example/scheduler',
          id: 'https://moved.example/scheduler',
        }),
      ],
    ],
    stored: [
      {
        title: 'Proxmox VE tunes its scheduler',
        url: 'https://moved.example/scheduler',
        publishedAt: usualAt,
      },
    ],
  },
  'an id used again': {
    rounds: [
      [rssItem({ ...firewall, id: 'latest' })],
      [
        rssItem({
          title: 'Proxmox VE drops old containers',
          link: post('containers'),
          id: 'latest',
        }),
      ],
    ],
    stored: [
      { title: firewall.title, url: firewall.link, publishedAt: usualAt },
      { title: 'Proxmox VE drops old containers', url: post('containers'), publishedAt: usualAt },
    ],
    told: [[firewall.title], ['Proxmox VE drops old containers']],
  },
  'no date': once(
    { title: 'Proxmox VE supports Secure Boot', link: post('boot'), date: '' },
    { publishedAt: undefined },
  ),
  'a date in the future': once(
    {
      title: 'Proxmox VE plans for tomorrow',
      link: post('plans'),
      date: 'Sat, 31 May 2031 10:00:00 GMT',
    },
    { publishedAt: undefined },
  ),
  'a date of 1970': once(
    {
      title: 'Proxmox VE counts from zero',
      link: post('zero'),
      date: 'Thu, 01 Jan 1970 00:00:00 GMT',
    },
    { publishedAt: undefined },
  ),
  'an odd zone': once(
    {
      title: 'Proxmox VE speaks of time',
      link: post('time'),
      date: 'Fri, 31 May 2024 10:00:00 EDT',
    },
    { publishedAt: '2024-05-31T14:00:00Z' },
  ),
  'a localised month': once(
    {
      title: 'Proxmox VE spricht Deutsch',
      link: post('deutsch'),
      date: 'Fr, 31 Mai 2024 10:00:00 +0200',
    },
    { publishedAt: '2024-05-31T08:00:00Z' },
  ),
  'an edited entry': {
    rounds: [
      [
        rssItem({
          title: 'Proxmox VE fixes a leak',
          link: post('leak'),
          id: 'leak',
          html: 'A first word.',
        }),
      ],
      [
        rssItem({
          title: 'Proxmox VE fixes a memory leak',
          link: post('leak'),
          id: 'leak',
          html: 'A second word.',
        }),
      ],
    ],
    stored: [
      {
        title: 'Proxmox VE fixes a memory leak',
        url: post('leak'),
        publishedAt: usualAt,
        text: 'A second word.',
      },
    ],
    told: [['Proxmox VE fixes a leak'], []],
  },
  'release notes edited later': {
    kind: 'github-releases',
    format: 'atom',
    rounds: [
      [release('2024-05-31T10:00:00Z', 'The notes.')],
      [release('2024-06-02T20:00:00Z', 'The notes, with a known issue.')],
    ],
    stored: [
      {
        title: 'Proxmox VE 9.1.0',
        url: 'https://github.com/proxmox/pve/releases/tag/v9.1.0',
        publishedAt: usualAt,
        text: 'The notes, with a known issue.',
      },
    ],
  },
  'a withdrawn entry': {
    rounds: [[rssItem({ title: 'Proxmox VE takes a word back', link: post('back') })], []],
    stored: [{ title: 'Proxmox VE takes a word back', url: post('back'), publishedAt: usualAt }],
  },
  'a relative link': once({ title: 'Proxmox VE is next door', link: '/posts/next-door' }),
  'a javascript link': once(
    {
      title: 'Proxmox VE asks you to click',
      link: 'javascript:alert(1)',
      html: '<a href="javascript:alert(2)">Click</a> here.',
    },
    { url: undefined, text: 'Click here.' },
  ),
  'no title': once(
    { link: post('untitled'), html: 'Proxmox VE has nothing to call this.' },
    { title: 'Proxmox VE has nothing to call this.' },
  ),
  'a title of 5,000 characters': once(
    { title: longTitle, link: post('long') },
    { title: `${longTitle.slice(0, 40)}` },
  ),
  'script in a title and a text': once(
    {
      title:
        'Proxmox VE &lt;script&gt;alert(3)&lt;/script&gt;&lt;img src=x onerror=alert(4)&gt;quotes "&gt;&lt;b onclick=alert(5)&gt;itself',
      link: post('script'),
      html: 'Proxmox VE <script>alert(6)</script><img src="x" onerror="alert(7)"><iframe src="//evil.example"></iframe><svg onload="alert(8)"></svg><a href="data:text/html,x" onclick="alert(9)">is safe</a>.',
    },
    { title: 'Proxmox VE quotes ">itself', text: 'is safe' },
  ),
  'tracking parameters': {
    rounds: [
      [
        rssItem({
          title: 'Proxmox VE follows nobody',
          link: `${post('track')}?utm_source=rss&amp;id=4`,
        }),
      ],
      [
        rssItem({
          title: 'Proxmox VE follows nobody',
          link: `${post('track')}?id=4&amp;utm_campaign=june&amp;fbclid=x`,
        }),
      ],
    ],
    stored: [
      { title: 'Proxmox VE follows nobody', url: `${post('track')}?id=4`, publishedAt: usualAt },
    ],
  },
};

/** A feed of these items and of an old one, so that they are not what the source began with. */
export function awkwardFeed(items: readonly string[], format: 'rss' | 'atom' = 'rss'): string {
  if (format === 'atom')
    return `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Releases</title><id>x</id>${items.join('')}<entry><id>old</id><updated>2023-01-01T00:00:00Z</updated><link href="https://github.com/proxmox/pve/releases/tag/v1.0.0"/><title>Old</title></entry></feed>`;
  const old = rssItem({
    title: 'Old',
    link: post('old'),
    id: 'old',
    date: 'Sun, 01 Jan 2023 00:00:00 GMT',
  });
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>Awkward</title>${items.join('')}${old}</channel></rss>`;
}
