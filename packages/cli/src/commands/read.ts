import type { Command } from 'commander';
import type { Messages } from '../messages/messages.ts';
import type { RawOptions } from '../options.ts';
import { runFiles } from '../work/run-files.ts';
import type { World } from '../world.ts';
import { addFileOptions } from './shared.ts';

/** `mingsuan read` */
export function addRead(program: Command, world: World, words: Messages, finish: (status: number) => void): void {
  addFileOptions(program.command('read').description(words.help.read), words)
    .addHelpText('after', words.help.readExamples)
    .action(async (files: string[], _: unknown, command: Command) => {
      finish(await runFiles('read', files, command.optsWithGlobals<RawOptions>(), world, words));
    });
}
