import { normalizeText } from '../words/normalize-text.ts';
import { plainTitle } from '../words/plain-title.ts';

/** " | XCP-ng Blog", " - The Register": a site's name, never longer than a few words. */
const SUFFIX = /\s+(?:\||[–—]|-|::|»|·)\s+([^|–—»·]{2,40})$/;
/** "[TAM Blog] ", "Blog: ", "VMware Blog | ". */
const MASTHEAD =
  /^(?:\[[^\]]*\b(?:blog|news|post|update|series)\b[^\]]*\]|(?:blog|news|press release|announcement)\s*[:|–-])\s*/i;
/** "[devel] [PATCH v2 storage 07/13] ", before the subject of a mail. */
const PATCH_MAIL = /^(?:\[[\w.-]{2,30}\] )?\[(?:[\w.-]+ ){0,3}PATCH\b[^\]]{0,60}\] ?/;
const SITE_WORD =
  /\b(?:blogs?|news|forums?|magazine|community|press|documentation|docs|knowledge base)\b$/i;

/** A title without the name of the site it stands on, and without the marks of mails and changelogs. */
export function cleanHeadline(title: string, sourceName: string): string {
  const plain = plainTitle(title.replace(/\s+/g, ' ').trim());
  const suffix = SUFFIX.exec(plain);
  const isSite = suffix?.[1] !== undefined && isSiteName(suffix[1], sourceName);
  const cut = isSite ? plain.slice(0, suffix?.index) : plain;
  const cleaned = [MASTHEAD, PATCH_MAIL]
    .reduce((title, furniture) => title.replace(furniture, ''), cut)
    .trim();
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
