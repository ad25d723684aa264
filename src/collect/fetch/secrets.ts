/** A setting names an environment variable that is not set. */
class MissingSecretError extends Error {
  constructor(name: string) {
    super(`the environment variable ${name}, which its settings name, is not set`);
  }
}

const NAMED = /\$\{(\w+)\}/g;

/**
 * Fills the secrets of one source in where its settings name them, and hides them again in what is
 * told and kept of it. Throws MissingSecretError for a name without a value.
 */
export class Secrets {
  readonly #environment: Readonly<Record<string, string | undefined>>;
  /** The name of each value that was filled in, as it stands in a URL. */
  readonly #names = new Map<string, string>();

  constructor(environment: Readonly<Record<string, string | undefined>> = {}) {
    this.#environment = environment;
  }

  /** Replaces `${NAME}` by the environment variable NAME. */
  fill(text: string): string {
    return text.replace(NAMED, (_, name: string) => this.#valueOf(name));
  }

  /** The same in a URL, where a value is percent-encoded and so cannot lead elsewhere. */
  fillUrl(url: string): URL {
    return new URL(url.replace(NAMED, (_, name: string) => encode(this.#valueOf(name))));
  }

  /** A URL with the names of secrets in place of their values, which can be filled again. */
  hide({ origin, pathname, search }: URL): string {
    let rest = asLiteral(`${pathname}${search}`);
    const longestFirst = [...this.#names].sort(([a], [b]) => b.length - a.length);
    for (const [value, name] of longestFirst) rest = rest.replaceAll(value, () => `\${${name}}`);
    return `${origin}${rest}`;
  }

  #valueOf(name: string): string {
    const value = this.#environment[name];
    if (value === undefined) throw new MissingSecretError(name);
    if (value !== '') this.#names.set(value, name).set(encode(value), name);
    return value;
  }
}

/** A URL that somebody else wrote: what looks like the name of a secret in it is none. */
export function asLiteral(url: string): string {
  return url.replaceAll('${', '$%7B');
}

/** As it stays when a URL is parsed, which encodes the apostrophe of a query, too. */
function encode(value: string): string {
  return encodeURIComponent(value).replaceAll("'", '%27');
}
