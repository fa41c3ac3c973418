/** 项目支出表: what each project costs, who spends it, on which items, and from which sources. */

import { isTotalLabel } from '../forms/label.ts';
import { parseAmount } from '../money.ts';
import { unspaced } from '../text/fold.ts';
import { type PrintedRow, tableKind } from './kind.ts';
import { doubtOfSums, withSubtotals } from './levels.ts';
import { compileProjects } from './projects-compile.ts';
import { PROJECT_FIELDS, type ProjectRow } from './projects-fields.ts';
import { readFields } from './read.ts';

export const PROJECTS = tableKind({
  id: 'projects',
  property: 'projects',
  name: '项目支出表',
  english: 'Projects',
  title: /项目(?:支出|收支|收入支出|预算|经费|资金).*(?:表|情况)$|专项.*(?:支出|经费|资金).*表$/,
  notTitle: /绩效|基本支出|说明$|采购|收费|债务|债券|购买服务|合同金额|经济(?:分类|科目)|功能分类|[:：]$/,
  fields: PROJECT_FIELDS,
  speaks: /(?<!收费|收入|采购|债务|债券)项目/,
  hasFreeNames: true,
  // The checklist has 项目经费情况说明, of which the table is a part.
  isChecked: false,
  home: /项目支出|支出情况/,

  // The rest of a long goal or purpose has neither a name nor an amount.
  isTorn: ({ has, texts }) => !has('project') && !texts.some((text) => parseAmount(text, '元') !== undefined),

  // A unit's row, and that of a first-level project, is the sum of those below it.
  read: ({ rows }) =>
    withSubtotals(
      rows.map(readRow).filter(({ label }) => label !== ''),
      'project',
    ),
  print: ({ kind, label }) => (kind === 'project' ? {} : { project: label }),
  doubt: (rows) => doubtOfSums(rows, 'project'),
  compile: compileProjects,

  keyed: ({ kind, code, label }) => ({ key: kind === 'project' ? (code ?? label) : kind, label }),
  found: ({ kind, label, goal, purpose, unit, origin }) =>
    kind === 'project' ? [{ kind: 'project', title: label, body: [unit, purpose, goal], origin }] : [],
  counted: (rows) => {
    const count = rows.filter(({ kind }) => kind === 'project').length;
    return [`项目 ${count} 个`, `${count} projects`];
  },
  shown: {
    id: 'project-expenditure',
    title: ['项目支出', 'Projects'],
    first: 15,
    columns: [
      { title: ['项目', 'Project'], value: ({ label }) => label },
      { title: ['单位', 'Unit'], value: ({ unit }) => unit, isOptional: true },
      { title: ['类别', 'Category'], value: ({ category }) => category, isOptional: true },
      { title: ['科目', 'Item'], isCode: true, value: ({ function: item }) => item, isOptional: true },
      { title: ['金额', 'Amount'], isNumber: true, value: ({ cells }) => cells.total },
      { title: ['内容', 'Purpose'], value: ({ purpose, goal }) => purpose ?? goal, isOptional: true },
    ],
    isTotal: ({ kind }) => kind !== 'project',
  },
});

function readRow(row: PrintedRow): ProjectRow {
  const { cells = {}, ...told } = readFields(PROJECT_FIELDS, row);
  const label = unspaced(
    row.all.find(isTotalLabel) ?? told.project ?? told.unit ?? told.functionName ?? row.all[0] ?? '',
  );
  const kind = isTotalLabel(label) ? 'total' : /小计$/.test(label) ? 'subtotal' : 'project';
  return { ...(kind === 'project' ? told : {}), kind, label, cells, origin: row.origin };
}

/**
 * Of several tables of projects the one that tells what all of them cost: others list some of them again, as those with targets. A
 * table without amounts tells nothing of it.
 */
export function mainProjects<Table extends { readonly rows: readonly unknown[] }>(
  tables: readonly Table[],
): Table | undefined {
  const costOf = ({ rows }: Table): number =>
    (rows as readonly ProjectRow[]).reduce(
      (sum, { kind, cells }) => sum + (kind === 'project' ? (cells.total?.fen ?? 0) : 0),
      0,
    );
  return tables.reduce<Table | undefined>((most, one) => (most && costOf(most) >= costOf(one) ? most : one), undefined);
}
