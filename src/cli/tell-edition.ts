import type { Edition, EditionSection } from '../model/edition.ts';
import { counted } from '../render/counted.ts';

/** An edition in a few lines: its name, its size and the lead story of each hypervisor. */
export function tellEdition(edition: Edition): string[] {
  const { name, site, sections, patchNow, editConflicts = [] } = edition;
  const named = countNamed(edition);
  const width = Math.max(...sections.map((section) => section.name.length));
  return [
    '',
    `${site.title}: ${name}`,
    `${counted(named, 'story', 'stories')}${patchNow.length > 0 ? `, ${patchNow.length} to patch now` : ''}`,
    '',
    ...sections.map((section) => `  ${section.name.padEnd(width)}  ${leadOf(section, edition)}`),
    '',
    ...tellConflicts(editConflicts.length),
  ];
}

/** An editor who does not look at `edit show` would not know. */
function tellConflicts(count: number): string[] {
  if (count === 0) return [];
  const edits = counted(count, 'edit does', 'edits do');
  return [`${edits} not hold; which, and why: npm run edit -- show`, ''];
}

/** What a report says of an edition, as JSON. */
export function summarizeEdition(edition: Edition) {
  return {
    id: edition.id,
    number: edition.number,
    name: edition.name,
    period: edition.period,
    stories: countNamed(edition),
    patchNow: edition.patchNow.length,
    editConflicts: edition.editConflicts ?? [],
    leads: edition.sections.map((section) => ({
      hypervisor: section.hypervisorId,
      headline: leadStory(section, edition)?.headline ?? null,
    })),
  };
}

/** What is told or named in brief: what is too minor stands behind a fold. */
function countNamed({ sections }: Edition): number {
  return new Set(sections.flatMap(({ storyIds, briefIds }) => [...storyIds, ...briefIds])).size;
}

function leadOf(section: EditionSection, edition: Edition): string {
  return leadStory(section, edition)?.headline ?? 'quiet';
}

function leadStory({ storyIds }: EditionSection, { stories }: Edition) {
  return stories.find((story) => story.id === storyIds[0]);
}
