import type { Dispatcher } from 'undici';
import { Agent } from './undici-parts.ts';

/**
 * A network that sends every request, whatever its host, to one origin, and keeps the real host in
 * the Host header: the demo and the tests serve the whole internet from one loopback server.
 */
export function rerouteTo(origin: string): Dispatcher {
  const agent = new Agent({ connections: 64, allowH2: false });
  return agent.compose((dispatch) => (options, handler) => {
    const host = new URL(options.origin ?? origin).host;
    const headers = { ...(options.headers as Record<string, string>), host };
    return dispatch({ ...options, origin, headers }, handler);
  });
}
