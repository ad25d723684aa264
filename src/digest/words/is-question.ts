/** True for a sentence that asks: "Is it being exploited?" says nothing, whatever its words. */
export function isQuestion(sentence: string): boolean {
  return /\?["'”’)\]]*\s*$/.test(sentence);
}
