import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import type { Messages } from '../messages/messages.ts';
import { UsageError } from '../options.ts';
import {
  addJurisdictions,
  JURISDICTIONS_VARIABLE,
  type JurisdictionOptions,
  jurisdictionFolders,
} from '../settings/jurisdictions.ts';
import type { World } from '../world.ts';

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
async function serve(options: ServeOptions, world: World, { usage }: Messages): Promise<number> {
  const { port, data, database } = options;
  const entry = serverProgram();
  if (entry === undefined) throw new UsageError(usage.noServer);
  const env = {
    LOG_LEVEL: 'warn',
    ...world.env,
    [JURISDICTIONS_VARIABLE]: jurisdictionFolders(options, world).join(delimiter),
    ...(port === undefined ? {} : { PORT: port }),
    ...(data === undefined ? {} : { MINGSUAN_DATA: resolve(world.cwd, data) }),
    ...(database === undefined ? {} : { DATABASE_URL: database }),
  };
  const server = spawn(process.execPath, [entry], { cwd: world.cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  server.stdout.pipe(world.stdout, { end: false });
  server.stderr.pipe(world.stderr, { end: false });
  const stop = (signal: NodeJS.Signals): void => {
    server.kill(signal);
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
  try {
    return await new Promise<number>((done, failed) => {
      server.once('error', failed).once('close', (status) => done(status === 0 ? 0 : 2));
    });
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop);
  }
}

/** The portal as it is built; undefined where the package is not there or not built. */
function serverProgram(): string | undefined {
  try {
    const program = fileURLToPath(new URL('../dist/main.js', import.meta.resolve('@mingsuan/server')));
    return existsSync(program) ? program : undefined;
  } catch {
    return undefined;
  }
}
