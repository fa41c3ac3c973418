/** Exports of a finance system into a ledger. */
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { MappingFile } from '@mingsuan/core/import/learn';
import { formatAmount } from '@mingsuan/core/money';
import type { Messages } from '../messages/messages.ts';
import { UsageError } from '../options.ts';
import { FaultyFile } from '../settings/user-file.ts';
import type { World } from '../world.ts';
import { load, told } from './files.ts';
import { soundLedger } from './ledger.ts';
import { saveLedger } from './save-ledger.ts';

export interface ImportOptions {
  readonly into?: string;
  readonly mapping?: string;
  readonly agency?: string;
  readonly output?: string;
  readonly force?: boolean;
}

/** Reads the exports into the ledger, says what was not understood, and writes it back with a backup, or elsewhere. */
export async function importInto(
  files: readonly string[],
  { into, mapping, agency, output, force = false }: ImportOptions,
  world: World,
  words: Messages,
): Promise<number> {
  if (files.length === 0) throw new UsageError(words.make.noInput('ledger import'));
  if (into === undefined) throw new UsageError(words.make.noLedger);
  const { ledger } = await soundLedger(into, true, world, words);
  const { readSheetTexts } = await import('@mingsuan/documents/ledger/read-ledger');
  const { importSheets, refreshed } = await import('@mingsuan/core/import/import');
  const { withMapping } = await import('@mingsuan/core/import/mapping');
  const { learned, withOpenWords } = await import('@mingsuan/core/import/learn');
  const file = mapping === undefined ? {} : await mappingOf(mapping, world, words);
  const own = learned(file);
  for (const each of own.unclear) world.stderr.write(`${words.make.unclear(mapping!, each)}\n`);
  const sheets = [];
  for (const file of files) {
    const bytes = await load(file, world, words);
    sheets.push(...(await told(file, words, () => readSheetTexts(bytes))));
  }
  const found = importSheets(sheets, withMapping(own.mapping), agency);
  for (const { message, origin } of found.notes)
    world.stderr.write(`${words.make.fault(files.length === 1 ? files[0]! : '', origin, message)}\n`);
  const open = mapping === undefined ? undefined : withOpenWords(file, found.open);
  if (mapping !== undefined && open !== undefined) {
    await writeFile(resolve(world.cwd, mapping), `${JSON.stringify(open, null, 2)}\n`);
    world.stderr.write(`${words.make.toConfirm(mapping)}\n`);
  }
  if (agency === undefined && ledger.agency.level === 'unit' && found.agencies.size > 1)
    throw new FaultyFile([words.errorLine(files.join('、'), words.make.severalAgencies(found.agencies.size))]);
  if (found.rows === 0) throw new FaultyFile([words.errorLine(files.join('、'), words.make.nothingImported)]);
  const saving = { inputs: files, force: force || output === undefined };
  await saveLedger(refreshed(ledger, found), output ?? into, saving, undefined, world, words);
  world.stderr.write(`${words.make.imported(found.rows, found.sums, formatAmount(found.fen, '元'))}\n`);
  world.stderr.write(`${words.make.made(output ?? into)}\n`);
  return 0;
}

/** A file that is not there yet is an empty one: the words to confirm are written into it. */
async function mappingOf(file: string, world: World, words: Messages): Promise<MappingFile> {
  if (!existsSync(resolve(world.cwd, file))) return {};
  const text = new TextDecoder().decode(await load(file, world, words));
  try {
    return JSON.parse(text) as MappingFile;
  } catch {
    throw new FaultyFile([words.errorLine(file, words.make.badMapping)]);
  }
}
