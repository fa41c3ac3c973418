import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { Messages } from '../messages/messages.ts';
import { UsageError } from '../options.ts';
import type { World } from '../world.ts';
import { runServer } from './server-program.ts';

interface LakeOptions {
  readonly lake?: string;
  readonly data?: string;
  readonly database?: string;
}

const ACTIONS = ['status', 'verify', 'compact', 'backfill', 'retain', 'stop'] as const;

/** `mingsuan lake` */
export function addLake(program: Command, world: World, words: Messages, finish: (status: number) => void): void {
  const { help, usage } = words;
  program
    .command('lake')
    .description(help.lake)
    .argument('<action>', help.lakeAction)
    .option('--lake <folder>', help.lakeFolder)
    .option('--data <folder>', help.data)
    .option('--database <url>', help.database)
    .option('--lang <lang>', help.lang)
    .helpOption('-h, --help', help.help)
    .addHelpText('after', help.lakeExamples)
    .action(async (action: string, _: unknown, command: Command) => {
      if (!(ACTIONS as readonly string[]).includes(action))
        throw new UsageError(usage.badChoice('lake', action, ACTIONS));
      const { lake, data, database } = command.optsWithGlobals<LakeOptions>();
      const env = {
        LOG_LEVEL: 'warn',
        ...world.env,
        ...(lake === undefined ? {} : { MINGSUAN_FACTS: `lake:${resolve(world.cwd, lake)}` }),
        ...(data === undefined ? {} : { MINGSUAN_DATA: resolve(world.cwd, data) }),
        ...(database === undefined ? {} : { DATABASE_URL: database }),
      };
      finish(await runServer(['lake', action], env, world, words));
    });
}
