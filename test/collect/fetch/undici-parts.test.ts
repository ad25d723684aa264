import * as undici from 'undici';
import { expect, test } from 'vitest';
import * as parts from '../../../src/collect/fetch/undici-parts.ts';

test('the parts of undici are those that its index exports', () => {
  const { Agent, Dispatcher, buildConnector, errors } = undici;
  expect(parts).toMatchObject({ Agent, Dispatcher, buildConnector, errors });
  expect(parts.loadProxyAgent()).toBe(undici.ProxyAgent);
  // The index gives every dispatcher this method.
  expect(parts.request).toBe(Dispatcher.prototype.request);
});
