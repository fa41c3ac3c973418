import type { Command } from 'commander';
import type { Messages } from '../../messages/messages.ts';
import type { EvaluateOptions } from '../../performance/evaluate.ts';
import { addJurisdictions, type JurisdictionOptions, knowing } from '../../settings/jurisdictions.ts';
import type { World } from '../../world.ts';

/** `mingsuan evaluate` */
export function addEvaluate(program: Command, world: World, words: Messages, finish: (status: number) => void): void {
  const { help } = words.performance;
  addJurisdictions(program.command('evaluate'), words)
    .description(help.evaluate)
    .argument('[document]', help.formFile)
    .option('-o, --output <file>', help.output)
    .option('--report <file>', help.report)
    .option('--profile <id>', help.profile)
    .option('--execution <file>', help.execute)
    .option('-f, --format <format>', help.format)
    .option('--force', words.make.help.force)
    .option('--lang <lang>', words.help.lang)
    .helpOption('-h, --help', words.help.help)
    .addHelpText('after', help.evaluateExamples)
    .action(async (file: string | undefined, _: unknown, command: Command) => {
      const options = command.optsWithGlobals<EvaluateOptions & JurisdictionOptions>();
      const { evaluate } = await import('../../performance/evaluate.ts');
      finish(await evaluate(file, options, await knowing(options, world), words));
    });
}
