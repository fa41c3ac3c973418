/**
 * The items of the reviewers' checklist (公开情况检查表), in its order, as data. What a finance bureau looks at: whether the
 * document was published in time, and whether each of its parts is as 《地方预决算公开操作规程》(财预〔2016〕143号) asks.
 */
import type { Disclosure, StatementFormId, TableFormId } from '../disclosure.ts';
import { formById } from '../forms/index.ts';
import { KINDS } from '../kinds/index.ts';
import { kindOf } from '../model/document-kinds.ts';
import { listedTables } from '../model/tables.ts';
import { FUND_IDS } from '../vocabulary/index.ts';

export type ItemId = 'timeliness' | 'cover' | 'contents' | SectionItemId | StatementFormId | ExtraItemId;

/** Items that a section of running text belongs to. */
export type SectionItemId = 'duties' | 'organization' | 'glossary' | 'explanation' | 'other-matters' | 'projects';

/** Items that the checklist has only where a document has something of theirs. */
export type ExtraItemId = TableFormId | 'elsewhere';

/** An item that a bureau adds, by its words. */
export type OwnItemId = `own:${string}`;
export const OWN_GROUP = '本级另加';

export interface ChecklistItem {
  readonly id: ItemId;
  readonly group: '及时性' | '内容规范性';
  /** `{level}` is 部门 or 单位, `{stage}` 预算 or 决算; a table is named as the document titles it. */
  readonly title: string;
  /** What final accounts call it. */
  readonly finalTitle?: string;
  /** No rule looks at it: it stays with the reviewer. */
  readonly byHand?: true;
  /** Listed only where the document has such a table, or a finding belongs there. */
  readonly extra?: true;
}

export const ITEMS: readonly ChecklistItem[] = [
  { id: 'timeliness', group: '及时性', title: '及时公开{level}{stage}', byHand: true },
  { id: 'cover', group: '内容规范性', title: '封面', byHand: true },
  { id: 'contents', group: '内容规范性', title: '目录' },
  { id: 'duties', group: '内容规范性', title: '主要职能' },
  { id: 'organization', group: '内容规范性', title: '机构设置' },
  { id: 'glossary', group: '内容规范性', title: '名词解释' },
  { id: 'explanation', group: '内容规范性', title: '预算编制说明', finalTitle: '决算情况说明' },
  ...(
    [
      ...['balance', 'revenue', 'expenditure', 'appropriation-balance', ...FUND_IDS, 'basic', 'three-publics'],
    ] as StatementFormId[]
  ).map((id): ChecklistItem => ({ id, group: '内容规范性', title: `《${formById(id).name}》` })),
  ...KINDS.filter(({ isChecked }) => isChecked).map(
    ({ id, name }): ChecklistItem => ({ id, group: '内容规范性', title: `《${name}》`, extra: true }),
  ),
  { id: 'other-matters', group: '内容规范性', title: '其他相关说明' },
  { id: 'projects', group: '内容规范性', title: '项目经费情况说明' },
  { id: 'elsewhere', group: '内容规范性', title: '其他', extra: true },
];

/**
 * The item that a section belongs to, told by the heading it stands under and then by its own. What no line names is part
 * of the explanation.
 */
const SECTION_TITLES: readonly (readonly [RegExp, SectionItemId])[] = [
  [/项目(?:经费|支出)?(?:预算)?情况说明/, 'projects'],
  [/职能|职责/, 'duties'],
  [/机构设置|单位构成/, 'organization'],
  [/名词解释/, 'glossary'],
  [/其他.*(?:说明|事项)|政府采购|国有资产|资产信息|预算绩效/, 'other-matters'],
];

/** The checklist item that a section of the explanation belongs to, by its part's heading first, then its own. */
export function itemOfSection(title: string, part: string | undefined): SectionItemId {
  for (const heading of [part ?? '', title])
    for (const [pattern, item] of SECTION_TITLES) if (pattern.test(heading)) return item;
  return 'explanation';
}

/** The item's title in a document: its tables as they are titled there, without the year. */
export function titleOf({ id, title, finalTitle = title }: ChecklistItem, disclosure: Disclosure): string {
  const { agency, stage, statements } = disclosure;
  const printed = [...statements, ...listedTables(disclosure)].find(({ form }) => form === id)?.title;
  if (printed && title.startsWith('《')) return `《${printed.replace(/^.*?\d{4}年度?|\s/g, '')}》`;
  return (kindOf(stage).executes ? finalTitle : title)
    .replace('{level}', agency.level === 'unit' ? '单位' : '部门')
    .replace('{stage}', kindOf(stage).name);
}
