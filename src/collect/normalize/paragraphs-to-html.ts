/** Text without any tag, as JSON Feed and video feeds have it, gets the paragraphs that it shows. */
export function paragraphsToHtml(html: string): string {
  if (!html.includes('\n') || /<[a-z]/i.test(html)) return html;
  return html
    .split(/\n\s*\n/)
    .map((paragraph) => `<p>${paragraph.trim().replaceAll('\n', '<br>')}</p>`)
    .join('');
}
