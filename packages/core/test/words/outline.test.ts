/** Lists in the words that add up to the amount they are of, whatever it is called. */
import { describe, expect, it } from 'vitest';
import type { Disclosure } from '../../src/disclosure.ts';
import { checkOutline } from '../../src/rules/words/outline.ts';
import { outlinesOf } from '../../src/words/outline.ts';
import { saying } from './make-words.ts';

const GOOD = [
  '甲中心预算60.00万元，包括人员经费30.00万元、公用经费10.00万元、项目支出20.00万元。',
  '（一）人员经费30.00万元，主要是工资。',
  '（二）公用经费10.00万元，主要是办公费。',
  '（三）项目支出20.00万元，具体包括：',
  '1.档案管理8.00万元，主要用于整理档案（含2025年合同尾款1.00万元）。',
  '2.培训12.00万元，主要包括：师资5.00万元；场地7.00万元。',
];
const outlineIssues = (disclosure: Disclosure) =>
  checkOutline({ disclosure, mentions: [], incomplete: new Set() }).map(({ issue }) => issue);
/** The same document with another number in one place. */
const changed = (from: string, to: string) => GOOD.map((text) => text.replace(from, to));

describe('outlinesOf', () => {
  it('a list behind a sentence without amounts is of its own head, and basic and project expenditure are all of it', () => {
    const late = (project: string) =>
      `所有支出实行绩效目标管理。纳入目标的金额为100.00万元，其中，基本支出60.00万元，项目支出${project}万元。`;
    expect(outlineIssues(saying([...GOOD, late('40.00')]))).toEqual([]);
    expect(outlineIssues(saying([...GOOD, late('30.00')]))).toMatchObject([
      { expected: 90_000_000, actual: 100_000_000 },
    ]);
  });

  it.each([
    [
      'as many parts as were counted',
      '绩效目标管理的项目2个，涉及资金60.00万元，其中：档案管理',
      '40.00万元、培训20.00万元。',
    ],
    [
      'each fund of an appropriation',
      '甲中心财政拨款60.00万元，其中：一般公共预算',
      '40.00万元、政府性基金预算20.00万元。',
    ],
  ])('tells all that 其中 opens: %s', (_, before, behind) => {
    expect(outlineIssues(saying([...GOOD, `${before}${behind}`]))).toEqual([]);
    expect(outlineIssues(saying([...GOOD, ...GOOD, `${before}${behind.replace('40', '30')}`]))).toHaveLength(1);
    expect(
      outlineIssues(
        saying([
          ...GOOD,
          ...GOOD,
          `${before.replace('2个', '9个').replace('财政拨款', '')}${behind.replace('40', '30')}`,
        ]),
      ),
    ).toEqual([]);
  });

  it('a list behind another sum is not of the first', () => {
    const two = (between: string) =>
      saying([...GOOD, ...GOOD, `总支出100.00万元。${between}其中：基本支出60.00万元，项目支出30.00万元。`]);
    expect(outlineIssues(two('财政拨款支出90.00万元。'))).toEqual([]);
    expect(outlineIssues(two(''))).toMatchObject([{ actual: 100_000_000 }]);
  });

  it('a head of both sides is told by each of them', () => {
    const both = (out: string) =>
      saying([
        ...GOOD,
        ...GOOD,
        `2026年收入支出总计60.00万元，其中：本年收入50.00万元、结转10.00万元；本年支出${out}万元。`,
      ]);
    expect(outlineIssues(both('60.00'))).toEqual([]);
    expect(outlineIssues(both('70.00'))).toHaveLength(1);
  });

  it('nests what numbering nests, and reads the list behind a head', () => {
    const [root] = outlinesOf(saying(GOOD));
    expect(root?.list.map(({ label }) => label)).toEqual(['人员经费', '公用经费', '项目支出']);
    expect(root?.children.map(({ head }) => head?.fen)).toEqual([30_000_000, 10_000_000, 20_000_000]);
    expect(root?.children[2]?.children.map(({ head }) => head?.label)).toEqual(['档案管理', '培训']);
  });

  it('a bracket that closes nothing opens none: what follows in brackets stays an aside', () => {
    const text =
      '“三公”经费44.90万元，其中：出国费24.00万元，持平，无增减变化）；用车12.60万元（购置费0万元；运行费12.60万元）。';
    expect(outlinesOf(saying(text))[0]?.list.map(({ label }) => label)).toEqual(['出国费', '用车']);
  });

  it.each([
    ['a comparison is no list', '甲中心预算60.00万元，其中比上年增加30.00万元、减少10.00万元。'],
    ['amounts in brackets are asides', '甲中心预算60.00万元，包括设备30.00万元（含尾款10.00万元）。'],
    [
      'what a classification divides is no head of another one',
      '2026年支出按部门预算经济分类：工资福利支出55.00万元；商品和服务支出35.00万元。按政府预算经济分类：机关工资福利支出55.00万元；机关商品和服务支出35.00万元。',
    ],
    ['a figure compared is no head', '比上年增加60.00万元，包括设备30.00万元、软件30.00万元。'],
  ])('%s', (_, text) => {
    const nodes = outlinesOf(saying(text));
    expect(nodes.flatMap(({ list }) => (list.length > 1 ? [list] : []))).toEqual([]);
  });
});

describe('checkOutline', () => {
  it('is silent where all adds up', () => expect(outlineIssues(saying(GOOD))).toEqual([]));

  it.each([
    ['a part below', '公用经费10.00万元，主要', '公用经费70.00万元，主要', ['words-repeat error']],
    ['a part of the list', '公用经费10.00万元、', '公用经费19.00万元、', ['words-repeat error']],
    ['a part that no list names', '1.档案管理8.00万元', '1.档案管理9.00万元', ['words-parts error']],
  ])('tells %s that does not fit, where the other listings do', (_, from, to, expected) => {
    // Two documents' worth of listings that hold, in one.
    const issues = outlineIssues(saying([...changed(from, to), ...GOOD, ...GOOD, ...GOOD]));
    expect(issues.map(({ rule, severity }) => `${rule} ${severity}`)).toEqual(expected);
  });

  it('numbering may go on from one part to the next, and what comes after is no part', () => {
    const numbered = (carried: string) => [
      '某局收入预算60.00万元。',
      '（一）财政拨款收入50.00万元',
      '1.一般公共预算拨款收入50.00万元。',
      '2.政府性基金预算拨款收入0万元。',
      '（二）上年结转结余10.00万元',
      `3.上年结转结余${carried}万元。`,
      '二、支出预算说明',
    ];
    expect(outlineIssues(saying(numbered('10.00')))).toEqual([]);
    expect(outlineIssues(saying(numbered('70.00'))).map(({ rule }) => rule)).toEqual(['words-parts']);
  });

  it('tells once what a list and the paragraphs below it tell otherwise', () => {
    const [issue, ...more] = outlineIssues(saying(changed('公用经费10.00万元，主要', '公用经费70.00万元，主要')));
    expect(issue!.suggestion).toBe('按 10.00 万元算，各项之和等于总额，另一处应改为此数。');
    expect(more).toEqual([]);
  });

  it('reads the parts in the sentence behind, and passes over what is said of each', () => {
    const texts = [
      '甲中心预算60.00万元，比上年增加3.00万元。其中：基本支出20.00万元，比上年增加1.00万元；项目支出30.00万元，比上年增加2.00万元。',
      '乙中心预算9.00万元。按支出功能分类，包括教育支出4.00万元、住房保障支出5.00万元。',
    ];
    const heads = outlinesOf(saying(texts)).map(({ list }) =>
      list.map(({ label, fen }) => `${label} ${fen / 1_000_000}`),
    );
    expect(heads).toEqual([
      ['基本支出 20', '项目支出 30'],
      ['教育支出 4', '住房保障支出 5'],
    ]);
  });

  it('is silent where a document makes no complete lists', () => {
    const open = [
      '甲中心预算60.00万元，其中设备30.00万元、软件10.00万元。',
      '乙中心预算50.00万元，其中设备3.00万元、软件1.00万元。',
    ];
    expect(outlineIssues(saying(open))).toEqual([]);
  });

  it('takes an amount told apart that equals the gap for the missing part', () => {
    const torn = ['丙中心预算60.00万元，包括设备30.00万元、软件10.00万元；', '培训20.00万元，用于培训。'];
    expect(outlineIssues(saying([...torn, ...GOOD, ...GOOD, ...GOOD]))).toEqual([]);
  });

  const CHANGES = [
    '1.收入预算增加118.76万元，其中一般公共预算收入增加83.76万元，其他收入增加35万元。',
    '2.支出预算增加118.76万元，其中基本支出增加130.00万元，项目支出减少11.24万元。',
  ];

  it.each([
    ['a figure', '其他收入增加35万元', '其他收入增加85万元'],
    ['a direction', '项目支出减少', '项目支出增加'],
  ])('tells %s of a list of changes that does not fit the change', (_, from, to) => {
    const texts = CHANGES.map((text) => text.replace(from, to));
    expect(outlineIssues(saying(texts)).map(({ rule }) => rule)).toEqual(['words-parts']);
    expect(outlineIssues(saying(CHANGES))).toEqual([]);
  });

  const PROCURED = (services: string) =>
    `政府采购预算70.00万元：货物40.00万元、工程0万元、服务30.00万元；其中一般公共预算拨款50.50万元：货物26.00万元、工程0万元、服务${services}万元。`;

  it('holds the parts behind a bare colon against their whole, where another such list of the document adds up', () => {
    expect(outlineIssues(saying(PROCURED('24.50')))).toEqual([]);
    const [issue, ...more] = outlineIssues(saying(PROCURED('24.80')));
    expect(issue!.message).toContain('“其中一般公共预算拨款50.50万元”与所列各项之和不符：3 项相加为 50.80 万元');
    expect(more).toEqual([]);
  });

  it('allows for rounding where one slip explains the gap', () => {
    const texts = [
      '甲中心预算60.01万元，包括人员经费30.00万元、公用经费10.00万元、项目支出70.00万元。',
      '乙中心预算9.00万元，包括人员经费4.00万元、公用经费5.00万元。',
    ];
    expect(outlineIssues(saying(texts)).map(({ rule }) => rule)).toEqual(['words-parts']);
  });

  it('tells a numbered part that alone is more than its whole, whatever the other lists are like', () => {
    const texts = (first: string) => [
      '收入总预算90.00万元，比上年增加2.00万元。其中：',
      `1、一般公共预算拨款${first}万元，比上年增加1.00万元。`,
      '2、上年结余收入8.00万元，比上年增加1.00万元。',
    ];
    expect(outlineIssues(saying(texts('96.00'))).map(({ rule }) => rule)).toEqual(['words-parts']);
    expect(outlineIssues(saying(texts('79.00')))).toEqual([]);
  });

  it('what is a part of the accounts is no whole of the numbered paragraphs below it', () => {
    const below = ['1.出国费支出15.60万元。', '2.用车支出25.00万元。', '3.接待费支出8.00万元。'];
    const head = (text: string) => outlineIssues(saying([...GOOD, ...GOOD, text, ...below])).length;
    const parts =
      '出国费支出决算15.60万元，占32.10%；用车支出决算25.00万元，占51.44%；接待费支出决算8.00万元，占16.46%';
    expect(head(`2024年度“三公”经费支出决算中，${parts}。具体情况如下：`)).toBe(0);
    expect(head('2024年度出国费支出15.60万元。具体情况如下：')).toBe(1);
  });

  it('what was planned is no whole of what was spent below it', () => {
    const head = (planned: string) => `2024年度“三公”经费支出${planned}62.00万元，决算数48.60万元：`;
    const below = (planned: string) => [
      `1.出国费支出${planned}20.00万元。`,
      `2.接待费支出${planned}12.00万元。`,
      '3.用车支出25.00万元。',
    ];
    const issues = (texts: readonly string[]) => outlineIssues(saying([...GOOD, ...GOOD, ...texts])).length;
    expect(issues([head('全年预算数为'), ...below('全年预算数为')])).toBe(0);
    expect(issues([head('').replace('62.00', '18.60'), ...below('')])).toBe(1);
  });

  it('parts of the accounts are those of what was spent, not of what was planned', () => {
    const issues = (planned: string, spent: string) =>
      outlineIssues(
        saying([
          ...GOOD,
          ...GOOD,
          `“三公”经费支出预算为${planned}万元，支出决算为${spent}万元，完成预算的121.50%。其中：出国费支出决算为15.60万元，完成预算的78.00%；用车支出决算为25.00万元；接待费支出决算为8.00万元。`,
        ]),
      ).map(({ actual }) => actual);
    expect(issues('40.00', '48.60')).toEqual([]);
    expect(issues('62.00', '43.60')).toEqual([43_600_000]);
  });

  it('is silent where reasons are told, not parts', () => {
    const reasons = ['收入预算增加118.76万元，主要原因是人员经费增加37.21万元，办公费减少4.05万元。'];
    expect(outlineIssues(saying([...CHANGES, ...reasons]))).toEqual([]);
  });
});
