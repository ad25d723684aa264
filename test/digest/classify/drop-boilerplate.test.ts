import { describe, expect, test } from 'vitest';
import { dropBoilerplate, findBoilerplate } from '../../../src/digest/classify/drop-boilerplate.ts';
import { entry } from '../build.ts';

const FOOTER = 'Acme is the leader in VMware services.';

const posts = ['one', 'two', 'three'].map((id) =>
  entry(id, `Post ${id}`, { text: `News of ${id} today.\n${FOOTER} See you, ${id}!` }),
);

describe('boilerplate', () => {
  test('is what stands in three entries of one source', () => {
    const found = findBoilerplate(posts);
    expect(found.get('press')?.anywhere).toEqual(new Set([FOOTER]));
    expect(posts.map((post) => dropBoilerplate(post, found).text)).toEqual([
      'News of one today.\nSee you, one!',
      'News of two today.\nSee you, two!',
      'News of three today.\nSee you, three!',
    ]);
  });

  test('is not what stands in two, or in three of different sources', () => {
    expect(findBoilerplate(posts.slice(0, 2)).size).toBe(0);
    expect(findBoilerplate(posts.map((post) => ({ ...post, sourceId: post.id }))).size).toBe(0);
  });

  test('is not what one entry says again under the same title', () => {
    const again = posts.map((post) => ({ ...post, title: 'The same post' }));
    expect(findBoilerplate(again).size).toBe(0);
  });

  test('leaves an entry without any as it is', () => {
    const other = entry('four', 'Post four', { text: 'Something else.' });
    expect(dropBoilerplate(other, findBoilerplate(posts))).toBe(other);
  });

  test('is no fact that advisories repeat', () => {
    const advisories = posts.map((post) => ({ ...post, text: `Severity: Critical\n${post.text}` }));
    const [first = advisories[0]] = advisories;
    expect(first && dropBoilerplate(first, findBoilerplate(advisories)).text).toBe(
      'Severity: Critical\nNews of one today.\nSee you, one!',
    );
  });
});

describe('what only older entries of a source repeat', () => {
  const OPENING = 'New updates for the server are ready.';
  const monthly = ['May', 'April', 'March', 'February'].map((month) =>
    entry(month, `News of ${month}`, { text: `${OPENING} In ${month}, this.\n\n${FOOTER}` }),
  );
  const [newest, ...older] = monthly;
  const textOf = (post = newest, past = older) =>
    post && dropBoilerplate(post, findBoilerplate([post], past)).text;

  test('is dropped at the end, where footers stand, and not where a series opens', () => {
    expect(textOf()).toBe(`${OPENING} In May, this.`);
  });

  test('is not dropped where it is all there is, or where others repeat it', () => {
    expect(textOf(newest && { ...newest, text: OPENING })).toBe(OPENING);
    expect(
      textOf(
        newest,
        older.map((post) => ({ ...post, sourceId: 'other' })),
      ),
    ).toBe(newest?.text);
  });
});

describe('a paragraph about the company', () => {
  const told = (text: string) =>
    dropBoilerplate(entry('one', 'A release', { text }), new Map()).text;
  const NEWS = 'Acme ships version 2 today.';

  test('is dropped with its heading', () => {
    const about = 'About Acme Widgets\n\nFounded in 1999, Acme makes widgets for all the world.';
    expect(told(`${NEWS}\n\n${about}\n\nA note remains.`)).toBe(`${NEWS}\n\nA note remains.`);
  });

  test.each([
    'About Acme\n\nThe new version has a better editor.',
    'About Acme 2.0\n\nAcme 2.0 has a better editor.',
    'About half of Acme users asked for it.\n\nAcme listened.',
  ])('is not "%s"', (text) => {
    expect(told(`${NEWS}\n\n${text}`)).toBe(`${NEWS}\n\n${text}`);
  });
});
