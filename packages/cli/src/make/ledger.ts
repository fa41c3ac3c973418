/** A ledger file, with its faults told line by line. */
import type { Disclosed } from '@mingsuan/core/disclose';
import type { Problem } from '@mingsuan/core/disclosure';
import type { Ledger } from '@mingsuan/core/ledger/ledger';
import type { LedgerReading } from '@mingsuan/core/ledger/read-sheets';
import type { Messages } from '../messages/messages.ts';
import { FaultyFile } from '../settings/user-file.ts';
import type { World } from '../world.ts';
import { load, told } from './files.ts';

/** @throws FaultyFile where the file as a whole cannot be read */
export async function loadLedger(file: string, world: World, words: Messages): Promise<LedgerReading> {
  const bytes = await load(file, world, words);
  const { readLedger } = await import('@mingsuan/documents/ledger/read-ledger');
  return told(file, words, () => readLedger(bytes, world.jurisdictions));
}

/** The faults of a ledger, a line each, with the cell that is to be corrected. */
export const faultLines = (file: string, { faults }: LedgerReading, words: Messages): string[] =>
  faults.map(({ origin, message }) => words.make.fault(file, origin, message));

/** The ledger without faults; with them only where `draft` allows it. @throws FaultyFile with a line for each fault */
export async function soundLedger(
  file: string,
  draft: boolean,
  world: World,
  words: Messages,
): Promise<Required<Pick<LedgerReading, 'ledger'>> & LedgerReading> {
  const reading = await loadLedger(file, world, words);
  const lines = faultLines(file, reading, words);
  if (!reading.ledger || (lines.length > 0 && !draft))
    throw new FaultyFile([...lines, words.errorLine(file, words.make.faults(lines.length))]);
  for (const line of lines) world.stderr.write(`${line}\n`);
  return { ...reading, ledger: reading.ledger };
}

/** What is said of a ledger by itself and by its document, and of its year by the clock. */
export async function problemsToday(
  ledger: Ledger,
  { problems }: Disclosed,
  world: World,
): Promise<readonly Problem[]> {
  const { yearProblems } = await import('@mingsuan/core/ledger/problems');
  return [...yearProblems(ledger, world.now().getFullYear()), ...problems];
}

/** Problems as lines, each with its cell, or its file where it is one of several, and what kind it is; and how many are more than notices. */
export async function problemLines(
  file: string,
  problems: readonly (Problem & { readonly path?: string })[],
  reading: Pick<LedgerReading, 'faults' | 'originOf' | 'rowToAdd' | 'isPartial'>,
  words: Messages,
  isOfSeveral = false,
): Promise<{ readonly lines: readonly string[]; readonly open: number }> {
  const { kindOfProblem, problemsBeside } = await import('@mingsuan/core/ledger/problems');
  const told = problemsBeside(problems, reading);
  const kinds = told.map(kindOfProblem);
  const lines = told.map(({ message, path }, i) => {
    const origin = path === undefined ? undefined : reading.originOf?.(path);
    const where = origin || isOfSeveral ? words.make.at(file, origin ?? {}) : '';
    const row = path === undefined || origin?.address !== undefined ? undefined : reading.rowToAdd?.(path);
    return words.make.problem(row ? `${message}${words.make.rowToAdd(row)}` : message, kinds[i], where);
  });
  return { lines, open: kinds.filter((kind) => kind !== 'notice').length };
}
