/** All bulk files by name: figures, record tables, released findings, completeness, agencies, versions, code lists. */
import { codesOfLevel, type ListId } from '@mingsuan/core/classification/index';
import { type RawBuilder, sql } from 'kysely';
import type { Store } from '../open.ts';
import { listOf } from '../queries/sql.ts';
import { isReleased } from '../release/is-released.ts';
import {
  type Dataset,
  disclosureBatches,
  disclosureColumns,
  type ExportFilter,
  type ExportRow,
  OF_DISCLOSURE,
  phaseOf,
} from './dataset.ts';
import { FACT_COLUMNS, factBatches } from './facts.ts';
import { RECORD_SETS } from './record-sets.ts';

/** Rows of a question over disclosures `d` of agencies `a`, with whose they are. */
async function* ofDisclosures(
  store: Pick<Store, 'db'>,
  filter: ExportFilter,
  columns: RawBuilder<unknown>,
  from: RawBuilder<unknown>,
): AsyncGenerator<readonly ExportRow[]> {
  for await (const ids of disclosureBatches(store, filter)) {
    const { rows } = await sql<ExportRow & { stage: 'budget' | 'final-accounts' }>`
      select ${disclosureColumns}, ${columns} from disclosures d join agencies a on a.id = d.agency_id ${from}
      where d.id = any(${listOf(ids, 'integer')}) order by d.id`.execute(store.db);
    if (rows.length > 0) yield rows.map((row) => ({ ...row, phase: phaseOf(row.stage) }));
  }
}

const FINDINGS: Dataset = {
  id: 'findings',
  title: '已发布的核对结果',
  description: '管理员发布了的问题，附单位答复；没有发布的不在这里。',
  columns: {
    ...OF_DISCLOSURE,
    finding_id: { type: 'text', title: '问题编号，下一版里仍是它' },
    rule: { type: 'text', title: '规则' },
    severity: { type: 'text', title: 'error 错误，warning 警告，notice 提示' },
    form: { type: 'text', title: '报表' },
    message: { type: 'text', title: '问题' },
    expected_fen: { type: 'bigint', title: '应为，分' },
    actual_fen: { type: 'bigint', title: '实为，分' },
    difference_fen: { type: 'bigint', title: '相差，分' },
    dismissed: { type: 'text', title: '不予采纳的理由' },
    answer: { type: 'text', title: '单位答复' },
  },
  batches: (store, filter) =>
    ofDisclosures(
      store,
      filter,
      sql`f.finding_id, f.rule, f.severity, f.form, f.message, cast(f.detail ->> 'expected' as bigint) as expected_fen,
        cast(f.detail ->> 'actual' as bigint) as actual_fen, cast(f.detail ->> 'difference' as bigint) as difference_fen,
        (select m.reason from dismissals m where m.document_id = d.document_id and m.finding_id = f.finding_id
          and m.withdrawn_at is null) as dismissed,
        (select w.text from answers w where w.document_id = d.document_id and w.finding_id = f.finding_id
          and w.withdrawn_at is null) as answer`,
      sql`join findings f on f.disclosure_id = d.id and ${isReleased}`,
    ),
};

const COMPLETENESS: Dataset = {
  id: 'completeness',
  title: '应公开的表',
  description: '每份公开文本里应公开的各张表怎样。',
  columns: {
    ...OF_DISCLOSURE,
    form: { type: 'text', title: '报表' },
    state: {
      type: 'text',
      title: 'filled 有数，partial 没有读全，empty 空表，unread 没有认出、不能说没有，missing 没有',
    },
    score: { type: 'integer', title: '应公开的表公开了百分之几；有 unread 的，至少百分之几' },
  },
  batches: (store, filter) =>
    ofDisclosures(
      store,
      filter,
      sql`c.key as form, c.value as state, d.score`,
      sql`cross join json_each_text(d.completeness) c`,
    ),
};

const VERSIONS: Dataset = {
  id: 'disclosures',
  title: '公开文本及其各版',
  description: '每份公开文本的版本、原件和读出情况；用 since 只取某时以后的变化。',
  columns: {
    ...OF_DISCLOSURE,
    version: { type: 'integer', title: '第几版' },
    is_current: { type: 'boolean', title: '是不是现行的一版' },
    template: { type: 'text', title: '表样' },
    figures: { type: 'integer', title: '报表里的数' },
    amounts_printed: { type: 'integer', title: '印出的金额' },
    amounts_read: { type: 'integer', title: '读懂的金额' },
    imported_at: { type: 'text', title: '导入的时间' },
    document_name: { type: 'text', title: '原件' },
    document_sha256: { type: 'text', title: '原件的 SHA-256' },
  },
  batches: async function* (store, { disclosure, ...filter }) {
    const { year, stage, agency, since } = filter;
    const asked = (value: unknown, condition: RawBuilder<unknown>) => (value === undefined ? sql`true` : condition);
    const { rows } = await sql<ExportRow & { stage: 'budget' | 'final-accounts'; imported_at: Date }>`
      select ${disclosureColumns}, d.version, d.is_current, d.template, d.fact_count as figures,
        cast(d.coverage -> 'amounts' ->> 'printed' as integer) as amounts_printed,
        cast(d.coverage -> 'amounts' ->> 'read' as integer) as amounts_read,
        d.created_at as imported_at, o.name as document_name, o.sha256 as document_sha256
      from disclosures d join agencies a on a.id = d.agency_id join documents o on o.id = d.document_id
      where ${asked(disclosure, sql`d.id = ${disclosure}`)} and ${asked(year, sql`d.year = ${year}`)}
        and ${asked(stage, sql`d.stage = ${stage}`)} and ${asked(agency, sql`a.id = ${agency}`)}
        and ${asked(since, sql`d.created_at >= cast(${since} as timestamptz)`)}
      order by d.created_at, d.id`.execute(store.db);
    if (rows.length > 0) {
      yield rows.map((row) => ({ ...row, phase: phaseOf(row.stage), imported_at: row.imported_at.toISOString() }));
    }
  },
};

const AGENCIES: Dataset = {
  id: 'agencies',
  title: '单位',
  description: '部门和单位；former_names 是以前的名称。',
  columns: {
    agency_id: { type: 'integer', title: '单位编号' },
    region: { type: 'text', title: '区划代码' },
    region_name: { type: 'text', title: '区划' },
    agency_code: { type: 'text', title: '预算代码' },
    agency: { type: 'text', title: '单位' },
    level: { type: 'text', title: '级别：department 部门，unit 单位' },
    parent_id: { type: 'integer', title: '主管部门的编号' },
    former_names: { type: 'text', title: '以前的名称，用顿号隔开' },
  },
  batches: async function* (store) {
    const { rows } = await sql<ExportRow>`
      select a.id as agency_id, nullif(a.region, '') as region, nullif(a.region_name, '') as region_name,
        a.code as agency_code, a.name as agency, a.level, a.parent_id,
        (select string_agg(distinct f.name, '、') from former_agencies f where f.agency_id = a.id) as former_names
      from agencies a order by a.region, coalesce(a.code, ''), a.id`.execute(store.db);
    if (rows.length > 0) yield rows;
  },
};

const LISTS: Readonly<Partial<Record<ListId, string>>> = {
  function: '支出功能分类',
  economic: '部门支出经济分类',
  'economic-gov': '政府支出经济分类',
};
const LEVELS = [1, 2, 3];

const CODES: Dataset = {
  id: 'codes',
  title: '分类代码',
  description: '报表里用的分类和名称。',
  columns: {
    list: { type: 'text', title: '哪种分类：function、economic、economic-gov' },
    code: { type: 'text', title: '编码' },
    name: { type: 'text', title: '名称' },
    level: { type: 'integer', title: '1 类，2 款，3 项' },
  },
  batches: async function* (_, { year }) {
    for (const list of Object.keys(LISTS) as ListId[])
      yield LEVELS.flatMap((level) => codesOfLevel(list, level, year).map((entry) => ({ list, ...entry, level })));
  },
};

const FACTS: Dataset = {
  id: 'facts',
  title: '报表里的数',
  description: '每一行是一个格。求和时取 is_leaf 的行、一个 column、in_department 为否的，每个数只算一次。',
  columns: FACT_COLUMNS,
  batches: factBatches,
};

export const DATASETS: readonly Dataset[] = [FACTS, ...RECORD_SETS, FINDINGS, COMPLETENESS, VERSIONS, AGENCIES, CODES];
