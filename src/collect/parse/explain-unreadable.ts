/** Why a document that has no root element of a feed is none, in words for the operator. */
export function explainUnreadable(text: string, root: string): string {
  if (text.trim() === '') return 'the document is empty';
  if (root === '') return 'not a feed: there is no XML in it';
  return /^html$/i.test(root) || /^\s*<!doctype html/i.test(text.slice(0, 1000))
    ? 'an HTML page, not a feed'
    : `not a feed: its first element is <${root}>`;
}
