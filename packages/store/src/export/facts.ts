/** All figures of the statements as flat rows, batch by batch: an export of millions needs no more memory than one batch. */
import { englishName } from '@mingsuan/core/classification/english';
import type { Origin } from '@mingsuan/core/disclosure';
import { groupBy } from '@mingsuan/core/group-by';
import { sql } from 'kysely';
import type { Store } from '../open.ts';
import { placesOf } from '../projection/leaves.ts';
import { listOf } from '../queries/sql.ts';
import { disclosureBatches, type ExportColumns, type ExportFilter, OF_DISCLOSURE, phaseOf } from './dataset.ts';
import { disclosureColumns } from './disclosure-columns.ts';

export type FactFilter = ExportFilter;

/** The columns of an export in their order. `fen` is integer fen; places are where the file has them. */
export const FACT_COLUMNS = {
  ...OF_DISCLOSURE,
  form: { type: 'text', title: '报表', english: 'Table: balance, revenue, expenditure, …' },
  row_key: {
    type: 'text',
    title: '行：分类科目编码，或行的名称；total 是合计',
    english: 'Row: classification code or label; total is the total',
  },
  row_label: { type: 'text', title: '行印出的名称', english: 'Row as printed' },
  row_label_en: {
    type: 'text',
    title: '功能、经济科目的英文名称，没有译的空着',
    english: 'English name of a functional or economic code; empty where there is none',
  },
  row_unit: {
    type: 'text',
    title: '一张表列了几个单位的，这一行的单位',
    english: 'The unit of the row, where a table lists several',
  },
  is_leaf: {
    type: 'boolean',
    title: '表里没有它的下级：只对这些行求和，每个数只算一次',
    english: 'Nothing below it in its table: sum these rows only, and each figure counts once',
  },
  side: { type: 'text', title: '收入或支出', english: 'Side of a balance: revenue or expenditure' },
  column: {
    type: 'text',
    title: '列：total 合计，basic 基本支出，project 项目支出等；求和只取一列',
    english: 'Column: total, basic, project, …; sum one column only',
  },
  fen: { type: 'bigint', title: '金额，整数，单位为分', english: 'Amount: integer fen (0.01 yuan), not rounded' },
  text: { type: 'text', title: '印出的数', english: 'As printed' },
  is_partial: {
    type: 'boolean',
    title: '这张表有没读出的栏或行',
    english: 'A column or row of the table was not read',
  },
  page: { type: 'integer', title: '原文件第几页', english: 'Page of the source file' },
  sheet: { type: 'text', title: '原文件的工作表', english: 'Sheet of the source file' },
  address: { type: 'text', title: '原文件的单元格', english: 'Cell of the source file' },
  line: { type: 'integer', title: '原文件第几行', english: 'Line of the source file' },
  document_sha256: { type: 'text', title: '原文件的 SHA-256', english: 'SHA-256 of the source file' },
} as const satisfies ExportColumns;

type ValueOf<T> = T extends 'text' ? string : T extends 'boolean' ? boolean : number;

export type FactRow = {
  readonly [C in keyof typeof FACT_COLUMNS]: ValueOf<(typeof FACT_COLUMNS)[C]['type']> | null;
};

interface Stored extends Omit<FactRow, 'phase' | 'row_label_en' | 'is_leaf' | 'page' | 'sheet' | 'address' | 'line'> {
  readonly statement_no: number;
  readonly row_no: number;
  readonly origin: Origin;
  /** The statement's rows, without their cells. */
  readonly part_of: string | null;
}

/** Current versions only, by disclosure and in the order printed. A disclosure asked for by number is given whatever its version. */
export async function* factBatches(
  store: Pick<Store, 'db'>,
  filter: FactFilter = {},
): AsyncGenerator<readonly FactRow[]> {
  const { form } = filter;
  for await (const ids of disclosureBatches(store, filter)) {
    const { rows } = await sql<Stored>`
      select ${disclosureColumns}, f.form, f.row_key, f.row_label, s.rows -> f.row_no ->> 'unit' as row_unit,
        s.rows -> f.row_no ->> 'partOf' as part_of, s.unread is not null as is_partial, f.statement_no, f.row_no,
        f.side, f.column_id as "column", f.fen, f.text, f.origin, o.sha256 as document_sha256
      from facts f join disclosures d on d.id = f.disclosure_id join agencies a on a.id = d.agency_id
      join documents o on o.id = d.document_id
      join statements s on s.disclosure_id = f.disclosure_id and s.ordinal = f.statement_no
      where f.disclosure_id = any(${listOf(ids, 'integer')}) and ${form === undefined ? sql`true` : sql`f.form = ${form}`}
      order by f.disclosure_id, f.statement_no, f.row_no, f.column_id`.execute(store.db);
    if (rows.length > 0) yield flat(rows);
  }
}

function flat(rows: readonly Stored[]): readonly FactRow[] {
  const leaves = new Map<string, boolean>();
  const at = (row: Stored, no = row.row_no) => `${row.disclosure_id} ${row.statement_no} ${no}`;
  for (const own of groupBy(rows, (row) => `${row.disclosure_id} ${row.statement_no}`).values()) {
    const printed = [...new Map(own.map((row) => [row.row_no, row])).values()];
    const places = placesOf(
      printed.map((row) => ({
        key: bareKey(row),
        label: row.row_label ?? '',
        side: row.side,
        unit: row.row_unit,
        partOf: row.part_of,
      })),
    );
    for (const [i, row] of printed.entries()) leaves.set(at(row), places[i]!.leaf);
  }
  return rows.map((row) => {
    const { page = null, sheet = null, address = null, line = null } = row.origin;
    const places = { page, sheet, address, line };
    const row_label_en = englishName(row.row_label ?? '') ?? null;
    const all = {
      ...row,
      ...places,
      row_label_en,
      phase: phaseOf(row.stage as 'budget'),
      is_leaf: leaves.get(at(row)) ?? true,
    };
    return Object.fromEntries(Object.keys(FACT_COLUMNS).map((name) => [name, all[name as keyof FactRow]])) as FactRow;
  });
}

/** The stored name of a row has its unit before it where it is of one. */
const bareKey = ({ row_key, row_unit }: Stored): string =>
  row_unit !== null && row_key?.startsWith(`${row_unit}:`) ? row_key.slice(row_unit.length + 1) : (row_key ?? '');
