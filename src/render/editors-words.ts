import { htmlToText } from './html-to-text.ts';
import { markdownToHtml } from './markdown-to-html.ts';

/** An intro or a note of the editor's. */
export interface EditorsWords {
  /** Safe HTML. */
  readonly html: string;
  /** Lines indented by two, so that a text mail shows whose words they are. */
  readonly text: string;
  /** Whether there is more of it than this. */
  readonly isCut: boolean;
}

/**
 * Undefined where nothing is left of it.
 *
 * @param most characters of Markdown; what is longer ends with the last paragraph or word that fits
 */
export function editorsWords(
  markdown: string,
  most = Number.POSITIVE_INFINITY,
): EditorsWords | undefined {
  const shown = cut(markdown, most);
  const html = markdownToHtml(shown);
  if (html === '') return undefined;
  const text = htmlToText(html).replace(/^(?=.)/gm, '  ');
  return { html, text, isCut: shown !== markdown };
}

function cut(markdown: string, most: number): string {
  if (markdown.length <= most) return markdown;
  const start = markdown.slice(0, most);
  const end = [start.lastIndexOf('\n\n'), start.lastIndexOf(' ')].find((at) => at > most / 3);
  return `${start.slice(0, end ?? most).trimEnd()} \u2026`;
}
