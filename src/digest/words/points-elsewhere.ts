/** Where a reader is sent: a page, a part of one, or simply "here". */
const PLACE =
  '(?:pages?|sections?|documentation|docs?|guides?|articles?|posts?|blogs?|(?:release|upgrade) notes|change ?logs?|forums?|threads?|discussions?|links?|FAQs?|web ?sites?|portals?|knowledge base|KBs?|tables?|advisor(?:y|ies)|bulletins?|instructions|here|below|above)';
const SENDS =
  '(?:see|follow|read|check|consult|visit|view|browse|join|download|find|get|refer to|head (?:over )?to|go to|look at|take a look at)';
const NEAR = '[^.;:]{0,80}?';

const ENGLISH = new RegExp(
  [
    '^(?:please )?(?:see|refer to|consult)\\b(?! (?:your|a) )',
    '^(?:check|come) back\\b',
    // "Download the image.", "Follow this guide.": told to do it, with an article behind.
    `^(?:please )?${SENDS} (?:(?:out|through|also) )?(?:the|this|these|our|its|their)\\b(?:${NEAR}\\b${PLACE}\\b|[^.,]{0,50}\\.$)`,
    // "To update, follow …", "For details, see our … page", "You can also join the discussion …".
    `(?:^(?:to|for) [^.;]{1,100}?, |^you can (?:also )?|\\b(?:please|also) )${SENDS}\\b${NEAR}\\b${PLACE}\\b`,
    `\\b(?:details|information|instructions)\\b[^.]{0,80}, (?:please )?see\\b`,
    `\\b(?:are|is|can be|be) (?:also )?(?:available|found|listed|described|explained|documented|downloaded|linked)(?: in (?:the|this|our) ${PLACE})? (?:here|below|above)\\b`,
    '\\b(?:more|further|additional) (?:information|details?|on this)\\b[^.]{0,80}\\b(?:here|below|(?:in|on|at) (?:the|this|our|its)\\b)',
    '\\bas (?:referenced|described|listed|detailed) in (?:the|this)\\b',
    '\\balways be the (?:single )?source of truth\\b',
    '\\b(?:this|the following) (?:article|page|document|topic|section|table|list)s? (?:also )?(?:identif(?:y|ies)|lists?|contains?|provides?|covers?)\\b',
    '\\bthis (?:article|post|page|document|guide|checklist) is (?:for|organi[sz]ed|divided|structured|aimed)\\b',
    '\\bcovers? the following\\b',
  ].join('|'),
  'i',
);
/** German, French, Spanish, Italian and Portuguese. */
const OTHERS = new RegExp(
  [
    '^siehe\\b',
    '^(?:weitere|mehr|nähere) (?:informationen|details|infos)\\b',
    '^(?:lesen|laden|besuchen|beachten|folgen) sie\\b',
    '\\b(?:finden sie|findet (?:man|sich)|finden sich)\\b',
    '^(?:consultez|lisez|téléchargez|retrouvez|découvrez|rendez-vous|voir)(?!\\p{L})',
    '^(?:pour en savoir plus|pour plus d|(?:para|per) (?:obter )?(?:más|mais|maggiori|ulteriori) inform)',
    '\\bsont disponibles (?:ici|sur notre)\\b',
    '^(?:consult[ae]|lea|descarg(?:a|ue)|visit[ae]|consultate|leggi|leggete|scarica|scopri)(?!\\p{L})',
  ].join('|'),
  'iu',
);

/** True for a sentence that only says where to read on: "Details are available here." */
export function pointsElsewhere(sentence: string): boolean {
  return ENGLISH.test(sentence) || OTHERS.test(sentence);
}
