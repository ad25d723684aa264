/** Words that make a sentence of English whole, whatever their endings. */
const VERB =
  /\b(?:is|are|was|were|be|been|has|have|had|do|does|did|can|could|will|would|may|might|must|shall|should|cannot|\p{L}+n['’]t|\p{L}+['’](?:s|re|ve|ll|d)|took|made|came|gave|found|led|left|let|hit|put|ran|saw|sent|set|shut|told|went|won|brought|built|bought|fell|got|grew|held|kept|lost|met|paid|rose|said|sold|stood|wrote|began|became|broke|chose|cut|cost|spread|struck)\b|\p{L}ed\b/iu;
/** May be a verb in the present, unless what stands around it makes it a noun. */
const PRESENT =
  /(?<!\b(?:a|an|the|of|for|with|from|to|in|on|at|by|and|or|between|across|about|into|over|its|their|our|your|all|more|most|several|many|few) )\b\p{Ll}{2,}(?<!s)s(?=[ "”'’)]+\S)/u;
/** "A scene with people talking", said of a picture. */
const SCENE =
  /^(?:An?|Two|Three|Several) [^.!?]*\b(?:of|with|for|showing|featuring) (?:(?:an?|the|two|three|several) )?(?:\p{L}+ ){0,3}\p{Ll}+ing\b/u;
/** "Prices of it, terms of use, ways out, and the rest": keywords. */
const LIST =
  /^\p{Lu}[^,.:; ]+ [^,.:;]{2,40}, (?:\p{Ll}[^,.:; ]+ [^,.:;]{2,40}, )+(?:and )?[^,:;]{2,}\.$/u;
/** The rule knows the verbs of English only. */
const ENGLISH = /^[^\u00c0-\u024f]*\b(?:the|of|with|for|and|on|from|to)\b[^\u00c0-\u024f]*$/;

/** True for the description of a picture in English: words without a verb. What may be a verb is taken as one. */
export function isScene(sentence: string): boolean {
  return SCENE.test(sentence) && hasNoVerb(sentence);
}

/** True for a list of keywords in English, without a verb: an opening for want of another. */
export function isKeywordList(sentence: string): boolean {
  return LIST.test(sentence) && hasNoVerb(sentence);
}

function hasNoVerb(sentence: string): boolean {
  return ENGLISH.test(sentence) && !VERB.test(sentence) && !PRESENT.test(sentence);
}
