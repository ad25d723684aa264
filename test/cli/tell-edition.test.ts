import { expect, test } from 'vitest';
import { summarizeEdition, tellEdition } from '../../src/cli/tell-edition.ts';
import { composeEdition } from '../../src/digest/compose-edition.ts';
import type { Edit } from '../../src/model/edit.ts';
import { input, post } from '../digest/build.ts';

const RELEASE = post('a', '2024-05-14', 'vates', 'XCP-ng 8.3 is available');

function composeWith(...headlines: string[]) {
  const edits = headlines.map((headline, at): Edit => {
    const madeAt = Temporal.Instant.from(`2024-05-15T0${at}:00:00Z`);
    return { id: `${at}`, kind: 'retitle', entryId: 'a', headline, madeAt };
  });
  return composeEdition(input([RELEASE], { edits }));
}

test('an edition in a few lines: its size, and what leads each section', () => {
  const lines = tellEdition(composeWith());
  expect(lines).toContain('1 story');
  expect(lines.join('\n')).toContain('XCP-ng      XCP-ng 8.3 is available');
  expect(lines.join('\n')).not.toContain('hold');
});

test('edits that do not hold are counted, with where to look', () => {
  const edition = composeWith('One headline', 'Another headline');
  expect(tellEdition(edition)).toContain(
    '1 edit does not hold; which, and why: npm run edit -- show',
  );
  expect(summarizeEdition(edition).editConflicts).toHaveLength(1);
});
