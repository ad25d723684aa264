import { describe, expect, test } from 'vitest';
import { composeEdition } from '../../../src/digest/compose-edition.ts';
import type { Edit } from '../../../src/model/edit.ts';
import type { Edition, SupportEnd } from '../../../src/model/edition.ts';
import type { EditionInput } from '../../../src/model/edition-input.ts';
import type { ReleaseCycle } from '../../../src/model/known-facts.ts';
import { input, post } from '../build.ts';

const release = (version: string, day: string) =>
  post(
    `r${version}`,
    day,
    'press',
    `Proxmox VE ${version} released`,
    `Proxmox VE ${version} is here.`,
  );
const earlierWith = (given: Partial<EditionInput>, ...entries: ReturnType<typeof post>[]) =>
  composeEdition(
    input(entries, {
      issuedAt: Temporal.Instant.from('2024-04-01T04:00:00Z'),
      period: {
        from: Temporal.Instant.from('2024-02-01T04:00:00Z'),
        until: Temporal.Instant.from('2024-04-01T04:00:00Z'),
      },
      ...given,
    }),
  );
const earlier = (...entries: ReturnType<typeof post>[]) => earlierWith({}, ...entries);
const merge = (entryId: string, other: string): Edit => ({
  id: 'e1',
  madeAt: Temporal.Instant.from('2024-03-30T00:00:00Z'),
  kind: 'merge',
  entryId,
  with: other,
});
const proxmox = (entries: ReturnType<typeof post>[], given: Partial<EditionInput> = {}) =>
  composeEdition(input(entries, given)).sections[1]?.changes;
const cycle = (given: Partial<ReleaseCycle>): Pick<EditionInput, 'facts'> => ({
  facts: {
    flaws: [],
    cycles: [
      {
        source: 'endoflife.date',
        url: 'https://endoflife.example',
        fetchedAt: Temporal.Instant.from('2024-06-01T00:00:00Z'),
        facts: [{ hypervisor: 'proxmox', product: 'Proxmox VE', cycle: '8', ...given }],
      },
    ],
  },
});

describe('versions that moved since the last edition', () => {
  test('are named from and to, with the story', () => {
    const last = earlier(release('8.1', '2024-02-10'));
    const edition = composeEdition(input([release('8.2', '2024-04-24')], { earlier: [last] }));
    expect(edition.sections[1]?.changes).toMatchObject({
      since: 'Early Spring 2024',
      versions: [
        {
          product: 'Proxmox VE',
          from: '8.1',
          to: '8.2',
          storyId: edition.stories[0]?.id,
          source: 'press',
        },
      ],
    });
  });

  test('are none in the first edition, nor where an older line gets a fix', () => {
    expect(proxmox([release('8.2', '2024-04-24')])).toBeUndefined();
    const last = earlier(release('8.2', '2024-02-10'));
    expect(proxmox([release('7.4', '2024-04-24')], { earlier: [last] })).toBeUndefined();
  });

  test('are told alone where the last one was numbered otherwise', () => {
    const last = earlier(release('24H2', '2024-02-10'));
    const found = (version: string) =>
      proxmox([release(version, '2024-04-24')], { earlier: [last] })?.versions[0];
    expect(found('25H1')).toMatchObject({ from: '24H2', to: '25H1' });
    expect(found('2510')).toMatchObject({ to: '2510' });
    expect(found('2510')?.from).toBeUndefined();
    expect(found('12.2511')?.from).toBeUndefined();
  });

  test('are no previews', () => {
    const last = earlier(release('8.1', '2024-02-10'));
    const beta = post('b', '2024-04-24', 'press', 'Proxmox VE 9.0 beta available', 'A beta.');
    expect(proxmox([beta], { earlier: [last] })?.versions ?? []).toEqual([]);
  });

  test('come from open data where no story tells them', () => {
    const last = earlier(release('8.1', '2024-02-10'));
    const facts = cycle({ latest: '8.2.2', latestOn: '2024-05-02' });
    expect(proxmox([], { earlier: [last], ...facts })?.versions).toEqual([
      { product: 'Proxmox VE', from: '8.1', to: '8.2.2', source: 'endoflife.date' },
    ]);
    const told = [release('8.2.2', '2024-05-02')];
    expect(proxmox(told, { earlier: [last], ...facts })?.versions).toHaveLength(1);
    const old = cycle({ latest: '8.1.4', latestOn: '2024-03-02' });
    expect(proxmox([], { earlier: [last], ...old })).toBeUndefined();
  });
});

describe('a version is told as moved', () => {
  const told = (entries: ReturnType<typeof post>[], given: Partial<EditionInput> = {}) =>
    (proxmox(entries, given)?.versions ?? []).map(
      ({ product, line, from = '', to, source }) =>
        `${product}${line ? ` ${line}` : ''}: ${from} > ${to} (${source})`,
    );
  const lastTold = (...titles: string[]) => ({
    earlier: [
      earlier(...titles.map((title, at) => post(`t${at}`, '2024-02-10', 'desk', title, title))),
    ],
  });
  const now = (...titles: string[]) =>
    titles.map((title, at) => post(`n${at}`, '2024-05-06', `desk-${at}`, title, title));

  test('under the report that announces it, and by its own hypervisor only', () => {
    const entries = now(
      'Proxmox VE 8.2 released',
      'Veeam Backup & Replication 13 released with support for Proxmox VE 8.2 and vSphere 9',
      'vSphere 9 released, and what it means to Proxmox',
    );
    expect(told(entries, lastTold('Proxmox VE 8.1 released'))).toEqual([
      'Proxmox VE: 8.1 > 8.2 (desk-0)',
    ]);
    const second = now('A tour of Proxmox VE 8.2, with pictures', 'Proxmox VE 8.2 released');
    expect(told(second, lastTold('Proxmox VE 8.1 released'))).toEqual([
      'Proxmox VE: 8.1 > 8.2 (desk-1)',
    ]);
  });

  test('once its final follows a beta, even one told beside another product', () => {
    const edition = composeEdition(
      input(
        now('Proxmox Backup Server 3.2 and Proxmox VE 9.0 BETA released'),
        lastTold('Proxmox VE 8.4 released'),
      ),
    );
    const later = composeEdition(
      input([post('f', '2024-07-06', 'desk', 'Proxmox VE 9.0 released', 'Final.')], {
        earlier: [edition, ...lastTold('Proxmox VE 8.4 released').earlier],
      }),
    );
    expect(later.sections[1]?.changes?.versions).toMatchObject([
      { product: 'Proxmox VE', from: '9.0 BETA', to: '9.0' },
    ]);
  });

  test('when it becomes long-term support, also where open data knows it long since', () => {
    const facts = cycle({ cycle: '8.1', latest: '8.1', latestOn: '2023-01-02' });
    const given = { ...lastTold('Proxmox VE 8.1 released'), ...facts };
    expect(told(now('Proxmox VE 8.1 is now LTS'), given)).toEqual([
      'Proxmox VE: 8.1 > 8.1 LTS (desk-0)',
    ]);
  });

  test('not where an edition told it, or open data dates it long before', () => {
    expect(told(now('Proxmox VE 8.1 arrives'), lastTold('Proxmox VE 8.1 released'))).toEqual([]);
    const facts = cycle({ latest: '8.1', latestOn: '2023-11-23' });
    expect(told(now('Proxmox VE 8.1 arrives'), { ...lastTold('Proxmox'), ...facts })).toEqual([]);
  });

  test('as a patch of its line where a higher version is out', () => {
    const given = lastTold('Proxmox VE 8.4 released', 'Proxmox VE 9.0 released');
    expect(told(now('Proxmox VE 8.4.12 released'), given)).toEqual([
      'Proxmox VE 8.4: 8.4 > 8.4.12 (desk-0)',
    ]);
    expect(told(now('Proxmox VE 8.3.0 released'), given)).toEqual([]);
    const facts = cycle({ cycle: '7', latest: '7.4.3', latestOn: '2024-05-02' });
    expect(told([], { ...given, ...facts })).toEqual(['Proxmox VE 7.4:  > 7.4.3 (endoflife.date)']);
  });

  test('by the year where open data counts builds', () => {
    const facts = cycle({ cycle: '2025', latest: '10.0.26100', latestOn: '2024-05-02' });
    expect(told([], { ...lastTold('Proxmox'), ...facts })).toEqual([
      'Proxmox VE:  > 2025 (endoflife.date)',
    ]);
  });
});

describe('what open data names late', () => {
  const moved = (given: Partial<EditionInput>) =>
    (proxmox([], given)?.versions ?? []).map(({ from = '', to }) => `${from} > ${to}`);
  /** An earlier edition that had the list as it was then. */
  const asked = (latest: string, latestOn: string, fetchedAt = '2024-04-01T03:00:00Z') =>
    earlierWith(listOf({ latest, latestOn }, fetchedAt), release('8.1', '2024-02-10'));
  const listOf = (given: Partial<ReleaseCycle>, fetchedAt: string) => {
    const { facts } = cycle(given);
    const cycles = (facts?.cycles ?? []).map((list) => ({
      ...list,
      fetchedAt: Temporal.Instant.from(fetchedAt),
    }));
    return { facts: { flaws: [], cycles } };
  };

  test('is told when the list was behind, or was not read for months', () => {
    const late = cycle({ latest: '8.2', latestOn: '2024-03-22' });
    expect(moved({ earlier: [asked('8.1', '2023-11-23')], ...late })).toEqual(['8.1 > 8.2']);
    const unread = asked('8.1', '2023-11-23', '2024-02-03T03:00:00Z');
    expect(
      moved({ earlier: [unread], ...cycle({ latest: '8.2', latestOn: '2024-02-20' }) }),
    ).toEqual(['8.1 > 8.2']);
  });

  test('is told when it came out later on the day of issuing', () => {
    const same = cycle({ latest: '8.2', latestOn: '2024-04-01' });
    expect(moved({ earlier: [asked('8.1', '2023-11-23')], ...same })).toEqual(['8.1 > 8.2']);
  });

  test('is told once', () => {
    const late = cycle({ latest: '8.2', latestOn: '2024-03-22' });
    const first = asked('8.1', '2023-11-23');
    const issuedAt = Temporal.Instant.from('2024-05-01T04:00:00Z');
    const second = composeEdition(input([], { issuedAt, earlier: [first], ...late }));
    expect(second.sections[1]?.changes?.versions, 'told').toHaveLength(1);
    expect(moved({ earlier: [second, first], ...late })).toEqual([]);
  });

  test('is no news where the list named it before, where it is old, or where the list is new', () => {
    const known = cycle({ latest: '8.2', latestOn: '2024-03-22' });
    expect(moved({ earlier: [asked('8.2', '2024-03-22')], ...known })).toEqual([]);
    const old = cycle({ latest: '8.2', latestOn: '2023-12-02' });
    expect(moved({ earlier: [asked('8.1', '2023-11-23')], ...old })).toEqual([]);
    expect(moved({ earlier: [earlier(release('8.1', '2024-02-10'))], ...known })).toEqual([]);
  });

  test('is no news under another name of the list or the product', () => {
    const [list] = cycle({ latest: '8.2', latestOn: '2024-03-22' }).facts?.cycles ?? [];
    if (!list) throw new Error('no list');
    const facts = list.facts.map((each) => ({ ...each, product: 'Proxmox Virtual Environment' }));
    const renamed = { flaws: [], cycles: [{ ...list, source: 'Ends of life', facts }] };
    expect(moved({ earlier: [asked('8.2', '2024-03-22')], facts: renamed })).toEqual([]);
  });
});

describe('what is only announced', () => {
  const TITLE = 'Proxmox VE 9';
  const plan = (text: string) => post('plan', '2024-02-10', 'vendor', TITLE, text);
  const TO_COME = 'The vendor presents the next major version of its platform at a fair.';
  const moved = (entries: ReturnType<typeof post>[], given: Partial<EditionInput>) =>
    (proxmox(entries, given)?.versions ?? []).map(({ from = '', to }) => `${from} > ${to}`);
  const first = earlier(release('8.1', '2024-01-10'));

  test('has not moved, and does not hide the release', () => {
    const coming = 'It will be generally available in the autumn, the vendor says.';
    expect(moved([plan(TO_COME)], { earlier: [first] })).toEqual([]);
    expect(moved([plan(coming)], { earlier: [first] })).toEqual([]);
    const told = [earlier(plan(TO_COME)), first];
    const out = post('out', '2024-05-20', 'vendor', 'Proxmox VE 9.0 released', 'Download it.');
    expect(moved([out], { earlier: told })).toEqual(['8.1 > 9.0']);
  });

  test('is a release where its title or its text says that it is there', () => {
    const there = `${TO_COME} It is now available for download.`;
    expect(moved([plan(there)], { earlier: [first] })).toEqual(['8.1 > 9']);
    const titled = { ...plan(TO_COME), title: 'Proxmox VE 9 released' };
    expect(moved([titled], { earlier: [first] })).toEqual(['8.1 > 9']);
  });

  test('moves when open data says that it is there, months after', () => {
    const told = [earlier(plan('A platform for all, with many new things in it.')), first];
    const given = {
      ...cycle({ cycle: '9', latest: '9.0', latestOn: '2024-05-20' }),
      earlier: told,
    };
    expect(moved([], given)).toEqual(['8.1 > 9.0']);
    const soon = [earlier(release('9.0', '2024-05-16')), first];
    expect(moved([], { ...given, earlier: soon }), 'the release, some days before').toEqual([]);
  });
});

describe('a patch of an older line', () => {
  const patch = (version: string, day: string) => ({
    ...release(version, day),
    sourceId: `site-${version}`,
  });
  const moved = (...entries: ReturnType<typeof post>[]) =>
    (proxmox(entries, { earlier: [earlier(release('8.1', '2024-02-10'))] })?.versions ?? []).map(
      ({ line = 'current', to }) => `${line}: ${to}`,
    );

  test('came out when a newer line was there, and stands behind it', () => {
    expect(moved(patch('8.1.4', '2024-05-28'), patch('8.2', '2024-05-06'))).toEqual([
      'current: 8.2',
      '8.1: 8.1.4',
    ]);
  });

  test('is none when the newer line came after it', () => {
    expect(moved(patch('8.1.4', '2024-04-20'), patch('8.2', '2024-05-06'))).toEqual([
      'current: 8.2',
    ]);
    expect(moved(patch('8.1.4', '2024-04-20'))).toEqual(['current: 8.1.4']);
  });
});

describe('support', () => {
  test.each([
    ['2024-04-30', true],
    ['2024-07-31', false],
  ])('that ends on %s is named', (supportEndsOn, isPast) => {
    expect(proxmox([], cycle({ supportEndsOn }))?.support).toEqual([
      {
        product: 'Proxmox VE',
        version: '8',
        on: supportEndsOn,
        isPast,
        source: 'endoflife.date',
        url: 'https://endoflife.example',
      },
    ]);
  });

  test.each(['2024-03-31', '2024-09-04'])('that ends on %s is not', (supportEndsOn) => {
    expect(proxmox([], cycle({ supportEndsOn }))).toBeUndefined();
  });
});

describe('the end of support is told anew', () => {
  const ENDS = cycle({ supportEndsOn: '2024-07-20' });
  const at = (day: string, before: Edition[], given: Partial<EditionInput> = ENDS) =>
    composeEdition(
      input([], {
        issuedAt: Temporal.Instant.from(`${day}T16:00:00Z`),
        period: {
          from: Temporal.Instant.from(`${day}T16:00:00Z`).subtract({ hours: 31 * 24 }),
          until: Temporal.Instant.from(`${day}T16:00:00Z`),
        },
        earlier: before,
        ...given,
      }),
    );
  const told = (edition: Edition) => {
    const { changes, supportAhead = [] } = edition.sections[1] ?? {};
    const days = (ends: readonly SupportEnd[] = []) =>
      ends.map(({ on, isPast }) => (isPast ? `ended ${on}` : `ends ${on}`));
    return {
      news: days(changes?.support),
      before: days(supportAhead),
      isBox: changes !== undefined,
    };
  };

  test('when it comes near, very near, and is over; in between it is a reminder', () => {
    const may = at('2024-05-01', []);
    const june = at('2024-06-01', [may]);
    const july = at('2024-07-01', [june, may]);
    const august = at('2024-08-01', [july, june, may]);
    const later = at('2024-08-15', [august, july, june, may]);
    const near = { news: ['ends 2024-07-20'], before: [], isBox: true };
    expect(told(may)).toEqual(near);
    expect(told(june)).toEqual({ news: [], before: ['ends 2024-07-20'], isBox: false });
    expect(told(july)).toEqual(near);
    expect(told(august)).toEqual({ news: ['ended 2024-07-20'], before: [], isBox: true });
    expect(told(later)).toEqual({ news: [], before: [], isBox: false });
  });

  test('when it is put off, or when it comes near at once', () => {
    const may = at('2024-05-01', []);
    const putOff = at('2024-06-01', [may], cycle({ supportEndsOn: '2024-08-20' }));
    expect(told(putOff).news).toEqual(['ends 2024-08-20']);
    expect(told(at('2024-07-01', [])).news).toEqual(['ends 2024-07-20']);
  });
});

describe('support whose end an earlier edition told', () => {
  const end = (site: string, version: string, on: string) =>
    post(
      `${site} ${version} ${on}`,
      '2024-03-10',
      site,
      `Proxmox VE ${version}: end of life on ${on}`,
      `Proxmox VE ${version} reaches its end of life on ${on}.`,
    );
  const supportAfter = (
    told: readonly ReturnType<typeof post>[],
    given: Partial<EditionInput> = {},
    entries: ReturnType<typeof post>[] = [],
  ) =>
    (proxmox(entries, { earlier: [earlier(...told)], ...given })?.support ?? []).map(
      ({ version, on, isPast, source }) =>
        `${version} ${isPast ? 'ended' : 'ends'} ${on} (${source})`,
    );

  test('is warned of until then, also where that was too far off to be warned of', () => {
    expect(supportAfter([end('desk', '7.4', 'August 31, 2024')])).toEqual([
      '7.4 ends 2024-08-31 (desk)',
    ]);
  });

  test('is told as ended once', () => {
    const told = end('desk', '7.4', 'May 31, 2024');
    expect(supportAfter([told])).toEqual(['7.4 ended 2024-05-31 (desk)']);
    const next = {
      issuedAt: Temporal.Instant.from('2024-07-05T16:00:00Z'),
      period: {
        from: Temporal.Instant.from('2024-06-05T16:00:00Z'),
        until: Temporal.Instant.from('2024-07-05T16:00:00Z'),
      },
    };
    expect(supportAfter([told], next)).toEqual([]);
  });

  test('is told on every date that sources give, and on the last that one gives', () => {
    const told = [end('desk', '7.4', 'July 31, 2024'), end('paper', '7.4', 'August 31, 2024')];
    expect(supportAfter(told, cycle({ cycle: '7.4', supportEndsOn: '2024-06-30' }))).toEqual([
      '7.4 ends 2024-06-30 (endoflife.date)',
      '7.4 ends 2024-07-31 (desk)',
      '7.4 ends 2024-08-31 (paper)',
    ]);
    const put = [{ ...end('desk', '7.4', 'June 30, 2024'), id: 'later' }];
    expect(supportAfter(told, {}, put)).toEqual([
      '7.4 ends 2024-06-30 (desk)',
      '7.4 ends 2024-08-31 (paper)',
    ]);
  });

  test('is no matter of another hypervisor', () => {
    const title = 'From vSphere 7.0 to Proxmox VE 8 in time';
    const both = post(
      'm',
      '2024-03-10',
      'desk',
      title,
      'vSphere 7.0 reaches its end of support on July 2, 2024.',
    );
    const last = earlier(both);
    expect(last.stories[0]?.facts.supportEnds, 'read').toHaveLength(1);
    const { sections } = composeEdition(input([], { earlier: [last] }));
    expect(
      sections
        .filter(({ changes }) => changes?.support.length)
        .map(({ hypervisorId }) => hypervisorId),
    ).toEqual(['vmware']);
  });
});

describe('a story that goes on with one of an earlier edition', () => {
  const flaw = (id: string, day: string, title: string) =>
    post(id, day, id, title, `${title}: CVE-2024-37085 in VMware ESXi.`);

  test('is linked to it, through a flaw', () => {
    const last = earlier(flaw('a', '2024-02-20', 'VMware ESXi flaw is fixed'));
    const edition = composeEdition(
      input([flaw('b', '2024-05-20', 'VMware ESXi hole is used in attacks')], { earlier: [last] }),
    );
    expect(edition.stories[0]?.continues).toEqual({
      editionId: 'early-spring-2024',
      editionName: 'Early Spring 2024',
      storyId: last.stories[0]?.id,
      headline: 'VMware ESXi flaw is fixed',
      because: 'Both name CVE-2024-37085',
    });
    const section = edition.sections.find(({ hypervisorId }) => hypervisorId === 'vmware');
    expect(section?.changes?.continuedIds).toEqual([edition.stories[0]?.id]);
  });

  test('is linked to the preview of the version that it releases', () => {
    const beta = post(
      'a',
      '2024-02-20',
      'vates',
      'XCP-ng 8.3 beta is available',
      'A beta of XCP-ng.',
    );
    const final = post(
      'b',
      '2024-05-20',
      'vates',
      'XCP-ng 8.3 is generally available',
      'XCP-ng it is.',
    );
    const edition = composeEdition(input([final], { earlier: [earlier(beta)] }));
    expect(edition.stories[0]?.continues?.because).toBe('Both announce XCP-ng 8.3');
  });

  test('is linked to a beta that an earlier story tells beside another product', () => {
    const entries = [
      post('a', '2024-02-20', 'vates', 'Xen Orchestra 6.1 is released', 'Backups.'),
      post('b', '2024-02-21', 'vates', 'XCP-ng 8.3 beta is released', 'A beta.'),
    ];
    const last = earlierWith({ edits: [merge('a', 'b')] }, ...entries);
    expect(last.stories[0]?.reports[0]?.title).toBe('Xen Orchestra 6.1 is released');
    const edition = composeEdition(
      input([post('c', '2024-05-20', 'vates', 'XCP-ng 8.3 released', 'Final.')], {
        earlier: [last],
      }),
    );
    expect(edition.stories[0]?.continues).toMatchObject({
      storyId: last.stories[0]?.id,
      because: 'Both announce XCP-ng 8.3',
    });
  });

  test('is linked to the newest edition that announces its version', () => {
    const [first, second] = [1, 2].map((at) => {
      const told = post(`t${at}`, '2024-02-20', 'vates', 'XCP-ng 8.3 beta is available', 'A beta.');
      return { ...earlier(told), id: `edition-${at}` };
    });
    const final = post('f', '2024-05-20', 'vates', 'XCP-ng 8.3 is generally available', 'Final.');
    for (const told of [first, second])
      expect(told?.stories[0]?.topics, 'a release').toContain('release');
    const continuedIn = (...given: (typeof first)[]) =>
      composeEdition(input([final], { earlier: given.flatMap((each) => each ?? []) })).stories[0]
        ?.continues?.editionId;
    expect(continuedIn(first, second)).toBe('edition-1');
    expect(continuedIn(second, first)).toBe('edition-2');
  });

  test.each([
    ['XCP-ng 8.3 is now LTS', 'XCP-ng 8.3 reaches general availability for LINSTOR'],
    ['A storage driver for XCP-ng 8.3 is released', 'XCP-ng 8.3 is now LTS'],
  ])('is not linked through a version that one of them only names: %s, %s', (title, before) => {
    const last = earlier(post('a', '2024-02-20', 'vates', before, `${before}.`));
    expect(last.sections[0]?.storyIds).toHaveLength(1);
    const now = post('b', '2024-04-20', 'vates', title, `${title}.`);
    const edition = composeEdition(input([now], { earlier: [last] }));
    expect(edition.stories[0]?.continues).toBeUndefined();
  });

  /** So many editions between, that tell of other things. */
  const between = (count: number) =>
    Array.from({ length: count }, (_, at) => ({
      ...earlier(post(`o${at}`, '2024-03-20', 'o', `Nutanix AHV ${at + 1}.0 released`, 'Out.')),
      id: `between-${at}`,
    }));
  const continuesIn = (now: ReturnType<typeof post>[], before: Edition[], edits: Edit[] = []) =>
    composeEdition(input(now, { earlier: before, edits })).stories[0]?.continues;

  test('is linked through its flaws however long ago they were told, or how briefly', () => {
    const last = earlier(flaw('a', '2024-02-20', 'VMware ESXi flaw is fixed'));
    const now = flaw('b', '2024-05-20', 'VMware ESXi hole is used in attacks');
    expect(continuesIn([now], [...between(9), last])?.storyId).toBe(last.stories[0]?.id);
    const sections = last.sections.map((section) => ({
      ...section,
      storyIds: [],
      briefIds: section.storyIds,
    }));
    expect(continuesIn([now], [{ ...last, sections }])?.because).toBe('Both name CVE-2024-37085');
    const notice = (id: string, day: string, title: string) =>
      post(id, day, id, title, 'A critical flaw in VMware ESXi, with a CVSS score of 9.8.');
    const first = earlier(notice('n', '2024-02-20', 'VMSA-2024-0011: VMware ESXi flaws'));
    const second = notice('m', '2024-05-20', 'VMSA-2024-0011 for VMware ESXi is out again');
    expect(continuesIn([second], [...between(9), first])?.because).toBe(
      'Same advisory VMSA-2024-0011',
    );
  });

  test('is not linked through one flaw of many, nor through another advisory', () => {
    const ids = Array.from({ length: 12 }, (_, at) => `CVE-2024-${37080 + at}`).join(', ');
    const many = post('a', '2024-02-20', 'a', 'VMware ESXi: a dozen flaws', `VMware ESXi: ${ids}.`);
    const now = flaw('b', '2024-05-20', 'VMware ESXi hole is used in attacks');
    expect(earlier(many).stories[0]?.facts.cves).toHaveLength(12);
    expect(continuesIn([now], [...between(9), earlier(many)])).toBeUndefined();
    const notice = (id: string, title: string) => post(id, '2024-05-20', id, title, 'Update.');
    const first = earlier(notice('n', 'VMSA-2024-0011: VMware ESXi flaws'));
    expect(continuesIn([notice('m', 'VMSA-2024-0012: NSX')], [...between(9), first])).toBe(
      undefined,
    );
  });

  test('is linked to a dispute of long ago, by a party that it names itself', () => {
    const sued = post('s', '2024-02-20', 's', 'Acme Rail sues VMware over support', 'In court.');
    const first = earlier(sued);
    const ruling = post(
      'r',
      '2024-05-20',
      'r',
      'Acme Rail wins VMware lawsuit over support',
      'In court.',
    );
    expect(continuesIn([ruling], [...between(9), first])?.because).toMatch(
      /^Both on the dispute with (?:Acme|Rail)$/,
    );
    const other = post('x', '2024-05-20', 'x', 'Globex sues VMware over licences', 'In court.');
    expect(continuesIn([other], [...between(9), first])).toBeUndefined();
  });

  test('is not linked through what a report beside its own is about', () => {
    const sued = post('s', '2024-02-20', 's', 'Acme Rail sues VMware over support', 'In court.');
    const lead = post('l', '2024-05-20', 'l', 'Reseller Initech ends its sales of VMware', 'Over.');
    const aside = post('z', '2024-05-21', 'z', 'VMware: Acme Rail lawsuit, sales end', 'In court.');
    const now = [lead, aside];
    const edits = [merge('l', 'z')];
    expect(continuesIn([aside], [earlier(sued)]), 'alone it is').toBeDefined();
    const edition = composeEdition(input(now, { earlier: [earlier(sued)], edits }));
    expect(edition.stories[0]?.reports.map(({ entryId }) => entryId)).toEqual(['l', 'z']);
    expect(edition.stories[0]?.continues).toBeUndefined();
  });

  test('is not linked to another one of the same hypervisor', () => {
    const edition = composeEdition(
      input([release('8.2', '2024-04-24')], { earlier: [earlier(release('8.1', '2024-02-10'))] }),
    );
    expect(edition.stories[0]?.continues).toBeUndefined();
  });
});

describe('a flaw told in an earlier edition that open data has listed as exploited since', () => {
  const CVE = 'CVE-2024-1111';
  const flaw = post(
    'flaw',
    '2024-03-20',
    'press',
    `Proxmox VE flaw ${CVE}`,
    `${CVE} is fixed in Proxmox VE 8.1.4.`,
  );
  const listed = (addedOn?: string): Partial<EditionInput> => ({
    facts: {
      flaws: [
        {
          source: 'CISA KEV',
          url: 'https://kev.example',
          facts: [{ cve: CVE, isExploited: true, ...(addedOn !== undefined && { addedOn }) }],
        },
      ],
      cycles: [],
    },
  });
  const told = earlier(flaw);
  const next = (given: Partial<EditionInput>, ...entries: ReturnType<typeof post>[]) =>
    composeEdition(
      input([release('8.2', '2024-04-24'), ...entries], { earlier: [told], ...given }),
    );
  const exploited = (edition: ReturnType<typeof next>) => edition.sections[1]?.changes?.exploited;

  test('is told with its fix, and links to the story', () => {
    expect(exploited(next(listed('2024-05-02')))).toEqual([
      {
        cves: [CVE],
        since: '2024-05-02',
        source: 'CISA KEV',
        url: 'https://kev.example',
        fixed: ['Proxmox VE 8.1.4'],
        earlier: {
          editionId: told.id,
          editionName: told.name,
          storyId: told.stories[0]?.id,
          headline: `Proxmox VE flaw ${CVE}`,
        },
      },
    ]);
    expect(exploited(next(listed()))).toHaveLength(1);
  });

  test('is told where nothing else is new about the hypervisor', () => {
    const edition = composeEdition(
      input([post('x', '2024-04-20', 'vates', 'XCP-ng 8.3 released', 'It is here.')], {
        earlier: [told],
        ...listed('2024-05-02'),
      }),
    );
    expect(edition.sections[1]?.quiet).toBeDefined();
    expect(exploited(edition)).toHaveLength(1);
  });

  test('is told once', () => {
    const again = next({ ...listed('2024-05-02') });
    expect(exploited(next({ ...listed('2024-05-02'), earlier: [again, told] }))).toBeUndefined();
  });

  test('is not told where a story of the edition tells it, or where it was listed before', () => {
    const attacks = post('y', '2024-05-03', 'paper', `Proxmox VE flaw ${CVE} in attacks`, 'Today.');
    expect(exploited(next(listed('2024-05-02'), attacks))).toBeUndefined();
    expect(exploited(next(listed('2023-05-02')))).toBeUndefined();
    expect(exploited(next({}))).toBeUndefined();
  });

  test('is told where the list was read before it took the flaw up, and not where long before', () => {
    const readAt = (instant: string) =>
      earlierWith(
        {
          facts: {
            flaws: (listed().facts?.flaws ?? []).map((list) => ({
              ...list,
              facts: [],
              fetchedAt: Temporal.Instant.from(instant),
            })),
            cycles: [],
          },
        },
        flaw,
      );
    const given = (instant: string) => ({ ...listed('2024-03-30'), earlier: [readAt(instant)] });
    expect(exploited(next(given('2024-03-29T12:00:00Z')))).toHaveLength(1);
    expect(exploited(next(given('2024-03-31T03:00:00Z'))), 'a day on').toHaveLength(1);
    expect(exploited(next({ ...given('2024-04-01T04:00:00Z'), ...listed('2024-02-01') }))).toBe(
      undefined,
    );
  });

  test('is not told where the earlier edition knew', () => {
    const knew = earlierWith(listed('2024-03-21'), flaw);
    expect(exploited(next({ ...listed('2024-05-02'), earlier: [knew] }))).toBeUndefined();
  });
});
