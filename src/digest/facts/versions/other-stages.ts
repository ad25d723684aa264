import { either } from '../../words/either.ts';

/** The words of a stage, about something else: a zone, a cipher, a guest, a city. */
const OTHER_STAGES = either(
  /\b(?:high|service|continuous|data|application|workload|vm)[- ]availability\b/gi,
  /\bavailability (?:zones?|sets?|groups?|sla|manager|target)s?\b/gi,
  /\bRC4\b(?:-HMAC)?/gi,
  /\bGA (?:tracker|date|schedule)\b/gi,
  /,\s*GA\b/gi,
  /\b(?:ubuntu|debian|linux|kernel|mint|node(?:\.js)?|java|jdk|\.net|dotnet|openssl|centos|windows 1[01])(?:\s+(?:server|enterprise|iot|kernel))*(?:\s+v?\d[\w.]*)?\s+(?:[\w.]+\s+)?LTS[CB]?\b/gi,
  /\bLTS[CB]? (?:guests?|kernels?|vms?|images?|templates?)\b/gi,
  /\b(?:sneak|session|agenda|event|keynote) (?:peek|preview)\b/gi,
  /\bpreview(?: of)? (?:\.NEXT|explore|vmworld|ignite|the (?:week|month|session|event|conference))\b/gi,
  /\blink previews?\b/gi,
  /\bbeta testers?\b/gi,
  /\bstable (?:network|performance|storage|connection)\b/gi,
);
/** A release candidate, and no cipher: "XCP-ng 8.3 RC4". */
const CANDIDATE = /(?<=\d )RC4\b/g;

/** A title without words that would be taken for a stage of what it announces. */
export function withoutOtherStages(title: string): string {
  return title.replace(CANDIDATE, 'RC').replace(OTHER_STAGES, ' ');
}

/** Offered beside what a product comes with, so that its release is none of the product's own. */
const OPT_IN = /\bopt[- ]?in\b|\boptional\b/i;

/** True for a title about something that a reader may take or leave. */
export function isOptIn(title: string): boolean {
  return OPT_IN.test(title);
}
