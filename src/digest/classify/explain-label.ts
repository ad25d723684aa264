import type { Evidence } from './score-hypervisor.ts';

const PLACES: Readonly<Record<Exclude<Evidence['part'], 'site' | 'dedicated'>, string>> = {
  title: 'in the title',
  lead: 'in the opening',
  flaws: 'among the gravest flaws',
  body: 'in the text',
  tags: 'among the tags',
  address: 'in the address',
  sourceName: 'in the name of the source',
};
const TERMS_SHOWN = 2;

/** Why a label was given, in words, strongest reason first: `"Proxmox VE" in the title; …`. */
export function explainLabel(evidence: readonly Evidence[]): string {
  return evidence
    .filter(({ points }) => points >= 0.5)
    .sort((a, b) => b.points - a.points)
    .slice(0, 3)
    .map(explainPart)
    .join('; ');
}

function explainPart({ part, words }: Evidence): string {
  if (part === 'site') return `published on ${words[0]}`;
  if (part === 'dedicated') return 'its source is dedicated to it';
  const terms = words.slice(0, TERMS_SHOWN).map((word) => `"${word}"`);
  return `${terms.join(' and ')} ${PLACES[part]}`;
}
