/** A table as recognition leaves it: each cell with its place on the page, some figures with what else they may be. */
import type { Layout, Table } from '../../src/layout.ts';

export type Doubtful = readonly [text: string, ...others: string[]];

function table(rows: readonly (readonly (string | Doubtful)[])[]): Table {
  return {
    kind: 'table',
    origin: { page: 1 },
    rows: rows.map((row, r) =>
      row.map((cell, c) => {
        const [text, ...others] = typeof cell === 'string' ? [cell] : cell;
        const place = { page: 1, box: [c * 50, r * 20, c * 50 + 40, r * 20 + 15] as [number, number, number, number] };
        return { text: text!, origin: place, ...(others.length > 0 ? { doubt: { confidence: 0.7, others } } : {}) };
      }),
    ),
  };
}

/** A table of expenditure in which the amount of 教育支出 is doubtful; its sums want 412.50. */
export function madeScan(amount: Doubtful): Layout {
  const rows = table([
    ['科目编码', '科目名称', '合计', '基本支出', '项目支出'],
    ['205', '教育支出', amount, '100.00', '312.50'],
    ['20501', '教育管理事务', '412.50', '100.00', '312.50'],
    ['2050101', '行政运行', '412.50', '100.00', '312.50'],
    ['', '合计', '412.50', '100.00', '312.50'],
  ]);
  const problems = rows.rows
    .flat()
    .flatMap(({ doubt, origin }) => (doubt ? [{ code: 'doubtful-figure', message: '把握不大', origin }] : []));
  const line = (text: string) => ({ kind: 'paragraph' as const, text, origin: { page: 1 } });
  const blocks = [line('示例市教育局2026年部门预算'), line('部门支出总表'), line('单位：万元'), rows];
  return { pages: [{ number: 1, width: 595, height: 842, blocks }], problems };
}
