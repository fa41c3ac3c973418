/** All bulk files by name: figures, record tables, released findings, completeness, agencies, versions, code lists. */
import { englishName } from '@mingsuan/core/classification/english';
import { codesOfLevel, type ListId } from '@mingsuan/core/classification/index';
import { type RawBuilder, sql } from 'kysely';
import type { Store } from '../open.ts';
import { MOST_ITEMS, type Page } from '../queries/page.ts';
import { listOf } from '../queries/sql.ts';
import { isReleased } from '../release/is-released.ts';
import {
  CHANGE_SUBJECTS,
  type ChangeSubject,
  changedSince,
  type DataChange,
  listDataChanges,
  tellChanges,
} from './changes.ts';
import {
  type Dataset,
  disclosureBatches,
  type ExportFilter,
  type ExportRow,
  OF_DISCLOSURE,
  OF_TEXTS,
  phaseOf,
} from './dataset.ts';
import { disclosureColumns } from './disclosure-columns.ts';
import { FACT_COLUMNS, factRows, readFacts } from './facts.ts';
import { RECORD_SETS } from './record-sets.ts';

/** Rows of a question over disclosures `d` of agencies `a`, with whose they are. */
async function* ofDisclosures(
  store: Pick<Store, 'db'>,
  filter: ExportFilter,
  columns: RawBuilder<unknown>,
  from: RawBuilder<unknown>,
  subjects: readonly ChangeSubject[] = OF_TEXTS,
): AsyncGenerator<readonly ExportRow[]> {
  for await (const ids of disclosureBatches(store, filter, subjects)) {
    const { rows } = await sql<ExportRow & { stage: 'budget' | 'final-accounts' }>`
      select ${disclosureColumns}, ${columns} from disclosures d join agencies a on a.id = d.agency_id ${from}
      where d.id = any(${listOf(ids, 'integer')}) order by d.id`.execute(store.db);
    if (rows.length > 0) yield rows.map((row) => ({ ...row, phase: phaseOf(row.stage) }));
  }
}

/** What was found changes with what is printed, and apart from it. */
const OF_FINDINGS: readonly ChangeSubject[] = ['disclosure', 'findings'];

const FINDINGS: Dataset = {
  id: 'findings',
  title: ['已发布的核对结果', 'Released findings'],
  description: [
    '管理员发布了的问题，附单位答复；没有发布的不在这里。',
    'What checking found and the operator released, with what agencies answered; drafts are not here.',
  ],
  of: OF_FINDINGS,
  columns: {
    ...OF_DISCLOSURE,
    finding_id: {
      type: 'text',
      title: '问题编号，下一版里仍是它',
      english: 'Number of the finding, the same in the next version',
    },
    rule: { type: 'text', title: '规则', english: 'Rule' },
    severity: { type: 'text', title: 'error 错误，warning 警告，notice 提示', english: 'error, warning or notice' },
    form: { type: 'text', title: '报表', english: 'Table' },
    message: { type: 'text', title: '问题', english: 'What was found, in Chinese' },
    expected_fen: { type: 'bigint', title: '应为，分', english: 'Expected, fen' },
    actual_fen: { type: 'bigint', title: '实为，分', english: 'Actual, fen' },
    difference_fen: { type: 'bigint', title: '相差，分', english: 'Difference, fen' },
    dismissed: { type: 'text', title: '不予采纳的理由', english: 'Why it was dismissed' },
    answer: { type: 'text', title: '单位答复', english: 'What the agency answered' },
  },
  read: (store, filter) =>
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
      OF_FINDINGS,
    ),
};

const COMPLETENESS: Dataset = {
  id: 'completeness',
  title: ['应公开的表', 'Tables that must be published'],
  description: ['每份公开文本里应公开的各张表怎样。', 'How the required tables of each disclosure stand.'],
  of: OF_TEXTS,
  columns: {
    ...OF_DISCLOSURE,
    form: { type: 'text', title: '报表', english: 'Table' },
    state: {
      type: 'text',
      title: 'filled 有数，partial 没有读全，empty 空表，unread 没有认出、不能说没有，missing 没有',
      english: 'filled, partial (not all read), empty, unread (not recognised: it may be there), missing',
    },
    score: {
      type: 'integer',
      title: '应公开的表公开了百分之几；有 unread 的，至少百分之几',
      english: 'Per cent of the required tables that are there; at least that where some are unread',
    },
  },
  read: (store, filter) =>
    ofDisclosures(
      store,
      filter,
      sql`c.key as form, c.value as state, d.score`,
      sql`cross join json_each_text(d.completeness) c`,
    ),
};

const VERSIONS: Dataset = {
  id: 'disclosures',
  title: ['公开文本及其各版', 'Disclosures and their versions'],
  description: [
    '每份公开文本的版本、原件和读出情况。',
    'The versions of each disclosure, its file, and how much of it was read.',
  ],
  of: OF_TEXTS,
  columns: {
    ...OF_DISCLOSURE,
    version: { type: 'integer', title: '第几版', english: 'Version' },
    is_current: { type: 'boolean', title: '是不是现行的一版', english: 'Whether it is the current version' },
    template: { type: 'text', title: '表样', english: 'Template' },
    figures: { type: 'integer', title: '报表里的数', english: 'Figures in the tables' },
    amounts_printed: { type: 'integer', title: '印出的金额', english: 'Amounts printed' },
    amounts_read: { type: 'integer', title: '读懂的金额', english: 'Amounts understood' },
    imported_at: { type: 'text', title: '导入的时间', english: 'When it was imported' },
    document_name: { type: 'text', title: '原件', english: 'Source file' },
    document_sha256: { type: 'text', title: '原件的 SHA-256', english: 'SHA-256 of the source file' },
  },
  read: async function* (store, { disclosure, year, stage, agency, since }) {
    if (since !== undefined) await tellChanges(store.db);
    const asked = (value: unknown, condition: RawBuilder<unknown>) => (value === undefined ? sql`true` : condition);
    const { rows } = await sql<ExportRow & { stage: 'budget' | 'final-accounts'; imported_at: Date }>`
      select ${disclosureColumns}, d.version, d.is_current, d.template, d.fact_count as figures,
        cast(d.coverage -> 'amounts' ->> 'printed' as integer) as amounts_printed,
        cast(d.coverage -> 'amounts' ->> 'read' as integer) as amounts_read,
        d.created_at as imported_at, o.name as document_name, o.sha256 as document_sha256
      from disclosures d join agencies a on a.id = d.agency_id join documents o on o.id = d.document_id
      where ${asked(disclosure, sql`d.id = ${disclosure}`)} and ${asked(year, sql`d.year = ${year}`)}
        and ${asked(stage, sql`d.stage = ${stage}`)} and ${asked(agency, sql`a.id = ${agency}`)}
        and ${since === undefined ? sql`true` : changedSince(since, OF_TEXTS)}
      order by d.created_at, d.id`.execute(store.db);
    if (rows.length > 0) {
      yield rows.map((row) => ({ ...row, phase: phaseOf(row.stage), imported_at: row.imported_at.toISOString() }));
    }
  },
};

const AGENCIES: Dataset = {
  id: 'agencies',
  title: ['单位', 'Agencies'],
  description: [
    '部门和单位；former_names 是以前的名称。',
    'Departments and units; former_names are what they were called before.',
  ],
  of: ['agency'],
  columns: {
    agency_id: { type: 'integer', title: '单位编号', english: 'Number of the agency' },
    region: { type: 'text', title: '区划代码', english: 'Region: code' },
    region_name: { type: 'text', title: '区划', english: 'Region' },
    agency_code: { type: 'text', title: '预算代码', english: 'Budget code' },
    agency: { type: 'text', title: '单位', english: 'Agency' },
    level: { type: 'text', title: '级别：department 部门，unit 单位', english: 'department or unit' },
    parent_id: { type: 'integer', title: '主管部门的编号', english: 'Number of its department' },
    former_names: { type: 'text', title: '以前的名称，用顿号隔开', english: 'Former names, separated by 、' },
  },
  read: async function* (store) {
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
  title: ['分类代码', 'Classification codes'],
  description: ['报表里用的分类和名称。', 'The classifications that tables use, with their names.'],
  of: [],
  columns: {
    list: {
      type: 'text',
      title: '哪种分类：function、economic、economic-gov',
      english: 'Classification: function, economic, economic-gov',
    },
    code: { type: 'text', title: '编码', english: 'Code' },
    name: { type: 'text', title: '名称', english: 'Name' },
    name_en: { type: 'text', title: '英文名称，没有译的空着', english: 'English name; empty where there is none' },
    level: { type: 'integer', title: '1 类，2 款，3 项', english: '1 class, 2 section, 3 item' },
  },
  read: async function* (_, { year }) {
    for (const list of Object.keys(LISTS) as ListId[])
      yield LEVELS.flatMap((level) =>
        codesOfLevel(list, level, year).map((entry) => ({
          list,
          ...entry,
          name_en: englishName(entry.name) ?? null,
          level,
        })),
      );
  },
};

const FACTS: Dataset = {
  id: 'facts',
  title: ['报表里的数', 'Figures of the tables'],
  description: [
    '每一行是一个格。求和时取 is_leaf 的行、一个 column、in_department 为否的，每个数只算一次。',
    'A row for each cell. To sum, take rows with is_leaf, one column, and in_department false: each figure counts once.',
  ],
  of: OF_TEXTS,
  columns: FACT_COLUMNS,
  read: readFacts,
  rows: factRows,
};

const CHANGES: Dataset = {
  id: 'changes',
  title: ['变化', 'Changes'],
  description: [
    '每份公开文本、它已发布的核对结果、每个单位最近一次变化；用 since 只取某个数据版本或某时以后的，removed 的请从自己的库里删去。',
    'The last change of each disclosure, of its released findings and of each agency; since asks for those after a version or a moment. Delete what is removed.',
  ],
  of: CHANGE_SUBJECTS,
  columns: {
    subject: {
      type: 'text',
      title: 'disclosure 公开文本，findings 它的核对结果，agency 单位',
      english: 'disclosure, findings (of a disclosure) or agency',
    },
    id: { type: 'integer', title: '公开文本或单位的编号', english: 'Number of the disclosure or agency' },
    change: {
      type: 'text',
      title: 'added 新增，changed 改动，removed 不再公开（撤下、合并，或有了新的一版）',
      english: 'added, changed or removed (taken back, merged, or no longer the current version)',
    },
    data_version: { type: 'integer', title: '数据版本', english: 'Version of the data' },
    at: { type: 'text', title: '何时', english: 'When' },
    agency_id: { type: 'integer', title: '单位编号', english: 'Number of the agency' },
    agency: { type: 'text', title: '单位', english: 'Agency' },
    year: { type: 'integer', title: '年度', english: 'Year' },
    stage: { type: 'text', title: '文种：budget 预算，final-accounts 决算', english: 'Kind: budget or final-accounts' },
  },
  read: async function* (store, { since }) {
    for (let cursor: string | undefined = ''; cursor !== undefined; ) {
      const page: Page<DataChange> = await listDataChanges(store, { since, cursor, limit: MOST_ITEMS });
      if (page.items.length > 0) {
        yield page.items.map(({ version, agencyId, ...change }) => ({
          ...change,
          data_version: version,
          agency_id: agencyId,
        }));
      }
      cursor = page.next;
    }
  },
};

/** All bulk files, by their names. */
export const DATASETS: readonly Dataset[] = [
  FACTS,
  FINDINGS,
  COMPLETENESS,
  VERSIONS,
  AGENCIES,
  CODES,
  CHANGES,
  ...RECORD_SETS,
];
