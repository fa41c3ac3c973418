/** All figures as flat rows, batch by batch: an export of millions needs no more memory than one batch. */
import type { Origin } from '@mingsuan/core/disclosure';
import { sql } from 'kysely';
import type { Store } from '../open.ts';
import { allOf, listOf, regionPrefix } from '../queries/sql.ts';
import type { Stage } from '../queries/types.ts';

export interface FactFilter {
  /** A region's code: those within it too. */
  readonly region?: string | undefined;
  readonly agency?: number | undefined;
  readonly disclosure?: number | undefined;
  readonly year?: number | undefined;
  readonly stage?: Stage | undefined;
  readonly form?: string | undefined;
}

/** The columns of an export in their order, with their types. `fen` is integer fen; places are where the file has them. */
export const FACT_COLUMNS = {
  disclosure_id: 'integer',
  region: 'text',
  region_name: 'text',
  agency_id: 'integer',
  agency_code: 'text',
  agency: 'text',
  level: 'text',
  year: 'integer',
  stage: 'text',
  form: 'text',
  row_key: 'text',
  row_label: 'text',
  side: 'text',
  column: 'text',
  fen: 'bigint',
  text: 'text',
  page: 'integer',
  sheet: 'text',
  address: 'text',
  line: 'integer',
  document_sha256: 'text',
} as const;

export type FactRow = {
  readonly [C in keyof typeof FACT_COLUMNS]: ((typeof FACT_COLUMNS)[C] extends 'text' ? string : number) | null;
};

const BATCH_DISCLOSURES = 20;

/** Current versions only, by disclosure and in the order printed. A disclosure asked for by number is given whatever its version. */
export async function* factBatches(
  { db }: Pick<Store, 'db'>,
  filter: FactFilter = {},
): AsyncGenerator<readonly FactRow[]> {
  const { region, agency, disclosure, year, stage, form } = filter;
  let after = 0;
  for (;;) {
    const { rows: batch } = await sql<{ id: number }>`
      select d.id from disclosures d join agencies a on a.id = d.agency_id
      where ${allOf([
        sql`d.id > ${after}`,
        disclosure === undefined ? sql`d.is_current` : sql`d.id = ${disclosure}`,
        region !== undefined && sql`starts_with(a.region, ${regionPrefix(region)})`,
        agency !== undefined && sql`a.id = ${agency}`,
        year !== undefined && sql`d.year = ${year}`,
        stage !== undefined && sql`d.stage = ${stage}`,
      ])}
      order by d.id limit ${BATCH_DISCLOSURES}`.execute(db);
    const last = batch.at(-1);
    if (!last) return;
    after = last.id;
    const ids = batch.map(({ id }) => id);
    const { rows } = await sql<FactRow & { origin: Origin }>`
      select d.id as disclosure_id, nullif(a.region, '') as region, nullif(a.region_name, '') as region_name,
        a.id as agency_id, a.code as agency_code, a.name as agency, a.level, d.year, d.stage, f.form, f.row_key,
        f.row_label, f.side, f.column_id as "column", f.fen, f.text, f.origin, o.sha256 as document_sha256
      from facts f join disclosures d on d.id = f.disclosure_id join agencies a on a.id = d.agency_id
      join documents o on o.id = d.document_id
      where f.disclosure_id = any(${listOf(ids, 'integer')}) and ${form === undefined ? sql`true` : sql`f.form = ${form}`}
      order by f.disclosure_id, f.statement_no, f.row_no, f.column_id`.execute(db);
    if (rows.length > 0) yield rows.map(flat);
    if (batch.length < BATCH_DISCLOSURES) return;
  }
}

function flat({ origin, document_sha256, ...row }: FactRow & { origin: Origin }): FactRow {
  const { page = null, sheet = null, address = null, line = null } = origin;
  return { ...row, page, sheet, address, line, document_sha256 };
}
