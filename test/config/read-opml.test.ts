import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readOpml } from '../../src/config/read-opml.ts';

const opml = (body: string) => `<?xml version="1.0"?><opml version="2.0"><head/>${body}</opml>`;
const within = (outlines: string) => opml(`<body>${outlines}</body>`);
const problemOf = (text: string) => {
  try {
    return readOpml(text);
  } catch (error) {
    return (error as Error).message;
  }
};

describe('reading OPML', () => {
  test('feeds are found in their order, with the folders that they stand in', () => {
    const text = within(
      `<outline text="One" type="rss" xmlUrl="https://one.example/feed"/>
       <outline text="Platforms"><outline text="Proxmox">
         <outline text="two" title="Two" xmlUrl="https://two.example/?a=1&amp;b=2"/>
       </outline><outline text="Three" xmlUrl="https://three.example/"/></outline>`,
    );
    const isComment = false;
    expect(readOpml(text)).toEqual([
      { title: 'One', url: 'https://one.example/feed', folders: [], isComment },
      {
        title: 'Two',
        url: 'https://two.example/?a=1&b=2',
        folders: ['Platforms', 'Proxmox'],
        isComment,
      },
      { title: 'Three', url: 'https://three.example/', folders: ['Platforms'], isComment },
    ]);
  });

  test('a feed with outlines of its own is a feed and a folder', () => {
    const text = within(
      '<outline text="A" xmlUrl="https://a.example/"><outline text="B" xmlUrl="https://b.example/"/></outline>',
    );
    expect(readOpml(text).map(({ title, folders }) => [title, folders])).toEqual([
      ['A', []],
      ['B', ['A']],
    ]);
  });

  test('attributes in other cases and bare ampersands, as some readers write them, are read', () => {
    const text = within('<OUTLINE TEXT="A &amp; B" XMLURL="https://a.example/?x=1&y=2"/>');
    expect(readOpml(text)).toMatchObject([{ title: 'A & B', url: 'https://a.example/?x=1&y=2' }]);
  });

  test('what has no xmlUrl is kept, so that it can be told', () => {
    expect(readOpml(within('<outline text="A" type="rss"/>'))).toMatchObject([
      { title: 'A', url: undefined },
    ]);
  });

  test('a comment switches off what is in it', () => {
    const text = within(
      '<outline text="F" isComment="true"><outline text="A" xmlUrl="https://a.example/"/></outline><outline text="B" xmlUrl="https://b.example/"/>',
    );
    expect(readOpml(text).map(({ title, isComment }) => [title, isComment])).toEqual([
      ['A', true],
      ['B', false],
    ]);
  });

  test.each([
    ['', 'it is no OPML: there is no <opml> in it'],
    ['<html><body>No.</body></html>', 'it is no OPML: there is no <opml> in it'],
    [within(''), 'it has no outlines, and so no feeds'],
    [within('<outline text="A" xmlUrl="https://a.example/"/>').slice(0, -20), /not well-formed/],
    [
      '<opml><body><outline text="A" xmlUrl="https://a.example/"/>',
      'it ends early: there is no </opml>',
    ],
    [
      within(`${'<outline text="A">'.repeat(20_000)}${'</outline>'.repeat(20_000)}`),
      'it is not well-formed',
    ],
  ])('%.60j is refused with the reason', (text, reason) => {
    const problem = problemOf(text);
    if (typeof reason === 'string') expect(problem).toBe(reason);
    else expect(problem).toMatch(reason);
  });

  test('whatever the text, it is feeds or an error that says why', () => {
    const piece = fc.constantFrom(
      '<outline text="a" xmlUrl="x">',
      '<outline xmlUrl=',
      '</outline>',
      '<!--',
      ']]>',
      '&#0;',
      '<!DOCTYPE x [',
      '"',
      '/>',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 20 }), (pieces) => {
        const result = problemOf(within(pieces.join('')));
        expect(Array.isArray(result) || result.startsWith('it ')).toBe(true);
      }),
    );
  });
});
