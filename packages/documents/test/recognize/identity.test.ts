import { describe, expect, it } from 'vitest';
import type { Layout, Page } from '../../src/layout.ts';
import { recognize } from '../../src/recognize/recognize.ts';
import { readText } from '../../src/text/index.ts';

/** `|` separates cells, `\f` pages. */
const read = (text: string, source?: string) => recognize(readText(text.replaceAll('|', '\t')), undefined, source);
const first = (text: string, source?: string) => read(text, source).disclosures[0]!;

const table = (title = '部门收支总表', caption = '单位：万元', head = '预算数') =>
  `${title}\n\n${caption}\n\n收入||支出|\n项目|${head}|项目|${head}\n一、一般公共预算拨款收入|10.00|一、教育支出|10.00\n本年收入合计|10.00|本年支出合计|10.00`;

const evaluated =
  '项目支出绩效自评表\n\n（2026年度）\n\n项目名称|桥梁养护|||||\n主管部门|301-临溪市石桥镇人民政府||实施单位|301001-临溪市石桥镇人民政府||\n一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分\n产出指标|数量指标|养护桥梁|≥3座|3座|50|50\n产出指标|成本指标|项目总成本|≤90万元|88万元|50|50';

/** Pages of paragraphs before the table: a cover and contents as PDF has them. */
const onPages = (pages: readonly (readonly string[])[], body: string): Layout => {
  const made = pages.map(
    (lines, i): Page => ({
      number: i + 1,
      blocks: lines.map((text) => ({ kind: 'paragraph', text, origin: { page: i + 1 } })),
    }),
  );
  const { pages: rest } = readText(body.replaceAll('|', '\t'));
  return { pages: [...made, ...rest.map((page) => ({ ...page, number: page.number + made.length }))], problems: [] };
};

describe('the agency', () => {
  it.each([
    '本溪市教育局',
    '全椒县公安局',
    '元阳县人民政府',
    '万宁市发展和改革委员会',
    '临溪市财政预算评审中心',
    '临溪市财政局预算编制中心',
    '全椒县非税收入管理局',
  ])('called like other words: %s', (name) => {
    expect(first(`${name}2026年部门预算\n\n${table()}`).agency.name).toBe(name);
    expect(first(`2026年${name}部门预算\n\n${table()}`).agency.name).toBe(name);
  });

  it.each(['本单位2026年部门预算', '全市2026年部门预算', '万元2026年部门预算', '各部门2026年预算'])(
    'nobody in %s',
    (line) => {
      expect(first(`${line}\n\n${table()}`).agency.name).toBe('');
    },
  );

  it.each([
    ['2026年', '临溪市交通运输局', '部门预算'],
    ['临溪市交通运输局', '2026年部门预算公开说明'],
    ['附件2：2026年临溪市交通运输局部门预算'],
    ['附件一', '2026年度临溪市交通', '运输局', '部门预算'],
    ['临溪市2026年市级部门预算', '预算主管部门：临溪市交通运输局'],
    ['临溪市交通运输局（汇总）', '2026年部门综合预算'],
    ['临溪市交通运输局及所属单位2026年部门预算公开'],
    ['《临溪市交通运输局2026年部门预算》'],
    ['2026年临溪市交通运输局部门“三公”经费情况统计表'],
    ['索引号：1115/2026-6', '发布机构：市交通局', '名称：临溪市交通运输局2026年部门预算公开报告', '文号：无'],
  ])('on a cover of lines %s %s %s %s', (...lines) => {
    const { disclosures } = recognize(onPages([lines], table()));
    expect([disclosures[0]!.agency.name, disclosures[0]!.year]).toEqual(['临溪市交通运输局', 2026]);
    expect(disclosures[0]!.identity).toMatchObject({ agency: { confidence: 'sure' }, year: { confidence: 'sure' } });
  });

  it.each([
    ['临溪中院', '临溪市中级人民法院', '临溪市中级人民法院'],
    ['临溪市公安局', '临溪市公安局交通警察支队', '临溪市公安局'],
    ['临溪司法局', '临溪市司法鉴定管理中心', '临溪司法局'],
  ])('%s on the cover and %s in a heading: %s', (short, full, name) => {
    const body = `${short}2026年部门预算公开\n\n第一部分 ${full}概况\n\n${table()}`;
    expect(first(body).agency.name).toBe(name);
  });

  it.each([
    ['a heading', `第一部分 临溪市交通运输局概况\n\n${table()}`],
    ['a sentence beside the file', `2026年，临溪市交通运输局收入预算10.00万元。\n\n${table()}`],
    ['the sentence on its units', `二、部门预算单位构成\n\n临溪市交通运输局只有本级，没有其他预算单位。\n\n${table()}`],
    ['an entry of contents', `目录\n\n第一部分 临溪市交通运输局概况.....1\n\n第二部分 部门预算表.....3\n\n${table()}`],
    [
      'a labelled cell',
      `部门整体绩效目标申报表\n\n部门名称|临溪市交通运输局|年度|2026\n资金|10.00|其中|10.00\n\n${table()}`,
    ],
  ])('in %s', (_, text) => {
    expect(first(text, '临溪市交通运输局2026年部门预算.pdf').agency.name).toBe('临溪市交通运输局');
    expect(first(text).agency.name).toBe('临溪市交通运输局');
  });

  it.each([
    [
      'furniture of a page above the title',
      ['县级文明单位', '政务信息公开', '临溪市交通运输局2026年部门预算'],
      '临溪市交通运输局',
    ],
    ['a bullet before the title', ['-临溪市交通运输局2026年部门预算'], '临溪市交通运输局'],
    ['what the template left before it', ['XX部门临溪市交通运输局', '2026年部门预算'], '临溪市交通运输局'],
    ['what the document is of', ['临溪市交通运输局2026年度一般公共预算财政拨款“三公”经费支出预算'], '临溪市交通运输局'],
    [
      'a body called before its place',
      ['中国人民政治协商会议', '临溪市委员会', '2026年部门预算'],
      '中国人民政治协商会议临溪市委员会',
    ],
    ['a place above the name', ['临溪市', '交通运输局', '2026年部门预算'], '临溪市交通运输局'],
    ['money of a place is nobody’s name', ['临溪市2026年“三公”经费预算汇总情况说明'], ''],
  ])('on a cover: %s', (_, lines, name) => {
    expect(recognize(onPages([lines], table())).disclosures[0]!.agency.name).toBe(name);
  });

  it.each([
    ['a heading of a part', `第一部分 上海市普陀区交通局概况\n\n第二部分 区交通局2026年部门预算表\n\n${table()}`],
    ['who publishes it', `发布机构：上海市普陀区交通局\n\n区交通局2026年部门预算\n\n${table()}`],
  ])('a name without its place is the one that tells it: %s', (_, text) => {
    expect(first(text).agency.name).toBe('上海市普陀区交通局');
  });

  it('where nothing names it, in the paragraph on its duties', () => {
    const text = `第一部分 部门概况\n\n一、主要职责\n\n上海市普陀区交通运输局是区政府工作部门，负责道路运输。\n\n${table()}`;
    expect(first(text).agency.name).toBe('上海市普陀区交通运输局');
    expect(first(text).identity!.agency.confidence).toBe('doubtful');
  });

  it('only in the file’s name: it is asked for', () => {
    const { disclosures, problems } = read(table(), 'upload/临溪市交通运输局2026年部门预算.pdf');
    expect(disclosures[0]!.agency.name).toBe('临溪市交通运输局');
    expect(disclosures[0]!.identity!.agency.confidence).toBe('doubtful');
    expect(problems.map(({ code }) => code)).toEqual(expect.arrayContaining(['agency-doubtful', 'year-doubtful']));
  });

  it.each([
    ['a sentence', '本部门负责编制全市交通规划，安排2026年部门预算。'],
    ['a region alone', '临溪市2026年市级部门预算'],
    ['a county alone', '上海市普陀区2026年区级部门预算'],
    ['a form that nobody filled in', 'XX局2026年部门预算'],
    ['a word for any agency', '编制单位：本部门'],
  ])('is not %s', (_, line) => {
    const { disclosures, problems } = read(`${line}\n\n${table()}`);
    expect(disclosures[0]!.agency.name).toBe('');
    expect(problems.map(({ code }) => code)).toContain('agency-unknown');
  });

  it.each([
    ['临溪市交通运输局.xlsx', '临溪市交通运输局'],
    ['2026年部门预算公开表（临溪市交通运输局）.xlsx', '临溪市交通运输局'],
    ['报表-临溪市交通运输局.xlsx', '临溪市交通运输局'],
    ['国家石桥研究院.xlsx', '国家石桥研究院'],
    ['报表.xlsx', ''],
    ['部门收支总体情况表.xlsx', ''],
    ['项目储备库.xlsx', ''],
  ])('whom a file is called by: %s', (source, name) => {
    expect(first(table(), source).agency.name).toBe(name);
  });

  it('is the fuller of two names, and one strange caption does not outvote the rest', () => {
    const own = (caption: string, title: string) => table(title, `部门：${caption}|单位：万元`);
    const text = ['部门收支总表', '部门收入总表', '部门支出总表'].map((title) => own('交通运输局', title));
    expect(first(`临溪市交通运输局2026年部门预算\n\n${text.join('\n\n')}`).agency.name).toBe('临溪市交通运输局');
  });

  it('that is a department’s own office is a unit', () => {
    expect(first(`临溪市交通运输局（本级）2026年部门预算\n\n${table()}`).agency).toMatchObject({
      name: '临溪市交通运输局(本级)',
      level: 'unit',
    });
  });

  it('of a department is told by the cover where the tables’ form says 单位', () => {
    const text = ['单位收支总体情况表', '单位收入总体情况表', '单位支出总体情况表'].map((title) => table(title));
    expect(first(`临溪市交通运输局\n\n2026年部门预算情况说明\n\n${text.join('\n\n')}`).agency.level).toBe('department');
    const units = ['单位预算收支总表', '单位预算收入总表'].map((title) => table(title));
    expect(first(`2026年部门预算\n\n${units.join('\n\n')}`).agency.level).toBe('unit');
    // The title stands above the headings of parts, which keep the name that departments give them.
    const cover = '临溪市水务局\n\n2026年度单位预算\n\n临溪市水务局2026年部门预算信息公开情况说明';
    expect(first(`${cover}\n\n${text.join('\n\n')}`).agency.level).toBe('unit');
  });

  it('contradicted by the file’s name stays, and that is told', () => {
    const { disclosures, problems } = read(
      `临溪市交通运输局2026年部门预算\n\n${table()}`,
      '江口市统计局2024年部门决算.pdf',
    );
    expect(disclosures[0]).toMatchObject({ agency: { name: '临溪市交通运输局' }, year: 2026, stage: 'budget' });
    expect(problems.map(({ code }) => code)).toContain('file-name-differs');
  });
});

describe('covers in other manners', () => {
  it.each([
    ['临溪市水务局', ['2026年临溪市市级部门预算', '临溪市水务局', '2026年2月']],
    ['临溪县教育体育局', ['部门预算', '（2026年度）', '临溪县教育体育局', '二〇二六年一月']],
    ['中共临溪市委机构编制委员会办公室', ['中共临溪市委机构编制委员会办公室', '2026年度部门预算']],
    ['临溪市疾病预防控制中心', ['临溪市卫生健康委员会', '所属临溪市疾病预防控制中心', '2026年单位预算']],
    ['临溪县人民政府办公室', ['2026年临溪县人民政府办公室部门预算公开目录']],
    ['临溪县农业农村局', ['二Ο二六年', '临溪县农业农村局部门预算']],
    ['临溪县融媒体中心', ['临溪县融媒体中心', '二O二六年部门预算']],
  ])('%s on %j', (name, lines) => {
    const { agency, year, stage } = recognize(onPages([lines], table())).disclosures[0]!;
    expect([agency.name, year, stage]).toEqual([name, 2026, 'budget']);
  });

  it('of two bodies named alone neither is taken for the other', () => {
    const { agency } = recognize(onPages([['2026年部门预算', '临溪市水务局', '临溪市档案馆']], table()))
      .disclosures[0]!;
    expect(agency.name).toBe('');
  });
});

describe('the year', () => {
  it.each([
    ['beside what was carried out', '2025年执行数|2026年预算数', 2026],
    ['beside last year’s plan', '2025年预算数|2026年预算数', 2026],
    ['that says no more than the year', '2025年预算|2026年', 2026],
    ['of both years alone', '2025年|2026年', 2026],
    ['of a plan beside the year', '2025年预算数|2026年计划数', 2026],
    ['of an estimate beside the year', '2025年预算数|2026年测算数', 2026],
    ['of accounts', '2024年决算数|2023年决算数', 2024],
  ])('in a header, %s', (_, heads, year) => {
    const text = `一般公共预算支出表\n\n单位：万元\n\n科目编码|科目名称|${heads}\n205|教育支出|1.00|2.00\n208|社会保障和就业支出|1.00|2.00`;
    expect(first(text).year).toBe(year);
  });

  it('is not the month of printing', () => {
    expect(first(`临溪市交通运输局2024年度部门决算\n\n二〇二五年八月\n\n${table()}`).year).toBe(2024);
    expect(first(`二〇二五年八月\n\n${table()}`).year).toBeUndefined();
  });

  it('in a sentence is the first, not the one compared with', () => {
    expect(first(`2026年，本部门收入预算10.00万元，比2025年预算增加1.00万元。\n\n${table()}`).year).toBe(2026);
  });
});

describe('a file of several agencies', () => {
  const of = (name: string) =>
    `部门名称：${name}\n\n${['部门收支总表', '财政拨款收支总表'].map((title) => table(title, undefined, '金额')).join('\n\n')}`;
  const two = (cover: string) => read(`${cover}\n\n${of('临溪市档案馆')}\n\n${of('临溪市水利局')}`).disclosures;

  it('is of the year and kind of its cover', () => {
    const told = two('临溪市市直单位2026年度部门决算汇编').map(({ year, stage }) => [year, stage]);
    expect(told).toEqual([
      [2026, 'final-accounts'],
      [2026, 'final-accounts'],
    ]);
  });
});

describe('the kind', () => {
  it.each([
    ['首页 > 政务公开 > 财政预决算\n\n临溪市交通运输局2026年部门预算', 'budget'],
    ['当前位置：首页>部门决算>详情\n\n临溪市交通运输局2026年部门预算', 'budget'],
    ['临溪市交通运输局2024年度部门决算\n\n2024年度一般公共预算财政拨款支出情况', 'final-accounts'],
  ])('from the document: %s', (lines, stage) => {
    expect(first(`${lines}\n\n${table('收支总表')}`).stage).toBe(stage);
  });

  it('of self-evaluations alone is that of the accounts, and whose they are is told beside their code', () => {
    const { stage, agency, year } = first(evaluated);
    expect([stage, agency.name, year]).toEqual(['final-accounts', '临溪市石桥镇人民政府', 2026]);
  });

  it('that nothing tells is assumed, and told so', () => {
    const { disclosures, problems } = read(table('收支总表', '单位：万元', '金额'));
    expect(disclosures[0]!.identity!.stage.confidence).toBe('unknown');
    expect(problems.map(({ code }) => code)).toContain('stage-unknown');
  });
});

describe('a file that is no budget', () => {
  it.each([
    ['by its name only', '调解工作规范\n\n本文件规定了调解工作的预算外要求。', '临溪市司法局2026年部门预算（二）.pdf'],
    ['a notice', '会议通知\n\n请各单位按时报送材料。', undefined],
  ])('%s', (_, text, source) => {
    const { disclosures, problems } = read(text, source);
    expect(disclosures).toEqual([]);
    expect(problems.map(({ code }) => code)).toContain('no-disclosure');
  });

  it.each([
    ['首页 新闻中心 信息公开 政务服务 政民互动', '临溪市2023年财政预算执行情况和2024年财政预算草案的报告'],
    ['关于临溪市2023年财政决算草案的', '报 告', '市财政局局长'],
    ['2023年临溪市政府决算公开', '一、政府决算报告'],
    ['目录', '一、社会保险基金预算收入表', '二、地方政府债务限额和余额情况表', '临溪市2024年预算'],
  ])('a government’s own: %s %s', (...lines) => {
    const { disclosures, problems, coverage } = read(
      `${lines.join('\n\n')}\n\n一般公共预算收入31751万元。\n\n${table('收支总表')}`,
    );
    expect(disclosures).toEqual([]);
    expect(problems.map(({ code }) => code)).toEqual(['of-government']);
    expect(coverage.unreadPlaces).toBeGreaterThan(0);
  });

  it.each([
    ['临溪市财政局2024年部门预算', '一、负责编制预算执行情况和预算草案的报告'],
    ['石桥镇人民政府决算公开', '2023年度'],
    ['临溪市财政局', '2024年预算公开'],
  ])('no government’s own: %s %s', (...lines) => {
    expect(read(`${lines.join('\n\n')}\n\n${table()}`).disclosures).toHaveLength(1);
  });

  it('what a site prints around a document is no text of it', () => {
    const page = [
      '首页 新闻中心 信息公开 政务服务 政民互动',
      '2024年部门预算公开',
      '临溪市交通运输局',
      '发布时间：2024-03-01 浏览次数： 【字体：',
      '一、收入说明',
      '收入预算10.00万元。',
    ];
    const disclosure = first(`${page.join('\n\n')}\n\n${table()}`);
    expect(disclosure.agency.name).toBe('临溪市交通运输局');
    expect(JSON.stringify(disclosure.explanation)).not.toMatch(/字体|新闻中心/);
  });

  it('a form that nobody filled in is called that', () => {
    const blank = table('部门收支总表').replaceAll('10.00', '');
    expect(read(blank).problems.map(({ code }) => code)).toContain('blank-form');
    expect(read(table()).problems.map(({ code }) => code)).not.toContain('blank-form');
    expect(read(evaluated).problems.map(({ code }) => code)).not.toContain('blank-form');
  });
});

it('what a publication is called and how its file is numbered is no part of a name', () => {
  expect(first(`关于公开临溪市水务局2026年部门预算的说明\n\n${table()}`).agency.name).toBe('临溪市水务局');
  expect(first(table(), '[303]临溪市水务局2026年部门预算.xlsx').agency.name).toBe('临溪市水务局');
});

describe('a file in a folder', () => {
  const body = table().replace('部门收支总表', '收支总表');

  it('that names nobody is of whom the folder is named for', () => {
    const { agency, year, stage } = first(body, '01-临溪市水务局2026年部门预算/报表.xlsx');
    expect([agency.name, year, stage]).toEqual(['临溪市水务局', 2026, 'budget']);
  });

  it('that names somebody is of them', () => {
    const { agency, year } = first(`临溪市教育局2025年部门预算\n\n${body}`, '临溪市水务局2026年部门预算/报表.xlsx');
    expect([agency.name, year]).toEqual(['临溪市教育局', 2025]);
  });
});

describe('the region', () => {
  it.each([
    ['of the name', '上海市普陀区司法局2026年部门预算', '310107'],
    [
      'of the lines beside a name that tells none',
      '上海市普陀区2026年区级部门预算\n\n预算主管部门：普陀区司法局',
      '310107',
    ],
    ['nobody tells', '某某总局2026年部门预算', undefined],
    ['a body of the state', '国家某某总局2026年部门预算', '100000'],
  ])('%s', (_, cover, code) => {
    expect(first(`${cover}\n\n${table()}`).region?.code).toBe(code);
  });
});
