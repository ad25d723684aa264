import { expect, test } from 'vitest';
import { viewEdits } from '../../../src/cli/edit/view-edits.ts';
import { composed, made, RELEASE, storyWith, TIP } from './compose.ts';

test('a merge is told with the title of what it is with, which may have no story of its own any more', () => {
  const edits = made({ kind: 'merge', entryId: TIP.id, with: RELEASE.id });
  const coming = composed(edits);
  const [merge] = viewEdits(edits, coming);
  expect(merge?.what).toBe('merge with aa11, "Proxmox VE 8.2 released"');
  expect(storyWith(coming, TIP).startsWith(merge?.on?.handle ?? '-')).toBe(true);
});
