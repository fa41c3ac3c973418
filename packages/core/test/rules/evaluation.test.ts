/** Rules over self-evaluations: what each fires on, and what it leaves alone. */
import { describe, expect, it } from 'vitest';
import { checkDisclosures } from '../../src/check.ts';
import type { Disclosure } from '../../src/disclosure.ts';
import type { SelfEvaluation } from '../../src/kinds/index.ts';
import type { Cell, Quantity } from '../../src/model/values.ts';
import { parseAmount } from '../../src/money.ts';
import { parseQuantity, printedNumber } from '../../src/quantity.ts';
import { DocumentContext } from '../../src/rules/context.ts';
import { EVALUATION_RULES } from '../../src/rules/evaluation/index.ts';
import { project } from '../performance/make.ts';
import { doc } from './make.ts';

const number = (text: string): { readonly value?: Quantity } => {
  const found = parseQuantity(printedNumber(text));
  return found ? { value: { ...found, text } } : {};
};
const money = (text: string): Cell => ({ fen: parseAmount(text, '万元')!.fen, text, origin: {} });

/** `全年预算 执行 分值 执行率 得分`, then lines of `指标 | 指标值 | 完成值 | 分值 | 得分`, then the total; `-` is blank. */
function evaluation(text: string, total = '100'): SelfEvaluation {
  const [first = '', ...lines] = text.trim().split('\n');
  const [adjusted = '', executed = '', weight = '', rate = '', score = ''] = first.trim().split(/\s+/);
  const some = (name: string, of: string) => (of === '-' || of === '' ? {} : { [name]: number(of).value });
  return {
    title: '项目支出绩效自评表',
    project: '设备更新',
    funds: [
      {
        source: '年度资金总额',
        adjusted: money(adjusted),
        executed: money(executed),
        ...some('weight', weight),
        ...some('rate', rate),
        ...some('score', score),
        origin: {},
      },
    ],
    goals: [],
    indicators: lines.map((line) => {
      const [level3 = '', target = '', achieved = '', own = '', points = ''] = line
        .split('|')
        .map((part) => part.trim());
      return {
        level1: '产出指标',
        level2: '质量指标',
        level3,
        target,
        achieved,
        ...some('weight', own),
        ...some('score', points),
        origin: {},
      };
    }),
    ...some('total', total),
    origin: {},
  } as SelfEvaluation;
}

const accounts = (row: SelfEvaluation): Disclosure =>
  doc({ year: 2024, stage: 'final-accounts', selfEvaluation: [row] });
const run = (id: string, text: string, total?: string) => {
  const rule = EVALUATION_RULES.find((each) => each.id === id)!;
  if (rule.phase !== 'read') throw new Error(id);
  return rule
    .run(new DocumentContext(accounts(evaluation(text, total))))
    .map(({ message }) => message.replace('项目“设备更新”的自评表', ''));
};

const WHOLE = `100.00 95.00 10 95.00% 9.5
合格率 | ≥95% | 96% | 50 | 50
台数 | ≥10台 | 9台 | 40 | 36`;

describe('each rule', () => {
  it.each<[string, string, string, string | undefined, readonly string[]]>([
    ['evaluation-weights', 'add up', WHOLE, undefined, []],
    ['evaluation-weights', 'do not', WHOLE.replace('| 40 |', '| 41 |'), undefined, ['各项分值合计是 101，不是 100']],
    ['evaluation-weights', 'one is not printed', WHOLE.replace('| 40 |', '| - |'), undefined, []],
    ['evaluation-weights', 'none of the money', WHOLE.replace(' 10 ', ' - '), undefined, []],
    ['evaluation-points', 'within', WHOLE, undefined, []],
    [
      'evaluation-points',
      'beyond',
      WHOLE.replace('| 36', '| 40.5'),
      undefined,
      ['的指标“台数”得 40.5 分，超过分值 40'],
    ],
    ['evaluation-total', 'the sum', WHOLE, '95.5', []],
    ['evaluation-total', 'printed otherwise', WHOLE, '95.50分', []],
    ['evaluation-total', 'rounded to whole points', WHOLE, '96', []],
    ['evaluation-total', 'beyond rounding', WHOLE, '97', ['总分是 97，各项得分之和是 95.5']],
    [
      'evaluation-total',
      'whole points add up exactly',
      WHOLE.replace('9.5\n', '9\n'),
      '96',
      ['总分是 96，各项得分之和是 95'],
    ],
    ['evaluation-total', 'another', WHOLE, '96.5', ['总分是 96.5，各项得分之和是 95.5']],
    ['evaluation-total', 'parts may be unread', WHOLE.replace('| 40 |', '| 30 |'), '96.5', []],
    ['evaluation-total', 'a part has no score', WHOLE.replace('| 36', '| -'), '96.5', []],
    ['evaluation-full-points', 'less for less', WHOLE, undefined, []],
    [
      'evaluation-full-points',
      'all for less',
      WHOLE.replace('| 36', '| 40'),
      undefined,
      ['有 1 个指标没有达到指标值却得了满分：“台数”指标值 ≥10台、实际 9台'],
    ],
    [
      'evaluation-full-points',
      'all for later',
      WHOLE.replace('≥10台 | 9台', '10月底前 | 2024年12月').replace('| 36', '| 40'),
      undefined,
      ['有 1 个指标没有达到指标值却得了满分：“台数”指标值 10月底前、实际 2024年12月'],
    ],
    [
      'evaluation-full-points',
      'in time',
      WHOLE.replace('≥10台 | 9台', '10月底前 | 10月20日').replace('| 36', '| 40'),
      undefined,
      [],
    ],
    ['evaluation-full-points', 'no sign', WHOLE.replace('≥10台', '10台').replace('| 36', '| 40'), undefined, []],
    ['evaluation-full-points', 'another unit', WHOLE.replace('9台', '9套').replace('| 36', '| 40'), undefined, []],
    ['evaluation-rate', 'as it is', WHOLE, undefined, []],
    ['evaluation-rate', 'rounded', '3.00 1.00 10 33.33% 3.3', undefined, []],
    ['evaluation-rate', 'of rounded amounts', '0.03 0.01 10 40% 4', undefined, []],
    [
      'evaluation-rate',
      'another',
      '100.00 95.00 10 96.00% 9.5',
      undefined,
      ['“年度资金总额”的执行率是 96.00%，按执行数和全年预算数应为 95.00%'],
    ],
    ['evaluation-rate', 'no budget', '0.00 0.00 10 100% 10', undefined, []],
    ['evaluation-execution', 'as it is', WHOLE, undefined, []],
    ['evaluation-execution', 'rounded to whole points', '100.00 95.00 10 95.00% 10', undefined, []],
    ['evaluation-execution', 'beyond the budget', '100.00 120.00 10 120% 10', undefined, []],
    [
      'evaluation-execution',
      'another',
      '100.00 95.00 10 95.00% 10.0',
      undefined,
      ['的预算执行率得 10.0 分，按执行率应得 9.50 分'],
    ],
  ])('%s: %s', (id, _, text, total, expected) => {
    expect(run(id, text, total)).toEqual(expected);
  });
});

describe('of a whole agency', () => {
  const whole = (text: string, total?: string, more: object = {}) =>
    doc({
      year: 2024,
      stage: 'final-accounts',
      overallSelfEvaluation: [{ ...evaluation(text, total), ...more, tasks: [] }],
    });
  it.each<[string, string, string | undefined, readonly string[]]>([
    [
      'evaluation-weights',
      WHOLE.replace('| 40 |', '| 41 |'),
      undefined,
      ['部门整体绩效自评表各项分值合计是 101，不是 100'],
    ],
    ['evaluation-weights', WHOLE, undefined, []],
    [
      'evaluation-points',
      WHOLE.replace('| 36', '| 41'),
      undefined,
      ['部门整体绩效自评表的指标“台数”得 41 分，超过分值 40'],
    ],
    ['evaluation-total', WHOLE, '97', ['部门整体绩效自评表总分是 97，各项得分之和是 95.5']],
    ['evaluation-total', WHOLE, '95.5', []],
    [
      'evaluation-rate',
      '100.00 95.00 10 96.00% 9.5',
      undefined,
      ['部门整体绩效自评表“年度资金总额”的执行率是 96.00%，按执行数和全年预算数应为 95.00%'],
    ],
  ])('%s', (id, text, total, expected) => {
    const { findings } = checkDisclosures([whole(text, total)]);
    const own = findings.filter(({ rule }) => rule === id);
    expect(own.map(({ message }) => message)).toEqual(expected);
    expect(own.every(({ form }) => form === 'overall-self-evaluation')).toBe(true);
  });
});

describe('evaluation-grade', () => {
  const told = (total: string, grade: string, more: object = {}) =>
    checkDisclosures([{ ...accounts({ ...evaluation(WHOLE, total), grade }), ...more }])
      .findings.filter(({ rule }) => rule === 'evaluation-grade')
      .map(({ message }) => message);
  it.each<[string, string, string | undefined]>([
    ['95.5', '优', undefined],
    ['90', '优', undefined],
    ['89.99', '优', '良'],
    ['95.5', '良', '优'],
    ['80', '良', undefined],
    ['60', '中', undefined],
    ['59.9', '中', '差'],
    ['95.5', '合格', undefined],
  ])('%s is %s', (total, grade, due) => {
    expect(told(total, grade)).toEqual(
      due ? [`项目“设备更新”的自评表的等级是“${grade}”，总分 ${total} 按“全国通用口径”应为“${due}”`] : [],
    );
  });
  it.each<[string, readonly string[]]>([
    ['项目自评得分为88.1分，自评等级为“良”。', []],
    ['项目自评得分为78.1分，自评等级为“良”。', ['“得分为78.1分”，等级是“良”，按“全国通用口径”应为“中”']],
    ['3个项目自评结果均为“优”。甲项目自评得分93分，乙项目自评得分95.5分。', []],
    ['3个项目自评结果均为“优”。甲项目自评得分73分。', ['“得分73分”，等级是“优”，按“全国通用口径”应为“中”']],
    ['甲项目自评得分73分，乙项目自评得分93分，结果为“优”。', []],
  ])('in words: %s', (text, messages) => {
    const paragraphs = [{ text, origin: {} }];
    const words = { explanation: [{ title: '预算绩效情况', text, paragraphs, origin: {} }] };
    expect(told('95.5', '优', words)).toEqual(messages.map((message) => `说明写${message}`));
  });
  it('of an unknown year nothing is said', () => expect(told('10', '优', { year: undefined })).toEqual([]));
});

describe('evaluation-unfilled', () => {
  const told = (text: string, total?: string) =>
    checkDisclosures([accounts(evaluation(text, total))])
      .findings.filter(({ rule }) => rule === 'evaluation-unfilled')
      .map(({ message }) => message);
  it('whole columns without a value', () => {
    expect(told('100.00 95.00 10 95.00% 9.5\n合格率 | ≥95% | | 50 | -\n台数 | ≥10台 | | 40 | -', '-')).toEqual([
      '1 张自评表有整栏没有填写（或没有印）：项目“设备更新”的自评表的“指标实际完成值”“指标得分”“总分”',
    ]);
  });
  it.each([WHOLE, WHOLE.replace('| 9台', '| '), WHOLE.replace('| 36', '| -')])('one value is enough', (text) => {
    expect(told(text)).toEqual([]);
  });
  it('of a table whose indicators were not read nothing is said', () => {
    expect(told('100.00 95.00 10 95.00% 9.5', '-')).toEqual([]);
  });
});

describe('evaluation-targets', () => {
  const AGENCY = { name: '某市水利局', level: 'department' } as const;
  const against = (target: string, rest: { readonly year?: number; readonly name?: string } = {}) => {
    const budget = doc({
      agency: AGENCY,
      year: rest.year ?? 2024,
      performance: [project(rest.name ?? '设备更新', `质量指标 | 台数 | | ${target}`)],
    });
    const { findings } = checkDisclosures([{ ...accounts(evaluation(WHOLE)), agency: AGENCY }, budget]);
    return findings.filter(({ rule }) => rule === 'evaluation-targets').map(({ message }) => message);
  };
  it.each<[string, readonly string[]]>([
    ['≥12台', ['项目“设备更新”的自评表有 1 个指标值和年初预算的不同：“台数”年初 ≥12台、自评 ≥10台']],
    ['≤10台', ['项目“设备更新”的自评表有 1 个指标值和年初预算的不同：“台数”年初 ≤10台、自评 ≥10台']],
    ['10台', []],
    ['≥10 台', []],
    ['≥12套', []],
    ['按需要', []],
  ])('promised %s', (target, expected) => {
    expect(against(target)).toEqual(expected);
  });
  it('another year, another project', () => {
    expect(against('≥12台', { year: 2023 })).toEqual([]);
    expect(against('≥12台', { name: '设备维修' })).toEqual([]);
  });
});
