import { delimiter, resolve } from 'node:path';
import type { Command } from 'commander';
import type { Messages } from '../messages/messages.ts';
import {
  addJurisdictions,
  JURISDICTIONS_VARIABLE,
  type JurisdictionOptions,
  jurisdictionFolders,
} from '../settings/jurisdictions.ts';
import type { World } from '../world.ts';
import { runServer } from './server-program.ts';

interface ServeOptions extends JurisdictionOptions {
  readonly port?: string;
  readonly data?: string;
  readonly database?: string;
}

/** `mingsuan serve` */
export function addServe(program: Command, world: World, words: Messages, finish: (status: number) => void): void {
  const { help } = words;
  addRunning(program.command('serve').description(help.serve), words)
    .addHelpText('after', help.serveExamples)
    .action(async (_: unknown, command: Command) => {
      finish(await runServer([], environment(command.optsWithGlobals<ServeOptions>(), world), world, words));
    });
}

/** `mingsuan worker` */
export function addWorker(program: Command, world: World, words: Messages, finish: (status: number) => void): void {
  const { help } = words;
  addRunning(program.command('worker').description(help.worker), words)
    .addHelpText('after', help.workerExamples)
    .action(async (_: unknown, command: Command) => {
      finish(await runServer(['worker'], environment(command.optsWithGlobals<ServeOptions>(), world), world, words));
    });
}

const addRunning = (command: Command, words: Messages): Command =>
  addJurisdictions(command, words)
    .option('-p, --port <port>', words.help.port)
    .option('--data <folder>', words.help.data)
    .option('--database <url>', words.help.database)
    .option('--lang <lang>', words.help.lang)
    .helpOption('-h, --help', words.help.help);

/** The server reads its settings from the environment, says what is wrong with them, and runs until it is told to stop. */
function environment(options: ServeOptions, world: World): NodeJS.ProcessEnv {
  const { port, data, database } = options;
  return {
    LOG_LEVEL: 'warn',
    ...world.env,
    [JURISDICTIONS_VARIABLE]: jurisdictionFolders(options, world).join(delimiter),
    ...(port === undefined ? {} : { PORT: port }),
    ...(data === undefined ? {} : { MINGSUAN_DATA: resolve(world.cwd, data) }),
    ...(database === undefined ? {} : { DATABASE_URL: database }),
  };
}
