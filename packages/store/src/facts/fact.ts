/**
 * One figure of a current disclosure as it is asked for at any scale: integers, short words and fen. What it is printed as and where
 * stands in the store, by the disclosure's number. The columns of every engine and of the lake's files, in their order.
 */
import type { ExportColumns } from '../export/dataset.ts';

export const FACT_FIELDS = {
  year: { type: 'integer', title: '年度；0 为没有认出' },
  prov: { type: 'integer', title: '省级区划代码的前两位；0 为没有认出' },
  region: { type: 'integer', title: '区划代码；0 为没有认出' },
  agency: { type: 'integer', title: '单位编号' },
  agency_level: { type: 'text', title: 'department 部门（含所属单位），unit 单位' },
  in_department: { type: 'boolean', title: '它的部门同年同文种的文本也在这里：求和时不算它，就不重复' },
  stage: { type: 'text', title: '文种：budget 预算，final-accounts 决算' },
  disclosure: { type: 'integer', title: '公开文本编号，门户的网址里用它' },
  statement_no: { type: 'integer', title: '文本里第几张表，从 0 起' },
  row_no: { type: 'integer', title: '表里第几行，从 0 起' },
  form: { type: 'text', title: '报表' },
  side: { type: 'text', title: 'revenue 收入，expenditure 支出；空为不分' },
  row_key: { type: 'text', title: '行：分类科目编码，或行的名称；total 是合计；一张表列几个单位的，前面有“单位:”' },
  row_label: { type: 'text', title: '行印出的名称' },
  column_id: { type: 'text', title: '列：total 合计，basic 基本支出，project 项目支出等；求和只取一列' },
  fen: { type: 'bigint', title: '金额，整数，单位为分' },
  leaf: { type: 'boolean', title: '表里没有它的下级：只对这些行求和，每个数只算一次' },
  level: { type: 'integer', title: '行在表里的层次：0 合计，1 类或不分层的行，2 款，3 项；只对一层求和也不重复' },
} as const satisfies ExportColumns;

export type FactField = keyof typeof FACT_FIELDS;
type ValueOf<T> = T extends 'text' ? string : T extends 'boolean' ? boolean : number;

/** Amounts are integer fen; nothing is null. */
export type Fact = { readonly [F in FactField]: ValueOf<(typeof FACT_FIELDS)[F]['type']> };
