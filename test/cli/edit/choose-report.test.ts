import { describe, expect, test } from 'vitest';
import { chooseReport } from '../../../src/cli/edit/choose-report.ts';
import { findStory } from '../../../src/cli/edit/find-story.ts';
import { post } from '../../digest/build.ts';
import { composed, ENTRIES, RELEASE, SECOND, storyWith } from './compose.ts';

const third = post('aa55ee', '2024-04-26', 'forum', 'Proxmox VE 8.2 is released', 'A wizard.');
const two = composed();
const three = composed([], [...ENTRIES, third]);
const choose = (given: typeof two, story: string, entry?: string) =>
  chooseReport(given, findStory(given, story), entry);

describe('the report that is to stand alone', () => {
  test('of two is the one that the story is not told by', () => {
    expect(choose(two, storyWith(two, RELEASE))).toBe(SECOND.id);
  });

  test('is the entry that was named in place of the story', () => {
    expect(choose(three, 'aa11')).toBe(RELEASE.id);
  });

  test('is the one that is named, by its beginning or its URL', () => {
    const story = storyWith(three, RELEASE);
    expect(choose(three, story, 'AA5')).toBe(third.id);
    expect(choose(three, story, 'https://other.example/aa22bb')).toBe(SECOND.id);
    expect(choose(three, story, 'http://other.example/aa22bb/?utm_source=a')).toBe(SECOND.id);
  });

  test('has to be named where there are more, out of a list', () => {
    const story = storyWith(three, RELEASE);
    const list = ['  aa11  press', '  aa22  other', '  aa55  forum'];
    for (const named of [undefined, 'aa', 'bb33', '', 'no URL']) {
      let message = '';
      try {
        choose(three, story, named);
      } catch (error) {
        message = (error as Error).message;
      }
      for (const line of list) expect(message).toContain(line);
      expect(message).toContain(
        named === undefined ? 'say which report of' : `"${named}" is not the name of one report of`,
      );
    }
  });

  test('does not exist where there is one report, or no story', () => {
    expect(() => choose(two, 'bb33')).toThrow('has one report only: there is nothing to split');
    expect(() => choose(two, 'cc44')).toThrow('is in no story of the coming edition');
  });
});
