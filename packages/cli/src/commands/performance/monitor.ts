import type { Command } from 'commander';
import type { Messages } from '../../messages/messages.ts';
import type { MonitorOptions } from '../../performance/monitor.ts';
import { addJurisdictions, type JurisdictionOptions, knowing } from '../../settings/jurisdictions.ts';
import type { World } from '../../world.ts';

/** `mingsuan monitor` */
export function addMonitor(program: Command, world: World, words: Messages, finish: (status: number) => void): void {
  const { help } = words.performance;
  addJurisdictions(program.command('monitor'), words)
    .description(help.monitor)
    .argument('[document]', help.formFile)
    .option('--month <month>', help.month)
    .option('-o, --output <file>', help.output)
    .option('--report <file>', help.report)
    .option('--profile <id>', help.profile)
    .option('--execution <file>', help.execute)
    .option('-f, --format <format>', help.format)
    .option('--force', words.make.help.force)
    .option('--lang <lang>', words.help.lang)
    .helpOption('-h, --help', words.help.help)
    .addHelpText('after', help.monitorExamples)
    .action(async (file: string | undefined, _: unknown, command: Command) => {
      const options = command.optsWithGlobals<MonitorOptions & JurisdictionOptions>();
      const { monitor } = await import('../../performance/monitor.ts');
      finish(await monitor(file, options, await knowing(options, world), words));
    });
}
