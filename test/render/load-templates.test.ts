import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadTemplates } from '../../src/render/load-templates.ts';

let directory: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'templates-'));
  mkdirSync(join(directory, 'partials'));
});
afterEach(() => rmSync(directory, { recursive: true }));

function given(files: Readonly<Record<string, string>>) {
  for (const [name, source] of Object.entries(files)) writeFileSync(join(directory, name), source);
  return loadTemplates(directory);
}

test('a template is found by its file name, and escapes for what it writes', () => {
  const templates = given({ 'a.html.hbs': '<p>{{text}}</p>', 'a.txt.hbs': '{{text}}' });
  expect(templates('a.html', { text: '<&>' })).toBe('<p>&lt;&amp;&gt;</p>');
  expect(templates('a.txt', { text: '<&>' })).toBe('<&>');
});

test('a partial escapes like the template that asks for it', () => {
  const templates = given({
    'partials/text.hbs': '{{text}}',
    'a.html.hbs': '{{> text}}',
    'a.txt.hbs': '{{> text}}',
  });
  expect(templates('a.html', { text: '<' })).toBe('&lt;');
  expect(templates('a.txt', { text: '<' })).toBe('<');
});

test('a name that the data does not have is an error, not a gap', () => {
  const templates = given({ 'a.html.hbs': '{{missing}}' });
  expect(() => templates('a.html', {})).toThrow('"missing" not defined');
});

test('a helper that nobody wrote is an error', () => {
  const templates = given({ 'a.html.hbs': '{{shout text}}' });
  expect(() => templates('a.html', { text: 'x' })).toThrow('unknown helper shout');
});

test('a template that is not there is named, with the folder', () => {
  const templates = given({});
  expect(() => templates('b.html', {})).toThrow(`No template b.html.hbs in ${directory}`);
});
