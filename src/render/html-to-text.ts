import { Parser } from 'htmlparser2';

const blocks: ReadonlySet<string> = new Set(['p', 'pre', 'blockquote', 'ul', 'ol', 'li', 'hr']);
const isolated: ReadonlySet<string> = new Set(['p', 'pre', 'blockquote', 'hr']);
const indenting: ReadonlySet<string> = new Set(['blockquote', 'li']);

/** The HTML that `markdownToHtml` gives as text with a line for each paragraph, not yet wrapped. */
export function htmlToText(html: string): string {
  const writer = new TextWriter();
  const parser = new Parser({
    onopentag: (name, { href, start }) => writer.open(name, href, Number(start ?? 1)),
    onclosetag: (name) => writer.close(name),
    ontext: (text) => writer.write(text),
  });
  parser.end(html);
  return writer.text();
}

class TextWriter {
  #written = '';
  #current = '';
  /** A list mark that the next block begins with. */
  #mark = '';
  #gap = '';
  #depth = 0;
  #isPreformatted = false;
  /** The number of the next item of each open list; none for bullets. */
  readonly #lists: (number | undefined)[] = [];
  readonly #links: { readonly href: string; readonly from: number }[] = [];

  open(name: string, href = '', start = 1): void {
    if (blocks.has(name)) this.#endBlock();
    if (name === 'br') this.#current += '\n';
    if (name === 'hr') this.#current = '* * *';
    if (name === 'pre') this.#isPreformatted = true;
    if (name === 'a') this.#links.push({ href, from: this.#current.length });
    if (name === 'ul' || name === 'ol') this.#lists.push(name === 'ol' ? start : undefined);
    if (name === 'li') this.#mark = this.#nextMark();
    if (indenting.has(name)) this.#depth += 1;
  }

  close(name: string): void {
    if (name === 'a') this.#endLink();
    if (blocks.has(name)) this.#endBlock();
    if (name === 'pre') this.#isPreformatted = false;
    if (name === 'ul' || name === 'ol') this.#lists.pop();
    if (indenting.has(name)) this.#depth -= 1;
    const isPartOfList = name === 'li' || this.#lists.length > 0;
    if (isolated.has(name) || (blocks.has(name) && !isPartOfList)) this.#gap = '\n\n';
  }

  write(text: string): void {
    this.#current += this.#isPreformatted ? text : text.replace(/\s+/g, ' ');
  }

  text(): string {
    this.#endBlock();
    return this.#written;
  }

  #nextMark(): string {
    const number = this.#lists.at(-1);
    if (number === undefined) return '- ';
    this.#lists[this.#lists.length - 1] = number + 1;
    return `${number}. `;
  }

  #endLink(): void {
    const link = this.#links.pop();
    if (!link) return;
    const text = this.#current.slice(link.from);
    const isItself = [link.href, link.href.replace(/^mailto:|\/$/g, '')].includes(text);
    if (link.href && !isItself) this.#current += ` <${link.href}>`;
  }

  #endBlock(): void {
    const text = this.#isPreformatted ? this.#current.replace(/\n$/, '') : this.#current.trim();
    this.#current = '';
    if (text === '') return;
    const indent = '  '.repeat(this.#depth);
    const lines = text.split('\n').map((line) => `${indent}${line}`.trimEnd());
    if (this.#mark) lines[0] = `${indent.slice(2)}${this.#mark}${lines[0]?.trimStart()}`;
    this.#written += `${this.#written && (this.#gap || '\n')}${lines.join('\n')}`;
    this.#mark = '';
    this.#gap = '';
  }
}
