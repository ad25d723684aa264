import type { Command } from 'commander';
import type { AddCommand } from '../add-command.ts';
import {
  dropStory,
  labelStory,
  mergeStories,
  noteStory,
  pinStory,
  retitleStory,
  splitStory,
} from './edit-story.ts';
import { showComing } from './show-coming.ts';
import { undoEdit } from './undo-edit.ts';
import { writeIntro } from './write-intro.ts';

const STORY = 'what "show" calls it, or the URL of one of its reports';
const MARKDOWN = 'the text, or "-" to read it from standard input';

/** The commands of the editor's hand. */
export function addEditCommands(program: Command, command: AddCommand): void {
  const edit = program
    .command('edit')
    .description('the editor’s hand on the coming edition: what it decides holds over the rules');
  command('show', showComing, edit)
    .summary('list the stories of the coming edition and what was decided')
    .description(
      'list the stories of the coming edition, as "digest --no-collect --preview" would have them, with the edits in force, and who wins where they conflict',
    )
    .option('--all', 'list the entries that it leaves out, too');
  command('pin', pinStory, edit).description('put a story first').argument('<story>', STORY);
  command('drop', dropStory, edit)
    .description('leave a story out, with all its reports')
    .argument('<story>', STORY);
  command('retitle', retitleStory, edit)
    .description('give a story another headline')
    .argument('<story>', STORY)
    .argument('<headline>', 'plain text');
  command('note', noteStory, edit)
    .description('add a word of the editor to a story, in Markdown')
    .argument('<story>', STORY)
    .argument('[markdown]', MARKDOWN)
    .option('--file <file>', 'read the text from a file');
  command('label', labelStory, edit)
    .description('say which hypervisors a story is about')
    .argument('<story>', STORY)
    .argument(
      '<hypervisors>',
      'ids, separated by commas, the first one first; "none" takes it out',
    );
  command('merge', mergeStories, edit)
    .description('make one story of two')
    .argument('<story>', STORY)
    .argument('<other>', STORY);
  command('split', splitStory, edit)
    .description('make a report a story of its own')
    .argument('<story>', STORY)
    .argument('[entry]', 'the report; needed where the story has more than two');
  command('intro', writeIntro, edit)
    .description('open the coming edition with a word of the editor, in Markdown')
    .argument('[markdown]', MARKDOWN)
    .option('--file <file>', 'read the text from a file');
  command('undo', undoEdit, edit)
    .description('take an edit back')
    .argument('<edit>', 'what "show" calls it');
}
