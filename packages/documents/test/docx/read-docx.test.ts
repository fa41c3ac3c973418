import { describe, expect, test } from 'vitest';
import { readDocx } from '../../src/docx/read-docx.ts';
import { docx, p, shown } from '../office/make-office.ts';

const tc = (text: string, properties = ''): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${p(text)}</w:tc>`;
const tr = (...cells: string[]): string => `<w:tr>${cells.join('')}</w:tr>`;
const tbl = (...rows: string[]): string => `<w:tbl>${rows.join('')}</w:tbl>`;
const span = (count: number): string => `<w:gridSpan w:val="${count}"/>`;
const merge = (value: string): string => `<w:vMerge${value && ` w:val="${value}"`}/>`;

const read = (body: string, parts = {}): string[] => shown(readDocx(docx(body, parts)));
const codes = (body: string): string[] => readDocx(docx(body)).problems.map(({ code }) => code);

describe('tables', () => {
  test('gridSpan and vMerge become spans and covered cells', () => {
    const body = tbl(
      tr(tc('项目', span(2)), tc('预算数', merge('restart'))),
      tr(tc('类'), tc('款'), tc('', merge(''))),
      tr(tc('201'), tc('20103'), tc('12.50')),
    );
    expect(read(body)).toEqual(['| 项目 | < | 预算数 |', '| 类 | 款 | ^ |', '| 201 | 20103 | 12.50 |']);
    const [table] = readDocx(docx(body)).pages[0]!.blocks;
    expect(table).toHaveProperty('rows.0.0.colSpan', 2);
    expect(table).toHaveProperty('rows.0.2.rowSpan', 2);
  });

  test('cells before the grid, short rows, several paragraphs in a cell', () => {
    const late = `<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${tc('乙')}</w:tr>`;
    const two = `<w:tc>${p('教育')}${p('支出')}</w:tc>`;
    expect(read(tbl(tr(tc('甲'), tc('乙'), tc('丙')), late, tr(two)))).toEqual([
      '| 甲 | 乙 | 丙 |',
      '|  | 乙 |  |',
      '| 教育⏎支出 |  |  |',
    ]);
  });

  test('a table in a cell comes out as a table of its own; a frame around everything is none', () => {
    const inner = tbl(tr(tc('一'), tc('1.00')));
    expect(read(tbl(tr(tc('左'), `<w:tc>${p('右')}${inner}</w:tc>`)))).toEqual(['| 左 | 右 |', '| 一 | 1.00 |']);
    expect(read(tbl(tr(`<w:tc>${p('收入总表')}${inner}${p('注：无')}</w:tc>`)))).toEqual([
      '收入总表',
      '| 一 | 1.00 |',
      '注：无',
    ]);
  });

  test('a row and its cells have one line, a paragraph has one', () => {
    const { blocks } = readDocx(docx(p('甲') + tbl(tr(tc('乙'), tc('丙')), tr(tc('丁'), tc('戊'))) + p('己')))
      .pages[0]!;
    expect(blocks.map(({ origin }) => origin.line)).toEqual([1, 2, 4]);
    expect(blocks[1]).toMatchObject({
      rows: [
        [{ origin: { line: 2 } }, {}],
        [{ origin: { line: 3 } }, {}],
      ],
    });
  });
});

test('raised digits are marks of notes', () => {
  const raised = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>2</w:t></w:r>';
  const cell = `<w:tc><w:p><w:r><w:t>36.20</w:t></w:r>${raised}</w:p></w:tc>`;
  expect(read(tbl(tr(tc('教育支出'), cell)))).toEqual(['| 教育支出 | 36.20² |']);
});

test.each([
  ['between words', `${p('部门收支总表')}PICTURE${p('部门收入总表')}`, ['pictures']],
  ['before the first words', `PICTURE${p('部门收支总表')}`, []],
  ['in a line of words', p('部门收支总表').replace('</w:p>', '<w:r><w:drawing><a:blip/></w:drawing></w:r></w:p>'), []],
])('a picture %s is told where it may be a table', (_, body, told) => {
  const picture = '<w:p><w:r><w:drawing><a:blip/></w:drawing></w:r></w:p>';
  expect(codes(body.replace('PICTURE', picture))).toEqual(told);
});

describe('text', () => {
  test('line breaks end a line, tabs and hyphens stay, a page break is nothing', () => {
    const run =
      '<w:p><w:r><w:t>一</w:t><w:br/><w:t>二</w:t><w:tab/><w:t>3</w:t><w:noBreakHyphen/><w:br w:type="page"/><w:t>4</w:t></w:r></w:p>';
    expect(read(run)).toEqual(['一', '二\t3-4']);
  });

  test('tracked changes are read as accepted, and told', () => {
    const body = `<w:p><w:r><w:t>预算</w:t></w:r><w:del><w:r><w:delText>10</w:delText></w:r></w:del><w:ins><w:r><w:t>12</w:t></w:r></w:ins><w:r><w:t>万元</w:t></w:r></w:p>`;
    const deletedRow = `<w:tr><w:trPr><w:del/></w:trPr>${tc('旧')}${tc('1')}</w:tr>`;
    expect(read(body)).toEqual(['预算12万元']);
    expect(codes(body)).toEqual(['tracked-changes']);
    expect(read(tbl(deletedRow, tr(tc('新'), tc('2'))))).toEqual(['| 新 | 2 |']);
  });

  test('hidden text is not read, and told', () => {
    const body = '<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>内部</w:t></w:r><w:r><w:t>公开</w:t></w:r></w:p>';
    expect(read(body)).toEqual(['公开']);
    expect(codes(body)).toEqual(['hidden-content']);
    expect(codes('<w:p><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>公开</w:t></w:r></w:p>')).toEqual([]);
  });

  test('a text box is read once, before the paragraph it hangs on', () => {
    const box = `<w:txbxContent>${p('框内')}</w:txbxContent>`;
    const body = `<w:p><w:r><mc:AlternateContent xmlns:mc="m"><mc:Choice>${box}</mc:Choice><mc:Fallback>${box}</mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>正文</w:t></w:r></w:p>`;
    expect(read(body)).toEqual(['框内', '正文']);
  });

  test('contents keep what is printed, not the field codes', () => {
    const field = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
    const entry = `<w:p>${field('begin')}<w:r><w:instrText>PAGEREF _Toc1</w:instrText></w:r>${field('separate')}<w:r><w:t>一、概况</w:t><w:tab/><w:t>3</w:t></w:r>${field('end')}</w:p>`;
    expect(read(`<w:sdt><w:sdtContent>${entry}</w:sdtContent></w:sdt>`)).toEqual(['一、概况\t3']);
  });

  test('a footnote stands after its paragraph, one of a table after the table', () => {
    const footnotes =
      '<w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>' +
      `<w:footnote w:id="2">${p('注：含上年结转')}</w:footnote>`;
    const reference = '<w:p><w:r><w:t>收入</w:t><w:footnoteReference w:id="2"/></w:r></w:p>';
    expect(read(reference + p('支出'), { footnotes })).toEqual(['收入', '注：含上年结转', '支出']);
    expect(read(tbl(tr(`<w:tc>${reference}</w:tc>`, tc('1'))), { footnotes })).toEqual([
      '| 收入 | 1 |',
      '注：含上年结转',
    ]);
  });

  test('embedded workbooks are told', () => {
    expect(codes('<w:p><w:r><w:object><o:OLEObject xmlns:o="o"/></w:object></w:r></w:p>')).toEqual(['embedded-object']);
  });
});

describe('automatic numbering is worked out', () => {
  const lvl = (level: number, format: string, text: string): string =>
    `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
  const numbering =
    `<w:abstractNum w:abstractNumId="0">${lvl(0, 'chineseCounting', '%1、')}${lvl(1, 'decimal', '（%2）')}</w:abstractNum>` +
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>' +
    '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>';
  const styles =
    '<w:style w:styleId="a"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>' +
    '<w:style w:styleId="b"><w:basedOn w:val="a"/></w:style>';
  const numPr = (list: number, level = 0): string =>
    `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`;

  test.each([
    [
      'levels count within one another',
      [numPr(1), numPr(1, 1), numPr(1, 1), numPr(1), numPr(1, 1)],
      ['一、', '（1）', '（2）', '二、', '（1）'],
    ],
    ['a list that starts anew', [numPr(1), numPr(2), numPr(2), numPr(1)], ['一、', '五、', '六、', '二、']],
    ['by style, also inherited', ['<w:pStyle w:val="a"/>', '<w:pStyle w:val="b"/>'], ['一、', '二、']],
    [
      'taken away again',
      ['<w:pStyle w:val="a"/><w:numPr><w:numId w:val="0"/></w:numPr>', '<w:pStyle w:val="a"/>'],
      ['', '一、'],
    ],
    ['a list that is not there', [numPr(9)], ['']],
  ])('%s', (_, properties, numbers) => {
    const body = properties.map((property) => p('题', property)).join('');
    expect(read(body, { numbering, styles })).toEqual(numbers.map((number) => `${number}题`));
  });

  test.each([
    [10, '十'],
    [11, '十一'],
    [20, '二十'],
    [21, '二十一'],
  ])('the number %d is %s', (count, numeral) => {
    const body = p('题', numPr(1)).repeat(count);
    expect(read(body, { numbering }).at(-1)).toBe(`${numeral}、题`);
  });
});
