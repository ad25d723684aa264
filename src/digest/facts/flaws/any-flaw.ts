/** What a flaw is called, for a pattern. */
export const ANY_FLAW = 'flaws?|bugs?|holes?|vulnerabilit(?:y|ies)|weakness(?:es)?|zero[- ]days?';
