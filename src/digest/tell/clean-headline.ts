import { normalizeText } from '../words/normalize-text.ts';

/** " | XCP-ng Blog", " - The Register": a site's name, never longer than a few words. */
const SUFFIX = /\s+(?:\||[–—]|-|::|»|·)\s+([^|–—»·]{2,40})$/;
/** "[TAM Blog] ", "Blog: ", "VMware Blog | ". */
const MASTHEAD =
  /^(?:\[[^\]]*\b(?:blog|news|post|update|series)\b[^\]]*\]|(?:blog|news|press release|announcement)\s*[:|–-])\s*/i;
const SITE_WORD =
  /\b(?:blogs?|news|forums?|magazine|community|press|documentation|docs|knowledge base)\b$/i;

/** A title without the name of the site it stands on. */
export function cleanHeadline(title: string, sourceName: string): string {
  const plain = title.replace(/\s+/g, ' ').trim();
  const suffix = SUFFIX.exec(plain);
  const isSite = suffix?.[1] !== undefined && isSiteName(suffix[1], sourceName);
  const cut = isSite ? plain.slice(0, suffix?.index) : plain;
  const cleaned = cut.replace(MASTHEAD, '').trim();
  return cleaned === '' ? plain : cleaned;
}

function isSiteName(text: string, sourceName: string): boolean {
  if (SITE_WORD.test(text)) return true;
  const source = wordsOf(sourceName);
  const own = wordsOf(text);
  return own.length > 0 && own.every((word) => source.includes(word));
}

function wordsOf(text: string): string[] {
  return (
    normalizeText(text)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}
