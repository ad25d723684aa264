import { describe, expect, test } from 'vitest';
import { tellComing } from '../../../src/cli/edit/tell-coming.ts';
import { viewComing } from '../../../src/cli/edit/view-coming.ts';
import type { Composed } from '../../../src/pipeline.ts';
import { post } from '../../digest/build.ts';
import { composed, ENTRIES, made, RELEASE, SECOND, storyWith, TIP, TRIP } from './compose.ts';

const told = (given: Composed, all = false, width?: number) =>
  tellComing(viewComing(given), { all, width }).join('\n');
const coming = composed();

describe('the coming edition, told to its editor', () => {
  test('is its stories by rank, each with what to type for it and for its reports', () => {
    const handle = storyWith(coming, RELEASE).slice(0, 4);
    expect(told(coming)).toMatch(
      new RegExp(
        `^  1  ${handle}  Proxmox VE 8.2 released\n     proxmox: lead, told, \\d+\\.\\d points\n` +
          '     aa11  2024-04-24  press\n     aa22  2024-04-25  other  Proxmox VE 8.2 arrives$',
        'm',
      ),
    );
    expect(told(coming)).not.toContain('Edits');
  });

  test('names minor stories in a line each, and tells them like the others on demand', () => {
    const howTo = post(
      'dd55',
      '2024-05-03',
      'blog',
      'How to resize a disk in Proxmox VE',
      'A tip.',
    );
    const given = composed([], [...ENTRIES, howTo]);
    const handle = storyWith(given, howTo).slice(0, 4);
    const line = new RegExp(`^ {2}\\d  ${handle}  How to resize a disk in Proxmox VE`, 'm');
    expect(viewComing(given).stories.find((story) => story.handle === handle)?.place).toBe('minor');
    expect(told(given)).toMatch(
      new RegExp(`fold\\n(?:.*\\n)*${line.source.slice(1)} \\(proxmox\\)`),
    );
    expect(told(given, true)).toMatch(new RegExp(`${line.source}\\n     proxmox: minor, `, 'm'));
  });

  test('counts in the order of what it lists, a minor story last though it be the newer', () => {
    const quiet = post('dd55', '2024-05-03', 'blog', 'A garden with XCP-ng', 'Shade.');
    const minor = post('ee66', '2024-05-20', 'desk', 'A kitchen with Proxmox VE', 'Heat.');
    const given = composed([], [RELEASE, SECOND, quiet, minor]);
    expect(
      viewComing(given).stories.map(({ rank, place, headline }) => [rank, place, headline]),
    ).toEqual([
      [1, 'told', RELEASE.title],
      [2, 'brief', quiet.title],
      [3, 'minor', minor.title],
    ]);
  });

  test('lists what is left out by source and date, and in one order however it comes', () => {
    const trips = ['ee3', 'ee1', 'ee2'].map((id) => post(id, '2024-05-20', 'paper', `Trip ${id}`));
    const { publishedAt: _, ...undated } = post('ee4', '2024-05-20', 'paper', 'Trip ee4');
    const changed = { ...undated, updatedAt: Temporal.Instant.from('2024-05-22T12:00:00Z') };
    const listed = (entries: Parameters<typeof composed>[1]) =>
      viewComing(composed([], entries)).leftOut.map(({ title, publishedOn }) => [
        title,
        publishedOn,
      ]);
    const expected = [
      ['Trip ee4', '2024-05-22'],
      ...['Trip ee1', 'Trip ee2', 'Trip ee3'].map((title) => [title, '2024-05-20']),
    ];
    expect(listed([...trips, changed])).toEqual(expected);
    expect(listed([changed, ...trips].toReversed())).toEqual(expected);
  });

  test('says how much is left out, and what on demand', () => {
    expect(told(coming)).toContain('1 new entry left out (--all)');
    expect(told(coming)).not.toContain(TRIP.title);
    expect(told(coming, true)).toMatch(
      /^ {2}cc44 {2}2024-05-20 {2}paper {2}A trip to the seaside$/m,
    );
  });

  test('says what the editor changed on a story, with the note', () => {
    const edits = made(
      { kind: 'pin', entryId: TIP.id },
      { kind: 'note', entryId: TIP.id, text: 'We *tried* it.\n\nTwice.' },
    );
    expect(told(composed(edits))).toMatch(
      /^ {2}1 {2}\w+ {2}Proxmox VE on a laptop\n.*\n.*\n {5}\* Pinned by the editor\n {5}\* Note by the editor\n {5}\* We \*tried\* it\. Twice\.$/m,
    );
  });

  test('lists the edits with what they are about, also where that is left out', () => {
    const edits = made(
      { kind: 'retitle', entryId: SECOND.id, headline: 'The wizard is here' },
      { kind: 'drop', entryId: TIP.id },
      { kind: 'intro', text: 'A *busy* spring.' },
    );
    const given = composed(edits);
    const handle = storyWith(given, RELEASE).slice(0, 4);
    const lines = told(given).split('\n');
    expect(lines.slice(lines.findIndex((line) => line.startsWith('Edits')) + 1)).toEqual([
      `  e1  headline "The wizard is here"  ${handle}  The wizard is here`,
      '  e2  drop                           bb33  Proxmox VE on a laptop',
      '  e3  intro "A *busy* spring."',
    ]);
    expect(lines).toContain('intro: A *busy* spring.');
  });

  test('says who wins where edits conflict, by title and with long texts cut, in as many lines as it needs', () => {
    const edits = made(
      { kind: 'merge', entryId: TIP.id, with: RELEASE.id },
      { kind: 'split', entryId: TIP.id },
      { kind: 'note', entryId: TIP.id, text: 'Too long. '.repeat(50) },
      { kind: 'note', entryId: TIP.id, text: 'Short.' },
    );
    const lines = told(composed(edits)).split('\n');
    const conflicts = lines.slice(lines.indexOf('Edits that do not hold') + 1);
    expect(Math.max(...conflicts.map(({ length }) => length))).toBeLessThanOrEqual(100);
    expect(conflicts.filter((line) => !line.startsWith('    '))).toHaveLength(2);
    const text = conflicts.map((line) => line.trim()).join(' ');
    expect(text).toContain(
      'split wins over the earlier merge with "Proxmox VE 8.2 released", on "Proxmox VE on a laptop"',
    );
    expect(text).toMatch(
      /note "Short\." wins over the earlier note "Too long\. [^"]{30,50}…", on "Proxmox VE on a laptop"/,
    );
  });

  test.each([60, 100, undefined])(
    'fits the list of edits into a terminal of %s columns',
    (width) => {
      const long = { ...RELEASE, title: `Proxmox VE 8.2 released ${'with a wizard '.repeat(12)}` };
      const edits = made(
        { kind: 'note', entryId: TIP.id, text: 'Too long. '.repeat(50) },
        { kind: 'pin', entryId: long.id },
      );
      const lines = told(composed(edits, [long, TIP]), false, width).split('\n');
      const [note = '', pin = ''] = lines.slice(lines.findIndex((line) => /^Edits/.test(line)) + 1);
      for (const line of [note, pin]) expect(line.length).toBeLessThanOrEqual(width ?? 100);
      expect(note).toMatch(/^ {2}e1 {2}note "Too long\. .*… +\w+ {2}Proxmox VE on/);
      expect(pin).toMatch(/^ {2}e2 {2}pin +\w+ {2}Proxmox VE .*…$/);
    },
  );

  test('is nothing where nothing is new, but an intro waits', () => {
    expect(told(composed([], []))).toBe('Nothing new: there is no coming edition yet.');
    expect(told(composed(made({ kind: 'intro', text: 'Soon.' }), [])).split('\n')).toEqual([
      'Nothing new: there is no coming edition yet.',
      'The intro waits for it: Soon.',
      '',
      expect.stringMatching(/^Edits /),
      '  e1  intro "Soon."',
    ]);
  });

  test('is none where all that is new is left out', () => {
    const lines = told(composed(made({ kind: 'drop', entryId: TIP.id }), [TIP, TRIP])).split('\n');
    expect(lines[0]).toBe(
      'No story: there is no coming edition yet, 2 new entries left out (--all)',
    );
    expect(lines.at(-1)).toMatch(/^ {2}e1 {2}drop {2}/);
  });
});
