import type { Command } from 'commander';
import type { Messages } from '../messages/messages.ts';
import { addJurisdictions } from '../settings/jurisdictions.ts';

/** The arguments and options of a command that works on files. */
export function addFileOptions(command: Command, words: Messages, format = words.help.format): Command {
  const { help } = words;
  return addJurisdictions(command, words)
    .argument('[files...]', help.files)
    .option('-f, --format <format>', format)
    .option('-o, --output <file>', help.output)
    .option('--lang <lang>', help.lang)
    .option('-j, --jobs <n>', help.jobs)
    .option('--timeout <seconds>', help.timeout)
    .option('--password <password>', help.password)
    .option('--password-file <file>', help.passwordFile)
    .option('-q, --quiet', help.quiet)
    .option('--no-color', help.noColor)
    .helpOption('-h, --help', help.help);
}
