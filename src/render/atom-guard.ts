// What `feed` 6 and the XML writer under it do not do right by themselves.

/** For a text element: the writer takes one `&amp;` for an escape that was done already. */
export function asAtomText(text: string): string {
  return text.replaceAll('&', '&amp;');
}

/** For HTML in a CDATA section: the writer splits only the first `]]>` that would end it. */
export function asAtomHtml(html: string): string {
  return html.replaceAll(']]>', ']]&gt;');
}

/** For an attribute: the writer lets `<` through, and escaped it would be escaped twice. */
export function asAtomLabel(label: string): string {
  return label.replaceAll('<', '\u2039');
}
