/** Exports of a finance system into a ledger. */
import type { ImportMapping } from '@mingsuan/core/import/mapping';
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
  const own = mapping === undefined ? {} : await mappingOf(mapping, world, words);
  const sheets = [];
  for (const file of files) {
    const bytes = await load(file, world, words);
    sheets.push(...(await told(file, words, () => readSheetTexts(bytes))));
  }
  const found = importSheets(sheets, withMapping(own), agency);
  for (const { message, origin } of found.notes)
    world.stderr.write(`${words.make.fault(files.length === 1 ? files[0]! : '', origin, message)}\n`);
  if (found.rows === 0) throw new FaultyFile([words.errorLine(files.join('、'), words.make.nothingImported)]);
  const saving = { inputs: files, force: force || output === undefined };
  await saveLedger(refreshed(ledger, found), output ?? into, saving, undefined, world, words);
  world.stderr.write(`${words.make.imported(found.rows, found.sums, formatAmount(found.fen, '元'))}\n`);
  world.stderr.write(`${words.make.made(output ?? into)}\n`);
  return 0;
}

async function mappingOf(file: string, world: World, words: Messages): Promise<Partial<ImportMapping>> {
  const text = new TextDecoder().decode(await load(file, world, words));
  try {
    return JSON.parse(text) as Partial<ImportMapping>;
  } catch {
    throw new FaultyFile([words.errorLine(file, words.make.badMapping)]);
  }
}
