import Handlebars from 'handlebars';

/** Plain text as HTML. */
export function escapeHtml(text: string): string {
  return Handlebars.escapeExpression(text);
}
