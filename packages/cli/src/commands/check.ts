import type { Command } from 'commander';
import type { Messages } from '../messages/messages.ts';
import type { RawOptions } from '../options.ts';
import { runFiles } from '../work/run-files.ts';
import type { World } from '../world.ts';
import { addFileOptions } from './shared.ts';

/** `mingsuan check` */
export function addCheck(program: Command, world: World, words: Messages, finish: (status: number) => void): void {
  addFileOptions(program.command('check').description(words.help.check), words, words.help.checkFormat)
    .option('--rules <file>', words.help.rules)
    .option('--dismissals <file>', words.help.dismissals)
    .option('--no-dismissals', words.help.noDismissals)
    .addHelpText('after', words.help.checkExamples)
    .action(async (files: string[], _: unknown, command: Command) => {
      finish(await runFiles('check', files, command.optsWithGlobals<RawOptions>(), world, words));
    });
}
