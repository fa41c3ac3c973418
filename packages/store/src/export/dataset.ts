/** What a bulk file is: columns with their types and meanings, and rows batch by batch. */
import { kindOf, type Stage } from '@mingsuan/core/model/document-kinds';
import { type RawBuilder, sql } from 'kysely';
import type { Store } from '../open.ts';
import { allOf, regionPrefix } from '../queries/sql.ts';

export type ColumnType = 'integer' | 'bigint' | 'text' | 'boolean';

export interface ExportColumn {
  readonly type: ColumnType;
  /** In Chinese, for the data dictionary. */
  readonly title: string;
}

export type ExportColumns = Readonly<Record<string, ExportColumn>>;
export type ExportRow = Readonly<Record<string, string | number | boolean | null>>;

export interface ExportFilter {
  /** A region's code: those within it too. */
  readonly region?: string | undefined;
  readonly agency?: number | undefined;
  readonly disclosure?: number | undefined;
  readonly year?: number | undefined;
  readonly stage?: Stage | undefined;
  readonly form?: string | undefined;
  /** What came in at or after this moment. */
  readonly since?: string | undefined;
}

export interface Dataset {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly columns: ExportColumns;
  readonly batches: (store: Pick<Store, 'db'>, filter: ExportFilter) => AsyncGenerator<readonly ExportRow[]>;
}

/** Whose and of when a row is: the first columns of whatever stands in a disclosure. */
export const OF_DISCLOSURE = {
  disclosure_id: { type: 'integer', title: '公开文本编号' },
  region: { type: 'text', title: '区划代码' },
  region_name: { type: 'text', title: '区划' },
  agency_id: { type: 'integer', title: '单位编号' },
  agency_code: { type: 'text', title: '预算代码' },
  agency: { type: 'text', title: '单位' },
  level: { type: 'text', title: '级别：department 部门（含所属单位），unit 单位' },
  in_department: { type: 'boolean', title: '它的部门同年同类的文本也在这里：求和时不算它，就不重复' },
  year: { type: 'integer', title: '年度' },
  stage: { type: 'text', title: '文种：budget 预算，final-accounts 决算' },
  phase: { type: 'text', title: '阶段：approved 批复的预算，actual 决算' },
} as const satisfies ExportColumns;

/** `approved` for what plans, `actual` for what reports. */
export const phaseOf = (stage: Stage): string => (kindOf(stage).executes ? 'actual' : 'approved');

/** Those columns of disclosures `d` of agencies `a`, but for the phase. */
export const disclosureColumns: RawBuilder<unknown> = sql`d.id as disclosure_id, nullif(a.region, '') as region,
  nullif(a.region_name, '') as region_name, a.id as agency_id, a.code as agency_code, a.name as agency, a.level,
  exists (select 1 from disclosures up where up.agency_id = a.parent_id and up.is_current and up.year = d.year
    and up.stage = d.stage) as in_department, d.year, d.stage`;

/** Which disclosures `d` of agencies `a` a filter asks for: current ones, but one by its number whatever its version. */
export const isAsked = ({ region, agency, disclosure, year, stage, since }: ExportFilter): RawBuilder<unknown> =>
  allOf([
    disclosure === undefined ? sql`d.is_current` : sql`d.id = ${disclosure}`,
    region !== undefined && sql`starts_with(a.region, ${regionPrefix(region)})`,
    agency !== undefined && sql`a.id = ${agency}`,
    year !== undefined && sql`d.year = ${year}`,
    stage !== undefined && sql`d.stage = ${stage}`,
    since !== undefined && sql`d.created_at >= cast(${since} as timestamptz)`,
  ]);

const BATCH_DISCLOSURES = 20;

/** The numbers of the disclosures asked for, a batch after the other. */
export async function* disclosureBatches(
  { db }: Pick<Store, 'db'>,
  filter: ExportFilter,
): AsyncGenerator<readonly number[]> {
  for (let after = 0; ; ) {
    const { rows } = await sql<{ id: number }>`
      select d.id from disclosures d join agencies a on a.id = d.agency_id
      where d.id > ${after} and ${isAsked(filter)} order by d.id limit ${BATCH_DISCLOSURES}`.execute(db);
    if (rows.length > 0) yield rows.map(({ id }) => id);
    if (rows.length < BATCH_DISCLOSURES) return;
    after = rows.at(-1)!.id;
  }
}
