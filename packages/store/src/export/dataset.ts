/** What a bulk file is: columns with their types and meanings, and rows batch by batch. */
import type { Origin } from '@mingsuan/core/disclosure';
import type { Bilingual } from '@mingsuan/core/kinds/index';
import { kindOf, type Stage } from '@mingsuan/core/model/document-kinds';
import { type RawBuilder, sql } from 'kysely';
import type { Store } from '../open.ts';
import { allOf, regionPrefix } from '../queries/sql.ts';
import { type ChangeSubject, changedSince, type Since, tellChanges } from './changes.ts';

export type ColumnType = 'integer' | 'bigint' | 'text' | 'boolean';

export interface ExportColumn {
  readonly type: ColumnType;
  /** In Chinese, for the data dictionary. */
  readonly title: string;
  readonly english?: string;
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
  /** What changed after a version, or at or after a moment. */
  readonly since?: Since | undefined;
}

export interface Dataset {
  readonly id: string;
  readonly title: Bilingual;
  readonly description: Bilingual;
  /** What its rows are made of: it changes with these. */
  readonly of: readonly ChangeSubject[];
  readonly columns: ExportColumns;
  /** What the database holds of the rows, a batch after the other, as plain data. */
  readonly read: (store: Pick<Store, 'db'>, filter: ExportFilter) => AsyncGenerator<unknown>;
  /** The rows of a batch, pure: made in another process. Without it a batch is rows already. */
  readonly rows?: (batch: never) => readonly ExportRow[];
}

/** The rows of a batch that the dataset's `read` gave. */
export const rowsIn = ({ rows }: Dataset, batch: unknown): readonly ExportRow[] =>
  rows ? rows(batch as never) : (batch as readonly ExportRow[]);

/** Whose and of when a row is: the first columns of whatever stands in a disclosure. */
export const OF_DISCLOSURE = {
  disclosure_id: { type: 'integer', title: '公开文本编号', english: 'Number of the disclosure' },
  region: { type: 'text', title: '区划代码', english: 'Region: code' },
  region_name: { type: 'text', title: '区划', english: 'Region' },
  agency_id: { type: 'integer', title: '单位编号', english: 'Number of the agency' },
  agency_code: { type: 'text', title: '预算代码', english: 'Budget code of the agency' },
  agency: { type: 'text', title: '单位', english: 'Agency' },
  level: {
    type: 'text',
    title: '级别：department 部门（含所属单位），unit 单位',
    english: 'department (with its units) or unit',
  },
  in_department: {
    type: 'boolean',
    title: '它的部门同年同类的文本也在这里：求和时不算它，就不重复',
    english: "Its department's disclosure of the same year and kind is here too: leave it out of sums",
  },
  year: { type: 'integer', title: '年度', english: 'Year' },
  stage: { type: 'text', title: '文种：budget 预算，final-accounts 决算', english: 'Kind: budget or final-accounts' },
  phase: {
    type: 'text',
    title: '阶段：approved 批复的预算，actual 决算',
    english: 'approved for budgets, actual for final accounts',
  },
} as const satisfies ExportColumns;

/** Where a row is printed: the last columns of what a file prints. */
export const PRINTED_AT = {
  page: { type: 'integer', title: '原文件第几页', english: 'Page of the source file' },
  sheet: { type: 'text', title: '原文件的工作表', english: 'Sheet of the source file' },
  address: { type: 'text', title: '原文件的单元格', english: 'Cell of the source file' },
  line: { type: 'integer', title: '原文件第几行', english: 'Line of the source file' },
  document_sha256: { type: 'text', title: '原文件的 SHA-256', english: 'SHA-256 of the source file' },
} as const satisfies ExportColumns;

/** The files of a disclosure: its own, and each that a part of it came from, by its name, as places name it; null of one file. */
export interface FilesOf {
  readonly document_sha256: string;
  readonly files: Readonly<Record<string, string>> | null;
}

/** `FilesOf` of disclosures `d` with their documents `o`. */
export const filesColumns: RawBuilder<unknown> = sql`o.sha256 as document_sha256,
  (select json_object_agg(f.name, f.sha256) from json_array_elements(d.sources) part
    join documents f on f.id = cast(part ->> 'document' as integer)) as files`;

/** The columns of `PRINTED_AT` of what stands at a place of a disclosure. */
export const printedAt = ({ source, page, sheet, address, line }: Origin, { files, document_sha256 }: FilesOf) => ({
  page: page ?? null,
  sheet: sheet ?? null,
  address: address ?? null,
  line: line ?? null,
  document_sha256: (source === undefined ? undefined : files?.[source]) ?? document_sha256,
});

/** `approved` for what plans, `actual` for what reports. */
export const phaseOf = (stage: Stage): string => (kindOf(stage).executes ? 'actual' : 'approved');

/** Which disclosures `d` of agencies `a` a filter asks for: current ones, but one by its number whatever its version. */
export const isAsked = (
  { region, agency, disclosure, year, stage, since }: ExportFilter,
  subjects: readonly ChangeSubject[] = OF_TEXTS,
): RawBuilder<unknown> =>
  allOf([
    disclosure === undefined ? sql`d.is_current` : sql`d.id = ${disclosure}`,
    region !== undefined && sql`starts_with(a.region, ${regionPrefix(region)})`,
    agency !== undefined && sql`a.id = ${agency}`,
    year !== undefined && sql`d.year = ${year}`,
    stage !== undefined && sql`d.stage = ${stage}`,
    since !== undefined && changedSince(since, subjects),
  ]);

/** What is printed: it changes with the disclosure alone. */
export const OF_TEXTS: readonly ChangeSubject[] = ['disclosure'];

const BATCH_DISCLOSURES = 5;

/** The numbers of the disclosures asked for, a batch after the other. */
export async function* disclosureBatches(
  { db }: Pick<Store, 'db'>,
  filter: ExportFilter,
  subjects?: readonly ChangeSubject[],
): AsyncGenerator<readonly number[]> {
  if (filter.since !== undefined) await tellChanges(db);
  for (let after = 0; ; ) {
    const { rows } = await sql<{ id: number }>`
      select d.id from disclosures d join agencies a on a.id = d.agency_id
      where d.id > ${after} and ${isAsked(filter, subjects)} order by d.id limit ${BATCH_DISCLOSURES}`.execute(db);
    if (rows.length > 0) yield rows.map(({ id }) => id);
    if (rows.length < BATCH_DISCLOSURES) return;
    after = rows.at(-1)!.id;
  }
}
