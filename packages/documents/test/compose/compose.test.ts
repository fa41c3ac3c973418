import { discloseLedger } from '@mingsuan/core/disclose';
import type { Disclosure } from '@mingsuan/core/disclosure';
import { bundled } from '@mingsuan/core/jurisdictions/index';
import { exampleLedger } from '@mingsuan/core/ledger/example';
import { templateById } from '@mingsuan/core/templates/index';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compose } from '../../src/compose/compose.ts';
import type { Block, Layout, Paragraph, Table } from '../../src/layout.ts';
import { writeText } from '../../src/text/index.ts';
import { documents } from './arbitrary.ts';
import { disclosure, row, statement } from './make.ts';

const TEMPLATES = bundled().templates;

const blocksOf = (layout: Layout): Block[] => layout.pages.flatMap((page) => page.blocks);
const tablesOf = (layout: Layout): Table[] => blocksOf(layout).filter((block) => block.kind === 'table');
const textsOf = (layout: Layout, is: string): string[] =>
  blocksOf(layout).flatMap((block) => (block.kind === 'paragraph' && block.style?.is === is ? [block.text] : []));
const section = (title: string, number?: string, part?: string): Disclosure['explanation'][number] => ({
  title,
  ...(number ? { number } : {}),
  ...(part ? { part } : {}),
  text: '内容。',
  paragraphs: [{ text: '内容。', origin: {} }],
  origin: {},
});

const EXPENDITURE = statement(
  'general-public',
  ['total', 'basic', 'project'],
  [
    row('total', '合计', { total: '30.00', basic: '10.00', project: '20.00' }),
    row('213', '农林水支出', { total: '30.00', basic: '10.00', project: '20.00' }),
    row('21303', '水利', { total: '30.00', basic: '10.00', project: '20.00' }),
    row('2130301', '行政运行', { total: '10.00', basic: '10.00' }),
    row('2130306', '水利工程运行与维护', { total: '20.00', project: '20.00' }),
  ],
);

it.each([
  ['its own header where it is known for what it is', '基本支出/小计', '基本支出|小计'],
  ['the form’s where it is not', '从未见过的表头', undefined],
])('a table that no template prints has %s', (_, header, shown) => {
  const columns = EXPENDITURE.columns.map((each) => (each.id === 'basic' ? { ...each, header } : each));
  const table = tablesOf(compose([disclosure({ statements: [{ ...EXPENDITURE, columns }], template: 'unknown' })]))[0]!;
  const texts = table.rows.flat().map(({ text }) => text);
  for (const text of shown?.split('|') ?? ['基本支出']) expect(texts).toContain(text);
  if (!shown) expect(texts).not.toContain(header);
});

describe('a table is printed in the columns of its template', () => {
  it.each([
    [
      'hebei-2023',
      [
        '序号|功能分类科目||合计|基本支出|项目支出',
        '|科目编码|科目名称|||',
        '栏次|1|2|3|4|5',
        '1||合计|30.00|10.00|20.00',
        '2|213|农林水支出|30.00|10.00|20.00',
        '3|21303|水利|30.00|10.00|20.00',
        '4|2130301|行政运行|10.00|10.00|',
        '5|2130306|水利工程运行与维护|20.00||20.00',
      ],
    ],
    [
      'shanghai-2026',
      [
        '项目||||一般公共预算支出||',
        '功能分类科目编码|||功能分类科目名称|合计|基本支出|项目支出',
        '类|款|项||||',
        '213|||农林水支出|30.00|10.00|20.00',
        '213|03||水利|30.00|10.00|20.00',
        '213|03|01|行政运行|10.00|10.00|',
        '213|03|06|水利工程运行与维护|20.00||20.00',
        '合计||||30.00|10.00|20.00',
      ],
    ],
    [
      'unknown',
      [
        '科目编码|科目名称|合计|基本支出|项目支出',
        '|合计|30.00|10.00|20.00',
        '213|农林水支出|30.00|10.00|20.00',
        '21303|水利|30.00|10.00|20.00',
        '2130301|行政运行|10.00|10.00|',
        '2130306|水利工程运行与维护|20.00||20.00',
      ],
    ],
  ])('%s', (template, expected) => {
    const [table] = tablesOf(compose([disclosure({ template, statements: [EXPENDITURE] })]));
    expect(table!.rows.map((cells) => cells.map((cell) => cell.text).join('|'))).toEqual(expected);
  });

  it('headers that stand over several columns or rows are merged', () => {
    const [table] = tablesOf(compose([disclosure({ template: 'shanghai-2026', statements: [EXPENDITURE] })]));
    const spans = table!.rows
      .slice(0, table!.print!.headRows)
      .map((cells) => cells.map(({ covered, colSpan = 1, rowSpan = 1 }) => covered ?? `${colSpan}×${rowSpan}`));
    expect(spans).toEqual([
      ['4×1', 'left', 'left', 'left', '3×1', 'left', 'left'],
      ['3×1', 'left', 'left', '1×2', '1×2', '1×2', '1×2'],
      ['1×1', '1×1', '1×1', 'above', 'above', 'above', 'above'],
    ]);
  });

  it('the two sides of a balance close in the same lines', () => {
    const balance = statement(
      'balance',
      ['amount'],
      [
        row('事业收入', '一、事业收入', { amount: '5.00' }, 'revenue'),
        row('本年收入合计', '本年收入合计', { amount: '5.00' }, 'revenue'),
        row('收入总计', '收入总计', { amount: '5.00' }, 'revenue'),
        row('教育支出', '一、教育支出', { amount: '2.00' }, 'expenditure'),
        row('农林水支出', '二、农林水支出', { amount: '3.00' }, 'expenditure'),
        row('本年支出合计', '本年支出合计', { amount: '5.00' }, 'expenditure'),
        row('年终结转结余', '年终结转结余', {}, 'expenditure'),
        row('支出总计', '支出总计', { amount: '5.00' }, 'expenditure'),
      ],
    );
    const [table] = tablesOf(compose([disclosure({ statements: [balance] })]));
    expect(table!.rows.slice(3).map((cells) => cells.map((cell) => cell.text).join('|'))).toEqual([
      '1|一、事业收入|5.00|一、教育支出|2.00',
      '2|||二、农林水支出|3.00',
      '3|本年收入合计|5.00|本年支出合计|5.00',
      '4|||年终结转结余|',
      '5|收入总计|5.00|支出总计|5.00',
    ]);
  });

  it('an amount is printed as it was, and formatted where it was changed', () => {
    const odd = row('2130301', '行政运行', { total: '121.783' });
    const changed = { ...odd, cells: { total: { ...odd.cells.total!, fen: 5_000_000 } } };
    const texts = [odd, changed].map((found) => {
      const [table] = tablesOf(
        compose([disclosure({ statements: [statement('general-public', ['total'], [found])] })]),
      );
      return table!.rows.at(-1)!.at(-1)!.text;
    });
    expect(texts).toEqual(['121.783', '5.00']);
  });
});

describe('sums', () => {
  const sumsOf = (statements: Disclosure['statements']) => {
    const [table] = tablesOf(compose([disclosure({ statements })], undefined, undefined, { sums: true }));
    return table!.rows
      .slice(3)
      .map((cells) =>
        cells
          .slice(3)
          .map(({ sum }) =>
            sum?.map((part) => `${part.sign > 0 ? '+' : '-'}${part.row - 2}${'abc'[part.column - 3]}`).join(''),
          ),
      );
  };

  it('a class is its sections, the total its classes, a line its kinds', () => {
    expect(sumsOf([EXPENDITURE])).toEqual([
      ['+2a', '+2b', '+2c'],
      ['+3a', '+3b', '+3c'],
      ['+4a+5a', '+4b+5b', '+4c+5c'],
      ['+4b+4c', undefined, undefined],
      ['+5b+5c', undefined, undefined],
    ]);
  });

  it('what the printed figures do not add up to is no sum', () => {
    const off = statement(
      'general-public',
      ['total', 'basic', 'project'],
      [...EXPENDITURE.rows.slice(0, 4), row('2130306', '水利工程运行与维护', { total: '20.01', project: '20.00' })],
    );
    const [, , sections, , item] = sumsOf([off]);
    expect(sections![0]).toBe('+3b+3c');
    expect(item![0]).toBeUndefined();
  });

  it('adds up exactly, of cells that are printed, in every table', () => {
    fc.assert(
      fc.property(documents, (document) => {
        for (const { rows } of tablesOf(compose(document, undefined, undefined, { sums: true })))
          for (const { sum, amount } of rows.flat())
            if (sum) {
              const fen = sum.reduce(
                (all, part) => all + part.sign * (rows[part.row]![part.column]!.amount?.fen ?? 0),
                0,
              );
              expect(fen).toBe(amount?.fen);
            }
      }),
      { numRuns: 20 },
    );
  });
});

describe('cover, contents and pages', () => {
  it.each(TEMPLATES.map((template) => [template.id, template.stage] as const))(
    '%s names year and agency',
    (id, stage) => {
      const cover = textsOf(compose([disclosure({ template: id, stage })]), 'cover').join('');
      expect(cover).toContain('2023年');
      expect(cover).toContain('石家庄市鹿泉区水利局');
      expect(cover).toMatch(stage === 'budget' ? /部门(?:综合)?预算/ : /部门决算/);
    },
  );

  it('contents lead to the headings and tables that are there', () => {
    const layout = compose([
      disclosure({
        statements: [EXPENDITURE],
        explanation: [section('职责及机构设置情况', '一'), section('名词解释', '二')],
      }),
    ]);
    expect(textsOf(layout, 'contents')).toEqual(['一般公共预算支出表', '一、职责及机构设置情况', '二、名词解释']);
    expect(deadLinks(layout)).toEqual([]);
  });

  it('contents that the disclosure has are kept, and lead to what they name', () => {
    const contents = ['2023年部门预算公开表', '1. 2023年部门一般公共预算支出表', '第四部分 名词解释'].map((title) => ({
      title,
      text: title,
      origin: {},
    }));
    const layout = compose([
      disclosure({ statements: [EXPENDITURE], contents, explanation: [section('名词解释', '四')] }),
    ]);
    const led = blocksOf(layout).flatMap((block) => targetOf(block, ['contents']) ?? []);
    const named = blocksOf(layout).flatMap((block) => targetOf(block, ['caption', 'heading']) ?? []);
    expect(textsOf(layout, 'contents')).toEqual(contents.map(({ title }) => title));
    expect(led).toEqual([named[0], named[0], named[1]]);
  });

  it('the targets of all projects stand in one set of columns that fits the page', () => {
    const widths = tablesOf(compose([discloseLedger(exampleLedger(2026), templateById('hebei-2023')!).disclosure]))
      .filter(({ print }) => print?.headerAt !== undefined)
      .map(({ print }) => print!.columns.map(({ width }) => width));
    expect(widths).toHaveLength(2);
    expect(widths[1]).toEqual(widths[0]);
    expect(widths[0]!.reduce((sum, width) => sum + width, 0)).toBeLessThanOrEqual(46.001);
  });

  it('tables stand where the contents that it has list them', () => {
    const lines = [
      '一、文字部分',
      '第九部分 名词解释',
      '二、表格部分',
      '（一）基本支出总表',
      '（二）项目支出总表',
      '（三）支出总表',
    ];
    const contents = lines.map((title) => ({ title, text: title, origin: {} }));
    const projects = { form: 'projects' as const, title: '项目支出总表', rows: [], origin: {} };
    const given = {
      statements: ['基本支出总表', '支出总表'].map((title) => ({ ...EXPENDITURE, title })),
      tables: [projects],
      explanation: [section('名词解释', '第九部分', '名词解释')],
    };
    const order = (more: Partial<Disclosure>) =>
      blocksOf(compose([{ ...disclosure(), ...given, ...more }])).flatMap((block) =>
        block.kind === 'paragraph' && ['body', 'caption'].includes(block.style?.is ?? '') ? [block.text] : [],
      );
    expect(order({ contents })).toEqual(['内容。', '基本支出总表', '项目支出总表', '支出总表']);
    expect(order({})).toEqual(['基本支出总表', '支出总表', '内容。', '项目支出总表']);
  });

  it('a wide table lies on its side, what follows stands upright again', () => {
    const ids = templateById('hebei-2023')!
      .forms.find(({ form }) => form === 'revenue')!
      .columns.map(([id]) => id);
    const wide = statement('revenue', ids.slice(3), [
      row('213', '农林水支出', { total: '1234.56', subtotal: '1234.56' }),
    ]);
    const layout = compose([disclosure({ statements: [wide, EXPENDITURE], explanation: [section('名词解释', '一')] })]);
    expect(layout.pages.slice(2).map(({ width, height }) => (width! > height! ? 'landscape' : 'portrait'))).toEqual([
      'landscape',
      'portrait',
      'portrait',
    ]);
  });

  it('tables stand where the template wants them', () => {
    const parts = ['主要职能', '2023年部门预算编制说明', '其他相关情况说明'].map((title) =>
      section(title, undefined, title),
    );
    const text = writeText(
      compose([disclosure({ template: 'shanghai-2023', statements: [EXPENDITURE], explanation: parts })]),
    );
    const places = ['主要职能\n', '编制说明\n', '\n一般公共预算支出表', '其他相关情况说明\n'].map((line) =>
      text.lastIndexOf(line),
    );
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });
});

describe('a department holds its units', () => {
  const unit = {
    ...disclosure({ statements: [EXPENDITURE] }),
    agency: { code: '101001', name: '石家庄市鹿泉区水利局', level: 'unit' as const },
  };

  it('each unit stands behind its cover and in one line of the contents', () => {
    const layout = compose([disclosure({ statements: [EXPENDITURE] }), unit]);
    expect(textsOf(layout, 'cover')).toEqual([
      '2023年部门预算信息公开',
      '101 石家庄市鹿泉区水利局',
      '2023年单位预算信息公开',
      '101001 石家庄市鹿泉区水利局',
    ]);
    expect(textsOf(layout, 'contents')).toEqual(['一般公共预算支出表', '石家庄市鹿泉区水利局2023年单位预算']);
    expect(deadLinks(layout)).toEqual([]);
  });

  it('each table has a name of its own for a workbook', () => {
    const names = tablesOf(compose([disclosure({ statements: [EXPENDITURE] }), unit])).map(({ print }) => print!.name);
    expect(names).toEqual(['一般公共预算支出表', '101001 一般公共预算支出表']);
  });
});

function deadLinks(layout: Layout): string[] {
  const targets = blocksOf(layout).flatMap((block) => targetOf(block, ['heading', 'caption', 'cover']) ?? []);
  return blocksOf(layout)
    .flatMap((block) => targetOf(block, ['contents']) ?? [])
    .filter((target) => !targets.includes(target));
}

function targetOf(block: Block, kinds: readonly string[]): string | undefined {
  const style: Paragraph['style'] = block.kind === 'paragraph' ? block.style : undefined;
  return style && 'target' in style && kinds.includes(style.is) ? style.target : undefined;
}
