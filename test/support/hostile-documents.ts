/** Documents that make a careless parser slow, deep or hungry, each of about `size` characters. */
export const hostileDocuments: Readonly<Record<string, (size: number) => string>> = {
  'elements nested': (size) => rss(`<item><title>a</title>${fill('<a>', size)}`),
  'items nested': (size) => rss(fill('<item>', size)),
  'authors nested': (size) => rss(`<item>${fill('<author>', size)}`),
  'channels nested': (size) => fill('<channel>', size),
  'markup nested': (size) => rss(`<item><description>${fill('<div>', size)}`),
  'escaped markup nested': (size) => rss(`<item><description>${fill('&lt;b>', size)}`),
  'json nested': (size) =>
    `{"version":"https://jsonfeed.org/version/1.1","items":${fill('[', size)}`,
  'many items': (size) => rss(fill('<item><title>a</title><link>http://a/1</link></item>', size)),
  'a table of contents of RDF': tableOfContents,
  'one long text': (size) => rss(`<item><description>${'x'.repeat(size)}</description></item>`),
  'one long attribute': (size) => rss(`<item a="${'x'.repeat(size)}"/>`),
  'one long name': (size) => rss(`<${'a'.repeat(size)}>`),
  'titles never closed': (size) => rss(`<item>${fill('<title>x<link>y<guid>z', size)}`),
  'unknown elements never closed': (size) => rss(`<item>${manyNames(size)}`),
  'wrong end tags': (size) => rss(`<item>${fill('<title>x</summary>', size)}`),
  'end tags only': (size) => rss(`<item>${fill('</x>', size)}`),
  'comments never closed': (size) => rss(fill('<!--', size)),
  'sections never closed': (size) => rss(`<item><title>${fill('<![CDATA[', size)}`),
  'instructions never closed': (size) => rss(fill('<?', size)),
  'document types': (size) => `${fill('<!DOCTYPE a[>', size)}${rss('')}`,
  'document types never closed': (size) => `${fill('<!DOCTYPE a', size)}${rss('')}`,
  'quotes never closed': (size) => rss(fill(`<a '">`, size)),
  'angle brackets': (size) => rss(`<item><title>${'<'.repeat(size)}`),
  ampersands: (size) => rss(`<item><guid>${'&'.repeat(size)}</guid><title>${fill('&#', size)}`),
  'zeros in a reference': (size) => rss(`<item><title>&#x${'0'.repeat(size)};</title></item>`),
  'attributes without value': (size) => rss(`<item ${fill('a ', size)}/>`),
  'spaces in a tag': (size) => rss(`<item a${' '.repeat(size)}>`),
  'brackets in an author': (size) => rss(`<item><author>${'('.repeat(size)}</author></item>`),
  'brackets between comments': (size) => rss(`<item><author>${fill('(<!---->', size)}</author>`),
  'a long date': (size) => rss(`<item><pubDate>${'1'.repeat(size)}</pubDate></item>`),
  'relative links': (size) => rss(`<item><description><![CDATA[${fill('<a href="x">', size)}]]>`),
  'bases in bases': (size) => rss(`<item><description>${fill('<div xml:base="a/">', size)}`),
  'an entity bomb': entityBomb,
  'a page of HTML': (size) => `<html>${fill('<p>x</p>', size)}`,
  'no markup': (size) => 'x'.repeat(size),
};

function rss(inside: string): string {
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>t</title>${inside}</channel></rss>`;
}

function fill(text: string, size: number): string {
  return text.repeat(Math.max(1, Math.floor(size / text.length)));
}

function manyNames(size: number): string {
  return Array.from({ length: Math.floor(size / 9) }, (_, index) => `<u${index}>`).join('');
}

function tableOfContents(size: number): string {
  const numbers = Array.from({ length: Math.floor(size / 100) }, (_, index) => index);
  const contents = numbers.map((number) => `<rdf:li rdf:resource="http://a/${number}"/>`).join('');
  const items = numbers.map(
    (number) => `<item rdf:about="http://a/${number}"><title>x</title></item>`,
  );
  return `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel><items><rdf:Seq>${contents}</rdf:Seq></items></channel>${items.join('')}</rdf:RDF>`;
}

function entityBomb(size: number): string {
  const levels = Array.from({ length: 20 }, (_, level) => level + 1).map(
    (level) => `<!ENTITY e${level} "${`&e${level - 1};`.repeat(50)}">`,
  );
  const seed = `<!ENTITY e0 "${'x'.repeat(size)}">`;
  return `<!DOCTYPE rss [${seed}${levels.join('')}]>${rss('<item><title>&e20;</title></item>')}`;
}
