/** The execution of a unit's year: its item, and all that was entered on it as one execution. Money in fen. */
import { groupBy } from '@mingsuan/core/group-by';
import type { Labelled } from '@mingsuan/core/ledger/projects';
import type { AuthorityLine, Execution } from '@mingsuan/core/performance/execution';
import type { ProjectWords } from '@mingsuan/core/performance/execution-report';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../database/schema.ts';
import { dayOf } from '../people/audit.ts';
import { placesOn } from '../people/units.ts';
import { listOf } from '../queries/sql.ts';
import { getWork, type WorkItem } from '../work/items.ts';

type Db = Kysely<Database>;

export const ENTRY_KINDS = ['adjustment', 'plan', 'payment', 'commitment', 'acceptance'] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** The execution of a unit's year; undefined where nothing was authorised yet. */
export async function executionItem(db: Db, unitId: number, year: number, day: string): Promise<WorkItem | undefined> {
  const row = await db
    .selectFrom('work_items')
    .select('id')
    .where('process', '=', 'execution')
    .where('unit_id', '=', unitId)
    .where('year', '=', year)
    .executeTakeFirst();
  return row && getWork(db, row.id, day);
}

/** The items of a year's execution of these units. */
export async function executionItems(
  db: Db,
  units: readonly number[],
  year: number,
): Promise<readonly { readonly id: number; readonly unitId: number }[]> {
  const { rows } = await sql<{ id: number; unitId: number }>`select id, unit_id as "unitId" from work_items
    where process = 'execution' and year = ${year} and unit_id = any(${listOf(units, 'integer')})`.execute(db);
  return rows;
}

/** Under which labels the projects of these units go in a year's execution, with their codes, by unit. */
export async function authorisedProjects(
  db: Db,
  units: readonly number[],
  year: number,
): Promise<ReadonlyMap<number, readonly Labelled[]>> {
  const { rows } = await sql<{ unitId: number; project: string; code: string }>`select distinct i.unit_id as "unitId",
      l.project, l.project_code as code from authority_lines l join work_items i on i.id = l.item_id
    where i.process = 'execution' and i.year = ${year} and i.unit_id = any(${listOf(units, 'integer')})
      and l.project_code is not null`.execute(db);
  return groupBy(rows, ({ unitId }) => unitId);
}

/** All of these items as one execution; the words of people on its projects beside it. */
export async function executionOf(
  db: Db,
  items: readonly number[],
): Promise<{ readonly execution: Execution; readonly words: readonly ProjectWords[] }> {
  const of = listOf(items, 'integer');
  const day = dayOf(new Date());
  const { rows: lines } = await sql<{
    item: number;
    number: string;
    unit: string;
    project: string;
    code: string | null;
    functional: string;
    economic: string | null;
    fund: string;
    carried: boolean;
    isLumpSum: boolean;
    fen: number;
    document: string;
  }>`select l.item_id as item, l.number, s.name as unit, l.project, l.project_code as code, l.functional, l.economic, l.fund, l.carried,
    l.is_lump_sum as "isLumpSum", l.fen, l.document_number as document
    from authority_lines l join work_items i on i.id = l.item_id join ${placesOn(day)} s on s.unit_id = i.unit_id
    where l.item_id = any(${of}) order by s.code, l.number`.execute(db);
  const { rows: entries } = await sql<{
    item: number;
    kind: EntryKind;
    line: string | null;
    month: number;
    day: string | null;
    fen: number;
    contract: string | null;
    change: string | null;
    document: string | null;
    reason: string | null;
  }>`select item_id as item, kind, line, month, day, fen, contract, change, document_number as document, reason
    from execution_entries where item_id = any(${of}) order by id`.execute(db);
  const { rows: words } = await sql<{
    unit: string;
    project: string;
    lastYear: number | null;
    forecast: number | null;
    cause: string | null;
  }>`select distinct on (w.item_id, w.project) s.name as unit, w.project, w.last_year as "lastYear", w.forecast, w.cause
    from execution_words w join work_items i on i.id = w.item_id join ${placesOn(day)} s on s.unit_id = i.unit_id
    where w.item_id = any(${of}) order by w.item_id, w.project, w.id desc`.execute(db);
  // Lines are numbered within their unit; of several units each number has its item before it.
  const one = items.length === 1;
  const idOf = (item: number, line: string) => (one ? line : `${item}/${line}`);
  const ofKind = (kind: EntryKind) => entries.filter((each) => each.kind === kind);
  const entryOf = ({ item, line, month, fen, contract }: (typeof entries)[number]) => ({
    line: idOf(item, line!),
    month,
    amount: fen,
    ...(contract === null ? {} : { contract }),
  });
  return {
    execution: {
      lines: lines.map(({ item, number, code, economic, carried, isLumpSum, fen, ...line }) => ({
        ...line,
        id: idOf(item, number),
        fund: line.fund as AuthorityLine['fund'],
        ...(code === null ? {} : { code }),
        ...(economic === null ? {} : { economic }),
        ...(carried ? { carried } : {}),
        ...(isLumpSum ? { isLumpSum } : {}),
        amount: fen,
      })),
      adjustments: ofKind('adjustment').map(({ item, line, month, fen, change, document, reason }) => ({
        line: idOf(item, line!),
        kind: change as Execution['adjustments'][number]['kind'],
        month,
        delta: fen,
        document: document ?? '',
        reason: reason ?? '',
      })),
      plans: ofKind('plan').map(entryOf),
      payments: ofKind('payment').map(entryOf),
      commitments: ofKind('commitment').map(entryOf),
      acceptances: ofKind('acceptance').map(({ contract, day: date, fen }) => ({
        contract: contract ?? '',
        date: date!,
        amount: fen,
      })),
    },
    words: words.map(({ unit, project, lastYear, forecast, cause }) => ({
      unit,
      project,
      ...(lastYear === null ? {} : { lastYear }),
      ...(forecast === null ? {} : { forecast }),
      ...(cause === null ? {} : { cause }),
    })),
  };
}
