/** The command line as a function: arguments and a world in, exit status out. */
import { Command, CommanderError } from 'commander';
import { addCheck } from './commands/check.ts';
import { addDismiss } from './commands/dismiss.ts';
import { addJurisdiction } from './commands/jurisdiction.ts';
import { addLake } from './commands/lake.ts';
import { addAggregate } from './commands/make/aggregate.ts';
import { addCompile } from './commands/make/compile.ts';
import { addDiff } from './commands/make/diff.ts';
import { addLedger } from './commands/make/ledger.ts';
import { addWrite } from './commands/make/write.ts';
import { addEvaluate } from './commands/performance/evaluate.ts';
import { addExecution } from './commands/performance/execution.ts';
import { addMonitor } from './commands/performance/monitor.ts';
import { addRead } from './commands/read.ts';
import { addServe, addWorker } from './commands/serve.ts';
import { type Messages, messagesIn } from './messages/messages.ts';
import { languageIn, UsageError } from './options.ts';
import { FaultyFile } from './settings/user-file.ts';
import { VERSION } from './version.ts';
import type { World } from './world.ts';

const COULD_NOT_RUN = 2;

/**
 * Runs one command line (without the program’s own name). Wrong usage and faulty files of the user are told on stderr;
 * the exit status is 0, 1, 2 or 3. @throws what is a bug
 */
export async function run(argv: readonly string[], world: World): Promise<number> {
  const words = messagesIn(languageIn(argv));
  let status = 0;
  const program = programOf(world, words, (result) => {
    status = result;
  });
  try {
    if (argv.length === 0) throw new UsageError(words.usage.noCommand);
    await program.parseAsync([...argv], { from: 'user' });
    return status;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0;
    if (error instanceof FaultyFile) {
      world.stderr.write(`${error.lines.join('\n')}\n`);
      return COULD_NOT_RUN;
    }
    const message = usageMessage(error, words);
    if (message === undefined) throw error;
    world.stderr.write(`${words.usageLine(message)}\n`);
    return COULD_NOT_RUN;
  }
}

function programOf(world: World, words: Messages, finish: (status: number) => void): Command {
  const { help } = words;
  const program = new Command('mingsuan')
    .description(help.program)
    .version(VERSION, '-V, --version', help.version)
    .option('--lang <lang>', help.lang)
    .helpOption('-h, --help', help.help)
    .helpCommand('help [command]', help.helpCommand)
    .addHelpText('after', help.examples)
    .configureHelp({ styleTitle: (title) => help.titles[title] ?? title })
    .configureOutput({
      writeOut: (text) => world.stdout.write(text),
      writeErr: (text) => world.stdout.write(text),
      outputError: () => {},
    })
    .exitOverride()
    .action((_, command: Command) => {
      const [name] = command.args;
      throw new UsageError(name === undefined ? words.usage.noCommand : words.usage.unknownCommand(name));
    })
    .allowExcessArguments();
  addRead(program, world, words, finish);
  addCheck(program, world, words, finish);
  addDismiss(program, world, words, finish);
  addLedger(program, world, words, finish);
  addCompile(program, world, words, finish);
  addAggregate(program, world, words, finish);
  addWrite(program, world, words, finish);
  addDiff(program, world, words, finish);
  addEvaluate(program, world, words, finish);
  addMonitor(program, world, words, finish);
  addExecution(program, world, words, finish);
  addJurisdiction(program, world, words, finish);
  addServe(program, world, words, finish);
  addWorker(program, world, words, finish);
  addLake(program, world, words, finish);
  return program;
}

/** The one line for wrong usage; undefined for an error that is none. */
function usageMessage(error: unknown, { usage }: Messages): string | undefined {
  if (error instanceof UsageError) return error.message;
  if (!(error instanceof CommanderError)) return undefined;
  const named = /'([^']*)'/.exec(error.message)?.[1] ?? '';
  switch (error.code) {
    case 'commander.unknownOption':
      return usage.unknownOption(named);
    case 'commander.unknownCommand':
      return usage.unknownCommand(named);
    case 'commander.optionMissingArgument':
      return usage.missingValue(named.replace(/ <.*/, ''));
    default:
      return usage.other(error.message.replace(/^error: /, ''));
  }
}
