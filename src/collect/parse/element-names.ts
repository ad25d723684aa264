import {
  type ElementRole,
  entryNames,
  knownNames,
  localName,
  roleOf,
  unreadNames,
} from './xml-vocabulary.ts';

/** The name of an element, looked at from all sides. */
export interface ElementName {
  /** As feedsmith knows it: without the prefix that the vocabulary of the feed has. */
  readonly written: string;
  /** In lower case, without any prefix. */
  readonly local: string;
  readonly role: ElementRole;
  /** Whether it begins an entry of the feed. */
  readonly isEntry: boolean;
}

/** The names of one document: few, and each read thousands of times. */
export class ElementNames {
  readonly #ownPrefixes: Set<string>;
  readonly #byName = new Map<string, ElementName>();

  constructor(ownPrefixes: ReadonlySet<string>) {
    this.#ownPrefixes = new Set(ownPrefixes);
  }

  /** From here on, these are prefixes of the feed, too. */
  adopt(prefixes: ReadonlySet<string>): this {
    const isNew = [...prefixes].some((prefix) => !this.#ownPrefixes.has(prefix));
    if (isNew) this.#byName.clear();
    for (const prefix of prefixes) this.#ownPrefixes.add(prefix);
    return this;
  }

  read(name: string): ElementName {
    const known = this.#byName.get(name);
    if (known !== undefined) return known;
    const read = this.#describe(name);
    if (this.#byName.size < mostNames) this.#byName.set(name, read);
    return read;
  }

  #describe(name: string): ElementName {
    const written = knownNames.get(name.toLowerCase()) ?? this.#withoutOwnPrefix(name);
    const local = localName(name);
    const isEntry = entryNames.has(written.toLowerCase());
    // In another vocabulary, `item` and `entry` are something else.
    const isForeign = entryNames.has(local) ? !isEntry : unreadNames.has(name.toLowerCase());
    const role = isForeign ? 'other' : roleOf(local);
    return { written, local, role, isEntry };
  }

  #withoutOwnPrefix(name: string): string {
    const colon = name.indexOf(':');
    const isOwn = colon > 0 && this.#ownPrefixes.has(name.slice(0, colon).toLowerCase());
    return isOwn ? name.slice(colon + 1) : name;
  }
}

/** Bounds the memory that a document can have taken for names. */
const mostNames = 1000;
