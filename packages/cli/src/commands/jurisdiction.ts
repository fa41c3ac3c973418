/** `mingsuan jurisdiction check DIR…` and `list`: what stands in folders of jurisdictions, and what is wrong in them. */
import { resolve } from 'node:path';
import type { Jurisdiction } from '@mingsuan/core/jurisdictions/index';
import type { Command } from 'commander';
import type { Messages } from '../messages/messages.ts';
import { UsageError } from '../options.ts';
import {
  addJurisdictions,
  type JurisdictionOptions,
  jurisdictionFolders,
  jurisdictionsAt,
} from '../settings/jurisdictions.ts';
import type { World } from '../world.ts';

/** Adds the command to the program. */
export function addJurisdiction(
  program: Command,
  world: World,
  words: Messages,
  finish: (status: number) => void,
): void {
  const { help } = words;
  const parent = program
    .command('jurisdiction')
    .description(help.jurisdiction)
    .helpOption('-h, --help', help.help)
    .addHelpText('after', help.jurisdictionExamples);
  parent
    .command('check')
    .description(help.jurisdictionCheck)
    .argument('[folders...]', help.jurisdictionFolders)
    .option('--lang <lang>', help.lang)
    .helpOption('-h, --help', help.help)
    .action(async (folders: string[]) => finish(await check(folders, world, words)));
  addJurisdictions(parent.command('list').description(help.jurisdictionList), words)
    .option('--lang <lang>', help.lang)
    .helpOption('-h, --help', help.help)
    .action(async (_: unknown, command: Command) => {
      const folders = jurisdictionFolders(command.optsWithGlobals<JurisdictionOptions>(), world);
      print((await jurisdictionsAt(folders)).all, world, words);
      finish(0);
    });
}

/** Exit status 0: no fault; faults are thrown, and told line by line. */
async function check(folders: readonly string[], world: World, words: Messages): Promise<number> {
  if (folders.length === 0) throw new UsageError(words.jurisdiction.noFolder);
  const paths = folders.map((folder) => resolve(world.cwd, folder));
  const known = await jurisdictionsAt(paths);
  const own = known.all.filter(({ where }) => where !== undefined);
  print(own, world, words);
  return 0;
}

function print(all: readonly Jurisdiction[], world: World, { jurisdiction: say }: Messages): void {
  for (const each of all) {
    world.stdout.write(`${say.heading(each.id, each.name, each.region, each.extends)}\n`);
    for (const { id, name, stage, years, forms } of each.templates)
      world.stdout.write(`  ${say.template(id, name, stage, years, forms.length)}\n`);
    world.stdout.write(
      `  ${say.words(each.scope.plans.size, each.own.size, each.sentences.size, each.terms.length, each.rules !== undefined)}\n`,
    );
  }
}
