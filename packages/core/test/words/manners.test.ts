/** Ways of telling that differ from place to place: each reads right where its figures agree, and one slip in it is told. */
import { expect, it } from 'vitest';
import type { Disclosure } from '../../src/disclosure.ts';
import { DocumentContext } from '../../src/rules/context.ts';
import { WORD_FIGURE_RULES } from '../../src/rules/words/word-figures.ts';
import { readMentions } from '../../src/words/index.ts';
import { cell, doc, table } from '../rules/make.ts';
import { saying, section } from './make-words.ts';

const find = (disclosure: Disclosure) =>
  WORD_FIGURE_RULES.flatMap((rule) => rule.run(new DocumentContext(disclosure))).map(
    ({ rule, severity }) => `${severity} ${rule}`,
  );
const final = (text: string | readonly string[], ...parts: Parameters<typeof saying>[1][]) =>
  saying(text, { stage: 'final-accounts' }, ...parts);

const BUDGET = [
  table(
    'expenditure',
    'total basic project',
    `205 教育支出 60.00 20.00 40.00
2050101 行政运行 20.00 20.00 -
2050102 一般行政管理事务 40.00 - 40.00
221 住房保障支出 30.00 30.00 -
2210201 住房公积金 30.00 30.00 -
total 合计 90.00 50.00 40.00`,
  ),
  table(
    'general-public',
    'total basic project',
    `205 教育支出 55.00 20.00 35.00
2050101 行政运行 20.00 20.00 -
2050102 一般行政管理事务 35.00 - 35.00
221 住房保障支出 30.00 30.00 -
2210201 住房公积金 30.00 30.00 -
total 合计 85.00 50.00 35.00`,
  ),
];

it.each<[manner: string, right: readonly string[], wrong: readonly [from: string, to: string], told: string]>([
  [
    '财政拨款安排支出 by nature',
    ['2026年部门预算总支出90.00万元。财政拨款安排支出85.00万元，其中：基本支出50.00万元；项目支出35.00万元。'],
    ['项目支出35.00', '项目支出36.00'],
    'error words-table',
  ],
  [
    'the same in a paragraph of its own',
    ['2026年财政拨款支出预算85.00万元。', '按支出项目类别划分：基本支出50.00万元；项目支出35.00万元。'],
    ['项目支出35.00', '项目支出53.00'],
    'error words-table',
  ],
  [
    'codes between name and level',
    ['1、教育支出205（类）教育管理事务01（款）行政运行01（项）20.00万元。'],
    ['20.00', '21.00'],
    'error words-table',
  ],
  [
    'a class of the expenditure told with 预算',
    ['2026年支出预算90.00万元，其中：教育支出预算60.00万元，住房保障支出预算30.00万元。'],
    ['支出预算30.00', '支出预算31.00'],
    'error words-table',
  ],
  [
    'a name that is another item’s',
    ['住房保障支出（类）住房改革支出（款）住房公积金（项）30.00万元，用于缴纳住房公积金。'],
    ['住房公积金（项）', '购房补贴（项）'],
    'warning words-table',
  ],
  [
    'parts by nature of their own names, with their shares of all',
    [
      '2026年支出预算90.00万元，按支出性质分：人员类支出40.00万元，占支出总预算的44.44%；运转类（公用经费）支出10.00万元，占支出总预算的11.11%；特定目标类支出40.00万元，占支出总预算的44.44%。',
    ],
    ['11.11%', '17.11%'],
    'error words-percent',
  ],
  [
    'the same, the amount of one',
    ['2026年支出预算90.00万元，按支出性质分：人员类支出50.00万元，特定目标类支出40.00万元。'],
    ['特定目标类支出40.00', '特定目标类支出41.00'],
    'warning words-parts',
  ],
])('%s', (_, right, [from, to], told) => {
  expect(find(saying(right, ...BUDGET))).toEqual([]);
  expect(
    find(
      saying(
        right.map((text) => text.replace(from, to)),
        ...BUDGET,
      ),
    ),
  ).toContain(told);
});

it('what appropriations pay is not all that is paid, unless another fund pays too', () => {
  const words = '财政拨款支出85.00万元，其中：基本支出50.00万元；项目支出35.00万元。';
  const quantities = (...parts: Parameters<typeof saying>[1][]) =>
    readMentions(saying(words, ...BUDGET, ...parts)).map(({ quantity }) => quantity);
  expect(quantities()).toContain('general-public[total].project');
  expect(quantities(table('government-fund', 'total basic project', 'total 合计 5.00 - 5.00'))).not.toContain(
    'general-public[total].project',
  );
});

it('the income of the year is a part of what is appropriated', () => {
  const words = (year: string) =>
    saying(
      `2026年部门财政拨款收入85.00万元，其中：本年收入${year}万元，上年结转收入3.00万元。`,
      table('balance', 'amount', 'revenue 本年收入合计 87.00\nrevenue 上年结转 3.00\nrevenue 收入总计 90.00'),
    );
  expect(readMentions(words('82.00')).map(({ quantity }) => quantity)).toContain(
    'appropriation-balance[本年收入合计].amount',
  );
  expect(find(words('82.00'))).toEqual([]);
});

it('what is spent is no part of what is received', () => {
  const words = (project: string) =>
    saying(
      `2026年一般公共预算财政拨款收入84.00万元，一般公共预算财政拨款支出85.00万元，比2025年增加1.00万元。其中：基本支出50.00万元；项目支出${project}万元。`,
    );
  expect(find(words('35.00'))).toEqual([]);
  expect(find(words('36.00'))).toEqual(['error words-parts']);
});

it('a project of the table, told by its name with its share', () => {
  const row = (label: string, amount: string) => ({ label, cells: { total: cell(amount)! }, origin: {} });
  const words = (amount: string, share: string) =>
    doc(
      {
        year: 2026,
        explanation: [section('重点项目绩效目标情况', `1.专项业务工作经费${amount}万元，占项目支出总额的${share}。`)],
        projects: [{ kind: 'project', ...row('专项业务工作经费', '10.00') }],
      },
      ...BUDGET,
    );
  expect(find(words('10.00', '25.00%'))).toEqual([]);
  // 项目支出总额 may be that of the general public budget.
  expect(find(words('10.00', '28.57%'))).toEqual([]);
  expect(find(words('12.00', '30.00%'))).toContain('warning words-table');
  expect(find(words('10.00', '35.00%'))).toContain('error words-percent');
});

it('another body’s own figure, its change and its percent are held against each other', () => {
  const words = (percent: string) =>
    doc({
      agency: { name: '国家甲局', level: 'department' },
      year: 2026,
      explanation: [
        section(
          '机关运行经费',
          `2026年国家甲局本级的机关运行经费财政拨款预算298.13万元，比2025年预算减少17.88万元，下降${percent}。`,
        ),
      ],
    });
  expect(find(words('5.66%'))).toEqual([]);
  expect(find(words('6.66%'))).toEqual(['error words-percent']);
});

it('an average of cars is what they cost divided by the cars of its paragraph', () => {
  const words = (average: string, cars: string) =>
    final(
      `公务用车运行维护费支出6.90万元，公务用车保有量${cars}辆，车均运行维护费${average}万元。`,
      table('three-publics', 'total vehicle-running', 'total 合计 6.90 6.90'),
    );
  expect(find(words('1.15', '6'))).toEqual([]);
  expect(find(words('2.15', '6'))).toEqual(['warning words-table']);
  expect(find(words('1.15', '9'))).toEqual(['warning words-table']);
});

it('the shares of each kind make up what small enterprises were awarded', () => {
  const words = (share: string) =>
    final(
      `2026年度政府采购支出总额100.00万元，其中：政府采购货物支出40.00万元、政府采购工程支出0.00万元、政府采购服务支出60.00万元。授予中小企业合同金额80.00万元，占政府采购支出总额的80.00%；货物采购授予中小企业合同金额占货物支出金额的50.00%，服务采购授予中小企业合同金额占服务支出金额的${share}。`,
    );
  expect(find(words('100.00%'))).toEqual([]);
  expect(find(words('70.00%'))).toEqual(['notice words-percent']);
});

it('the changes of all classes make up that of the whole, as far as one slip explains what is missing', () => {
  const words = (whole: string, part: string) =>
    saying([
      `2026年财政拨款支出预算90.00万元，较上年预算安排${whole}万元。按支出功能科目划分：教育支出60.00万元，较上年预算安排增加5.23万元；住房保障支出30.00万元，较上年预算安排${part}万元。`,
    ]);
  expect(find(words('增加3.11', '减少2.12'))).toEqual([]);
  expect(find(words('增加3.11', '增加2.12'))).toEqual(['warning words-parts']);
  expect(find(words('增加3.11', '减少7.12'))).toEqual(['notice words-parts']);
  // One is compared with what was budgeted, the other with what was spent.
  expect(
    find(
      saying(
        '2026年财政拨款支出预算90.00万元，比2025年预算增加3.11万元。其中：教育支出60.00万元，比2025年预算执行数增加5.23万元；住房保障支出30.00万元，比2025年预算执行数增加2.12万元。',
      ),
    ),
  ).toEqual([]);
  // A class of last year alone may have made up the rest.
  expect(find(words('减少14.76', '减少2.12'))).toEqual([]);
});

it('uses of cars make up the cars, also where none is called 其他', () => {
  const words = (cars: string) => saying(`共有车辆${cars}辆，其中一般公务用车2辆、执法执勤用车10辆。`);
  expect(find(words('12'))).toEqual([]);
  expect(find(words('13'))).toEqual(['notice words-parts']);
  expect(find(words('11'))).toEqual(['warning words-parts']);
});

it.each([
  ['编制总数156名，其中：行政编制98名，事业编制58名。', '98', '97'],
  ['年末实有人员编制31人。其中：行政编制13人（含工勤编制1人），事业编制18人；在职人员28人。', '31', '32'],
  ['编制内实有人员合计63人，其中：公务员18人，参公人员6人，事业人员39人。', '63', '64'],
  ['教职工132人，其中：管理人员9人，专业技术人员117人，工勤人员6人；退休48人。', '132', '134'],
  ['实有人数167人，其中：在职人数104人，包括行政人员68人、事业人员36人；离休人员3人；退休人员60人。', '104', '114'],
  ['实有人数190人，其中：在职人员120人，增加4人；离休人员2人，增加0人；退休人员68人，增加3人。', '190', '189'],
  ['实有人数76人，其中：在职人员56人，增加2人；离休人员0人，较上年无变化；退休人员20人，增加1人。', '20', '30'],
])('people: %s', (text, from, to) => {
  expect(find(saying(text))).toEqual([]);
  expect(find(saying(text.replace(from, to)))).toEqual(['warning words-parts']);
});

it('people of some kinds are no list of all, and posts are not who holds them', () => {
  expect(find(saying('编制总数60人，其中：行政编制40人，实有在职52人。'))).toEqual([]);
  expect(
    find(saying('实有人数76人，其中：在职人员56人；离休人员0人，均已办理手续，另外由社区代管退休人员20人。')),
  ).toEqual([]);
  expect(find(saying('在职人员60人，其中：高级职称20人、中级职称10人。'))).toEqual([]);
});

it('the adjusted budget that the table of the three publics prints, where the other figures show that it does', () => {
  const words = (running: string) =>
    final(
      `“三公”经费支出全年预算数20.00万元，决算数15.00万元。其中：因公出国（境）费全年预算数8.00万元，决算数6.00万元；公务用车运行维护费全年预算数${running}万元，决算数7.00万元；公务接待费全年预算数3.00万元，决算数2.00万元。`,
      table(
        'three-publics',
        'total overseas vehicle-running hospitality total@budget overseas@budget vehicle-running@budget hospitality@budget',
        'total 合计 15.00 6.00 7.00 2.00 20.00 8.00 9.00 3.00',
      ),
    );
  expect(find(words('9.00'))).toEqual([]);
  expect(find(words('9.60'))).toContain('error words-table');
});

const ACCOUNTS = [
  table(
    'general-public',
    'total basic project',
    `205 教育支出 55.00 20.00 35.00
2050101 行政运行 20.00 20.00 -
2050102 一般行政管理事务 35.00 - 35.00
221 住房保障支出 30.00 30.00 -
2210201 住房公积金 30.00 30.00 -
total 合计 85.00 50.00 35.00`,
  ),
  table('three-publics', 'overseas hospitality overseas@budget hospitality@budget', 'total 合计 6.00 2.00 8.00 5.00'),
];

it.each<
  [manner: string, title: string, right: readonly string[], wrong: readonly [from: string, to: string], told: string]
>([
  [
    'a heading of spending within the section of the general public budget',
    '一般公共预算财政拨款支出决算情况说明',
    [
      '（一）支出决算总体情况',
      '2026年度一般公共预算财政拨款支出85.00万元。',
      '（二）支出决算结构情况',
      '教育支出55.00万元，占64.71%；住房保障支出30.00万元，占35.29%。',
    ],
    ['64.71', '46.71'],
    'error words-percent',
  ],
  [
    'more or less than the budget, by an amount and a percent',
    '一般公共预算财政拨款支出决算情况说明',
    ['1.教育支出（类）支出55.00万元，完成年初预算的91.67%，少年初预算5.00万元。'],
    ['91.67', '81.67'],
    'error words-percent',
  ],
  [
    'the same, more',
    '一般公共预算财政拨款支出决算情况说明',
    ['1.教育支出（类）支出55.00万元，完成年初预算的110.00%，超出年初预算5.00万元。'],
    ['5.00万元。', '6.00万元。'],
    'error words-percent',
  ],
  [
    'items behind what they are spent on',
    '一般公共预算财政拨款支出决算情况说明',
    ['1.教育支出（类）支出55.00万元，主要用于行政运行支出20.00万元；一般行政管理事务支出35.00万元。'],
    ['20.00', '21.00'],
    'error words-table',
  ],
  [
    'all income against the year before, behind its parts',
    '收入决算情况说明',
    [
      '2026年度收入合计90.00万元。其中：财政拨款收入85.00万元，其他收入5.00万元。',
      '与上年相比，收入合计增加10.00万元，增长12.50%。其中：其他收入减少1.00万元，下降16.67%。',
    ],
    ['12.50%', '21.50%'],
    'error words-percent',
  ],
  [
    'two comparisons in a row',
    '“三公”经费支出决算情况说明',
    ['“三公”经费决算数共计3.00万元，比上年预算数减少1.00万元，比上年决算数增长20.00%。'],
    ['上年决算数', '上年预算数'],
    'error words-direction',
  ],
  [
    'all of a sentence that begins with the comparison',
    '“三公”经费支出决算情况说明',
    ['与预算数相比，因公出国（境）费减少2.00万元，完成预算的75.00%；公务接待费减少3.00万元，完成预算的40.00%。'],
    ['减少3.00', '增加3.00'],
    'error words-direction',
  ],
])('accounts: %s', (_, title, right, [from, to], told) => {
  const accounts = (paragraphs: readonly string[]) =>
    doc({ year: 2026, stage: 'final-accounts', explanation: [section(title, ...paragraphs)] }, ...ACCOUNTS);
  expect(find(accounts(right))).toEqual([]);
  expect(find(accounts(right.map((text) => text.replace(from, to))))).toContain(told);
});

it('what is spent with what was brought forward, in the section of it', () => {
  const words = (amount: string, title = '关于一般公共预算支出表的说明') =>
    doc(
      {
        year: 2026,
        explanation: [
          section('收入预算情况说明', '2026年收入预算90.00万元，其中：一般公共预算拨款收入80.00万元。'),
          section(title, `2026年一般公共预算拨款${amount}万元，比2025年预算数增加5.00万元。`),
        ],
      },
      ...BUDGET,
      table('revenue', 'total general-public', 'total 合计 90.00 80.00'),
    );
  expect(find(words('85.00'))).toEqual([]);
  expect(find(words('80.00'))).toEqual([]);
  expect(find(words('86.00'))).toContain('error words-repeat');
  expect(find(words('85.00', '收入预算情况'))).toContain('error words-repeat');
});

it('cars are cars, whatever the brackets say of them', () => {
  const words = (cars: string) =>
    saying(`单位现有公务用车${cars}辆，其中：轿车2辆，旅行车（含商务车）3辆，越野车0辆。`);
  expect(find(words('5'))).toEqual([]);
  expect(find(words('6'))).toEqual(['notice words-parts']);
});

it('what all projects told cost is held to their table', () => {
  const quantities = readMentions(saying('预算项目均编制了绩效目标，共6个项目34.80万元。')).map(
    ({ quantity }) => quantity,
  );
  expect(quantities).toEqual(['performance[projects]', 'performance[funds]']);
});
