import { describe, expect, it } from 'vitest';
import { gridOf } from '../../src/pdf/grid.ts';
import { footHeader } from '../../src/pdf/infer/foot-header.ts';
import { inferTables } from '../../src/pdf/infer/infer-tables.ts';
import { leadsInHeader } from '../../src/pdf/infer/regions.ts';
import { linesOf } from '../../src/pdf/runs.ts';
import { glyphsOf, inferred, linesOfGrid, type MadeColumn, rowsAt, rule, type Word } from './made-table.ts';

/** Code, name, three columns of amounts set right. */
const COLUMNS: MadeColumn[] = [
  { head: 70, body: 50 },
  { head: 170, body: 110 },
  { head: 270, body: 300, align: 'r' },
  { head: 340, body: 370, align: 'r' },
  { head: 410, body: 440, align: 'r' },
];
const HEAD = rowsAt(50, COLUMNS, ['科目编码|科目名称|合计|基本支出|项目支出'], true);
const rows = (...lines: string[]) => rowsAt(90, COLUMNS, lines);
const BODY = ['201|一般公共服务支出|30.00|20.00|10.00', '20131|党委办公厅（室）/及相关机构事务|30.00|20.00|10.00'];
const READ = ['201|一般公共服务支出|30.00|20.00|10.00', '20131|党委办公厅（室）及相关机构事务|30.00|20.00|10.00'];
const HEADER = '科目编码|科目名称|合计|基本支出|项目支出';
const only = (words: readonly Word[], ...rest: Parameters<typeof inferred> extends [unknown, ...infer R] ? R : never) =>
  inferred(words, ...rest).tables[0];

describe('rows', () => {
  it('a label wrapped around its figures is one cell', () => {
    expect(only([...HEAD, ...rows(...BODY)])).toEqual([HEADER, ...READ]);
  });

  it.each([
    ['first', 0],
    ['last', 1],
  ])('figures beside the %s line of each label', (_, at) => {
    const label = (y: number, upper: string, lower: string): Word[] => [
      [110, y, upper],
      [110, y + 12, lower],
    ];
    const words = [0, 34, 68].flatMap((dy, i): Word[] => [
      ...label(90 + dy, `机关事业单位基本养老${i}`, '保险缴费支出'),
      [50, 90 + dy + 12 * at, `208050${i}`],
      [300, 90 + dy + 12 * at, `${i + 1}.00`, 'r'],
      [370, 90 + dy + 12 * at, `${i + 10}.00`, 'r'],
    ]);
    const table = only([...HEAD.slice(0, 4), ...words])!;
    expect(table.slice(1).map((row) => row.split('|').slice(0, 3).join('|'))).toEqual([
      '2080500|机关事业单位基本养老0保险缴费支出|1.00',
      '2080501|机关事业单位基本养老1保险缴费支出|2.00',
      '2080502|机关事业单位基本养老2保险缴费支出|3.00',
    ]);
  });

  it('a row with a label only stays a row, also where the label fills its column', () => {
    const body = ['|一、一般公共预算拨款|5.00||', '|三、国有资本经营预算拨|||', '|本年收入合计|5.00||'];
    expect(only([...HEAD, ...rows(...body)])!.slice(1)).toEqual(body);
  });

  it.each([
    ['a full line and one without a number right below it', '款', 1],
    ['a full line and a total right below it', '支出合计', 0],
  ])('%s', (_, below, doubtful) => {
    const at = (y: number, label: string, amount?: string): Word[] => [
      [110, y, label],
      ...(amount ? ([[300, y, amount, 'r']] as Word[]) : []),
    ];
    const words = [
      ...at(90, '一、公共安全支出', '5.00'),
      ...at(102, '二、教育支出', '6.00'),
      ...at(114, '三、国有资本经营预算拨'),
      ...at(126, below, '11.00'),
    ];
    expect(inferred([...HEAD.slice(1, 3), ...words])).toMatchObject({ doubtful });
  });

  it('rulings across part rows that stand as close as lines', () => {
    const words: Word[] = [...HEAD, ...rows('201|一般公共服务支出|30.00|20.00|10.00')];
    for (const [i, name] of ['行政运行行政运行行', '机关服务', '专项业务'].entries())
      words.push([50, 105 + 12 * i, `201310${i}`], [110, 105 + 12 * i, name], [300, 105 + 12 * i, '1.00', 'r']);
    const rulings = [45, 75, 103, 115.5, 127.5, 140].map((y) => rule(y, 45, 445));
    expect(only(words, rulings)!.slice(2)).toEqual([
      '2013100|行政运行行政运行行|1.00||',
      '2013101|机关服务|1.00||',
      '2013102|专项业务|1.00||',
    ]);
  });
});

describe('columns', () => {
  it('figures set right belong to the header on their left, though blank columns stand beside', () => {
    const short = ['201|行政运行|1.00||', '208|机关服务|22.00||', '合计||333.00||'];
    expect(only([...HEAD, ...rows(...short)])).toEqual([HEADER, ...short]);
  });

  it('amounts half-way between two headers are left without one', () => {
    const columns: MadeColumn[] = [
      { head: 70, body: 50 },
      { head: 170, body: 220, align: 'c' },
      { head: 270, body: 220, align: 'c' },
    ];
    const words = [
      ...rowsAt(50, columns, ['项目|预算数|决算数'], true),
      ...rowsAt(90, columns, ['接待费|1.00', '购置费|2.00']),
    ];
    expect(only(words)).toEqual(['项目|预算数||决算数', '接待费||1.00|', '购置费||2.00|']);
  });

  it('codes close to names are parted where the names begin at one place', () => {
    const words: Word[] = [...HEAD];
    for (const [i, [code, name]] of [
      ['201', '一般公共服务支出'],
      ['20131', '党委办公厅及相关机构'],
      ['2013101', '行政运行'],
    ].entries())
      words.push([107, 90 + 20 * i, code!, 'r'], [110, 90 + 20 * i, name!], [300, 90 + 20 * i, '7.00', 'r']);
    expect(only(words)!.slice(1, 4)).toEqual([
      '201|一般公共服务支出|7.00||',
      '20131|党委办公厅及相关机构|7.00||',
      '2013101|行政运行|7.00||',
    ]);
  });

  it('so are the codes of 项 beside rows without one', () => {
    const columns = [
      { head: 55, body: 50 },
      { head: 85, body: 80 },
      { head: 103, body: 108, align: 'r' as const },
      ...COLUMNS.slice(1, 3),
    ];
    const words: Word[] = rowsAt(50, columns, ['类|款|项|科目名称|合计'], true);
    for (const [i, [section, item, name]] of [
      ['', '', '一般公共服务支出'],
      ['31', '', '党委办公厅'],
      ['31', '01', '行政运行'],
    ].entries())
      words.push(
        [50, 90 + 20 * i, '201'],
        [80, 90 + 20 * i, section!],
        [107, 90 + 20 * i, item!, 'r'],
        [110, 90 + 20 * i, name!],
        [300, 90 + 20 * i, '7.00', 'r'],
      );
    expect(only(words.filter(([, , text]) => text !== ''))!.slice(1)).toEqual([
      '201|||一般公共服务支出|7.00',
      '201|31||党委办公厅|7.00',
      '201|31|01|行政运行|7.00',
    ]);
  });

  it('a row of column numbers is one number a column', () => {
    const index: Word[] = [1, 2, 3, 4, 5].map((n, i): Word => [[80, 200, 300, 370, 440][i]!, 72, String(n), 'r']);
    expect(only([...HEAD, ...index, ...rows(...BODY)])!.slice(0, 2)).toEqual([HEADER, '1|2|3|4|5']);
  });
});

describe('headers', () => {
  const groups = (y: number): Word[] => [
    [120, y, '功能分类科目', 'c'],
    [340, y, '本年支出', 'c'],
  ];
  const leaves = rowsAt(70, COLUMNS, ['科目编码|科目名称|合计|基本支出|项目支出'], true);
  const EXPECTED = ['功能分类科目|<|本年支出|<|<', HEADER];

  it('a group stands over the columns that it is in the middle of', () => {
    expect(only([...groups(50), ...leaves, ...rows(...BODY)])!.slice(0, 2)).toEqual(EXPECTED);
  });

  it('a ruling below a group says how far it reaches', () => {
    const words = [...groups(50).slice(0, 1), [300, 50, '本年支出', 'c'] as Word, ...leaves, ...rows(...BODY)];
    expect(only(words, [rule(64, 50, 220), rule(64, 245, 445)])!.slice(0, 2)).toEqual(EXPECTED);
  });

  it('a header beside groups reaches down to the rows', () => {
    const words: Word[] = [
      [305, 50, '本年支出', 'c'],
      [410, 60, '上年结转', 'c'],
      ...rowsAt(60, COLUMNS, ['科目编码|科目名称'], true),
      ...rowsAt(70, COLUMNS, ['||合计|基本支出'], true),
      ...rows(...BODY),
    ];
    expect(only(words)!.slice(0, 2)).toEqual(['科目编码|科目名称|本年支出|<|上年结转', '^|^|合计|基本支出|^']);
  });

  it('wrapped headers are joined beside headers of one line', () => {
    const words = [
      ...rowsAt(50, COLUMNS, ['科目编码|科目名称|合计|一般公共/预算财政/拨款|政府性/基金'], true),
      ...rows(...BODY),
    ];
    expect(only(words)![0]).toBe('科目编码|科目名称|合计|一般公共预算财政拨款|政府性基金');
  });

  const three: MadeColumn[] = [100, 200, 300, 400].map((head, c) =>
    c === 0 ? { head, body: 80 } : { head, body: head + 20, align: 'r' },
  );
  const body = rowsAt(90, three, ['基层司法业务|96.50|20.00|76.50', '法治建设|41.80|41.80|0.00']);
  const leaf = (x: number, y: number, text: string): Word => [x, y, text, 'c'];

  it('a group is none with the header in the middle below it, though a header stands above both, and neighbours stand half a line off', () => {
    const words = [
      leaf(215, 38, '2026年预算'),
      leaf(300, 50, '公务用车购置及运行'),
      ...[leaf(100, 50, '项目'), leaf(200, 62, '小计'), leaf(300, 62, '购置费'), leaf(400, 62, '运行费')],
    ];
    const close = [76, 88].flatMap((y) => rowsAt(y, three, ['基层司法业务|96.50|20.00|76.50']));
    expect(only([...words, ...close])!.flatMap((row) => row.split('|'))).toContain('购置费');
  });

  it('其中 behind other words heads a column, and leads a row where it comes first', () => {
    const heads = [leaf(310, 44, '本年预算'), leaf(100, 52, '项目'), leaf(200, 60, '金额')];
    const parts = [leaf(300, 60, '其中：基本支出'), leaf(400, 60, '其中：项目支出')];
    expect(only([...heads, ...parts, ...body])![1]).toBe('^|金额|其中：基本支出|其中：项目支出');
    expect(only([...heads, ...rowsAt(76, three, ['其中：零星']), ...body])!.at(-3)).toBe('其中：零星|||');
  });
});

describe('what stands above a header', () => {
  it.each([
    ['a caption', [[50, 15, '编制部门：某市数据资源管理局'] as Word]],
    ['the rest of a caption', [[50, 10, '编制部门：某市数据资源管理局办公'] as Word, [50, 22, '室'] as Word]],
  ])('%s is no header', (_, caption) => {
    expect(only([...caption, ...HEAD, ...rows(...BODY)])).toEqual([HEADER, ...READ]);
  });
});

describe('pages', () => {
  const first = inferred([...HEAD, ...rows(...BODY, '208|社会保障支出|1.00||1.00')]);

  it('a table that begins at the foot of a page with its total goes on under its headers', () => {
    const { carried } = inferred([...HEAD, ...rows('|合计|30.00||10.00')]);
    const words = rowsAt(40, COLUMNS, ['201|一般公共服务支出一般公共|20.00||10.00', '208|社会保障支出|10.00||']);
    expect(only(words, [], carried)).toEqual(['201|一般公共服务支出一般公共|20.00||10.00', '208|社会保障支出|10.00||']);
  });

  it('a page without a header goes on with the columns of the page before', () => {
    const words = rowsAt(40, COLUMNS, ['2080501|离退休|1.00||1.00']);
    expect(only(words, [], first.carried)).toEqual(['2080501|离退休|1.00||1.00']);
  });

  it('so do labels without figures', () => {
    expect(only(rowsAt(40, COLUMNS, ['20899|其他支出', '2089999|其他支出']), [], first.carried)).toEqual([
      '20899|其他支出|||',
      '2089999|其他支出|||',
    ]);
  });

  it('a repeated header with few rows is read with the columns of the page before', () => {
    const words = [...HEAD, ...rows('|支出总计|31.00||')];
    expect(only(words, [], first.carried)).toEqual([HEADER, '|支出总计|31.00||']);
  });
});

describe('no tables', () => {
  it.each([
    [
      'an amount in a line set wide',
      [
        [50, '公务接待费：安排预算'],
        [154, '6.02'],
        [178, '万元与上年持平的原因是'],
      ],
    ],
    [
      'an amount at its end',
      [
        [50, '2.公务接待费：2026'],
        [138, '年安排预算'],
        [192, '6.02'],
        [216, '万'],
      ],
    ],
    [
      'a line that begins with an amount',
      [
        [50, '0.00'],
        [74, '亿元、服务预算'],
        [148, '547.26'],
        [183, '百万元'],
      ],
    ],
  ] as const)('a sentence with %s', (_, runs) => {
    const before: Word = [50, 20, '预算情况如下所述，其中各项支出的安排见下文，'];
    expect(inferred([before, ...runs.map(([x, words]): Word => [x, 34, words])])).toMatchObject({
      tables: [],
      unread: 0,
    });
  });

  it('amounts that run into each other are reported, not read', () => {
    const columns = COLUMNS.slice(0, 4);
    const wide = rowsAt(90, columns, ['201|行政运行|87267272.44|87267272444.44', '202|机关服务|1.00|2.00']);
    expect(inferred([...HEAD, ...wide])).toMatchObject({ tables: [], unread: 1 });
  });

  it('justified sentences, whose figures stand apart from their units, are words', () => {
    const words: Word[] = [
      [30, 50, '本局预算  156,491.01  万'],
      [30, 78, '元，包括在职人员经费  8,657.53  万元、公用经费  3,045.77  万元、对个人和家'],
      [30, 106, '（五）项目支出  2,858.27  万元，具体包括综合管理  1,763.95'],
      [30, 134, '万元。'],
    ];
    expect(inferred(words)).toMatchObject({ tables: [], unread: 0 });
  });

  it('sentences with amounts', () => {
    const words: Word[] = [0, 1, 2].map(
      (i): Word => [50, 50 + 20 * i, `本年预算${i}3.00万元，比上年增加${i}.10万元，主要原因是人员增加。`],
    );
    expect(inferred(words)).toMatchObject({ tables: [], unread: 0 });
  });

  it('a list of amounts told with their unit, set apart by justified lines', () => {
    const lines = [
      '2,422.61|万元、公用经费|357.43|万元、对个人和家庭的补助支',
      '出192.55|万元、增人增资|99.41|万元、项目支出1,612.29万',
    ];
    const words = lines.flatMap((line, i) =>
      line.split('|').map((text, column): Word => [50 + 110 * column, 50 + 30 * i, text]),
    );
    expect(inferred(words)).toMatchObject({ tables: [] });
  });

  it('words around a single amount are reported, not read', () => {
    const columns = COLUMNS.slice(0, 3);
    const words = rowsAt(
      50,
      columns,
      ['指标|说明|数值', '产出|按计划完成|全部', '数量|培训人次|较多', '成本|经费控制数|7.50'],
      true,
    );
    expect(inferred(words)).toMatchObject({ tables: [], unread: 1 });
  });

  it('栏次 twice beside two numbers counts the columns of the two sides', () => {
    const sides: MadeColumn[] = [
      { head: 100, body: 50 },
      { head: 230, body: 250, align: 'r' },
      { head: 350, body: 300 },
      { head: 480, body: 500, align: 'r' },
    ];
    const words = [
      ...rowsAt(50, sides, ['项目|金额|项目|金额', '栏次|1|栏次|2'], true),
      ...rowsAt(94, sides, ['一、事业收入|30.00|一、教育支出|20.00', '二、经营收入|10.00|二、其他支出|20.00']),
    ];
    expect(only(words)).toEqual([
      '项目|金额|项目|金额',
      '栏次|1|栏次|2',
      '一、事业收入|30.00|一、教育支出|20.00',
      '二、经营收入|10.00|二、其他支出|20.00',
    ]);
  });

  it('a group stands over leaves of the two levels below it as over those of the lowest', () => {
    const columns: MadeColumn[] = [80, 170, 260, 350, 440, 530].map((at) => ({ head: at, body: at + 20, align: 'r' }));
    const words: Word[] = [
      [305, 40, '预算数', 'c'],
      [80, 67, '合计', 'c'],
      [170, 67, '出国（境）费', 'c'],
      [350, 58, '车辆购置及运行费', 'c'],
      [530, 67, '接待费', 'c'],
      ...rowsAt(76, columns.slice(2, 5), ['小计|购置费|运行费'], true),
      ...rowsAt(110, columns, ['254.50|0.00|172.79|0.00|172.79|81.71', '300.50|9.00|172.79|0.00|172.79|118.71']),
    ];
    expect(only(words)!.slice(0, 3)).toEqual([
      '预算数|<|<|<|<|<',
      '合计|出国（境）费|车辆购置及运行费|<|<|接待费',
      '^|^|小计|购置费|运行费|^',
    ]);
  });

  it('a group over wrapped leaves does not reach over the leaf beside it', () => {
    const columns: MadeColumn[] = [80, 170, 260, 350, 440].map((at) => ({ head: at, body: at + 20, align: 'r' }));
    const words: Word[] = [
      [80, 57, '合计', 'c'],
      [260, 40, '本年收入', 'c'],
      [170, 66, '小计', 'c'],
      ...[260, 350].flatMap((at): Word[] => [
        [at, 60, '一般公共', 'c'],
        [at, 72, '预算', 'c'],
      ]),
      [440, 57, '上年结转', 'c'],
      ...rowsAt(96, columns, ['39.58|38.96|37.26|1.70|0.62', '35.59|34.97|34.19|0.78|0.62']),
    ];
    expect(only(words)!.slice(0, 2)).toEqual(['合计|本年收入|<|<|上年结转', '^|小计|一般公共预算|一般公共预算|^']);
  });

  it('the header at the foot of the page before heads rows that have none, where it has a word for each column', () => {
    const columns: MadeColumn[] = [80, 220, 330, 430].map((at, i) => ({
      head: at,
      body: i > 1 ? at + 30 : at - 30,
      align: i > 1 ? 'r' : 'l',
    }));
    const rows = rowsAt(50, columns, ['205|教育支出|1,580.34|96.20', '20502|普通教育|1,204.18|80.00']);
    const under = (header: readonly string[], end = 780) => {
      const foot = footHeader(linesOf(glyphsOf(rowsAt(end, columns, header, true))), leadsInHeader);
      return inferred(rows, [], { foot }).tables[0]?.[0];
    };
    expect(under(['科目编码|科目名称|基本支出|项目支出'])).toBe('科目编码|科目名称|基本支出|项目支出');
    expect(under(['单位负责人|填表人'])).not.toMatch(/填表人/);
    expect(under(['科目编码|合计|1,580.34|96.20'])).not.toMatch(/合计/);
  });

  it('a label set with a wide space is one word, the ends of two words above are two', () => {
    const columns: MadeColumn[] = [90, 260, 360].map((at, i) => ({
      head: at,
      body: i > 0 ? at + 30 : at - 40,
      align: i > 0 ? 'r' : 'l',
    }));
    const rows = rowsAt(90, columns, ['教育支出|30.00|20.00', '其他支出|10.00|20.00']);
    const spaced = [...rowsAt(60, columns, ['|基本支出|项目支出'], true), [70, 60, '项'], [150, 60, '目']] as Word[];
    expect(only([...spaced, ...rows])![0]).toBe('项目|基本支出|项目支出');
    const ends = rowsAt(55, columns, ['名称|一般公共预算拨款收/入|政府性基金拨款收/入'], true);
    expect(only([...ends, ...rows])![0]).toBe('名称|一般公共预算拨款收入|政府性基金拨款收入');
  });

  describe('a column of remarks in sentences', () => {
    const LONG: MadeColumn[] = [...COLUMNS, { head: 560, body: 452 }];
    const [long, rest] = ['安排三个站点的运行，其中两个当年建成，', '余下一个次年建成。'];
    const head = rowsAt(50, LONG, ['科目编码|科目名称|合计|基本支出|项目支出|备注'], true);

    it('belongs to the rows, whose amounts are read, also where a remark is wrapped', () => {
      const body = [
        '201|一般公共服务支出|30.00|20.00|10.00|按进度拨付，年终结算。',
        `20131|行政运行|30.00|20.00|10.00|${long}/${rest}`,
      ];
      const more = ['20132|其他支出|1.00|1.00|0.00|', `20133|专项支出|2.00|2.00|0.00|${long}/${rest}`];
      const { tables, unread } = inferred([...head, ...rowsAt(90, LONG, [...body, ...more])]);
      expect([tables[0]!.slice(1), unread]).toEqual([[...body, ...more].map((row) => row.replaceAll('/', '')), 0]);
    });

    it('goes on over the page, with the header or without', () => {
      const first = rowsAt(90, LONG, [
        '201|一般公共服务支出|30.00|20.00|10.00|按进度拨付，年终结算。',
        '20131|行政运行|3.00|2.00|1.00|按合同支付，一年为期。',
      ]);
      const { carried } = inferred([...head, ...first]);
      const next = `20133|专项支出|2.00|2.00|0.00|${long}/${rest}`;
      for (const words of [[...head, ...rowsAt(90, LONG, [next])], rowsAt(90, LONG, [next])])
        expect(inferred(words, [], carried).tables[0]!.at(-1)).toBe(`20133|专项支出|2.00|2.00|0.00|${long}${rest}`);
    });

    it('is none in running text, whose amounts have their unit', () => {
      const text = (y: number): Word[] => [
        [50, y, '全年安排支出，其中基本支出'],
        [186, y, '1,234.56'],
        [231, y, '万元，用于人员和运行。'],
      ];
      expect(inferred([...text(50), ...text(66), ...text(82)])).toMatchObject({ tables: [], unread: 0 });
    });
  });

  it('rows without lines right below a ruled header stand in its columns, one row too', () => {
    const walls = [40, 100, 240, 310, 380, 450].map((at) => ({ horizontal: false, at, from: 40, to: 70 }));
    const ruled = gridOf([rule(40, 40, 450), rule(70, 40, 450), ...walls])!;
    const lines = linesOf(glyphsOf(rowsAt(78, COLUMNS, ['|合计|30.00||10.00'])));
    const { grids } = inferTables(lines, [], {}, [ruled]);
    expect(grids.map(linesOfGrid)).toEqual([['|合计|30.00||10.00']]);
    expect(inferTables(lines, [], {}, []).grids).toEqual([]);
  });

  it('narrow headers of many lines above rows as close are one each; a group stands over what begins below it', () => {
    const x = [70, 170, 250, 310, 360, 420, 480];
    const heads = ['科目编码', '科目名称', '合计', '政府性基/金预算拨/款收入', '金额', '上级补/助收入', '其他收/入'];
    const deep = (words: string, i: number): Word[] =>
      words
        .split('/')
        .map(
          (line, at, all): Word => [
            x[i]!,
            (i === 4 || i === 5 ? 78 : 64) + 12 * (at - (all.length - 1) / 2),
            line,
            'c',
          ],
        );
    const header: Word[] = [...heads.flatMap(deep), [390, 52, '事业收入', 'c']];
    const amounts = (y: number, ...texts: string[]) => texts.map((text, i): Word => [x[i + 2]! + 25, y, text, 'r']);
    const body = ['201', '202', '203'].flatMap((code, i): Word[] => [
      [55, 100 + 14 * i, code],
      [140, 100 + 14 * i, '教育支出'],
      ...amounts(100 + 14 * i, '9.00', '1.00', '2.00', '2.00', '4.00'),
    ]);
    expect(only([...header, ...body])!.slice(0, 2)).toEqual([
      '科目编码|科目名称|合计|政府性基金预算拨款收入|事业收入|<|其他收入',
      '^|^|^|^|金额|上级补助收入|^',
    ]);
  });

  it('rows that say what is to be reached make a table of goals, words alone make none', () => {
    const columns: MadeColumn[] = [
      { head: 80, body: 50 },
      { head: 180, body: 180, align: 'c' },
      { head: 280, body: 250 },
      { head: 400, body: 380 },
    ];
    const goals = rowsAt(50, columns, ['项目名称|项目金额|三级指标|指标值'], true);
    const listed = (aim: string) =>
      rowsAt(90, columns, [
        `桥梁养护|30.00|养护座数|${aim}`,
        `||完成比例|${aim}`,
        `||群众知晓|${aim}`,
        `路灯养护|12.00|养护盏数|${aim}`,
      ]);
    expect(only([...goals, ...listed('≥95%')])).toHaveLength(5);
    expect(inferred([...goals, ...listed('较高')]).tables[0]?.length ?? 0).toBeLessThan(6);
  });
});
