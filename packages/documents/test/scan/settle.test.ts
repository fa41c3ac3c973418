import { checkDocument } from '@mingsuan/core/check';
import { expect, test } from 'vitest';
import type { Layout, Table } from '../../src/layout.ts';
import { understand } from '../../src/read.ts';

type Doubtful = readonly [text: string, ...others: string[]];

function table(rows: readonly (readonly (string | Doubtful)[])[]): Table {
  const origin = { page: 1 };
  return {
    kind: 'table',
    origin,
    rows: rows.map((row, r) =>
      row.map((cell, c) => {
        const [text, ...others] = typeof cell === 'string' ? [cell] : cell;
        const place = { page: 1, box: [c * 50, r * 20, c * 50 + 40, r * 20 + 15] as [number, number, number, number] };
        return { text: text!, origin: place, ...(others.length > 0 ? { doubt: { confidence: 0.7, others } } : {}) };
      }),
    ),
  };
}

function scanned(amount: Doubtful): Layout {
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

const readOf = async (amount: Doubtful) => {
  const reading = await understand('a.pdf', scanned(amount), []);
  const figure = reading.disclosures[0]!.statements[0]!.rows[0]!.cells.total;
  return { reading, figure, codes: reading.problems.map(({ code }) => code) };
};

test('what sums settle is taken and told', async () => {
  const { figure, codes, reading } = await readOf(['112.50', '172.50', '412.50']);
  expect(figure).toMatchObject({ fen: 412_500_000, text: '412.50' });
  expect(codes).toContain('settled-figure');
  expect(checkDocument(reading).findings.filter(({ severity }) => severity === 'error')).toEqual([]);
});

test('what they do not settle stays as it was read, and the document is not accused of it', async () => {
  const { figure, codes, reading } = await readOf(['112.50', '172.50']);
  expect(figure).toMatchObject({ text: '112.50' });
  expect(codes).toContain('doubtful-figure');
  const { findings } = checkDocument(reading);
  expect(findings.length).toBeGreaterThan(0);
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
});

test('a doubtful figure that sums bear out alone is settled; where another would do as well it stays doubtful', async () => {
  const { figure, codes } = await readOf(['412.50', '112.50']);
  expect([figure?.text, codes]).toEqual(['412.50', expect.arrayContaining(['settled-figure'])]);
  expect(codes).not.toContain('doubtful-figure');
  // A fen more is no more than rounding explains.
  expect((await readOf(['412.50', '112.50', '412.51'])).codes).toContain('doubtful-figure');
});
