import type { Command } from 'commander';
import type { AddCommand } from '../add-command.ts';

const STORY = 'what "show" calls it, or the URL of one of its reports';
const MARKDOWN = 'the text, or "-" to read it from standard input';

const editStory = () => import('./edit-story.ts');

/** The commands of the editor's hand. */
export function addEditCommands(program: Command, command: AddCommand): void {
  const edit = program
    .command('edit')
    .description('the editor’s hand on the coming edition: what it decides holds over the rules');
  command('show', async () => (await import('./show-coming.ts')).showComing, edit)
    .summary('list the stories of the coming edition and what was decided')
    .description(
      'list the stories of the coming edition, as "digest --no-collect --preview" would have them, with the edits in force, and who wins where they conflict',
    )
    .option('--all', 'list the entries that it leaves out, too');
  command('pin', async () => (await editStory()).pinStory, edit)
    .description('put a story first of all, before those that were pinned earlier')
    .argument('<story>', STORY);
  command('drop', async () => (await editStory()).dropStory, edit)
    .description('leave a story out, with all its reports')
    .argument('<story>', STORY);
  command('retitle', async () => (await editStory()).retitleStory, edit)
    .description('give a story another headline')
    .argument('<story>', STORY)
    .argument('<headline>', 'plain text');
  command('note', async () => (await editStory()).noteStory, edit)
    .description('add a word of the editor to a story, in Markdown')
    .argument('<story>', STORY)
    .argument('[markdown]', MARKDOWN)
    .option('--file <file>', 'read the text from a file');
  command('label', async () => (await editStory()).labelStory, edit)
    .description('say which hypervisors a story is about')
    .argument('<story>', STORY)
    .argument(
      '<hypervisors>',
      'ids, separated by commas, the first one first; "none" takes it out',
    );
  command('merge', async () => (await editStory()).mergeStories, edit)
    .description('make one story of two: it goes on as the first, about what both are about')
    .argument('<story>', STORY)
    .argument('<other>', STORY);
  command('split', async () => (await editStory()).splitStory, edit)
    .description('make a report a story of its own')
    .argument('<story>', STORY)
    .argument('[entry]', 'the report; needed where the story has more than two');
  command('intro', async () => (await import('./write-intro.ts')).writeIntro, edit)
    .description('open the coming edition with a word of the editor, in Markdown')
    .argument('[markdown]', MARKDOWN)
    .option('--file <file>', 'read the text from a file');
  command('undo', async () => (await import('./undo-edit.ts')).undoEdit, edit)
    .description('take an edit back')
    .argument('<edit>', 'what "show" calls it');
}
