import { describe, expect, it } from 'vitest';
import type { Disclosure } from '../../src/disclosure.ts';
import { DocumentContext } from '../../src/rules/context.ts';
import { WORDS_COPIED } from '../../src/rules/words/copied.ts';
import { WORDS_ENTRUSTED, WORDS_PERSONNEL } from '../../src/rules/words/economic.ts';
import { WORDS_ECONOMIC } from '../../src/rules/words/economic-items.ts';
import { WORDS_LISTED_ITEMS } from '../../src/rules/words/listed-items.ts';
import { doc, table } from '../rules/make.ts';
import { type Part, saying, section } from './make-words.ts';

const found = (disclosure: Disclosure) =>
  [WORDS_PERSONNEL, WORDS_ENTRUSTED].flatMap((rule) =>
    rule.run(new DocumentContext(disclosure)).map(({ rule: id, difference }) => `${id} ${difference ?? ''}`.trim()),
  );

const BASIC = table(
  'basic',
  'total',
  'total 合计 812.40\n301 工资福利支出 640.10\n302 商品和服务支出 131.90\n30227 委托业务费 12.00\n303 对个人和家庭的补助 40.40',
);
const personnel = (amount: string, ...parts: readonly Part[]) =>
  doc(
    {
      explanation: [
        section(
          '五、一般公共预算基本支出情况',
          `2026年一般公共预算基本支出812.40万元，其中：人员经费${amount}万元，主要包括基本工资。`,
        ),
      ],
    },
    ...parts,
  );
const entrusted = (sentence: string, ...parts: readonly Part[]) =>
  doc({ explanation: [section('八、其他重要事项', sentence)] }, ...parts);
const PUBLIC = table('general-public', 'total basic project', 'total 合计 880.40 812.40 68.00');
const BY_ECONOMIC = table('by-economic', 'total', 'total 合计 68.00\n302 商品和服务支出 68.00\n30227 委托业务费 31.50');

describe('人员经费 beside the classes of basic expenditure', () => {
  it.each([
    ['another amount', personnel('652.30', BASIC), ['words-personnel -28200000']],
    ['the sum of the two', personnel('680.50', BASIC), []],
    [
      'a table that tells personnel itself',
      personnel(
        '652.30',
        table(
          'basic',
          'total personnel',
          'total 合计 812.40 652.30\n301 工资福利支出 640.10 640.10\n303 对个人和家庭的补助 40.40 12.20',
        ),
      ),
      [],
    ],
  ])('%s', (_, disclosure, rules) => expect(found(disclosure)).toEqual(rules));
});

describe('economic items listed beside the table of basic expenditure', () => {
  const ITEMS = table(
    'basic',
    'total',
    'total 合计 9.00\n30201 办公费 2.00\n30202 印刷费 1.00\n30211 差旅费 3.00\n30215 会议费 1.60\n30216 培训费 1.40',
  );
  const told = (text: string) =>
    WORDS_ECONOMIC.run(new DocumentContext(doc({ explanation: [section('机关运行经费安排情况', text)] }, ITEMS))).map(
      ({ severity, difference }) => `${severity} ${difference}`,
    );

  it.each([
    [
      'one of many',
      '机关运行经费9.00万元。其中：办公费2.00万元、印刷费1.00万元、差旅费8.00万元、会议费1.60万元。',
      ['warning 5000000'],
    ],
    [
      'one of many, behind 用于',
      '主要用于办公费2.00万元、印刷费1.00万元、差旅费8.00万元、会议费1.60万元。',
      ['warning 5000000'],
    ],
    ['one of two', '会议费1.60万元、培训费1.90万元。', ['notice 500000']],
    ['all as the table has them', '其中：办公费2.00万元、印刷费1.00万元、差旅费3.00万元。', []],
    ['of something else', '项目支出包括办公费7.00万元、印刷费8.00万元。', []],
    ['half of them of something else', '其中：办公费2.00万元、印刷费8.00万元、差旅费4.00万元。', []],
  ])('%s', (_, text, expected) => expect(told(text)).toEqual(expected));
});

it('items of final accounts are held to the column that prints them', () => {
  const basic = table('basic', 'operating', '30201 办公费 2.00\n30202 印刷费 1.00\n30211 差旅费 3.00');
  const told = (text: string) =>
    WORDS_ECONOMIC.run(new DocumentContext(doc({ explanation: [section('基本支出决算情况', text)] }, basic)));
  expect(told('公用经费6.00万元，主要包括：办公费2.00万元、印刷费1.00万元、差旅费8.00万元。')).toHaveLength(1);
  expect(told('公用经费6.00万元，主要包括：办公费2.00万元、印刷费1.00万元、差旅费3.00万元。')).toEqual([]);
});

describe('委托业务费', () => {
  it.each([
    [
      'more than all projects',
      entrusted('2026年本单位委托业务费财政拨款预算为99万元，比上年减少12万元。', BASIC, PUBLIC),
      ['words-entrusted'],
    ],
    ['within them', entrusted('2026年本单位委托业务费财政拨款预算为45万元。', BASIC, PUBLIC), []],
    [
      'the tables of basic and project expenditure',
      entrusted('一般公共预算安排委托业务费43.5万元。', BASIC, PUBLIC, BY_ECONOMIC),
      [],
    ],
    [
      'another amount than theirs',
      entrusted('一般公共预算安排委托业务费45.3万元。', BASIC, PUBLIC, BY_ECONOMIC),
      ['words-entrusted 1800000'],
    ],
    ['of other money too', entrusted('本单位委托业务费预算总额45.3万元。', BASIC, PUBLIC, BY_ECONOMIC), []],
    ['a definition', entrusted('委托业务费：指委托外单位办理业务而支付的100万元以上的费用。', BASIC, PUBLIC), []],
    ['a change', entrusted('委托业务费增加99万元。', BASIC, PUBLIC), []],
  ])('%s', (_, disclosure, rules) => expect(found(disclosure)).toEqual(rules));
});

describe('items listed as what personnel and operating money is spent on', () => {
  const SPENT = table(
    'basic',
    'total',
    'total 合计 812.40\n301 工资福利支出 640.10\n30101 基本工资 300.10\n30102 津贴补贴 200.00\n30113 住房公积金 140.00\n302 商品和服务支出 131.90\n30201 办公费 100.00\n30229 福利费 31.90\n303 对个人和家庭的补助 40.40\n30302 退休费 40.00\n30309 奖励金 0.40',
  );
  const listed = (list: string, ...parts: readonly Part[]) =>
    WORDS_LISTED_ITEMS.run(
      new DocumentContext(
        doc({ explanation: [section('六、基本支出', `人员经费680.50万元，主要包括：${list}。`)] }, ...parts),
      ),
    ).map(({ message }) => message);

  it('tells the one without money, and those left out', () =>
    expect(listed('基本工资、津贴补贴、住房公积金、退休费、个人农业生产补贴', SPENT)).toEqual([
      '说明列举了“个人农业生产补贴”，基本支出表里没有数',
    ]));
  it('knows those joined to the last by a word', () => {
    const few = table(
      'basic',
      'total',
      'total 合计 680.50\n301 工资福利支出 640.10\n30101 基本工资 440.10\n30102 津贴补贴 200.00\n303 对个人和家庭的补助 40.40\n30302 退休费 40.00\n30309 奖励金 0.40',
    );
    expect(listed('基本工资、个人农业生产补贴、退休费和奖励金', few)).toEqual([
      '说明列举了“个人农业生产补贴”，基本支出表里没有数，表里有数的“津贴补贴”却没有列举',
    ]);
  });
  it.each([
    ['all have money', '基本工资、津贴补贴、住房公积金、退休费、奖励金等支出', [SPENT]],
    ['the last two joined by a word', '基本工资、津贴补贴、住房公积金、退休费和奖励金', [SPENT]],
    ['a list of the classification', '基本工资、津贴补贴、绩效工资、离休费、奖励金', [SPENT]],
    ['a table of classes', '基本工资、津贴补贴、住房公积金、退休费、离休费', [BASIC]],
    [
      'a table not read whole',
      '基本工资、津贴补贴、住房公积金、退休费、离休费',
      [{ ...SPENT, unread: { columns: [], rows: 1 } }],
    ],
    ['no table', '基本工资、津贴补贴、住房公积金、退休费、离休费', []],
  ])('silent: %s', (_, list, parts) => expect(listed(list, ...parts)).toEqual([]));
});

describe('reasons and purposes of a neighbour', () => {
  const told = (...paragraphs: readonly string[]) =>
    WORDS_COPIED.run(new DocumentContext(saying(paragraphs))).map(({ severity, message }) => `${severity} ${message}`);
  const item = (name: string, purpose: string) => `${name}1.00万元，主要用于${purpose}。`;
  const OFFICE = '一般公共服务支出（类）财政事务（款）行政运行（项）';
  const HOUSING = '住房保障支出（类）住房改革支出（款）住房公积金（项）';

  it('a reason that is another item’s', () =>
    expect(told('公务接待费1.20万元，比上年减少0.30万元，主要原因是因公出国团组减少。')).toEqual([
      'warning “比上年减少0.30万元”的原因写“因公出国团组减少”，说的是因公出国（境），像是从别项带来的',
    ]));
  it('a purpose that is another class’s', () =>
    expect(told(item(OFFICE, '城市内涝点位的排查治理'), item(HOUSING, '城市内涝点位的排查治理'))).toHaveLength(1));
  it.each([
    ['its own reason', ['公务接待费1.20万元，比上年减少0.30万元，主要原因是接待批次减少。']],
    ['a reason of no item', ['公务接待费1.20万元，比上年减少0.30万元，主要原因是厉行节约。']],
    ['both', ['公务接待费1.20万元，比上年减少0.30万元，主要原因是出国团组和接待外宾减少。']],
    ['all three', ['“三公”经费3.20万元，比上年减少0.30万元，主要原因是因公出国团组减少。']],
    [
      'the next item’s, parted by commas only',
      [
        '公务接待费1.20万元，比上年减少0.30万元，主要原因是严控规模，公务用车运行费5.00万元，比上年减少0.40万元，主要原因是车辆减少。',
      ],
    ],
    ['its own purpose', [item(OFFICE, '城市内涝点位的排查治理'), item(HOUSING, '职工住房的货币补贴发放')]],
    [
      'what any item is for',
      [item(OFFICE, '保障机构的正常运转和日常支出'), item(HOUSING, '保障机构的正常运转和日常支出')],
    ],
  ])('silent: %s', (_, paragraphs) => expect(told(...paragraphs)).toEqual([]));
});
