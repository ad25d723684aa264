import { either } from './either.ts';
import { isScene } from './is-fragment.ts';
import { pointsElsewhere } from './points-elsewhere.ts';

const LONGEST = 400;
const SHORTEST = 25;
const FEWEST_WORDS = 4;

const ENDS_WELL = /(?<!\.\.)[.!]["”'’)\]]{0,2}$|[。！]$/;
const CLIPPED = /\[\s*(?:…|\.{2,}|&hellip;)\s*\]|…|\.{3}/;
const FURNITURE = either(
  /appeared first on/i,
  /^the post\b/i,
  /originally (?:appeared|published|posted)/i,
  /first (?:appeared|published) (?:on|at)/i,
  /\bcontinue reading/i,
  /\bread (?:more|the full|the rest|on)\b/i,
  /\bclick (?:here|on|the)/i,
  /\blearn more\b/i,
  /\bfind out more/i,
  /\bsee more\b/i,
  /\bsubscrib(?:e|ing)\b(?!r)/i,
  /\bsign up\b/i,
  /\bnewsletter/i,
  /\bshare this/i,
  /\bfollow us\b/i,
  /\ball rights reserved/i,
  /\bcookies?\b/i,
  /\bjavascript\b/i,
  /\badvertis(?:ement|ing)\b/i,
  /\bsponsored\b/i,
  /\baffiliate/i,
  /\btable of contents/i,
  /\bleave a (?:comment|reply)/i,
  /\bimage (?:credit|source)/i,
  /\bphoto (?:credit|by)/i,
  /\bwatch the (?:video|recording|replay)/i,
  /\bdownload (?:the|this|our) (?:white ?paper|e-?book|guide|report)/i,
  /\bprivacy policy/i,
  /\bterms of (?:use|service)/i,
  /\bin this (?:article|post|blog|video|episode|guide)\b/i,
  /\bthanks? (?:you )?for (?:reading|watching)/i,
  /\blet(?:'|’)s (?:get|dive|take|go)\b/i,
  /\bstay tuned/i,
  /\bregister (?:now|today|here)/i,
  /^(?:hi|hello|hey|dear|welcome|greetings)\b/i,
  /\bforward-looking statements?/i,
  /^please (?:see|refer|note|read|check|visit)\b/i,
);
const BYLINE =
  /^(?:by|von|par|written by|posted (?:by|on|in)|author|published (?:on|by|in)|updated?|last (?:updated|modified)|reviewed by|date)\b[:\s](?!default|design|contrast|now|then|far|using|the end|[a-z]+ing\b)/i;
/** What a reader is asked to do. */
const CALL = either(
  /^(?:to learn more|for (?:more|further|additional) (?:information|details?|info|resources)|(?:register|contact|visit|join|sign up|reach out|talk|speak|book|request|schedule|reserve|apply|order)\b (?:(?:a|an|for|in|our|sales|the|to|today|us|with|your)\b|now\b)|(?:download|try|buy|start|get|see|watch|check) (?:(?:it|our|your|a|the)\b.*\b(?:now|today|here|free|yourself|trial)\b|now\b|started\b|in touch\b|out\b)|save (?:the date|your seat))/i,
  /\b(?:free trial|contact (?:our |your )?(?:sales|account)|visit (?:us at|our (?:web ?site|site|booth|page))|(?:request|book|schedule) a demo|sales team)\b/i,
);
/** Names the company twice, as a heading and the sentence under it do: "About Acme Acme makes …". */
const ABOUT = /^About (?:the )?(\p{Lu}[\p{L}\p{N}&-]+)\b[^.!?]{0,60}? \1\b/u;
/** A line of a table: "Publicly disclosed: No." */
const CELLS = /^\p{Lu}[\p{L}\p{N} ()/-]{2,40}: \S+(?: \S+){0,3}$/u;
/** A field of an advisory: "CVSSv3 range: 4.9 to 8.1." */
const FIELD =
  /^(?:(?:CWE|CAPEC)-\d+ [A-Z]|(?:CVEs?(?: ids?)?|CVSS\w*(?: \w+)?|severity|synopsis|issue date|products?|advisory(?: id)?|(?:problem|weakness) types?|(?:CWE|CAPEC)s?|impacts?|vendor|affected(?: \w+)?|impacted(?: \w+)?|status|category|tags?|source)\s?:)/i;
/** What is said on a call before anybody says something, and what lawyers add. */
const CEREMONY = either(
  /^(?:operator|moderator)\b ?:/iu,
  /^(?:[\p{L}.]+ ){0,3}[\p{L}.]+: (?:good|thanks?|hi|hello|welcome)\b/iu,
  /^(?:thanks|thank you|danke|merci|gracias|grazie)[ ,!]/iu,
  /^(?:good (?:day|morning|afternoon|evening)|ladies and gentlemen)\b/iu,
  /\b(?:standing by|listen-only mode|open (?:up )?(?:for|to) questions|please be advised|for (?:general )?information(?:al)? purposes only|makes? no (?:representation|warrant)|undue reliance|computer[- ]generated and)\b/iu,
  /\b(?:did not|didn['’]t|has not|have not|hasn['’]t|declined to) (?:immediately |yet )?(?:respond|repl(?:y|ied)|comment)\b/iu,
  /\bwollte sich (?:dazu )?nicht äußern/iu,
  /\bn['’]a pas (?:immédiatement |encore )?(?:répondu|souhaité commenter)/iu,
);
/** Speaks to the reader, and says nothing about the subject. */
const APPEAL =
  /^(?:let['’]s|(?:can|could|would) (?:any ?(?:one|body)|someone|you)|imagine|picture this|imaginez|imagina|immagina|stellen sie sich|use this (?:checklist|guide|page|article|list|template)|(?:immediate|urgent|prompt) (?:action|attention|patching|updating) is\b)(?!\p{L})/iu;
/** One person's words: who says "I" is not named. Quoted ones are. */
const FIRST_PERSON =
  /(?:^|[\s(])(?:(?<!\b(?:Type|Class|Part|Phase|War) )I(?:['’](?:m|ve|d|ll)\b|(?= \p{Ll}))|[Mm]y(?= \p{Ll})|[Mm]e(?=[ .,!])|[Jj]['’](?=\p{Ll})|(?:[Qq]ue|[Qq]u[ae]nd|[Mm]ais) je\b|[Ii]ch(?= \p{Ll}))/u;
const QUOTED = /"[^"]*"|“[^”]*”|„[^“]*“|«[^»]*»/g;
/** Of a template whose words were filled in later: a space before the full stop. */
const SPACED = /\s[.,](?:\s|$)/;
const ADDRESS = /https?:\/\/|\bwww\./i;
const CODE = /[{}<>|\\`]|=\s*["']|;\s*$|\s--\w/;
const LOWER_START = /^["'“(]?\p{Ll}/u;
const LOWER_BRAND = /^["'“(]?(?:[a-z]{1,2}[A-Z]|[a-z]+\s+v?\d)/;

/** True for a whole sentence of prose that can stand alone: not clipped, no byline, no call to read on. */
export function isCleanSentence(sentence: string): boolean {
  return (
    sentence.length <= LONGEST &&
    isLongEnough(sentence) &&
    ENDS_WELL.test(sentence) &&
    !CLIPPED.test(sentence) &&
    !FURNITURE.test(sentence) &&
    !pointsElsewhere(sentence) &&
    !CEREMONY.test(sentence) &&
    !APPEAL.test(sentence) &&
    !FIRST_PERSON.test(sentence.replace(QUOTED, '')) &&
    !SPACED.test(sentence) &&
    !isScene(sentence) &&
    !BYLINE.test(sentence) &&
    !CALL.test(sentence) &&
    !ABOUT.test(sentence) &&
    !CELLS.test(sentence) &&
    !FIELD.test(sentence) &&
    !ADDRESS.test(sentence) &&
    !CODE.test(sentence) &&
    (!LOWER_START.test(sentence) || LOWER_BRAND.test(sentence)) &&
    isBalanced(sentence)
  );
}

function isLongEnough(sentence: string): boolean {
  // Japanese and Chinese say as much in a third of the characters, without spaces.
  if (/[\u3040-\u30ff\u4e00-\u9fff]/.test(sentence)) return sentence.length >= SHORTEST / 2;
  return sentence.length >= SHORTEST && sentence.split(' ').length >= FEWEST_WORDS;
}

function isBalanced(sentence: string): boolean {
  const count = (mark: RegExp) => sentence.match(mark)?.length ?? 0;
  return (
    count(/[(（]/g) === count(/[)）]/g) &&
    count(/\[/g) === count(/\]/g) &&
    count(/“/g) === count(/”/g) &&
    count(/"/g) % 2 === 0
  );
}
