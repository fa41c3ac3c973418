import { type FormDefinition, formById } from '@mingsuan/core/forms/index';
import { describe, expect, it } from 'vitest';
import type { TableCell } from '../../src/layout.ts';
import type { ColumnRole } from '../../src/recognize/columns.ts';
import { readHeader } from '../../src/recognize/header.ts';
import { recognize } from '../../src/recognize/recognize.ts';
import { cellKind, codeIn } from '../../src/recognize/shape/cells.ts';
import { likelyColumns, nearestColumn } from '../../src/recognize/shape/likely-column.ts';
import { rolesByCells } from '../../src/recognize/shape/roles.ts';
import { isSumOf } from '../../src/recognize/shape/sums.ts';
import { readText } from '../../src/text/index.ts';

/** A grid as printed: a line a row, `|` between cells. */
const grid = (text: string): TableCell[][] =>
  text
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((cell) => ({ text: cell.trim(), origin: {} })));

const read = (text: string, source?: string) => recognize(readText(text.replaceAll('|', '\t')), undefined, source);

describe('a cell by its characters', () => {
  it.each([
    ['1,234.56', 'amount'],
    ['0.00', 'amount'],
    ['1,234', 'amount'],
    ['2080505', 'code'],
    ['30101-基本工资', 'code'],
    ['[201]一般公共服务支出', 'code'],
    ['2026', 'integer'],
    ['12', 'integer'],
    ['—', 'blank'],
    ['合计', 'text'],
    ['85.5%', 'text'],
  ])('%s is %s', (text, kind) => expect(cellKind({ text })).toBe(kind));

  it.each([
    ['2010601-行政运行', 'function', '2010601'],
    ['50101-工资奖金津补贴', 'governmental', '50101'],
    ['[301]工资福利支出', 'economic', '301'],
    ['208-05-01', 'function', '2080501'],
    ['301-02', 'economic', '30102'],
    ['208-0501', undefined, undefined],
    ['2026-05-01', undefined, undefined],
    ['2026年', undefined, undefined],
    ['999', undefined, undefined],
  ])('%s: %s', (text, kind, code) => {
    expect(codeIn(text)?.kind).toBe(kind);
    expect(codeIn(text)?.code).toBe(code);
  });
});

describe('sums that hold', () => {
  const rows = grid('201|3.00|1.00|2.00\n202|5.00||5.00\n203|8.00|4.00|4.00');
  it('tell the whole from its parts', () => expect(isSumOf(rows, 1, [2, 3])).toBe(true));
  it('and what is none', () => expect(isSumOf(rows, 2, [1, 3])).toBe(false));
});

describe('roles by cells', () => {
  const value = (id: string): ColumnRole => ({ kind: 'value', id });
  const known = (kind: 'code' | 'name' | 'unknown' | 'blank'): ColumnRole => ({ kind });

  it('codes of the other classification and their names are no keys', () => {
    const rows = grid(
      '301|01|基本工资|501|01|工资奖金津补贴|1.00\n301|02|津贴补贴|501|01|工资奖金津补贴|2.00\n302|01|办公费|502|01|办公经费|3.00',
    );
    const roles = [
      known('code'),
      known('code'),
      known('name'),
      known('code'),
      known('code'),
      known('name'),
      value('total'),
    ];
    expect(rolesByCells(formById('basic'), roles, rows).map(({ kind }) => kind)).toEqual([
      'code',
      'code',
      'name',
      'blank',
      'blank',
      'blank',
      'value',
    ]);
  });

  it('the only column of amounts is the total', () => {
    const rows = grid('[301]工资福利支出|5.00\n[30101]基本工资|3.00\n[30102]津贴补贴|2.00');
    const roles = rolesByCells(formById('basic'), [known('name'), known('unknown')], rows);
    expect(roles[1]).toEqual(value('total'));
  });

  it('a column of any name that completes the total in every row is the part that is missing', () => {
    const rows = grid('201|甲|6.00|1.00|2.00|3.00\n202|乙|9.00|4.00||5.00');
    const roles = [
      known('code'),
      known('name'),
      value('total'),
      value('personnel'),
      value('operating'),
      known('unknown'),
    ];
    expect(rolesByCells(formById('general-public'), roles, rows)[5]).toEqual(value('project'));
    const other = grid('201|甲|3.00|1.00|2.00|3.00\n202|乙|4.00|4.00||5.00');
    expect(rolesByCells(formById('general-public'), roles, other)[5]).toEqual(known('unknown'));
  });

  it('words left of the codes name the unit of the rows below', () => {
    const rows = grid('某局||总|3.00\n|201|一般公共服务支出|3.00\n|20101|人大事务|3.00');
    const roles = [known('unknown'), known('code'), known('name'), value('total')];
    expect(rolesByCells(formById('expenditure'), roles, rows)[0]).toEqual(known('unknown'));
    const headed = grid('某局|||3.00\n|201|一般公共服务支出|3.00\n|20101|人大事务|3.00');
    expect(rolesByCells(formById('expenditure'), roles, headed)[0]).toEqual({ kind: 'unit' });
  });
});

it('a header is told by where it stands, whatever its words', () => {
  const rows = grid('甲|乙|丙\n丁|戊|己\n201|1.00|2.00\n202|3.00|4.00');
  expect(readHeader(rows).rowCount).toBe(2);
  expect(readHeader(grid('合计|3.00\n201|3.00')).rowCount).toBe(0);
});

it('a blank does not carry a header on below the next group', () => {
  const rows = grid(
    '合计||公务用车购置及运行维护费||||公务接待费|\n||公务用车购置费||公务用车运行维护费|||\n预算数|决算数|预算数|决算数|预算数|决算数|预算数|决算数\n1.00|2.00|3.00|4.00|5.00|6.00|7.00|8.00',
  );
  const { paths } = readHeader(rows);
  expect(paths[5]).toEqual(['公务用车购置及运行维护费', '公务用车运行维护费', '决算数']);
  expect(paths[7]).toEqual(['公务接待费', '决算数']);
});

it('a line without amounts below its own header is a line, also where its words head columns elsewhere', () => {
  const rows = grid('项目|合计|一般公共预算\n“三公”经费||\n（一）因公出国（境）支出||0.00');
  expect(readHeader(rows).rowCount).toBe(1);
});

it.each([
  ['revenue', '政府性基金预算拨款收入', ['government-fund']],
  ['revenue', '上年结余、结转', ['carryover']],
  ['revenue', '预算单位', []],
] as const)('%s: a header nobody lists, by the words that carry its meaning: %s', (form, header, ids) => {
  expect(likelyColumns(formById(form).columns, header)).toEqual(ids);
});

it.each([
  ['general-public', '一般公共财政预算基本类支出', undefined],
  ['general-public', '项目类支出', 'project'],
  ['revenue', '国有资本类经营预算收入', 'state-capital'],
  ['revenue', '以前年度结转资金', 'carryover'],
  ['revenue', '非财政拨款结余', undefined],
  ['revenue', '其中：专项资金列入部门预算项目', undefined],
] as const)('%s: the column that the words of %s come nearest to is %s', (form, header, id) => {
  expect(nearestColumn(formById(form).columns, [header])).toBe(id);
});

it('two columns that come as near to the same one are neither, and a column that is told has no second', () => {
  const near = (...headers: string[]) =>
    read(
      `部门收入总表\n\n单位：万元\n\n科目编码|科目名称|合计|${headers.join('|')}\n201|一般公共服务支出|3.00|1.00|2.00\n|合计|3.00|1.00|2.00`,
    ).disclosures[0]!.statements[0]!.columns.map(({ id }) => id);
  expect(near('国有资本各类经营预算收入', '一般公共预算')).toContain('state-capital');
  expect(near('国有资本类经营预算拨款', '国有资本各经营预算收入')).not.toContain('state-capital');
  const { columns, rows } = read(
    '部门收入总表\n\n单位：万元\n\n科目编码|科目名称|合计|国有资本经营预算拨款|国有资本各类经营预算收入\n201|一般公共服务支出|3.00|1.00|2.00\n|合计|3.00|1.00|2.00',
  ).disclosures[0]!.statements[0]!;
  expect(columns.filter(({ id }) => id === 'state-capital')).toHaveLength(1);
  expect(rows[0]!.cells['state-capital']?.text).toBe('1.00');
});

it('what a group says of a part of its measure is told by functional items only: 其中 of personnel is another division', () => {
  const { columns, unread } = read(
    '一般公共预算基本支出表\n\n单位：万元\n\n科目编码|科目名称|合计|人员经费||公用经费\n|||小计|其中：在职人员|\n301|工资福利支出|3.00|3.00|2.00|\n302|商品和服务支出|2.00|||2.00\n|合计|5.00|3.00|2.00|2.00',
  ).disclosures[0]!.statements[0]!;
  expect(columns.map(({ id }) => id)).toEqual(['total', 'personnel', 'operating']);
  expect(unread?.columns).toEqual(['人员经费/在职人员']);
});

describe('columns that no word tells', () => {
  const form: FormDefinition = {
    ...formById('expenditure'),
    layouts: [['code', 'name', 'total', 'basic', 'project'].map((id) => ({ id, path: [id] }))],
  };
  const roles: ColumnRole[] = ['code', 'name', 'unknown', 'unknown', 'unknown'].map((kind) => ({ kind }) as ColumnRole);
  const told = (rows: TableCell[][], headers: readonly string[] = []) => {
    const paths = headers.map((header) => [header]);
    return rolesByCells(form, roles, rows, { paths }).map((role) => ('id' in role ? role.id : role.kind));
  };
  it('are those of a known layout whose sums hold', () => {
    expect(told(grid('201|甲|3.00|1.00|2.00\n202|乙|5.00||5.00'))).toEqual([
      'code',
      'name',
      'total',
      'basic',
      'project',
    ]);
  });
  it('and not where their headers say of which year or whose money they are', () => {
    const rows = grid('201|甲|3.00|1.00|2.00\n202|乙|5.00||5.00');
    for (const headers of [
      ['当年财政拨款安排', '上年结转安排'],
      ['经费拨款', '纳入预算管理的非税收入拨款'],
    ])
      expect(told(rows, ['科目编码', '科目名称', '合计', ...headers])).not.toContain('basic');
    expect(told(rows, ['科目编码', '科目名称', '合计', '保运转', '办实事'])).toContain('basic');
  });
  it('and not where an item would be spent on what its name excludes', () => {
    const headers = ['科目编码', '科目名称', '合计', '甲类', '乙类'];
    const rows = (split: string) => grid(`2010301|行政运行|3.00|3.00|\n2010302|一般行政管理事务|5.00|${split}`);
    expect(told(rows('|5.00'), headers)).toContain('basic');
    expect(told(rows('4.00|1.00'), headers)).not.toContain('basic');
  });
  it('and nobody’s where they do not', () => {
    expect(told(grid('201|甲|3.00|1.00|2.00\n202|乙|5.00|1.00|5.00'))).toEqual([
      'code',
      'name',
      'unknown',
      'unknown',
      'unknown',
    ]);
  });
});

describe('a table that no form names', () => {
  const { disclosures, problems } = read(
    '某市某局2026年部门预算\n\n单位：万元\n\n某某情况一览表\n\n名目|甲项|乙项\n一般事项|1.00|2.00\n特别事项|3.00|4.50\n\n部门支出总表\n\n单位：万元\n\n科目编码|科目名称|合计|基本支出|项目支出\n201|一般公共服务支出|3.00|2.00|1.00\n|合计|3.00|2.00|1.00',
  );
  it('is kept with its own headers and amounts, and said so', () => {
    expect(disclosures[0]!.generic).toMatchObject([
      {
        title: '某某情况一览表',
        unit: '万元',
        columns: [{ header: '名目' }, { header: '甲项' }, { header: '乙项' }],
        rows: [
          { label: '一般事项', cells: { c2: { text: '1.00' }, c3: { text: '2.00' } } },
          { label: '特别事项', cells: { c3: { fen: 4_500_000 } } },
        ],
      },
    ]);
    expect(problems.map(({ code }) => code)).toContain('table-not-recognised');
  });
});

describe('columns that no word and no sum explain', () => {
  const { disclosures } = read(
    '部门支出总表\n\n单位：万元\n\n科目编码|科目名称|合计|基本支出|项目支出|某某支出\n201|一般公共服务支出|9.00|2.00|7.00|6.00\n202|外交支出|3.00|1.50|1.50|1.00\n|合计|12.00|3.50|8.50|7.00',
  );
  it('are kept beside the statement, which says what it lacks', () => {
    expect(disclosures[0]!.statements[0]!.unread).toEqual({ columns: ['某某支出'], rows: 0 });
    expect(disclosures[0]!.generic).toMatchObject([{ of: 'expenditure', rows: [{}, {}, {}] }]);
  });
});

describe('a table whose cells are of another kind than its title', () => {
  it('is what its title may name besides', () => {
    const { disclosures } = read(
      '一般公共预算基本支出表\n\n单位：万元\n\n科目编码|科目名称|合计\n201|一般公共服务支出|3.00\n20101|人大事务|3.00\n2010101|行政运行|3.00',
    );
    expect(disclosures[0]!.statements.map(({ form }) => form)).toEqual(['basic-function']);
  });

  it('is a table by the classification that its rows are of where its title names no other', () => {
    const { disclosures } = read(
      '政府性基金预算支出表\n\n单位：万元\n\n科目编码|科目名称|合计\n301|工资福利支出|3.00\n30101|基本工资|1.00\n30102|津贴补贴|2.00',
    );
    expect(disclosures[0]?.statements.map(({ form }) => form)).toEqual(['by-economic']);
  });
});

describe('a balance in more than two panels', () => {
  const HEADER = '收入||支出|||||\n项目|预算数|功能分类科目|预算数|部门经济分类科目|预算数|政府经济分类科目|预算数';
  const read4 = () =>
    read(
      `部门收支总表\n\n单位：万元\n\n${HEADER}\n${[
        '一、财政拨款|9.00|一、一般公共服务支出|8.00|1、工资福利支出|6.00|1、机关工资福利支出|7.00',
        '||二、外交支出|1.00|2、商品和服务支出|3.00|2、机关商品和服务支出|2.00',
        '本年收入合计|9.00|本年支出合计|9.00|本年支出合计|9.00|本年支出合计|9.00',
      ].join('\n')}\n`,
    ).disclosures[0]!;

  it('each is a side of its own, told by what its lines name', () => {
    const { rows } = read4().statements[0]!;
    expect(rows.map(({ side, code, key }) => `${side} ${code ?? key}`)).toEqual([
      'revenue 财政拨款',
      'revenue 本年收入合计',
      'expenditure 201',
      'expenditure 202',
      'expenditure 本年支出合计',
      'economic 301',
      'economic 302',
      'economic 本年支出合计',
      'governmental 501',
      'governmental 502',
      'governmental 本年支出合计',
    ]);
  });
});

describe('a table of names without codes', () => {
  const rowsOf = (title: string, rows: string) => {
    const { disclosures } = read(
      `${title}\n\n单位：万元\n\n支出项目类别|总计|财政拨款|\n||小计|一般公共预算拨款\n${rows}\n`,
    );
    const [statement] = disclosures[0]!.statements;
    return statement?.rows.map(({ key, unit }) => (unit === undefined ? key : `${unit}:${key}`));
  };

  it('is told by what each name stands under, and whose by the sums', () => {
    const rows = [
      '某市某局|10.00|10.00|10.00',
      '某市某局（本级）|6.00|6.00|6.00',
      '工资福利支出|5.00|5.00|5.00',
      '基本工资|3.00|3.00|3.00',
      '住房公积金|2.00|2.00|2.00',
      '商品和服务支出|1.00|1.00|1.00',
      '某市某中心|4.00|4.00|4.00',
      '工资福利支出|4.00|4.00|4.00',
    ];
    expect(rowsOf('基本支出总表', rows.join('\n'))).toEqual([
      'total',
      '某市某局（本级）',
      ...['301', '30101', '30113', '302'].map((code) => `某市某局（本级）:${code}`),
      '某市某中心',
      '某市某中心:301',
    ]);
  });

  it('a name that no list has stays a name', () => {
    const rows = [
      '工资福利支出|5.00|5.00|5.00',
      '基本工资|3.00|3.00|3.00',
      '本地补贴|2.00|2.00|2.00',
      '商品和服务支出|1.00|1.00|1.00',
    ];
    expect(rowsOf('基本支出总表', rows.join('\n'))).toEqual(['301', '30101', '本地补贴', '302']);
  });
});

describe('columns in groups', () => {
  const keys = (title: string, header: string, row: string) => {
    const { disclosures } = read(`${title}\n\n单位：万元\n\n${header}\n${row}\n`);
    return Object.fromEntries(
      Object.entries(disclosures[0]!.statements[0]!.rows[0]!.cells).map(([key, cell]) => [key, cell.text]),
    );
  };

  it('a measure divided by sources is the measure and its parts', () => {
    expect(
      keys(
        '部门收入总表',
        '科目编码|科目名称|合计|本年收入|||上年结转结余||\n|||小计|一般公共预算|政府性基金预算|小计|一般公共预算|单位资金',
        '201|一般公共服务支出|9.00|6.00|5.00|1.00|3.00|2.00|1.00',
      ),
    ).toEqual({
      total: '9.00',
      subtotal: '6.00',
      'general-public': '5.00',
      'government-fund': '1.00',
      carryover: '3.00',
      'carryover-from-general-public': '2.00',
      'carryover-from-unit-funds': '1.00',
    });
  });

  it('小计 and the name of the group again are the whole of the group', () => {
    expect(
      keys(
        '一般公共预算支出表',
        '科目编码|科目名称|合计|基本支出|项目支出|\n||||项目支出总数|扣除基建后',
        '201|一般公共服务支出|9.00|6.00|3.00|2.00',
      ),
    ).toMatchObject({ total: '9.00', basic: '6.00', project: '3.00' });
  });
});

describe('furniture', () => {
  const piece = (rows: string) =>
    `公开表3\n\n支出总体情况表\n\n单位：万元\n\n科目编码|科目名称|合计|基本支出|项目支出\n${rows}`;
  it('a number and a title printed again on every page part no table', () => {
    const { disclosures } = read(
      ['|合计|6.00|3.00|3.00\n201|一般公共服务支出|1.00|1.00|', '202|外交支出|2.00|2.00|', '205|教育支出|3.00||3.00']
        .map(piece)
        .join('\f'),
    );
    expect(disclosures[0]!.statements.map(({ rows }) => rows.map(({ key }) => key))).toEqual([
      ['total', '201', '202', '205'],
    ]);
  });

  it('a running header begins no other document', () => {
    const head = '甲市乙局2026年部门预算\n\n';
    const { disclosures } = read(
      [
        `${head}收支总表\n\n单位：万元\n\n收入||支出|\n项目|预算数|项目|预算数\n一、事业收入|3.00|一、教育支出|3.00`,
        `${head}收入总表\n\n单位：万元\n\n科目编码|科目名称|合计\n205|教育支出|3.00`,
        `${head}支出总表\n\n单位：万元\n\n科目编码|科目名称|合计\n205|教育支出|3.00`,
        `${head}一般公共预算支出表\n\n单位：万元\n\n科目编码|科目名称|合计\n205|教育支出|3.00`,
      ].join('\f'),
    );
    expect(disclosures.map(({ agency, statements }) => [agency.name, statements.length])).toEqual([['甲市乙局', 4]]);
  });
});

describe('the fields of a document', () => {
  const table = '收支总表\n\n单位：万元\n\n收入||支出|\n项目|预算数|项目|预算数\n一、事业收入|3.00|一、教育支出|3.00';
  it.each([
    ['a cover broken over lines', `2026年\n\n丙市丁局\n\n部门预算\n\n${table}`, undefined, '丙市丁局', 2026],
    ['one with 附件 before it', `附件2：丙市丁局2026年部门预算公开说明\n\n${table}`, undefined, '丙市丁局', 2026],
    ['what was added up is no part of it', `丙市丁局（汇总）2026年部门预算\n\n${table}`, undefined, '丙市丁局', 2026],
    ['the name of the file, last', table, '丙市丁局2026年度部门预算报表.pdf', '丙市丁局', 2026],
    ['a unit of money is none', table.replace('万元', '元（人民币）'), undefined, '', undefined],
  ])('%s', (_, text, source, name, year) => {
    const [disclosure] = read(text, source).disclosures;
    expect([disclosure!.agency.name, disclosure!.year]).toEqual([name, year]);
  });

  it.each([
    ['元（人民币）', '元'],
    ['千元', '千元'],
    ['亿元', '亿元'],
  ])('单位：%s', (printed, unit) => {
    expect(read(table.replace('万元', printed)).disclosures[0]!.statements[0]!.unit).toBe(unit);
  });
});

describe('a table below a sentence that leads to it', () => {
  it('is told by its cells; the rest of a row that a page break tore is no row', () => {
    const head = '二级预算单位名称|一级项目名称|预算数|绩效目标';
    const { disclosures } = read(
      [
        `2026年，本单位重点项目绩效目标情况如下：\n\n单位：万元\n\n${head}\n某市某局|信访大厅运行|60.38|保障大厅正常运行，及时受理`,
        `${head}\n|||群众来访。\n某市某局|综合管理|1.79|完成日常工作任务。`,
      ].join('\f'),
    );
    const rows = disclosures[0]!.tables.find(({ form }) => form === 'projects')?.rows as
      | readonly { label: string }[]
      | undefined;
    expect(rows?.map(({ label }) => label)).toEqual(['信访大厅运行', '综合管理']);
  });
});
