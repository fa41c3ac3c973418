/** All figures of the statements as flat rows, batch by batch: an export of millions needs no more memory than one batch. */
import { englishName } from '@mingsuan/core/classification/english';
import type { Statement } from '@mingsuan/core/disclosure';
import { rowName } from '@mingsuan/core/model/address';
import type { Stage } from '@mingsuan/core/model/document-kinds';
import { sql } from 'kysely';
import { binaryOrder } from '../facts/binary-order.ts';
import type { Store } from '../open.ts';
import { placesIn } from '../projection/leaves.ts';
import { listOf } from '../queries/sql.ts';
import { type StoredRow, statementOf, storedStatements } from '../queries/statements.ts';
import {
  disclosureBatches,
  type ExportColumns,
  type ExportFilter,
  type FilesOf,
  filesColumns,
  OF_DISCLOSURE,
  PRINTED_AT,
  phaseOf,
  printedAt,
} from './dataset.ts';
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
  ...PRINTED_AT,
} as const satisfies ExportColumns;

type ValueOf<T> = T extends 'text' ? string : T extends 'boolean' ? boolean : number;

export type FactRow = {
  readonly [C in keyof typeof FACT_COLUMNS]: ValueOf<(typeof FACT_COLUMNS)[C]['type']> | null;
};

/** Whose and of when rows are, and of which files. */
interface Whose extends Pick<FactRow, Exclude<keyof typeof OF_DISCLOSURE, 'phase'>>, FilesOf {}

/** Current versions only, by disclosure and in the order printed. A disclosure asked for by number is given whatever its version. */
export async function* factBatches(
  store: Pick<Store, 'db'>,
  filter: FactFilter = {},
): AsyncGenerator<readonly FactRow[]> {
  for await (const batch of readFacts(store, filter)) yield factRows(batch);
}

/** Some disclosures, and their statements as the database holds them. */
interface StoredFacts {
  readonly whose: readonly Whose[];
  readonly statements: readonly StoredRow[];
}

/** What `factRows` makes rows of; unpacking it is the dear part. */
export async function* readFacts(store: Pick<Store, 'db'>, filter: FactFilter): AsyncGenerator<StoredFacts> {
  const { form } = filter;
  for await (const ids of disclosureBatches(store, filter)) {
    const { rows: whose } = await sql<Whose>`select ${disclosureColumns}, ${filesColumns}
      from disclosures d join agencies a on a.id = d.agency_id join documents o on o.id = d.document_id
      where d.id = any(${listOf(ids, 'integer')})`.execute(store.db);
    const statements = await storedStatements(store.db, ids, form === undefined ? undefined : [form]);
    yield { whose, statements };
  }
}

/** The rows of a batch of `readFacts`. */
export function factRows({ whose, statements }: StoredFacts): readonly FactRow[] {
  const byDisclosure = new Map(whose.map((row) => [row.disclosure_id, row]));
  return statements.flatMap((stored) => {
    const of = byDisclosure.get(stored.disclosure);
    return of ? flat(of, statementOf(stored).statement) : [];
  });
}

function flat({ files, document_sha256, ...whose }: Whose, { form, rows, unread }: Statement): readonly FactRow[] {
  const places = placesIn(rows);
  return rows.flatMap((row) =>
    Object.entries(row.cells)
      .sort(([a], [b]) => binaryOrder(a, b))
      .map(([column, { fen, text, origin }]) => {
        const all: FactRow = {
          ...whose,
          ...printedAt(origin, { files, document_sha256 }),
          phase: phaseOf(whose.stage as Stage),
          form,
          row_key: rowName(row),
          row_label: row.label,
          row_label_en: englishName(row.label) ?? null,
          row_unit: row.unit ?? null,
          is_leaf: places.get(row)!.leaf,
          side: row.side ?? null,
          column,
          fen,
          text,
          is_partial: unread !== undefined,
        };
        return Object.fromEntries(COLUMN_NAMES.map((name) => [name, all[name]])) as FactRow;
      }),
  );
}

const COLUMN_NAMES = Object.keys(FACT_COLUMNS) as (keyof FactRow)[];
