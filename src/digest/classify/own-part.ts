import { statementsOf } from '../facts/flaws/background.ts';
import { saysExploited } from '../facts/flaws/exploitation-claims.ts';
import { findCves } from '../facts/flaws/find-cves.ts';
import { isCriticalScore, readCvss } from '../facts/flaws/read-cvss.ts';
import { saysCritical } from '../facts/flaws/says-critical.ts';
import { isEscape } from './is-escape.ts';

/** What leans on the sentence before must not stand behind another one. */
const LEFT_OUT = '\n…\n';
/** "CVE-2024-1 No Yes Critical 9.8": a row under the name of its flaw. */
const NAMELESS_ROW =
  /^\W*CVE-\d{4}-\d{4,7}(?:[\s|]+(?:No|Yes|n\/a|-|[\d.]+|Critical|Important|Moderate|Low|High|Medium|(?:More|Less) Likely|Detected))+\W*$/i;
/** Of a heading, or a row of a table. */
const LONGEST_HEADING = 250;

/** Whose a piece of a report is: of the flaws sought, of others, or of none in particular. */
type Owner = 'own' | 'other' | 'none';

interface Piece {
  readonly text: string;
  readonly owner: Owner;
}

/**
 * What a report on many things says of the thing named; all that is not on others' flaws where it has
 * no word on that. What is said of a flaw goes on to the end of its paragraph, and behind a heading to
 * the next one.
 */
export function ownPart(text: string, isNamed: (statement: string) => boolean): string {
  const pieces = piecesOf(text, isNamed);
  const kept: Owner = pieces.some(({ owner }) => owner === 'own') ? 'own' : 'none';
  const parts = pieces.map(({ text: piece, owner }) => (owner === kept ? piece : LEFT_OUT));
  return parts.filter((part, at) => part !== LEFT_OUT || parts[at - 1] !== LEFT_OUT).join('');
}

/** What it says of flaws of the thing named that nobody may leave for later. */
export function graveFlaws(text: string, isNamed: (statement: string) => boolean): string {
  return ownPieces(text, isNamed).filter(isGrave).join('');
}

/** What it says of flaws of the thing named, by their numbers. */
export function numberedFlaws(text: string, isNamed: (statement: string) => boolean): string {
  return ownPieces(text, isNamed)
    .filter((piece) => findCves(piece).length > 0)
    .join('');
}

function ownPieces(text: string, isNamed: (statement: string) => boolean): string[] {
  return piecesOf(text, isNamed).flatMap(({ text: piece, owner }) =>
    owner === 'own' ? piece : [],
  );
}

/** What follows each other on one matter is one piece. */
function piecesOf(text: string, isNamed: (statement: string) => boolean): Piece[] {
  const pieces: Piece[] = [];
  const known = new Set<string>();
  let section: Owner = 'none';
  for (const line of text.split(/(?<=\n)/)) {
    if (isHeading(line)) section = 'none';
    let owner: Owner = section;
    for (const statement of statementsOf(line)) {
      const before = pieces.at(-1);
      const cves = findCves(statement);
      if (before?.owner !== 'own') known.clear();
      if (isNamed(statement)) owner = 'own';
      else if (section !== 'own' && cves.some((cve) => !known.has(cve))) owner = 'other';
      else if (owner === 'none' && isGrave(statement)) owner = 'other';
      if (owner === 'own') for (const cve of cves) known.add(cve);
      if (before?.owner === owner) pieces.pop();
      const text = before?.owner === owner ? before.text + statement : statement;
      pieces.push({ text, owner });
    }
    if (isHeading(line)) section = owner;
  }
  return pieces;
}

function isHeading(line: string): boolean {
  if (line.trim() === '' || line.length > LONGEST_HEADING) return false;
  return !/[.!?;]["')\]]*\s*$/.test(line) && !NAMELESS_ROW.test(line);
}

function isGrave(text: string): boolean {
  return (
    saysExploited(text) || saysCritical(text) || isEscape(text) || isCriticalScore(readCvss(text))
  );
}
