/** A ledger file, with its faults told line by line. */
import type { Ledger } from '@mingsuan/core/ledger/ledger';
import type { LedgerReading } from '@mingsuan/core/ledger/read-sheets';
import { chooseTemplate } from '@mingsuan/core/templates/choose';
import type { Template } from '@mingsuan/core/templates/index';
import type { Messages } from '../messages/index.ts';
import { UsageError } from '../options.ts';
import { FaultyFile } from '../user-file.ts';
import type { World } from '../world.ts';
import { load, told } from './files.ts';
import { templateNamed } from './template.ts';

/** @throws FaultyFile where the file as a whole cannot be read */
export async function loadLedger(file: string, world: World, words: Messages): Promise<LedgerReading> {
  const bytes = await load(file, world, words);
  const { readLedger } = await import('@mingsuan/documents/ledger/read-ledger');
  return told(file, words, () => readLedger(bytes));
}

export const faultLines = (file: string, { faults }: LedgerReading, words: Messages): string[] =>
  faults.map(({ origin, message }) => words.make.fault(file, origin, message));

/** The ledger without faults; with them only where `draft` allows it. @throws FaultyFile with a line for each fault */
export async function soundLedger(file: string, draft: boolean, world: World, words: Messages): Promise<Ledger> {
  const reading = await loadLedger(file, world, words);
  const lines = faultLines(file, reading, words);
  if (!reading.ledger || (lines.length > 0 && !draft))
    throw new FaultyFile([...lines, words.errorLine(file, words.make.faults(lines.length))]);
  for (const line of lines) world.stderr.write(`${line}\n`);
  return reading.ledger;
}

/** The template asked for, else that of the ledger's region and year. @throws UsageError where none fits */
export function templateFor(
  { region, year }: Pick<Ledger, 'region' | 'year'>,
  id: string | undefined,
  words: Messages,
): Template {
  if (id !== undefined) return templateNamed(id, words);
  const template = chooseTemplate(region?.code, year, 'budget');
  if (!template) throw new UsageError(words.make.noTemplate);
  return template;
}
