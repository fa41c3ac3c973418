import type { Command } from 'commander';
import type { Messages } from '../../messages/messages.ts';
import type { ExecutionOptions } from '../../performance/execution.ts';
import { addJurisdictions, type JurisdictionOptions, knowing } from '../../settings/jurisdictions.ts';
import type { World } from '../../world.ts';

/** `mingsuan execution` */
export function addExecution(program: Command, world: World, words: Messages, finish: (status: number) => void): void {
  const { help } = words.performance;
  addJurisdictions(program.command('execution'), words)
    .description(help.execution)
    .argument('[workbook]', help.executionFile)
    .option('--month <month>', help.month)
    .option('-o, --output <file>', help.output)
    .option('--report <file>', help.report)
    .option('--profile <id>', help.profile)
    .option('--agency <name>', help.agency)
    .option('--year <year>', help.year)
    .option('-f, --format <format>', help.format)
    .option('--force', words.make.help.force)
    .option('--lang <lang>', words.help.lang)
    .helpOption('-h, --help', words.help.help)
    .addHelpText('after', help.executionExamples)
    .action(async (file: string | undefined, _: unknown, command: Command) => {
      const options = command.optsWithGlobals<ExecutionOptions & JurisdictionOptions>();
      const { execution } = await import('../../performance/execution.ts');
      finish(await execution(file, options, await knowing(options, world), words));
    });
}
