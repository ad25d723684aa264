import { either } from '../words/either.ts';

const REFERENCE = either(
  /\b(?:guide|handbook|cheat ?sheet|checklist|FAQs?|frequently asked questions|matrix|requirements|overview|glossary|reference|playbook|timeline|lifecycle policy|(?:key|account|user|permission|entitlement)s? management for|how to)\b/i,
  /\b(?:these|list of|links to|where to (?:find|get|download)) (?:[\w-]+ ){0,3}(?:downloads?|links|articles|resources|pages|tools)\b/i,
  /\bin 20\d\d for\b/i,
  /\bmatters in 20\d\d\b/i,
);
/** What is new about a page makes it news after all. */
const NEWS =
  /\b(?:announc\w+|releas\w+|new|now|chang\w+|updat\w+|ends?|ending|rais\w+|increas\w+|moved?|launch\w+|clos\w+)\b/i;

/** True for a title of a page that stays as it is: a guide, a list of downloads, an overview. */
export function isReferencePage(title: string): boolean {
  return REFERENCE.test(title) && !NEWS.test(title);
}
