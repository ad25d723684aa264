import { type ElementRole, entryNames, knownNames, localName, roleOf } from './xml-vocabulary.ts';

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
  readonly #ownPrefixes: ReadonlySet<string>;
  readonly #byName = new Map<string, ElementName>();

  constructor(ownPrefixes: ReadonlySet<string>) {
    this.#ownPrefixes = ownPrefixes;
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
    const role = entryNames.has(local) && !isEntry ? 'other' : roleOf(local);
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
