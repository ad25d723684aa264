import { describe, expect, test } from 'vitest';
import { findStory } from '../../../src/cli/edit/find-story.ts';
import { nameHandles } from '../../../src/cli/edit/name-handles.ts';
import { UsageError } from '../../../src/cli/usage-error.ts';
import { composed, ENTRIES, made, RELEASE, SECOND, storyWith, TIP, TRIP } from './compose.ts';

const coming = composed();
const release = storyWith(coming, RELEASE);
const tip = storyWith(coming, TIP);

describe('a story is found', () => {
  test('by its id, or by any beginning that no other has, in any case', () => {
    const found = { entryId: RELEASE.id, title: RELEASE.title, isEntry: false };
    expect(findStory(coming, release)).toMatchObject(found);
    let shared = 0;
    while (release[shared] === tip[shared]) shared += 1;
    expect(findStory(coming, release.slice(0, shared + 1))).toMatchObject(found);
    expect(findStory(coming, ` ${release.toUpperCase()} `)).toMatchObject(found);
  });

  test('by one of its entries, which is then the one that is meant', () => {
    expect(findStory(coming, 'aa2')).toMatchObject({ entryId: SECOND.id, isEntry: true });
    expect(findStory(coming, 'aa2').story?.id).toBe(release);
  });

  test.each(['https://other.example/aa22bb', ' http://www.other.example/aa22bb/?utm_source=mail '])(
    'by the URL of an entry, however it is written: "%s"',
    (url) => {
      expect(findStory(coming, url).entryId).toBe(SECOND.id);
    },
  );

  test('by the URL that two of its entries share', () => {
    const mirror = { ...SECOND, id: 'ee55ff', sourceId: 'mirror' };
    const found = findStory(composed([], [...ENTRIES, mirror]), SECOND.url ?? '');
    expect(found.story?.reports).toHaveLength(3);
  });

  test('by the handle that it had before an older report joined it', () => {
    const before = composed([], [SECOND, TIP, TRIP]);
    const handle = nameHandles(before).get(storyWith(before, SECOND)) ?? '';
    const id = storyWith(before, SECOND);
    expect(storyWith(coming, SECOND)).not.toBe(id);
    for (const old of [id, handle]) {
      expect(findStory(coming, old)).toMatchObject({ entryId: SECOND.id, story: { id: release } });
    }
  });

  test('also where the edition leaves it out', () => {
    const found = findStory(coming, 'cc44');
    expect(found).toMatchObject({ entryId: TRIP.id, title: TRIP.title });
    expect(found.story).toBeUndefined();
  });

  test('by the id that it had, also after it was dropped or put with another', () => {
    const dropped = composed(made({ kind: 'drop', entryId: RELEASE.id }));
    expect(findStory(dropped, release).entryId).toBe(RELEASE.id);
    const merged = composed(made({ kind: 'merge', entryId: RELEASE.id, with: TIP.id }));
    expect(findStory(merged, tip)).toMatchObject({ entryId: TIP.id, title: RELEASE.title });
  });
});

describe('a story is refused', () => {
  const refusal = (named: string, given = coming) => {
    try {
      findStory(given, named);
    } catch (error) {
      expect(error).toBeInstanceOf(UsageError);
      return (error as Error).message;
    }
    return expect.unreachable();
  };

  test('where several are called so, with all of them', () => {
    expect(refusal('aa').split('\n')).toEqual([
      '"aa" is the name of 2, type more of one:',
      `  aa11  ${RELEASE.title}`,
      `  aa22  ${SECOND.title}`,
    ]);
  });

  test('where a story is called so, and so is one that was dropped', () => {
    const dropped = composed(made({ kind: 'drop', entryId: TIP.id }), [RELEASE, SECOND, TIP]);
    const lines = refusal('s', dropped).split('\n');
    expect(lines[0]).toBe('"s" is the name of 2, type more of one:');
  });

  test('where very many are called so, with the first ten', () => {
    const many = Array.from({ length: 14 }, (_, at) => ({ ...TRIP, id: `dd${at}x` }));
    const lines = refusal('dd', composed([], [...ENTRIES, ...many])).split('\n');
    expect(lines).toHaveLength(12);
    expect(lines.at(-1)).toBe('  and 4 more');
  });

  test('where none is called so, with the nearest', () => {
    expect(refusal('bb34')).toBe(
      'no story of the coming edition is called "bb34"; npm run edit -- show lists them\n(Did you mean bb33, "Proxmox VE on a laptop"?)',
    );
  });

  test.each(['', ' ', 'https://other.example/', 'quite something else'])('for "%s"', (named) => {
    expect(refusal(named)).toMatch(/^no story of the coming edition is called/);
  });

  test.each([RELEASE.url ?? '', `${SECOND.url}?utm_source=x`, SECOND.id.slice(0, 4), 'story'])(
    'where it was issued before (%s), with the edition',
    (called) => {
      const { edition } = composed([], [RELEASE, SECOND]);
      const given = composed([], [TIP], [{ ...edition, name: 'Early Spring 2024' }]);
      const named = called === 'story' ? (edition.stories[0]?.id ?? '') : called;
      const message =
        '"Proxmox VE 8.2 released" was issued in Early Spring 2024: an issued edition does not change';
      expect(refusal(named, given)).toBe(message);
      expect(refusal(named, { ...given, considered: [] })).toBe(message);
      expect(refusal('aa', given)).toMatch(/^no story of the coming edition/);
    },
  );

  test('where nothing is new, with that reason', () => {
    expect(refusal('aa11', composed([], []))).toBe(
      'there is no story to edit: nothing is new since the last edition',
    );
  });
});
