import { createRequire } from 'node:module';
import type undici from 'undici';

const require = createRequire(import.meta.url);

/**
 * What a reader needs of undici, part by part. Its index loads fetch, WebSocket, caches and mocks as
 * well, which is 9 MB of a process that is to stay small. The version is pinned, and a test compares
 * these with what the index exports.
 */
export const Agent: typeof undici.Agent = require('undici/lib/dispatcher/agent.js');
export const Dispatcher: typeof undici.Dispatcher = require('undici/lib/dispatcher/dispatcher.js');
export const buildConnector: typeof undici.buildConnector = require('undici/lib/core/connect.js');
export const errors: typeof undici.errors = require('undici/lib/core/errors.js');

/** A class that few need, so that it is loaded when first asked for. */
export function loadProxyAgent(): typeof undici.ProxyAgent {
  return require('undici/lib/dispatcher/proxy-agent.js');
}

type Request = (
  this: undici.Dispatcher,
  options: undici.Dispatcher.RequestOptions,
) => Promise<undici.Dispatcher.ResponseData>;

/** What `Dispatcher.request` is once the index is loaded. */
export const request: Request = require('undici/lib/api/api-request.js');
