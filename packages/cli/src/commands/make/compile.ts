import type { Command } from 'commander';
import { deliver, formatOf, reportCheck } from '../../make/documents.ts';
import { problemLines, problemsToday, soundLedger } from '../../make/ledger.ts';
import { templateFor, templateNamed } from '../../make/template.ts';
import type { Messages } from '../../messages/messages.ts';
import { UsageError } from '../../options.ts';
import { addJurisdictions, type JurisdictionOptions, knowing } from '../../settings/jurisdictions.ts';
import type { World } from '../../world.ts';

interface CompileOptions {
  readonly output?: string;
  readonly template?: string;
  readonly draft?: boolean;
  readonly force?: boolean;
  readonly lang?: string;
}

/** `mingsuan compile` */
export function addCompile(program: Command, world: World, words: Messages, finish: (status: number) => void): void {
  const { help } = words.make;
  addJurisdictions(program.command('compile'), words)
    .description(help.compile)
    .argument('[ledger]', help.ledgerFile)
    .option('-o, --output <file>', help.outFile)
    .option('-t, --template <id>', help.template)
    .option('--draft', help.draft)
    .option('--force', help.force)
    .option('--lang <lang>', words.help.lang)
    .helpOption('-h, --help', words.help.help)
    .addHelpText('after', help.compileExamples)
    .action(async (file: string | undefined, _: unknown, command: Command) => {
      const options = command.optsWithGlobals<CompileOptions & JurisdictionOptions>();
      finish(await compile(file, options, await knowing(options, world), words));
    });
}

async function compile(
  file: string | undefined,
  { template, draft = false, force = false, ...options }: CompileOptions,
  world: World,
  words: Messages,
): Promise<number> {
  if (file === undefined) throw new UsageError(words.make.noInput('compile'));
  if (options.output !== undefined) formatOf(options.output, words);
  const named = template === undefined ? undefined : await templateNamed(template, world, words);
  const reading = await soundLedger(file, draft, world, words);
  const { ledger } = reading;
  const { discloseLedger } = await import('@mingsuan/core/disclose');
  const disclosed = discloseLedger(ledger, await templateFor(ledger, named, world, words), world.jurisdictions);
  const { disclosure } = disclosed;
  const problems = await problemsToday(ledger, disclosed, world);
  const { lines, open } = await problemLines(file, problems, reading, words);
  for (const line of lines) world.stderr.write(`${line}\n`);
  if (!draft && problems.some(({ code }) => code === 'unchanged')) {
    world.stderr.write(`${words.make.refused}\n`);
    return 1;
  }
  const made = { source: options.output ?? file, disclosures: [disclosure], problems: [] };
  await deliver(made, { ...options, saving: { inputs: [file], force } }, world, words);
  const status = await reportCheck([disclosure], world, words);
  if (open > 0) world.stderr.write(`${words.make.unfinished(open)}\n`);
  return open > 0 ? 1 : status;
}
