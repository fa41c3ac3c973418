import { utils, write } from '@e965/xlsx';
import { describe, expect, test } from 'vitest';
import { readXls, readXlsx } from '../../src/xlsx/read-workbook.ts';
import { type BookXml, c, shown, xlsx } from '../office/make-office.ts';

const read = async (book: BookXml): Promise<string[]> => shown(await readXlsx(xlsx(book)));
const sheet = (rows: readonly string[], more = {}) => ({ name: '表', rows, ...more });
const one = (...rows: string[]): BookXml => ({ sheets: [sheet(rows)] });

describe('cells show what is printed', () => {
  test('numbers by their format, shared, rich and inline strings, booleans, errors', async () => {
    const cells =
      `${c(1234.5, 0)}${c(0, 1)}<c t="s"><v>0</v></c><c t="s"><v>1</v></c>` +
      '<c t="b"><v>1</v></c><c t="e"><v>#REF!</v></c><c t="inlineStr"><is><r><t>富</t></r><r><t>文本</t></r><rPh><t>ふ</t></rPh></is></c>';
    const book = {
      sheets: [sheet([cells])],
      strings: ['部门', 'A_x000D_&amp;B'],
      formats: ['#,##0.00', '0.00;-0.00;;'],
    };
    expect(await read(book)).toEqual(['| 1,234.50 |  | 部门 | A&amp;B | TRUE | #REF! | 富文本 |']);
  });

  test('numbers written as text stay as they are', async () =>
    expect(await read(one(c('001') + c('1 720.00') + c('１２')))).toEqual(['| 001 | 1 720.00 | １２ |']));

  test('a formula shows its cached value; one without is told, an empty text is not', async () => {
    const cells =
      '<c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="str"><f>""</f><v></v></c><c r="C1"><f>A1</f></c><c r="D1"><v>1</v></c>';
    const { problems, pages } = await readXlsx(xlsx(one(cells)));
    expect(shown({ pages })).toEqual(['| 2 |  | =? | 1 |']);
    expect(problems).toEqual([
      {
        code: 'formula-without-value',
        message: expect.stringContaining('1 个公式'),
        origin: { sheet: '表', address: 'C1' },
      },
    ]);
  });

  test.each([
    ['a sum of parts that are none', '<c r="C1"><f>A1+B1</f><v>0</v></c>', true],
    ['a sum of a range', '<c r="C1"><f>SUM($A$1:B1)</f><v>0</v></c>', true],
    ['a sum over such a sum', '<c r="C1"><f>SUM(A1:B1)</f><v>0</v></c><c r="D1"><f>SUM(C1:C1)</f><v>0</v></c>', true],
    ['a sum that is 0', '<c r="C1"><f>SUM(E1:F1)</f><v>0</v></c>', false],
    ['a formula of another kind', '<c r="C1"><f>IF(A1&gt;9,A1,0)</f><v>0</v></c>', false],
  ])('0 stored for a formula that nobody calculated is no 0: %s', async (_, cells, isTold) => {
    const { problems, pages } = await readXlsx(xlsx(one(`<c r="A1"><v>3</v></c><c r="B1"><v>4</v></c>${cells}`)));
    expect(problems.map(({ code }) => code)).toEqual(isTold ? ['formula-without-value'] : []);
    expect(shown({ pages })[0]!.includes('=?')).toBe(isTold);
  });

  test('raised digits are marks of notes, in shared and inline strings', async () => {
    const rich = '<r><t>36.20</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>2</t></r>';
    const cells = `<c t="inlineStr"><is>${rich}</is></c><c t="inlineStr"><is><r><t>2</t></r></is></c>`;
    expect(await read(one(cells))).toEqual(['| 36.20² | 2 |']);
  });

  test('dates count from 1904 where the workbook says so; zeros are hidden where the sheet says so', async () => {
    const book = { ...one(c(1, 0) + c(2, 0)), formats: ['yyyy-mm-dd'], properties: '<workbookPr date1904="1"/>' };
    expect(await read(book)).toEqual(['| 1904-01-02 | 1904-01-03 |']);
    const before = '<sheetViews><sheetView showZeros="0"/></sheetViews>';
    expect(await read({ sheets: [sheet([c(0) + c(1) + c(2)], { before })] })).toEqual(['| 1 | 2 |']);
  });
});

describe('the sheet', () => {
  test('merges, origins, and blank rows and columns around', async () => {
    const rows = [
      '<row r="3"><c r="C3" t="inlineStr"><is><t>项目</t></is></c><c r="E3"><v>1</v></c></row>',
      '<row r="4"><c r="E4"><v>2</v></c></row>',
    ];
    const after = '<mergeCells><mergeCell ref="C3:D4"/></mergeCells>';
    const { pages } = await readXlsx(xlsx({ sheets: [sheet(rows, { after })] }));
    expect(shown({ pages })).toEqual(['| 项目 | < | 1 |', '| ^ | ^ | 2 |']);
    expect(pages[0]).toMatchObject({ number: 1, name: '表' });
    const [table] = pages[0]!.blocks;
    expect(table).toHaveProperty('rows.0.0', {
      text: '项目',
      origin: { sheet: '表', address: 'C3' },
      colSpan: 2,
      rowSpan: 2,
    });
    expect(table).toHaveProperty('rows.1.2.origin.address', 'E4');
  });

  test('hidden rows, columns and sheets are left out, and told where they hold something', async () => {
    const rows = [
      c('甲') + c('乙') + c('丙'),
      `<row r="2" hidden="1">${c('内')}${c('部')}</row>`,
      `<row r="3">${c('1')}${c('2')}${c('3')}</row>`,
    ];
    const before = '<cols><col min="2" max="2" hidden="1"/><col min="9" max="16384" width="0"/></cols>';
    const { pages, problems } = await readXlsx(
      xlsx({
        sheets: [
          sheet(rows, { before }),
          { name: '底稿', state: 'veryHidden', rows: [c('x')] },
          { name: '空', state: 'hidden', rows: [] },
        ],
      }),
    );
    expect(shown({ pages })).toEqual(['| 甲 | 丙 |', '| 1 | 3 |']);
    expect(problems.map(({ message }) => message)).toEqual([
      '隐藏的工作表“底稿”没有读；如要公开其中的内容，请取消隐藏后再读。',
      '工作表“表”B1 等 1 行、1 列有内容却隐藏着，没有读；如要公开，请取消隐藏（或清除筛选）后再读。',
    ]);
  });

  test('a merge that begins in a hidden column shows its text in the first visible one', async () => {
    const before = '<cols><col min="1" max="1" hidden="1"/></cols>';
    const after = '<mergeCells><mergeCell ref="A1:C1"/></mergeCells>';
    const rows = [c('收入') + c('') + c('') + c('支出'), c('x') + c('1') + c('2') + c('3')];
    expect(await read({ sheets: [sheet(rows, { before, after })] })).toEqual(['| 收入 | < | 支出 |', '| 1 | 2 | 3 |']);
  });

  test('text, titles and several tables on one sheet', async () => {
    const rows = [
      c('2024年部门预算'),
      c('一、部门职责\n（一）拟订政策。'),
      c('收入总表'),
      c('科目') + c('合计'),
      c('201') + c(1),
      `<row r="7">${c('支出总表')}</row>`,
      c('科目') + c('合计'),
      c('201') + c(2),
      c('注：本表不含上级补助。这一句话很长很长很长，不会是表格里的一行，而是表下面的说明文字。'),
    ];
    expect(await read(one(...rows))).toEqual([
      '2024年部门预算',
      '一、部门职责',
      '（一）拟订政策。',
      '收入总表',
      '| 科目 | 合计 |',
      '| 201 | 1 |',
      '支出总表',
      '| 科目 | 合计 |',
      '| 201 | 2 |',
      '注：本表不含上级补助。这一句话很长很长很长，不会是表格里的一行，而是表下面的说明文字。',
    ]);
  });

  test('borders tell a label without amounts from a line of text', async () => {
    const rows = [c('科目', 0) + c('金额', 0), `<row r="4">${c('合计', 0)}${c('', 0)}</row>`, c('制表人', 1)];
    const withBorders = rows.map((row) => row.replaceAll('s="0"', 's="2"'));
    expect(await read({ sheets: [sheet(withBorders)], formats: ['General', 'General'] })).toEqual([
      '| 科目 | 金额 |',
      '| 合计 |  |',
      '制表人',
    ]);
  });
});

describe('XLS', () => {
  const book = () => {
    const made = utils.book_new();
    const sheet = utils.aoa_to_sheet([
      ['项目', '', '金额'],
      ['类', '款', ''],
      [201, '03', 1234.5],
    ]);
    sheet['!merges'] = [utils.decode_range('A1:B1'), utils.decode_range('C1:C2')];
    sheet.C3.z = '#,##0.00';
    utils.book_append_sheet(made, sheet, '收入总表');
    utils.book_append_sheet(made, utils.aoa_to_sheet([['底稿']]), '底稿');
    made.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }] };
    return made;
  };

  test.each(['biff8', 'xlml'] as const)('%s: formats, merges and hidden sheets', async (bookType) => {
    const { pages, problems } = await readXls(new Uint8Array(write(book(), { type: 'array', bookType })));
    expect(shown({ pages })).toEqual(['| 项目 | < | 金额 |', '| 类 | 款 | ^ |', '| 201 | 03 | 1,234.50 |']);
    expect(pages[0]).toMatchObject({ name: '收入总表' });
    expect(problems).toMatchObject([{ code: 'hidden-content', origin: { sheet: '底稿' } }]);
  });
});
