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
    expect(found.get('press')).toEqual(new Set([FOOTER]));
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
});
