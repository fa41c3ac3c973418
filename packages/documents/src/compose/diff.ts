/** A comparison of two disclosures → Layout: a table for each form, or one table where the lines are sorted by amount. */
import type { DiffLine } from '@mingsuan/core/diff/lines';
import { groupBy } from '@mingsuan/core/group-by';
import { inWan } from '@mingsuan/core/money';
import type { Layout, Table, TableCell } from '../layout.ts';
import { NOWHERE, textCell } from './cells.ts';
import { pagesOf } from './flow.ts';
import { gridTable } from './grid.ts';
import { paragraph } from './paragraphs.ts';
import type { ColumnKind } from './widths.ts';

export interface DiffTitles {
  /** 某局2024年部门预算与2025年部门预算比较 */
  readonly title: string;
  /** What the comparison comes to, a sentence each. */
  readonly told?: readonly string[];
  readonly before: string;
  readonly after: string;
}

export const STATUS_NAMES = { same: '相同', changed: '变动', added: '新增', removed: '减去' } as const;

const KINDS: readonly ColumnKind[] = ['code', 'name', 'text', 'amount', 'amount', 'amount', 'amount', 'text'];

/** A comparison as tables: by form, or all lines by the size of their change. Amounts in 万元. */
export function diffLayout(lines: readonly DiffLine[], titles: DiffTitles, sorted: boolean): Layout {
  const groups =
    sorted && lines.length > 0 ? [['按变动金额排列', lines] as const] : [...groupBy(lines, ({ formName }) => formName)];
  const tables = groups.flatMap(([name, own]) => [
    paragraph(name, { is: 'caption' }),
    paragraph('单位：万元', { is: 'unit' }),
    diffTable(name, own, titles, sorted),
  ]);
  const none = lines.length === 0 ? [paragraph('两份文本的数没有不同。', { is: 'body' })] : [];
  const blocks = [
    paragraph(titles.title, { is: 'heading', level: 1 }),
    ...(titles.told ?? []).map((each) => paragraph(each, { is: 'body' })),
    ...none,
    ...tables,
  ];
  return { pages: pagesOf([{ blocks, landscape: true, alone: false }]), problems: [] };
}

function diffTable(name: string, lines: readonly DiffLine[], { before, after }: DiffTitles, sorted: boolean): Table {
  const first = sorted ? '报表' : '编码';
  const head = [first, '项目', '栏', before, after, '增减额', '增减（%）', '情况'].map(textCell);
  const rows = lines.map((line): readonly TableCell[] => {
    const { formName, key, label, columnName, status, change, percent } = line;
    return [
      textCell(sorted ? formName : /^\d+$/.test(key) ? key : ''),
      textCell(label),
      textCell(columnName ?? ''),
      amount(line.before),
      amount(line.after),
      amount(change),
      textCell(status === 'removed' ? '' : (percent ?? '')),
      textCell(STATUS_NAMES[status]),
    ];
  });
  return gridTable({ name, kinds: KINDS, headRows: 1, rows: [head, ...rows] });
}

const amount = (fen: number | undefined): TableCell =>
  fen === undefined ? textCell('') : { text: inWan(fen), origin: NOWHERE, amount: { fen, unit: '万元' } };
