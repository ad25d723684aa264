import { createServer as createTlsServer } from 'node:https';
import { type AddressInfo, createServer } from 'node:net';
import { makeCertificate } from '../collect/support/make-certificate.ts';

/** A source that no request gets through to, and the reason that is told. */
export interface UnreachableSource {
  readonly url: string;
  readonly reason: RegExp;
  /** Default: it does. */
  readonly allowsPrivate?: boolean;
}

const yearMs = 365 * 24 * 3_600_000;

/**
 * Sources whose address, connection or certificate is at fault; `origin` is a sound server. The
 * reasons hold for who trusts the certificates in `authorities`.
 */
export async function openUnreachableSources(origin: string): Promise<{
  readonly sources: Readonly<Record<string, UnreachableSource>>;
  readonly authorities: string;
  close(): void;
}> {
  const { port } = new URL(origin);
  const expired = await openTls('localhost', -yearMs, origin);
  const otherHost = await openTls('other.example', yearMs, origin);
  const selfSigned = await openTls('localhost', yearMs, origin);
  const downgrade = await openTls('localhost', yearMs, origin);
  const secret = { reason: /(a|the) private address/, allowsPrivate: false };
  const sources = {
    refused: { url: await closedPort(), reason: /the connection was refused \(ECONNREFUSED\)/ },
    'private-address': { url: `${origin}/feed`, ...secret },
    'private-name': { url: `http://localhost:${port}/feed`, ...secret },
    'private-ipv6': { url: `http://[::1]:${port}/feed`, ...secret },
    'private-number': { url: `http://2130706433:${port}/number`, ...secret },
    metadata: { url: 'http://169.254.169.254/latest/meta-data/', ...secret },
    'tls-to-plain': {
      url: `${origin.replace('http:', 'https:')}/feed`,
      reason: /the TLS handshake failed/,
    },
    'tls-expired': { url: expired.url, reason: /the TLS certificate has expired/ },
    'tls-other-host': { url: otherHost.url, reason: /the TLS certificate is for another host/ },
    'tls-self-signed': { url: selfSigned.url, reason: /the TLS certificate is self-signed/ },
    'https-to-http': { url: downgrade.url, reason: /a redirect from https to http/ },
  };
  return {
    sources,
    authorities: [expired, otherHost, downgrade].map(({ cert }) => cert).join('\n'),
    close: () => {
      for (const { server } of [expired, otherHost, selfSigned, downgrade]) {
        server.closeAllConnections();
        server.close();
      }
    },
  };
}

/** A TLS server on loopback that redirects to plain HTTP. */
async function openTls(host: string, validForMs: number, location: string) {
  const { cert, key } = makeCertificate({
    host,
    notBefore: new Date(Date.now() - 2 * yearMs),
    notAfter: new Date(Date.now() + validForMs),
  });
  const server = createTlsServer({ cert, key }, (_, response) => {
    response.writeHead(302, { location: `${location}/feed` }).end();
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return { url: `https://localhost:${(server.address() as AddressInfo).port}/feed`, cert, server };
}

/** The URL of a port on which nobody listens. */
async function closedPort(): Promise<string> {
  const server = createServer();
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return `http://127.0.0.1:${port}/feed`;
}
