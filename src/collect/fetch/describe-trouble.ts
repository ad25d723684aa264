import { errors } from './undici-parts.ts';
import { UnreadableBodyError } from './unreadable-body-error.ts';

/** What the codes of Node, OpenSSL and undici mean to the operator of a reader. */
const MEANINGS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'the connection was refused',
  ECONNRESET: 'the connection was reset',
  EPIPE: 'the connection was reset',
  UND_ERR_SOCKET: 'the connection was closed before the answer was complete',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'the body has another length than its Content-Length',
  ENOTFOUND: 'the host name does not exist',
  EAI_AGAIN: 'the host name could not be looked up (no DNS answer)',
  EHOSTUNREACH: 'the host is unreachable',
  ENETUNREACH: 'the network is unreachable',
  ETIMEDOUT: 'no connection in time',
  UND_ERR_CONNECT_TIMEOUT: 'no connection in time',
  UND_ERR_HEADERS_OVERFLOW: 'the response headers are too large',
  CERT_HAS_EXPIRED: 'the TLS certificate has expired',
  CERT_NOT_YET_VALID: 'the TLS certificate is not valid yet',
  ERR_TLS_CERT_ALTNAME_INVALID: 'the TLS certificate is for another host',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'the TLS certificate is self-signed',
  SELF_SIGNED_CERT_IN_CHAIN: 'the TLS certificate comes from an unknown authority',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'the TLS certificate comes from an unknown authority',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'the TLS certificate chain is incomplete',
};

/** How a connection fails to come about; where there is a proxy, that to the proxy. */
const UNCONNECTED: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ETIMEDOUT',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** Puts what was thrown while fetching into words, without anything of the request in them. */
export function describeTrouble(error: unknown, hasProxy = false): string {
  const isOfProxy = hasProxy && error instanceof Error && UNCONNECTED.has(codeOf(error));
  return isOfProxy ? `the proxy in its settings: ${describe(error)}` : describe(error);
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof UnreadableBodyError) return error.message;
  const code = codeOf(error);
  if (code === 'ERR_PRIVATE_ADDRESS') {
    return `${error.message}, which only a source that allows private addresses may ask`;
  }
  if (error instanceof errors.HTTPParserError || code === 'ERR_ASSERTION')
    return 'the answer is not valid HTTP';
  // What undici calls it, and it takes none.
  if (error instanceof errors.SocketError && error.message === 'bad response')
    return 'the answer begins with a 100 Continue that nobody asked for, and cannot be read';
  if (/^(?:ERR_SSL_|EPROTO)/.test(code)) return `the TLS handshake failed (${code})`;
  const meaning = MEANINGS[code];
  if (meaning) return `${meaning} (${code})`;
  return [error.message || error.name, code && `(${code})`].filter(Boolean).join(' ');
}

/** Whether no server was reached, for want of a network or a name. */
export function isOffline(error: unknown): boolean {
  const code = error instanceof Error ? codeOf(error) : '';
  return ['ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'EHOSTUNREACH'].includes(code);
}

/** The code that says most. Happy Eyeballs wraps one error for each address: the first one speaks for all. */
export function codeOf(error: Error): string {
  const first = error instanceof AggregateError ? error.errors[0] : undefined;
  const own = (error as NodeJS.ErrnoException).code ?? (first as NodeJS.ErrnoException)?.code;
  // undici reports a socket error of its own; the cause, where there is one, says more.
  if (own === 'UND_ERR_SOCKET' && error.cause instanceof Error) return codeOf(error.cause);
  return own ?? '';
}
