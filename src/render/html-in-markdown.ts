import type { TokenizerObject, Tokens } from 'marked';

/** What an editor may write as HTML: marks within a line. */
const known = /^<\/?(?:a|b|br|code|del|em|i|strong)(?![\w:-])/i;
const comment = /^ {0,3}<!--(?:-?>|[\s\S]*?-->)\n?/;
const address = /^ {0,3}\[[^\]]+\]:\s*<?(?:https?|mailto):/i;

/**
 * Reads HTML in Markdown so that no word is lost: what is none that an editor may use, such as
 * `<version>`, is text like all the rest. Only comments are for nobody to read. Undefined means that
 * a rule finds nothing, false that Markdown decides.
 */
export const htmlInMarkdown: TokenizerObject = {
  // As a paragraph, in which each tag is looked at by itself.
  html: (source) => {
    const raw = comment.exec(source)?.[0];
    return raw === undefined ? undefined : { type: 'html', raw, text: '', pre: false, block: true };
  },
  tag(source) {
    const raw = this.rules.inline.tag.exec(source)?.[0];
    if (raw === undefined) return undefined;
    if (raw.startsWith('<!--')) return asTag(raw, '');
    if (!known.test(raw)) return asText(raw);
    // In a link an address is no other link.
    if (/^<\/?a\b/i.test(raw)) this.lexer.state.inLink = !raw.startsWith('</');
    return asTag(raw, raw);
  },
  // "[Update]: soon" says what a link of that name leads to, and would vanish.
  def: (source) => (address.test(source) ? false : undefined),
};

function asTag(raw: string, text: string): Tokens.Tag {
  return { type: 'html', raw, text, inLink: false, inRawBlock: false, block: false };
}

/** A token may be any; the types of `marked` know of tags only here. */
function asText(raw: string): Tokens.Tag {
  const token: Tokens.Text = { type: 'text', raw, text: raw };
  return token as unknown as Tokens.Tag;
}
