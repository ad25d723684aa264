import { expect, test } from 'vitest';
import { readTerms } from '../../../src/digest/group/read-terms.ts';

const terms = (text: string) => readTerms(text).map(({ term }) => term);

test('the words of a text are what tells its subject, endings and synonyms aside', () => {
  expect(terms('Acme sues Gizmo')).toEqual(terms('Acme suing Gizmo'));
  expect(terms('The licence')).toEqual(terms('A license'));
  expect(terms('Gizmo vs. Gadget')).toEqual(terms('Gizmo and Gadget'));
  expect(terms('CVE-2024-1234 in March 2024')).toEqual([]);
});
