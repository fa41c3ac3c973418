import { readXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { columnName } from '../../src/xlsx/write/cells.ts';
import { sheetsOf } from '../../src/xlsx/write/sheets.ts';
import { writeWorkbook } from '../../src/xlsx/write/write-workbook.ts';
import { OPTIONS, SAMPLE } from './sample.ts';

describe('workbook', () => {
  test('one sheet a table, one for each run of words', () => {
    expect(sheetsOf(SAMPLE).map(({ name }) => name)).toEqual([
      '封面',
      '目录',
      '支出总表',
      '二、部门预算安排的总体情况',
    ]);
  });

  test('numbers are exact, printed as in the table, and add up by formula', async () => {
    const { sheets } = await readXlsx(await writeWorkbook(SAMPLE, OPTIONS), { readStyles: true });
    const sheet = sheets[2]!;
    const total = sheet.cells!.get('4,2')!;
    expect(total).toMatchObject({ formula: 'ROUND(SUM(C6),2)', formulaResult: 1234.57 });
    expect(total.style?.numFmt).toBe('#,##0.00');
    expect(sheet.rows[4]!.slice(3)).toEqual([1000.1, 234.47]);
    expect(sheet.cells!.get('4,4')!.style?.numFmt).toBe('0.000');
    expect(sheet.rows[5]![0]).toBe('201');
    expect(sheet.merges).toContainEqual({ startRow: 2, startCol: 0, endRow: 2, endCol: 1 });
    expect(sheet.pageSetup).toMatchObject({
      orientation: 'landscape',
      printArea: '$A$1:$E$7',
      printTitlesRow: '$3:$4',
    });
  });

  test('a table without a head repeats no rows on its pages', async () => {
    const [page] = SAMPLE.pages.filter(({ blocks }) => blocks.some(({ kind }) => kind === 'table'));
    const blocks = page!.blocks.map((block) =>
      block.kind === 'table' ? { ...block, print: { ...block.print!, headRows: 0 } } : block,
    );
    const { sheets } = await readXlsx(await writeWorkbook({ problems: [], pages: [{ ...page!, blocks }] }, OPTIONS));
    expect(sheets[0]!.pageSetup).not.toHaveProperty('printTitlesRow');
  });

  test.each([
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [701, 'ZZ'],
    [702, 'AAA'],
  ])('column %i is %s', (index, name) => expect(columnName(index)).toBe(name));

  test('names are short, free of marks and never twice', () => {
    const table = (name: string) => ({
      kind: 'table' as const,
      rows: [[{ text: 'a', origin: {} }]],
      origin: {},
      print: { headRows: 1, columns: [{ width: 1, align: 'left' as const }], name },
    });
    const blocks = ['表[1]', '表[1]', '长'.repeat(40), '长'.repeat(40)].map(table);
    const names = sheetsOf({ pages: [{ number: 1, blocks }], problems: [] }).map(({ name }) => name);
    expect(names).toEqual(['表 1', '表 1 2', '长'.repeat(31), `${'长'.repeat(29)} 2`]);
  });
});
