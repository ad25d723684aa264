import { lookup } from 'node:dns';
import type { buildConnector as Connector, Dispatcher as Dispatching, ProxyAgent } from 'undici';
import { guardLookup } from './guard-lookup.ts';
import { isLocalName, isPrivateAddress } from './private-address.ts';
import { PrivateAddressError } from './private-address-error.ts';
import { Agent, buildConnector, Dispatcher, loadProxyAgent } from './undici-parts.ts';

/** What a single request may ask of the network, passed along with its options. */
export interface Route {
  readonly allowsPrivate?: boolean;
  readonly proxy?: string;
  /** On a connection of its own, which is neither one that was kept nor kept. */
  readonly isAlone?: boolean;
}

/** The real network. Unless told otherwise it connects to no private address, by whatever name. */
export function createNetwork(options: { allowPrivate?: boolean } = {}): Dispatching {
  return new Network(options.allowPrivate ?? false);
}

// Two connections: what is asked of one host at once never needs more, and they are kept for reuse.
// The headers of a site with many policies and cookies go beyond the 16 KB that Node takes.
const POOL = { connections: 2, pipelining: 1, allowH2: false, maxHeaderSize: 65_536 } as const;
const ALONE = { ...POOL, pipelining: 0 } as const;

// Private by keyword and not by `#`: undici's compose() puts a proxy in front, which `#` does not see through.
class Network extends Dispatcher {
  private readonly allowsPrivate: boolean;
  private readonly kept = agentsFor(POOL);
  private readonly alone = agentsFor(ALONE);

  constructor(allowsPrivate: boolean) {
    super();
    this.allowsPrivate = allowsPrivate;
  }

  override dispatch(
    options: Dispatching.DispatchOptions & { route?: Route },
    handler: Dispatching.DispatchHandler,
  ): boolean {
    return this.pick(options).dispatch(options, handler);
  }

  override async close(): Promise<void> {
    await Promise.all(this.all().map((dispatcher) => dispatcher.close()));
  }

  override async destroy(): Promise<void> {
    await Promise.all(this.all().map((dispatcher) => dispatcher.destroy()));
  }

  private all(): Dispatching[] {
    return [this.kept, this.alone].flatMap(({ open, guarded, proxies }) => [
      ...[open, guarded],
      ...proxies.values(),
    ]);
  }

  private pick(options: Dispatching.DispatchOptions & { route?: Route }): Dispatching {
    const allowsPrivate = this.allowsPrivate || options.route?.allowsPrivate === true;
    const agents = options.route?.isAlone ? this.alone : this.kept;
    const proxy = options.route?.proxy;
    if (!proxy) return allowsPrivate ? agents.open : agents.guarded;
    // A proxy looks names up by itself, so only what shows in the host can be refused here.
    const { hostname } = new URL(options.origin ?? '');
    if (!allowsPrivate && (isPrivateAddress(hostname) || isLocalName(hostname)))
      throw new PrivateAddressError(hostname);
    return proxyAt(proxy, agents);
  }
}

/** What sends requests in one manner, by the way that they take. */
interface Agents {
  readonly pool: typeof POOL | typeof ALONE;
  readonly open: Dispatching;
  readonly guarded: Dispatching;
  readonly proxies: Map<string, ProxyAgent>;
}

function agentsFor(pool: Agents['pool']): Agents {
  const guarded = new Agent({ ...pool, connect: connectGuarded() });
  return { pool, open: new Agent(pool), guarded, proxies: new Map() };
}

function proxyAt(uri: string, { pool, proxies }: Agents): ProxyAgent {
  const known = proxies.get(uri);
  if (known) return known;
  const proxy = new (loadProxyAgent())({ ...pool, uri });
  proxies.set(uri, proxy);
  return proxy;
}

/** Checks the address that is connected to, so that no name, redirect or second lookup gets around it. */
function connectGuarded(): Connector.connector {
  const connect = buildConnector({ allowH2: false, lookup: guardLookup(lookup) });
  return (options, callback) => {
    if (isPrivateAddress(options.hostname)) {
      callback(new PrivateAddressError(options.hostname), null);
    } else {
      connect(options, callback);
    }
  };
}
