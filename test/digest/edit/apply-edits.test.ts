import { describe, expect, test } from 'vitest';
import { composeEdition } from '../../../src/digest/compose-edition.ts';
import type { Edit, EditOfEntry } from '../../../src/model/edit.ts';
import type { Edition } from '../../../src/model/edition.ts';
import { input, post, source } from '../build.ts';

const RELEASE = post(
  'pve',
  '2024-04-24',
  'press',
  'Proxmox VE 8.2 released',
  'Proxmox VE has a wizard.',
);
const SECOND = post(
  'sth',
  '2024-04-25',
  'other',
  'Proxmox VE 8.2 arrives',
  'Proxmox VE is faster.',
);
const TIP = post('tip', '2024-05-02', 'blog', 'Proxmox VE on a laptop', 'Proxmox VE fits.');
const TRIP = post('trip', '2024-05-20', 'paper', 'A trip to the seaside', 'Sand and sun.');
const ENTRIES = [RELEASE, SECOND, TIP, TRIP];

type Given = EditOfEntry extends infer Each
  ? Each extends EditOfEntry
    ? Omit<Each, 'id' | 'madeAt'>
    : never
  : never;
const edits = (...given: Given[]): Edit[] =>
  given.map((edit, at) => ({
    ...edit,
    id: `e${at}`,
    madeAt: Temporal.Instant.from(`2024-06-0${at + 1}T00:00:00Z`),
  }));
const compose = (...given: Given[]) => composeEdition(input(ENTRIES, { edits: edits(...given) }));
const storyOf = (edition: Edition, entryId: string) =>
  edition.stories.find(({ reports }) => reports.some((report) => report.entryId === entryId));

describe('the editor’s hand', () => {
  test('changes nothing where it is not laid on', () => {
    expect(composeEdition(input(ENTRIES, { edits: [] }))).toEqual(composeEdition(input(ENTRIES)));
    expect(storyOf(compose(), 'sth')?.reports).toHaveLength(2);
  });

  test('pins a story to the top, whatever its points', () => {
    const edition = compose({ kind: 'pin', entryId: 'tip' });
    const id = storyOf(edition, 'tip')?.id;
    expect(edition.sections[1]?.storyIds[0]).toBe(id);
    expect(edition.leads[0]).toBe(id);
    expect(storyOf(edition, 'tip')?.edited).toEqual(['Pinned by the editor']);
  });

  test('pins one story before the other, the one pinned last first of all', () => {
    const other = post('old', '2024-05-03', 'shed', 'XCP-ng in a shed', 'XCP-ng fits.');
    const pin = (entryId: string) => ({ kind: 'pin', entryId }) as const;
    const ranked = (...given: Given[]) => {
      const edition = composeEdition(input([...ENTRIES, other], { edits: edits(...given) }));
      const first = edition.stories.map(({ reports }) => reports[0]?.entryId);
      expect(edition.leads[0]).toBe(edition.stories[0]?.id);
      expect(edition.editConflicts).toBeUndefined();
      return first;
    };
    expect(ranked(pin('tip'), pin('old'))).toEqual(['old', 'tip', 'pve']);
    expect(ranked(pin('old'), pin('tip'))).toEqual(['tip', 'old', 'pve']);
    expect(ranked(pin('tip'), pin('old'), pin('tip'))).toEqual(['tip', 'old', 'pve']);
    expect(ranked(pin('pve'), pin('old'), pin('sth'))).toEqual(['pve', 'old', 'tip']);
  });

  test('drops a story with all its reports', () => {
    const edition = compose({ kind: 'drop', entryId: 'sth' });
    expect(storyOf(edition, 'pve')).toBeUndefined();
  });

  test('gives a headline and a note', () => {
    const story = storyOf(
      compose(
        { kind: 'retitle', entryId: 'sth', headline: 'The wizard is here' },
        { kind: 'note', entryId: 'pve', text: 'We *tried* it.' },
      ),
      'pve',
    );
    expect(story).toMatchObject({ headline: 'The wizard is here', note: 'We *tried* it.' });
  });

  test('labels a story, also one that was off topic, or none', () => {
    const edition = compose(
      { kind: 'label', entryId: 'trip', hypervisors: ['vmware'] },
      { kind: 'label', entryId: 'pve', hypervisors: [] },
    );
    expect(storyOf(edition, 'trip')?.hypervisors).toEqual(['vmware']);
    expect(storyOf(edition, 'trip')?.why.labels[0]?.text).toBe('labelled by the editor');
    expect(storyOf(edition, 'pve')).toBeUndefined();
  });

  test.each([
    ['another hypervisor beside its own', 'vendor', ['proxmox', 'nutanix']],
    ['another hypervisor in place of its own', 'vendor', ['nutanix']],
    ['one of them, of the report that does not tell it', 'press', ['vmware', 'proxmox']],
  ])('labels with %s leave headline, quotation and reports', (_, entryId, hypervisors) => {
    const entries = [
      post('vendor', '2024-05-14', 'maker', 'Proxmox VE 8.2 released', 'Proxmox VE has a wizard.'),
      post('press', '2024-05-15', 'press', 'Proxmox VE 8.2 with a wizard', 'Proxmox VE moves on.'),
      post('flaw', '2024-05-16', 'list', 'CVE-2024-4444', 'A flaw.'),
      post('fix', '2024-05-17', 'desk', 'Proxmox fixes CVE-2024-4444', 'Proxmox VE is safe.'),
    ];
    const sources = ['maker', 'press', 'list', 'desk'].map((id) =>
      source(id, { isVendor: id === 'maker', ...(id === 'maker' && { hypervisor: 'proxmox' }) }),
    );
    const told = (...given: Given[]) =>
      composeEdition(input(entries, { sources, edits: edits(...given) }));
    const found = told();
    expect(storyOf(found, 'vendor')?.reports).toHaveLength(2);
    const edition = told(
      { kind: 'label', entryId, hypervisors },
      { kind: 'label', entryId: 'flaw', hypervisors },
    );
    for (const id of ['vendor', 'fix']) {
      const { headline, summary, url, reports } = storyOf(found, id) ?? {};
      expect(storyOf(edition, id)).toMatchObject({ headline, summary, url, reports, hypervisors });
    }
  });

  test('merges what would stay apart, and says so', () => {
    const story = storyOf(compose({ kind: 'merge', entryId: 'tip', with: 'pve' }), 'tip');
    expect(story?.reports.map(({ entryId }) => entryId).sort()).toEqual(['pve', 'sth', 'tip']);
    expect(story?.why.together).toContain('Put together by the editor (blog and press)');
  });

  test('merges two stories whole, not only the reports that were named', () => {
    const later = post(
      'v3',
      '2024-05-24',
      'press',
      'Proxmox VE 8.3 released',
      'It has a firewall.',
    );
    const press = post('s3', '2024-05-25', 'other', 'Proxmox VE 8.3 arrives', 'It has a firewall.');
    const hand = edits({ kind: 'merge', entryId: 'v3', with: 'pve' });
    const edition = composeEdition(input([...ENTRIES, later, press], { edits: hand }));
    const told = storyOf(edition, 'pve')?.reports.map(({ entryId }) => entryId);
    expect(told?.toSorted()).toEqual(['pve', 's3', 'sth', 'v3']);
  });

  test('merges under the headline and id of the first, for the sections of both', () => {
    const orchestra = post(
      'xo',
      '2024-04-02',
      'vates',
      'Xen Orchestra 5.95',
      'It has a news page.',
    );
    const entries = [...ENTRIES, orchestra];
    const found = composeEdition(input(entries));
    const merged = (entryId: string, other: string) => {
      const hand = edits({ kind: 'merge', entryId, with: other });
      return composeEdition(input(entries, { edits: hand }));
    };
    for (const [first, second] of [
      ['pve', 'xo'],
      ['xo', 'pve'],
      ['sth', 'xo'],
    ] as const) {
      const edition = merged(first, second);
      const before = storyOf(found, first);
      const story = storyOf(edition, first);
      expect(story).toMatchObject({
        id: before?.id,
        headline: before?.headline,
        summary: before?.summary,
      });
      expect(story?.hypervisors.toSorted()).toEqual(['proxmox', 'xcp-ng']);
      for (const section of edition.sections.slice(0, 2))
        expect(section.storyIds, section.name).toContain(story?.id);
    }
  });

  test('merges three stories under the one that was named first of all', () => {
    const hand = edits(
      { kind: 'merge', entryId: 'tip', with: 'pve' },
      { kind: 'merge', entryId: 'pve', with: 'trip' },
    );
    const edition = composeEdition(input(ENTRIES, { edits: hand }));
    expect(edition.stories.map(({ headline, reports }) => [headline, reports.length])).toEqual([
      ['Proxmox VE on a laptop', 4],
    ]);
    expect(edition.stories[0]?.id).toBe(storyOf(compose(), 'tip')?.id);
  });

  test('merges even two versions of one product', () => {
    const next = post(
      'pve3',
      '2024-05-24',
      'press',
      'Proxmox VE 8.3 released',
      'Proxmox VE again.',
    );
    const hand = edits({ kind: 'merge', entryId: 'pve3', with: 'pve' });
    const edition = composeEdition(input([RELEASE, next], { edits: hand }));
    expect(edition.stories).toHaveLength(1);
  });

  test('sets a report apart from its story', () => {
    const edition = compose({ kind: 'split', entryId: 'sth' });
    expect(storyOf(edition, 'sth')?.reports).toHaveLength(1);
    expect(storyOf(edition, 'pve')?.reports).toHaveLength(1);
    expect(storyOf(edition, 'sth')?.edited).toEqual(['Set apart by the editor']);
  });

  test('opens the edition', () => {
    const intro: Edit = {
      kind: 'intro',
      id: 'i',
      madeAt: Temporal.Instant.from('2024-06-01T00:00:00Z'),
      text: 'A *busy* spring.',
    };
    expect(composeEdition(input(ENTRIES, { edits: [intro] })).intro).toBe('A *busy* spring.');
  });

  test('stays on its story when an older report joins that, under another id', () => {
    const hand = edits(
      { kind: 'retitle', entryId: 'sth', headline: 'The wizard is here' },
      { kind: 'note', entryId: 'sth', text: 'Ours.' },
      { kind: 'pin', entryId: 'sth' },
    );
    const before = composeEdition(input([SECOND, TIP], { edits: hand }));
    const after = composeEdition(input([RELEASE, SECOND, TIP], { edits: hand }));
    const [was, is] = [before, after].map((edition) => storyOf(edition, 'sth'));
    expect(is?.id).not.toBe(was?.id);
    expect(is?.reports).toHaveLength(2);
    for (const story of [was, is])
      expect(story).toMatchObject({ headline: 'The wizard is here', note: 'Ours.' });
    expect(after.leads[0]).toBe(is?.id);
  });

  test('waits, without a word, for an entry that is not in the edition', () => {
    const edition = compose(
      { kind: 'pin', entryId: 'not yet' },
      { kind: 'merge', entryId: 'x', with: 'y' },
    );
    expect(edition).toEqual(compose());
  });
});

describe('edits that contradict each other', () => {
  test('on one entry: the later holds, the other is listed', () => {
    const edition = compose({ kind: 'drop', entryId: 'pve' }, { kind: 'pin', entryId: 'pve' });
    expect(storyOf(edition, 'pve')?.edited).toEqual(['Pinned by the editor']);
    expect(edition.editConflicts).toEqual([
      'pin wins over the earlier drop, on "Proxmox VE 8.2 released"',
    ]);
  });

  test('several times: only the last one wins, over what says otherwise', () => {
    const edition = compose(
      { kind: 'drop', entryId: 'pve' },
      { kind: 'pin', entryId: 'pve' },
      { kind: 'drop', entryId: 'pve' },
    );
    expect(storyOf(edition, 'pve')).toBeUndefined();
    expect(edition.editConflicts).toEqual([
      'drop wins over the earlier pin, on "Proxmox VE 8.2 released"',
    ]);
    const titles = ['One', 'Two', 'Three'].map((headline) => ({
      kind: 'retitle' as const,
      entryId: 'pve',
      headline,
    }));
    expect(compose(...titles).editConflicts).toEqual([
      'headline "Three" wins over the earlier headline "One", on "Proxmox VE 8.2 released"',
      'headline "Three" wins over the earlier headline "Two", on "Proxmox VE 8.2 released"',
    ]);
  });

  test('on two entries of one story: the later holds, the other is listed', () => {
    const edition = compose(
      { kind: 'retitle', entryId: 'pve', headline: 'One' },
      { kind: 'retitle', entryId: 'sth', headline: 'Two' },
    );
    expect(storyOf(edition, 'pve')?.headline).toBe('Two');
    expect(edition.editConflicts).toEqual([
      'headline "Two" (on "Proxmox VE 8.2 arrives") wins over the earlier headline "One" (on "Proxmox VE 8.2 released") in one story',
    ]);
  });

  test('of merging and splitting: the later holds', () => {
    const split = compose(
      { kind: 'merge', entryId: 'tip', with: 'pve' },
      { kind: 'split', entryId: 'tip' },
    );
    expect(storyOf(split, 'tip')?.reports).toHaveLength(1);
    expect(split.editConflicts).toEqual([
      'split wins over the earlier merge with "Proxmox VE 8.2 released", on "Proxmox VE on a laptop"',
    ]);
  });

  test('are no conflict where they say the same', () => {
    const edition = compose({ kind: 'pin', entryId: 'pve' }, { kind: 'pin', entryId: 'pve' });
    expect(edition.editConflicts).toBeUndefined();
  });

  test('with a hypervisor that is no longer configured: a label holds without it, and says so', () => {
    const found = compose();
    const alone = compose({ kind: 'label', entryId: 'tip', hypervisors: ['xen'] });
    expect(alone.stories).toEqual(found.stories);
    expect(alone.editConflicts).toEqual([
      'label xen (e0) is ignored: the configuration has no hypervisor "xen", on "Proxmox VE on a laptop"',
    ]);
    const beside = compose({ kind: 'label', entryId: 'tip', hypervisors: ['xen', 'vmware'] });
    expect(storyOf(beside, 'tip')?.hypervisors).toEqual(['vmware']);
    expect(beside.editConflicts).toEqual([
      'label xen, vmware (e0) holds without "xen": the configuration has no hypervisor "xen", on "Proxmox VE on a laptop"',
    ]);
    const earlier = compose(
      { kind: 'label', entryId: 'tip', hypervisors: ['vmware'] },
      { kind: 'label', entryId: 'tip', hypervisors: ['xen'] },
    );
    expect(storyOf(earlier, 'tip')?.hypervisors).toEqual(['vmware']);
  });

  test('are settled the same in whatever order they come', () => {
    const hand = edits({ kind: 'drop', entryId: 'pve' }, { kind: 'pin', entryId: 'pve' });
    const reversed = composeEdition(input(ENTRIES, { edits: [...hand].reverse() }));
    expect(reversed).toEqual(composeEdition(input(ENTRIES, { edits: hand })));
  });
});

describe('merges and splits, one after the other', () => {
  const THIRD = post('third', '2024-04-26', 'desk', 'Proxmox VE 8.2 is out', 'Proxmox VE has it.');
  const BERRY = post('berry', '2024-05-09', 'shed', 'Proxmox VE on a Raspberry Pi', 'It crawls.');
  const left = (...given: Given[]) => {
    const all = [RELEASE, SECOND, THIRD, TIP, BERRY];
    const edition = composeEdition(input(all, { edits: edits(...given) }));
    const stories = edition.stories.map(({ reports }) => reports.map(({ entryId }) => entryId));
    return { edition, stories: stories.map((ids) => ids.join(' ')).toSorted() };
  };
  const merge = (entryId: string, other: string) =>
    ({ kind: 'merge', entryId, with: other }) as const;
  const split = (entryId: string) => ({ kind: 'split', entryId }) as const;
  const wins = (winner: string, loser: string, on: string) =>
    `${winner} wins over the earlier ${loser}, on ${on}`.replace(
      /\b(?:pve|sth|third|tip)\b/g,
      (id) => `"${[RELEASE, SECOND, THIRD, TIP].find((each) => each.id === id)?.title}"`,
    );

  test.each<[string, Given[], string[], string[]]>([
    ['are three reports of one story', [], ['berry', 'pve sth third', 'tip'], []],
    [
      'put together two that were set apart, and leave them apart from the first',
      [split('sth'), split('third'), merge('third', 'sth')],
      ['berry', 'pve', 'third sth', 'tip'],
      [],
    ],
    [
      'put one that was set apart with another story',
      [split('sth'), merge('tip', 'sth')],
      ['berry', 'pve third', 'tip sth'],
      [],
    ],
    [
      'bring one back that was set apart, and leave the other',
      [split('sth'), split('third'), merge('pve', 'sth')],
      ['berry', 'pve sth', 'third', 'tip'],
      [wins('merge with pve', 'split', 'sth')],
    ],
    [
      'bring two back one by one',
      [split('sth'), split('third'), merge('third', 'sth'), merge('third', 'pve')],
      ['berry', 'third pve sth', 'tip'],
      [wins('merge of third with pve', 'split', 'sth'), wins('merge with pve', 'split', 'third')],
    ],
    [
      'take one out of two that were put together, whichever was named',
      [merge('tip', 'pve'), split('pve')],
      ['berry', 'pve', 'tip sth third'],
      [],
    ],
    [
      'take out the whole of what was put with a story',
      [merge('pve', 'tip'), split('tip')],
      ['berry', 'pve sth third', 'tip'],
      [wins('split', 'merge with pve', 'tip')],
    ],
    [
      'of one entry, again and again: the last holds',
      [split('sth'), merge('pve', 'sth'), split('sth')],
      ['berry', 'pve third', 'sth', 'tip'],
      [wins('split', 'merge with pve', 'sth')],
    ],
    [
      'take one from another story to its own',
      [merge('tip', 'berry'), split('sth'), merge('tip', 'sth'), split('sth')],
      ['pve third', 'sth', 'tip berry'],
      [wins('split', 'merge with tip', 'sth')],
    ],
  ])('%s', (_, given, stories, conflicts) => {
    const { edition, stories: told } = left(...given);
    const sorted = (ids: readonly string[]) => ids.map((text) => text.split(' ').sort().join(' '));
    expect(sorted(told).toSorted()).toEqual(sorted(stories).toSorted());
    expect((edition.editConflicts ?? []).toSorted()).toEqual(conflicts.toSorted());
    expect(left(...given).edition).toEqual(edition);
  });

  test('say on each story what was done to it, and why what is left is together', () => {
    const { edition } = left(merge('pve', 'tip'), split('pve'));
    expect(storyOf(edition, 'pve')?.edited).toEqual(['Set apart by the editor']);
    expect(storyOf(edition, 'tip')?.edited).toEqual(['Put together by the editor']);
    expect(storyOf(edition, 'tip')?.why.together.join()).toContain('Put together by the editor');
    const both = left(split('sth'), split('third'), merge('third', 'sth'));
    expect(storyOf(both.edition, 'sth')).toMatchObject({
      headline: THIRD.title,
      edited: ['Put together by the editor', 'Set apart by the editor'],
    });
    const bridged = storyOf(left(split('sth')).edition, 'pve');
    expect(bridged?.reports).toHaveLength(2);
    expect(bridged?.why.together).toHaveLength(1);
  });
});
