import { Writable } from 'node:stream';
import { type Dismissal, isFindingId } from '@mingsuan/core/dismissals';
import type { CheckedDocument } from '@mingsuan/core/schema/check';
import type { Command } from 'commander';
import type { Messages } from '../messages/messages.ts';
import { cannotWrite, type RawOptions, UsageError } from '../options.ts';
import { DISMISSALS_FILE } from '../settings/settings.ts';
import { FaultyFile } from '../settings/user-file.ts';
import { runFiles } from '../work/run-files.ts';
import type { World } from '../world.ts';

interface DismissOptions extends RawOptions {
  readonly reason?: string;
  readonly file?: string;
  readonly in?: readonly string[];
}

/** `mingsuan dismiss` */
export function addDismiss(program: Command, world: World, words: Messages, finish: (status: number) => void): void {
  const { help } = words;
  program
    .command('dismiss')
    .description(help.dismiss)
    .argument('[ids...]', help.ids)
    .option('--reason <text>', help.reason)
    .option('--file <file>', help.dismissalsFile)
    .option('--in <files...>', help.inFiles)
    .option('--rules <file>', help.rules)
    .option('--lang <lang>', help.lang)
    .helpOption('-h, --help', help.help)
    .addHelpText('after', help.dismissExamples)
    .action(async (ids: string[], _: unknown, command: Command) => {
      finish(await dismiss([...new Set(ids)], command.optsWithGlobals<DismissOptions>(), world, words));
    });
}

async function dismiss(
  ids: readonly string[],
  options: DismissOptions,
  world: World,
  words: Messages,
): Promise<number> {
  const { usage, dismissed } = words;
  const { reason = '', file = DISMISSALS_FILE, in: documents = [] } = options;
  const strange = ids.find((id) => !isFindingId(id));
  if (ids.length === 0) throw new UsageError(usage.noIds);
  if (strange !== undefined) throw new UsageError(usage.badId(strange));
  if (reason.trim() === '') throw new UsageError(usage.noReason);

  const found = documents.length > 0 ? await findingsIn(documents, options, world, words) : undefined;
  if (found === undefined && documents.length > 0) return 2;
  const missing = found ? ids.filter((id) => !found.has(id)) : [];
  if (missing.length > 0) throw new UsageError(usage.noSuchFinding(missing));

  const date = localDate(world.now());
  const entries = ids.map((id): Dismissal => ({ id, reason: reason.trim(), date, ...found?.get(id) }));
  const { addDismissals } = await import('../settings/dismissals.ts');
  const known = await addDismissals(file, world.cwd, entries, words).catch((error: unknown) => {
    throw error instanceof FaultyFile ? error : cannotWrite(file, error, words);
  });
  for (const each of known) world.stderr.write(`${words.usageLine(dismissed.already(each.id, each.reason))}\n`);
  if (known.length < ids.length) world.stdout.write(`${dismissed.done(ids.length - known.length, file)}\n`);
  return 0;
}

/** The documents' findings by id, each with what tells a reader of the file what it was; nothing where one is unreadable. */
async function findingsIn(
  documents: readonly string[],
  { rules, lang }: DismissOptions,
  world: World,
  words: Messages,
): Promise<ReadonlyMap<string, Pick<Dismissal, 'source' | 'rule' | 'message'>> | undefined> {
  let printed = '';
  const stdout = new Writable({
    decodeStrings: false,
    write: (chunk, _, done) => {
      printed += chunk;
      done();
    },
  });
  const raw = {
    format: 'json',
    quiet: true,
    dismissals: false,
    ...(rules ? { rules } : {}),
    ...(lang ? { lang } : {}),
  };
  const status = await runFiles('check', documents, raw as RawOptions, { ...world, stdout }, words);
  if (status === 2) return undefined;
  const checked: readonly CheckedDocument[] = JSON.parse(printed).documents;
  return new Map(
    checked.flatMap(({ source, findings }) =>
      findings.map(({ id = '', rule, message }) => [id, { source, rule, message }] as const),
    ),
  );
}

function localDate(now: Date): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
