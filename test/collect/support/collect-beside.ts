import { expect } from 'vitest';
import type { CollectContext } from '../../../src/collect/collect-context.ts';
import { collectSources } from '../../../src/collect/collect-sources.ts';
import type { CollectOutcome } from '../../../src/model/collect-outcome.ts';
import type { Source } from '../../../src/model/source.ts';
import { contextWith, sourceAt } from './context.ts';
import { rss } from './rss.ts';
import { serve } from './serve.ts';

/** Collects a source in one run with a healthy one, which must not notice; gives its outcome. */
export async function collectBeside(
  source: Source,
  changes: Partial<CollectContext> = {},
): Promise<CollectOutcome> {
  const origin = await serve((_, response) => response.end(rss(['Healthy'])));
  const healthy = sourceAt(`${origin}/feed`, {
    id: 'healthy',
    request: { allowsPrivate: true },
  });
  const outcomes = new Map<string, CollectOutcome>();
  await collectSources(
    [source, healthy],
    new Map(),
    contextWith(changes),
    async (asked, outcome) => {
      outcomes.set(asked.id, outcome);
    },
  );
  expect(outcomes.get('healthy')).toMatchObject({
    kind: 'collected',
    entries: [{ title: 'Healthy' }],
  });
  const outcome = outcomes.get(source.id);
  if (!outcome) throw new Error(`no outcome for ${source.id}`);
  return outcome;
}

/** The reason for which a source fails beside a healthy one. */
export async function failureOf(
  source: Source,
  changes: Partial<CollectContext> = {},
): Promise<string> {
  const outcome = await collectBeside(source, changes);
  expect(outcome.kind).toBe('failed');
  if (outcome.kind !== 'failed') return '';
  expect(outcome.state).toMatchObject({ failuresInARow: 1, lastFailure: outcome.reason });
  expect(outcome.reason).toContain(`[${source.request?.method ?? 'GET'}] ${source.url}: `);
  return outcome.reason
    .slice(outcome.reason.indexOf(': ') + 2)
    .replace(source.url, '')
    .trim();
}
