import type { Edition, SupportEnd } from '../model/edition.ts';
import { figures } from './figures.ts';
import { listed } from './listed.ts';
import { versionName } from './support-view.ts';
import { whoWasQuiet } from './who-was-quiet.ts';

/** What an edition comes to: what is urgent, what moved, who was quiet; empty when nothing of it is. */
export function standfirst(edition: Edition): string {
  return sentences([urgentWords(edition), exploitedWords(edition), lasting(edition)]);
}

/** The standfirst and the figures, for where an edition is announced. */
export function description(edition: Edition): string {
  return sentences([standfirst(edition), figures(edition)]);
}

/** The same without what is urgent: that is over when the next edition appears. */
export function lastingDescription(edition: Edition): string {
  return sentences([lasting(edition), figures(edition)]);
}

function lasting(edition: Edition): string {
  return sentences([movedWords(edition), supportWords(edition), ...whoWasQuiet(edition)]);
}

function sentences(parts: readonly string[]): string {
  return parts.filter(Boolean).join(' ');
}

const AROUND = 'what stands around the hypervisors';

function urgentWords({ patchNow, stories, sections, site }: Edition): string {
  if (patchNow.length === 0) return '';
  const urgent = new Set(patchNow.map(({ storyId }) => storyId));
  const concerned = new Set(
    stories.filter(({ id }) => urgent.has(id)).flatMap(({ hypervisors }) => hypervisors),
  );
  const names = sections
    .filter(({ hypervisorId }) => concerned.has(hypervisorId))
    .map(({ name, isAdjacent }) => (isAdjacent ? AROUND : name));
  // Where a line names no fixed version, there may be no update yet.
  const areFixed = patchNow.every(({ fixed, fixedEarlier }) => fixed ?? fixedEarlier);
  const one = areFixed ? 'update' : 'warning';
  const updates = patchNow.length === 1 ? `One ${one}` : `${patchNow.length} ${one}s`;
  return `${updates}${names.length > 0 ? ` ${areFixed ? 'for' : 'about'} ${listed(names, site.language)}` : ''} should not wait.`;
}

const shownVersions = 4;

/** What was told before, and is worse by now. */
function exploitedWords({ sections, site }: Edition): string {
  const flaws = sections.flatMap(({ changes }) => changes?.exploited ?? []);
  const cves = [...new Set(flaws.flatMap((flaw) => flaw.cves))];
  if (cves.length === 0) return '';
  const verb = cves.length === 1 ? 'is' : 'are';
  return `${listedFew(cves, shownVersions, site)}, told before, ${verb} exploited by now.`;
}

function movedWords({ sections, site }: Edition): string {
  const since = sections.find(({ changes }) => changes?.since)?.changes?.since;
  const moved = sections.flatMap(({ changes }) => changes?.versions ?? []);
  const names = [...new Set(moved.map(({ product, to }) => `${product} ${to}`))];
  if (!since || names.length === 0) return '';
  return `New since ${since}: ${listedFew(names, shownVersions, site)}.`;
}

function supportWords({ sections, site }: Edition): string {
  const ends = sections.flatMap(({ changes }) => changes?.support ?? []);
  const over = namesWhere(ends, (same) => same.every(({ isPast }) => isPast));
  const soon = namesWhere(ends, (same) => !same.every(({ isPast }) => isPast));
  const words = (names: readonly string[]) => listedFew(names, shownVersions, site);
  return sentences([
    over.length > 0 ? `Support has ended for ${words(over)}.` : '',
    soon.length > 0 ? `Support ends soon for ${words(soon)}.` : '',
  ]);
}

function namesWhere(
  ends: readonly SupportEnd[],
  holds: (same: readonly SupportEnd[]) => boolean,
): string[] {
  const byVersion = [...Map.groupBy(ends, versionName)];
  return byVersion.filter(([, same]) => holds(same)).map(([name]) => name);
}

function listedFew(names: readonly string[], most: number, site: Edition['site']): string {
  if (names.length <= most) return listed(names, site.language);
  return listed([...names.slice(0, most), `${names.length - most} more`], site.language);
}
