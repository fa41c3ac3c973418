import type { Command } from 'commander';
import { deliver, formatOf } from '../../make/documents.ts';
import { loadReadings } from '../../make/files.ts';
import { templateNamed } from '../../make/template.ts';
import type { Messages } from '../../messages/messages.ts';
import { UsageError } from '../../options.ts';
import { addJurisdictions, type JurisdictionOptions, knowing } from '../../settings/jurisdictions.ts';
import { FaultyFile } from '../../settings/user-file.ts';
import type { World } from '../../world.ts';

interface WriteOptions {
  readonly output?: string;
  readonly template?: string;
  readonly force?: boolean;
}

/** `mingsuan write` */
export function addWrite(program: Command, world: World, words: Messages, finish: (status: number) => void): void {
  const { help } = words.make;
  addJurisdictions(program.command('write'), words)
    .description(help.write)
    .argument('[document]', help.documentFile)
    .option('-o, --output <file>', help.outFile)
    .option('-t, --template <id>', help.template)
    .option('--force', help.force)
    .option('--lang <lang>', words.help.lang)
    .helpOption('-h, --help', words.help.help)
    .addHelpText('after', help.writeExamples)
    .action(async (file: string | undefined, options: WriteOptions & JurisdictionOptions) => {
      finish(await write(file, options, await knowing(options, world), words));
    });
}

async function write(
  file: string | undefined,
  { output, template, force = false }: WriteOptions,
  world: World,
  words: Messages,
): Promise<number> {
  if (file === undefined) throw new UsageError(words.make.noInput('write'));
  if (output === undefined) throw new UsageError(words.make.noOutput('write'));
  formatOf(output, words);
  const chosen = template === undefined ? {} : { template: await templateNamed(template, world, words) };
  const disclosures = (await loadReadings(file, world, words)).flatMap((reading) => reading.disclosures);
  if (disclosures.length === 0) throw new FaultyFile([words.errorLine(file, words.make.noDisclosure)]);
  await deliver(
    { source: output, disclosures, problems: [] },
    { output, ...chosen, saving: { inputs: [file], force } },
    world,
    words,
  );
  return 0;
}
