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
  addJurisdictions(program.command('serve').description(help.serve), words)
    .option('-p, --port <port>', help.port)
    .option('--data <folder>', help.data)
    .option('--database <url>', help.database)
    .option('--lang <lang>', help.lang)
    .helpOption('-h, --help', help.help)
    .addHelpText('after', help.serveExamples)
    .action(async (_: unknown, command: Command) => {
      finish(await serve(command.optsWithGlobals<ServeOptions>(), world, words));
    });
}

/** Runs the portal until it is told to stop; the server reads its settings from the environment and says what is wrong with them. */
async function serve(options: ServeOptions, world: World, words: Messages): Promise<number> {
  const { port, data, database } = options;
  const env = {
    LOG_LEVEL: 'warn',
    ...world.env,
    [JURISDICTIONS_VARIABLE]: jurisdictionFolders(options, world).join(delimiter),
    ...(port === undefined ? {} : { PORT: port }),
    ...(data === undefined ? {} : { MINGSUAN_DATA: resolve(world.cwd, data) }),
    ...(database === undefined ? {} : { DATABASE_URL: database }),
  };
  return runServer([], env, world, words);
}
