import type { KnownFlaw } from '../../model/known-facts.ts';
import type { FactPart } from '../../model/open-data.ts';
import { textsAt, valuesAt } from '../kinds/json-path.ts';
import { type FactReader, strangeShape } from './facts-read.ts';
import { findList } from './find-list.ts';
import { readCves } from './read-fields.ts';

/** Documents of so many months are read: a season. Each is up to 20 MB, so no more than that. */
const MONTHS = 3;
const MONTH_NAMES = 'JanFebMarAprMayJunJulAugSepOctNovDec';
/** Types of a threat in CVRF: https://github.com/microsoft/MSRC-Microsoft-Security-Updates-API */
const EXPLOITABILITY = '1';
const SEVERITY = '3';

/**
 * Microsoft's security updates (CVRF, version 3 of the API): either their index, whose newest months
 * are the parts, or the document of one month, of which only what names the hypervisor counts.
 */
export const readMsrc: FactReader = (document, url) => {
  const index = findList(document, 'value');
  if (index !== undefined) return readIndex(index, url);
  const flaws = findList(document, 'Vulnerability');
  if (flaws === undefined) return strangeShape('no list at "value" or "Vulnerability"');
  return { kind: 'read', content: { flaws: flaws.flatMap(toFlaws) } };
};

function readIndex(index: readonly unknown[], url: string): ReturnType<FactReader> {
  const parts = index.flatMap((item) => toPart(item, url)).sort(newestFirst);
  if (parts.length > 0) return { kind: 'read', content: { parts: parts.slice(0, MONTHS) } };
  return strangeShape(`none of ${index.length} updates has an ID that names a month`);
}

/** The address is put together from the month, so that no document can send us, or a password, elsewhere. */
function toPart(item: unknown, indexUrl: string): FactPart[] {
  const id = textsAt(item, 'ID')[0] ?? '';
  if (!/^\d{4}-[A-Z][a-z]{2}$/.test(id) || monthOf(id) < 0) return [];
  const revision = textsAt(item, 'CurrentReleaseDate')[0] ?? '';
  return [{ id, url: new URL(`cvrf/${id}`, indexUrl).href, revision }];
}

function newestFirst(a: FactPart, b: FactPart): number {
  const months = ({ id }: FactPart) => Number(id.slice(0, 4)) * 12 + monthOf(id);
  return months(b) - months(a);
}

/** From 0; negative for what is no month. */
function monthOf(id: string): number {
  const at = MONTH_NAMES.indexOf(id.slice(-3));
  return at % 3 === 0 ? at / 3 : -1;
}

function toFlaws(item: unknown): KnownFlaw[] {
  const title = textsAt(item, 'Title.Value')[0] ?? '';
  if (!/\b(?:Hyper-V|Azure Local|Azure Stack HCI)\b/i.test(title)) return [];
  const threats = valuesAt(item, 'Threats').flat();
  const isExploited = wordsOf(threats, EXPLOITABILITY).some((text) =>
    /\bExploited:\s*Yes\b/i.test(text),
  );
  const isCritical = wordsOf(threats, SEVERITY).includes('Critical');
  const cvss = highestScore(item);
  return readCves(item, 'CVE').map((cve) => ({
    cve,
    ...(isExploited && { isExploited }),
    ...(isCritical && { isCritical }),
    ...(cvss !== undefined && { cvss }),
  }));
}

function wordsOf(threats: readonly unknown[], type: string): string[] {
  return threats
    .filter((threat) => textsAt(threat, 'Type')[0] === type)
    .flatMap((threat) => textsAt(threat, 'Description.Value'));
}

/** Each affected product has a score of its own. */
function highestScore(item: unknown): number | undefined {
  const [highest] = textsAt(item, 'CVSSScoreSets.BaseScore')
    .map(Number)
    .filter((score) => score > 0 && score <= 10)
    .toSorted((a, b) => b - a);
  return highest;
}
