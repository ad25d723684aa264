import { GERMAN_MONTH } from './months.ts';

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

// A full stop after these never ends a sentence.
const ALWAYS_INSIDE =
  /(?:^|[\s("'“])(?:e\.g|i\.e|cf|vs|ver|approx|ca|dr|mr|mrs|ms|prof|st|incl|excl|inkl|dept|gen|gov|sen|rep|z\.\s?b|d\.\s?h|u\.\s?a|bzw|z|bspw|evtl|ggf|mio|mrd)\.$/i;
// These never end one before a number: "No. 5".
const BEFORE_NUMBER = /(?:^|[\s("'“])(?:no|nr|nos|fig|sec|sect|vol|ch|pp?|rev|v|max|min)\.$/i;
// These can end one: they do before a word that opens sentences.
const SOMETIMES_INSIDE =
  /(?:^|[\s("'“,])(?:inc|corp|ltd|co|llc|plc|bros|jr|sr|etc|usw|al|u\.s|u\.k|u\.s\.a|e\.u|a\.m|p\.m|ph\.d|gmbh|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.["')\]]?$/i;
const OPENER =
  /^["'“(]?(?:the|a|an|it|its|this|that|these|those|they|their|he|she|his|her|we|our|you|your|i|in|on|at|as|by|for|from|with|to|of|if|when|while|since|after|before|and|but|or|so|yet|however|although|also|there|here|what|who|how|why|most|many|some|all|both|each|no|not|now|one|two|according|meanwhile|additionally|der|die|das|ein|eine|es|sie|er|im|mit|le|la|les|un|une|il|elle)\b/i;
const INITIALS = /(?:^|[\s(])(?:\p{Lu}\.){1,3}$/u;
const LIST_NUMBER = /^\s*\(?(?:\d{1,2}|[a-z])[.)]$/i;
const ORDINAL = /(?:^|\s)\d{1,2}\.$/;
const AFTER_ORDINAL = new RegExp(
  `^(?:${GERMAN_MONTH}|Quartal|Generation|Auflage|Halbjahr|Jahrhundert)\\b`,
);
// Where the segmenter sees no break because the next name begins in lower case: "iSCSI", "vSphere".
const BEFORE_CAMEL = /(?<=\p{L}{2,}[.!?]["”')\]]?)\s+(?=["“(]?[a-z]{1,2}[A-Z])/u;

/** A line of this length that goes on in lower case was wrapped. */
const WRAPPED = 50;

/**
 * The sentences of a plain text, in order, white space collapsed. Lines end sentences, except that
 * a long one which goes on in lower case is taken as wrapped.
 */
export function splitSentences(text: string): string[] {
  const sentences: string[] = [];
  let open = '';
  for (const { segment } of segmenter.segment(joinWrappedLines(text))) {
    if (open !== '' && isInside(open, segment)) open += segment;
    else {
      push(sentences, open);
      open = segment;
    }
  }
  push(sentences, open);
  return sentences;
}

function push(sentences: string[], run: string): void {
  for (const part of run.split(BEFORE_CAMEL)) {
    const sentence = part.replace(/\s+/g, ' ').trim();
    if (sentence !== '') sentences.push(sentence);
  }
}

/** Mails and advisories break long lines within a sentence; lists have short ones. */
function joinWrappedLines(text: string): string {
  if (!text.includes('\n')) return text;
  const lines = text.split('\n').map((line) => line.trim());
  return lines.reduce((joined, line, at) => {
    const before = lines[at - 1] ?? '';
    const isWrapped =
      before.length >= WRAPPED && /[\p{L}\p{N},;-]$/u.test(before) && /^\p{Ll}/u.test(line);
    return `${joined}${isWrapped ? ' ' : '\n'}${line}`;
  });
}

/** True when the break that the segmenter saw between two runs is none. */
function isInside(before: string, after: string): boolean {
  if (before.includes('\n') && /\n\s*$/.test(before)) return false;
  const end = before.trimEnd();
  // No white space: a stop inside a name (".NEXT", "Node.js"), except after an ideographic one.
  if (end.length === before.length) return !/[。！？]["”'）)]?$/.test(end);
  const next = after.trimStart();
  return (
    ALWAYS_INSIDE.test(end.slice(-12)) ||
    (BEFORE_NUMBER.test(end.slice(-12)) && /^\d/.test(next)) ||
    (INITIALS.test(end.slice(-8)) && !OPENER.test(next)) ||
    LIST_NUMBER.test(end) ||
    (SOMETIMES_INSIDE.test(end.slice(-12)) && !OPENER.test(next)) ||
    (ORDINAL.test(end.slice(-4)) && AFTER_ORDINAL.test(next)) ||
    isInParentheses(end, next)
  );
}

/** A stop between parentheses that the next run closes: "(see KB. 12)". */
function isInParentheses(before: string, after: string): boolean {
  const opened = before.lastIndexOf('(');
  if (opened === -1 || before.length - opened > 200 || before.includes(')', opened)) return false;
  const closed = after.indexOf(')');
  return closed !== -1 && !after.slice(0, closed).includes('(');
}
