/** Rules over final accounts beside their budget: what each fires on, and what it leaves alone. */
import { describe, expect, it } from 'vitest';
import { checkDisclosures } from '../../src/check.ts';
import type { SelfEvaluation } from '../../src/kinds/index.ts';
import type { PublishedDisclosure } from '../../src/model/published.ts';
import { project, words } from '../performance/make.ts';
import { cell, doc, table } from './make.ts';

const AGENCY = { name: '某市水利局', level: 'department' } as const;
const YEAR = 2024;
type Parts = Partial<Pick<PublishedDisclosure, 'performance' | 'selfEvaluation' | 'statements' | 'explanation'>>;

const found = (rule: string, planned: Parts, done: Parts): readonly string[] => {
  const budget = doc({ agency: AGENCY, year: YEAR, ...planned });
  const accounts = doc({ agency: AGENCY, year: YEAR, stage: 'final-accounts', ...done });
  return checkDisclosures([accounts, budget])
    .findings.filter((finding) => finding.rule === rule)
    .map(({ message }) => message);
};
const told = (title: string, text: string): Parts => ({ explanation: [words(title, text)] });

describe('accounts-procurement', () => {
  const planned = (total: string, goods: string, services: string) =>
    told(
      '政府采购情况',
      `2024年度本部门政府采购预算${total}万元，其中：政府采购货物预算${goods}万元、政府采购工程预算0万元、政府采购服务预算${services}万元。`,
    );
  const done = (total: string, goods: string, services: string) =>
    told(
      '政府采购支出情况',
      `某市水利局2024年度政府采购金额（以合同签订为准）为${total}万元，其中：货物采购金额${goods}万元、工程采购金额0万元、服务采购金额${services}万元。`,
    );
  it.each([
    ['within', planned('38.20', '7.80', '30.40'), done('37.00', '9.00', '28.00'), []],
    ['by rounding', planned('38', '8', '30'), done('38.30', '7.80', '30.50'), []],
    [
      'more',
      planned('38.20', '7.80', '30.40'),
      done('50.20', '19.80', '30.40'),
      [
        '决算的政府采购 50.20 万元，大于预算的 38.20 万元（货物预算 7.80 万元、决算 19.80 万元），请核对是否经过追加或调剂',
      ],
    ],
    [
      'nothing of what was planned',
      planned('38.20', '7.80', '30.40'),
      done('0.00', '0.00', '0.00'),
      ['预算安排了政府采购 38.20 万元，决算的政府采购为零，请说明原因'],
    ],
    ['nothing of nothing', planned('0.00', '0.00', '0.00'), done('0.00', '0.00', '0.00'), []],
    ['not told', {}, done('50.20', '19.80', '30.40'), []],
  ])('%s', (_, budget, accounts, expected) => {
    expect(found('accounts-procurement', budget, accounts)).toEqual(expected);
  });
});

describe('accounts-purchases', () => {
  const planned = (held: number, bought: number, limit = 100) =>
    told(
      '国有资产占有使用情况',
      `某市水利局共有车辆${held}辆，单价${limit}万元（含）以上设备（不含车辆）2台。2024年部门预算安排购置车辆${bought}辆；部门预算安排购置单价${limit}万元（含）以上设备（不含车辆）0台。`,
    );
  const done = (held: number, paid: string, machines = 2) => ({
    ...told('国有资产占用情况', `某市水利局共有车辆${held}辆，单价100万元（含）以上设备（不含车辆）${machines}台。`),
    statements: [table('three-publics', 'total', `vehicle-purchase 公务用车购置费 ${paid}`)],
  });
  it.each([
    ['as announced', planned(3, 1), done(4, '18.00'), []],
    ['nothing announced, nothing bought', planned(3, 0), done(3, '0.00'), []],
    ['one was scrapped', planned(3, 0), done(2, '0.00'), []],
    [
      'announced and not bought',
      planned(3, 1),
      done(3, '0.00'),
      ['预算说明写计划购置车辆 1 辆，决算没有公务用车购置费，请说明没有购置或由其他资金购置的原因'],
    ],
    [
      'bought and not announced',
      planned(3, 0),
      done(4, '18.00'),
      [
        '预算说明写不购置车辆，决算有公务用车购置费 18.00 万元，请核对是否经过批准',
        '预算说明写有车辆 3 辆、计划购置 0 辆，决算说明写有 4 辆，多 1 辆，请说明来源',
      ],
    ],
    [
      'machines from nowhere',
      planned(3, 0),
      done(3, '0.00', 5),
      ['预算说明写有大型设备 2 台、计划购置 0 台，决算说明写有 5 台，多 3 台，请说明来源'],
    ],
    ['machines above another line', planned(3, 0, 50), done(3, '0.00', 5), []],
  ])('%s', (_, budget, accounts, expected) => {
    expect([...found('accounts-purchases', budget, accounts)].sort()).toEqual([...expected].sort());
  });
});

describe('accounts-evaluated', () => {
  const planned = told('预算绩效情况', '2024年度，本部门编报绩效目标的项目共25个，涉及项目预算资金11381.60万元。');
  const done = (count: number) => told('预算绩效情况', `绩效自评的2024年度项目${count}个，涉及预算金额598.42万元。`);
  it.each([
    [20, ['预算说明写编报绩效目标的项目 25 个，决算说明写绩效自评的项目 20 个，少 5 个，请说明原因']],
    [25, []],
    [27, []],
  ])('%i evaluated', (count, expected) => {
    expect(found('accounts-evaluated', planned, done(count))).toEqual(expected);
  });
});

/** Lines of `指标 | 指标值 | 完成值 | 原因`. */
function evaluation(text: string, initial = '100.00'): SelfEvaluation {
  const indicators = text.split('\n').map((line) => {
    const [level3 = '', target = '', achieved = '', cause = ''] = line.split('|').map((part) => part.trim());
    const more = cause === '' ? {} : { cause };
    return { level1: '产出指标', level2: '质量指标', level3, target, achieved, ...more, origin: {} };
  });
  const weight = { units: 10, scale: 0, text: '10', origin: {} };
  const funds = [{ source: '年度资金总额', initial: cell(initial)!, weight, origin: {} }];
  return {
    title: '项目支出绩效自评表',
    project: '设备更新',
    funds,
    goals: [],
    indicators,
    origin: {},
  } as SelfEvaluation;
}

describe('accounts-project-budget', () => {
  const target = (amount: string) => ({
    performance: [
      {
        ...project('设备更新', '质量指标 | 合格率 | | ≥95%'),
        funds: [{ source: '资金总额', amount: cell(amount)!, origin: {} }],
      },
    ],
  });
  it.each([
    ['100.00', []],
    ['120.00', ['项目“设备更新”的自评表写年初预算 100.00 万元，预算的绩效目标表里是 120.00 万元']],
  ])('given %s', (amount, expected) => {
    const done = { selfEvaluation: [evaluation('合格率 | ≥95% | 96%')] };
    expect(found('accounts-project-budget', target(amount), done)).toEqual(expected);
  });
});

describe('evaluation-unanswered', () => {
  const planned = {
    performance: [
      project('设备更新', '质量指标 | 合格率 | | ≥95%\n数量指标 | 设备台数 | | 10台\n时效指标 | 按期完成率 | | 100%'),
    ],
  };
  const run = (text: string) => found('evaluation-unanswered', planned, { selfEvaluation: [evaluation(text)] });
  it('one of three is left out', () => {
    expect(run('合格率 | ≥95% | 96%\n设备台数 | 10台 | 10台')).toEqual([
      '项目“设备更新”的自评表没有回答年初预算的 1 个指标：“按期完成率”100%',
    ]);
  });
  it.each([
    ['all are answered', '合格率 | ≥95% | 96%\n设备台数 | 10台 | 10台\n按期完成率 | 100% | 100%'],
    ['one has a longer name', '合格率 | ≥95% | 96%\n设备台数 | 10台 | 10台\n项目按期完成率 | 100% | 100%'],
    ['another set was written', '合格率 | ≥95% | 96%\n购置数量 | 10台 | 10台\n交付时间 | 12月 | 12月'],
  ])('%s', (_, text) => expect(run(text)).toEqual([]));
});

describe('accounts-promises', () => {
  const planned = told('部门整体绩效目标', '服务企业满意度达到95%以上。');
  const run = (done: Parts) => found('accounts-promises', planned, done);
  const sheet = (text: string) => ({ selfEvaluation: [evaluation(text)] });
  it('a lower target hides that the promise was missed', () => {
    expect(run(sheet('服务企业满意度 | ≥90% | 92%'))).toEqual([
      '预算的总体绩效目标写“服务企业满意度达到95%以上”（至少 95%），自评表写“服务企业满意度”92%，没有达到，请说明原因',
    ]);
  });
  it('the accounts’ words tell less', () => {
    expect(run(told('预算绩效情况', '服务企业满意度达到92%，比上年提高。'))).toHaveLength(1);
  });
  it.each<[string, Parts]>([
    ['kept', sheet('服务企业满意度 | ≥90% | 96%')],
    ['missed before everyone’s eyes: the sheet has the promise for its target', sheet('服务企业满意度 | ≥95% | 92%')],
    ['missed, and the sheet says why', sheet('服务企业满意度 | ≥90% | 92% | 问卷太少')],
    ['another thing', sheet('服务群众满意度 | ≥90% | 92%')],
    ['another unit', sheet('服务企业满意度 | ≥90分 | 92分')],
    ['words that say no less than', told('预算绩效情况', '服务企业满意度达到90%以上。')],
  ])('%s', (_, done) => expect(run(done)).toEqual([]));
});

describe('accounts-promises: days', () => {
  const planned = told('部门整体绩效目标', '市民服务平台二期于10月底前建成上线。');
  const run = (done: Parts) => found('accounts-promises', planned, done);
  const sheet = (text: string) => ({ selfEvaluation: [evaluation(text)] });
  it('a later target hides that the day was missed', () => {
    expect(run(sheet('市民服务平台二期建成时间 | 12月底前 | 2024年12月20日'))).toEqual([
      '预算的总体绩效目标写“市民服务平台二期于10月底前建成上线”（10月底前），自评表写“市民服务平台二期建成时间”2024年12月20日，晚于承诺的日期，请说明原因',
    ]);
  });
  it.each<[string, Parts, number]>([
    ['the next year', sheet('市民服务平台二期建成时间 | 12月底前 | 2025年3月'), 1],
    ['the accounts’ words', told('预算绩效情况', '市民服务平台二期于2024年11月建成上线。'), 1],
    ['in time', sheet('市民服务平台二期建成时间 | 12月底前 | 9月'), 0],
    ['within the month', sheet('市民服务平台二期建成时间 | 12月底前 | 10月28日'), 0],
    ['by a day, nobody says when', sheet('市民服务平台二期建成时间 | 12月底前 | 12月底前'), 0],
    ['before everyone’s eyes', sheet('市民服务平台二期建成时间 | 10月底前 | 12月'), 0],
    ['with its cause', sheet('市民服务平台二期建成时间 | 12月底前 | 12月 | 招标推迟'), 0],
    ['another thing', sheet('市民服务平台三期建成时间 | 12月底前 | 12月'), 0],
    ['anyone’s', sheet('完成时间 | 12月底前 | 12月'), 0],
  ])('%s', (_, done, count) => expect(run(done)).toHaveLength(count));
});

describe('accounts-budget-column', () => {
  const expenditure = (lines: string) => ({ statements: [table('general-public', 'total basic', lines)] });
  const planned = expenditure('total 合计 300.00 100.00\n2010301 行政运行 100.00 100.00\n2010302 事务 200.00 -');
  const done = (columns: string, lines: string) => ({ statements: [table('general-public', columns, lines)] });
  it('told once a table, with both cells', () => {
    const columns = 'total@budget total';
    expect(
      found(
        'accounts-budget-column',
        planned,
        done(columns, 'total 合计 310.00 290.00\n2010301 行政运行 110.00 95.00'),
      ),
    ).toEqual([
      '“general-public”的预算数有 2 处与预算公开的不同：“合计”310.00 万元，预算公开 300.00 万元；“行政运行”110.00 万元，预算公开 100.00 万元。是调整后的预算数的，请在表头写明',
    ]);
  });
  it.each<[string, Parts]>([
    ['the same', done('total@budget total', 'total 合计 300.00 290.00')],
    ['by rounding', done('total@budget total', 'total 合计 300 290')],
    ['an adjusted budget', done('total@adjusted total', 'total 合计 310.00 290.00')],
    ['no column of the budget', done('total', 'total 合计 310.00')],
    ['a row that the budget has not', done('total@budget total', '2010399 其他 10.00 9.00')],
    ['a blank of the budget', done('basic@budget basic', '2010302 事务 10.00 9.00')],
  ])('silent: %s', (_, accounts) => expect(found('accounts-budget-column', planned, accounts)).toEqual([]));

  it('items of the three publics stand in rows here and in columns there', () => {
    const rows = { statements: [table('three-publics', 'total', 'total 合计 5.00\nhospitality 公务接待费 2.00')] };
    const across = (hospitality: string) =>
      ({
        statements: [
          table(
            'three-publics',
            'total@budget hospitality@budget total hospitality',
            `total 合计 5.00 ${hospitality} 4.00 1.00`,
          ),
        ],
      }) as Parts;
    expect(found('accounts-budget-column', rows, across('2.00'))).toEqual([]);
    expect(found('accounts-budget-column', rows, across('3.00'))).toHaveLength(1);
  });

  it('lines of the balance, and other kinds', () => {
    const balance = (amount: string, column = 'amount') => ({
      statements: [
        {
          ...table('balance', column, ''),
          rows: [
            {
              key: '一般公共预算财政拨款收入',
              label: '一、一般公共预算财政拨款收入',
              side: 'revenue' as const,
              cells: { [column]: cell(amount)! },
              origin: {},
            },
          ],
        },
      ],
    });
    expect(found('accounts-budget-column', balance('9.00'), balance('9.00', 'amount@budget'))).toEqual([]);
    expect(found('accounts-budget-column', balance('9.00'), balance('8.00', 'amount@budget'))).toHaveLength(1);
  });
});
