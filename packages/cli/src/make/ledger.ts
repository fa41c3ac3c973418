/** A ledger file, with its faults told line by line. */
import type { Disclosed } from '@mingsuan/core/disclose';
import type { Origin, Problem } from '@mingsuan/core/disclosure';
import { groupsBy } from '@mingsuan/core/group-by';
import type { Ledger } from '@mingsuan/core/ledger/ledger';
import type { LedgerReading } from '@mingsuan/core/ledger/read-sheets';
import { positionOf } from '@mingsuan/core/model/cell-address';
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
  const placed = told.map((each) => {
    const origin = each.path === undefined ? undefined : reading.originOf?.(each.path);
    const isPlaced = each.path === undefined || origin?.address !== undefined;
    return { ...each, origin, row: isPlaced ? undefined : reading.rowToAdd?.(each.path!) };
  });
  const lines = groupsBy(placed, causeOf).flatMap((alike) => {
    const isOne = alike.length >= OF_COLUMN;
    return (isOne ? alike.slice(0, 1) : alike).map((each) => {
      const { message, origin, row } = each;
      const where = origin || isOfSeveral ? words.make.at(file, origin ?? {}) : '';
      const rows = (isOne ? alike : [each]).flatMap((other) => other.row ?? []);
      const more = isOne && !row ? words.make.alike(alike.map((other) => other.origin!.address!)) : '';
      return words.make.problem(`${message}${row ? words.make.rowsToAdd(rows) : more}`, kindOfProblem(each), where);
    });
  });
  return { lines, open: told.filter((each) => kindOfProblem(each) !== 'notice').length };
}

/** So many cells of a column, or rows to be added, that lack the same are one line: a list of every item hides what else is to be done. */
const OF_COLUMN = 3;

/**
 * What is said in the same words of a column's cells, or of rows that a sheet has not got yet, has one cause, but for the item
 * that each names with its code; all else has its own.
 */
function causeOf<
  T extends Pick<Problem, 'code' | 'message'> & {
    readonly origin: Origin | undefined;
    readonly row: string | undefined;
  },
>(problem: T): string | T {
  const { code, message, origin, row } = problem;
  const cell = origin?.address === undefined ? undefined : positionOf(origin.address)?.column;
  const column = cell ?? (row && '+');
  return column === undefined ? problem : `${code} ${origin?.sheet} ${column} ${message.replace(CODED_ITEM, '')}`;
}

const CODED_ITEM = /[\p{Script=Han}、]+（\d{3,7}）/gu;
