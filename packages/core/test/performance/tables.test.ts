/** Rules over whole tables: cost, conflict, levels, copies, duties. */

import { describe, expect, it } from 'vitest';
import type { Disclosure } from '../../src/disclosure.ts';
import type { DutyPerformanceRow, PerformanceTarget } from '../../src/kinds/index.ts';
import type { GivenDisclosure } from '../../src/model/published.ts';
import { cell, doc, procurement, table } from '../rules/make.ts';
import { budget, project, run, words } from './make.ts';

const FULL = `
  数量指标 | 更新台数 | | ≥10台
  质量指标 | 合格率 | | ≥95%
  时效指标 | 完成时间 | | 12月底前
  成本指标 | 项目总成本 | | ≤20万元
  社会效益指标 | 办事效率 | | 提高一成
  满意度指标 | 用户满意度 | | ≥90%`;

const cost = (target: string, name = '项目总成本') =>
  project('设备更新费', `成本指标 | ${name} | | ${target}`, '更新设备');
const funds = (amount: string) => procurement(`合计 - - - - 9 9\n项 设备更新费 ${amount} 1 9 9 9`);
const list = (text: string) => ({ explanation: [words('支出情况', `项目支出50万元，主要为：${text}`)] });
const said = (text: string, heading = '（一）设备更新') => ({
  explanation: [words('预算绩效信息', heading, `绩效指标：${text}。`)],
});
const severities = (id: string, disclosure: Disclosure) => run(id, disclosure).map(({ severity }) => severity);

describe('target-cost', () => {
  it.each<[string, PerformanceTarget[], Partial<GivenDisclosure>, string[]]>([
    ['above the funds', [cost('≤21万元')], funds('20.00'), ['warning']],
    ['万 and 元 are the same money', [cost('≤200000元')], funds('20.00'), []],
    ['equal', [cost('≤20 万')], funds('20.00'), []],
    ['within what the table is rounded by', [cost('≤20.004万元')], funds('20.00'), []],
    ['below', [cost('≤15万元')], funds('20.00'), []],
    ['far below', [cost('≤2万元')], funds('20.00'), ['notice']],
    ['a price per piece', [cost('≤21万元', '单位成本')], funds('20.00'), []],
    ['a list in words', [cost('≤21万元')], list('设备更新费20万元；会议费3万元。'), ['warning']],
    [
      'one of two units',
      [cost('≤2.5万元'), cost('≤2.5万元')],
      list('设备更新费（局）2.5万元；设备更新费（中心）1.5万元。'),
      ['warning'],
    ],
    [
      'both units',
      [cost('≤2.5万元'), cost('≤1.5万元')],
      list('设备更新费（局）2.5万元；设备更新费（中心）1.5万元。'),
      [],
    ],
    ['another project', [cost('≤21万元')], list('会议费3万元；培训费2万元。'), []],
  ])('%s', (_, tables, rest, expected) => {
    expect(severities('target-cost', budget(tables, rest))).toEqual(expected);
  });

  const costing = (name: string, target: string, given: string): PerformanceTarget => ({
    ...project(name, `成本指标 | 项目总成本 | | ${target}`, '更新设备'),
    funds: [{ source: '财政拨款', amount: cell(given)!, origin: {} }],
  });
  const within = ['甲', '乙', '丙'].map((name) => costing(`${name}项目`, '≤20万元', '20.00'));
  it.each<[string, PerformanceTarget[], string[]]>([
    [
      'above what its own table gives it, where the others keep within theirs',
      [...within, costing('丁', '≤40万元', '20.00')],
      ['warning'],
    ],
    ['where hardly any other tells', [costing('丁', '≤40万元', '20.00')], []],
    ['as much as it gets', [...within, costing('丁', '≤20万元', '20.00')], []],
  ])('%s', (_, tables, expected) => expect(severities('target-cost', budget(tables))).toEqual(expected));

  it('is told with both amounts', () => {
    expect(run('target-cost', budget([cost('≤21万元')], funds('20.00')))[0]).toMatchObject({
      message: '项目“设备更新费”的成本指标“项目总成本”≤21万元，大于该项目预算 20 万元',
      expected: 20_000_000,
      actual: 21_000_000,
      evidence: [{ text: '≤21万元' }, { form: 'procurement', column: 'project-funds', text: '20.00' }],
    });
  });

  it('is above all expenditure where 元 was meant', () => {
    const total = table('expenditure', 'total', 'total 合计 300.00');
    const of = (target: string) => doc(total, { performance: [cost(target)] });
    expect(severities('target-cost', of('≤38000万元'))).toEqual(['warning']);
    expect(severities('target-cost', of('≤38万元'))).toEqual([]);
  });
});

describe('target-conflict', () => {
  const made = (target: string, goal?: string) => project('设备更新费', `数量指标 | 计划制作标牌 | | ${target}`, goal);
  it.each<[string, PerformanceTarget, Partial<GivenDisclosure>, string[]]>([
    ['another figure in the goals of the project', made('100份'), said('制作标牌1000份'), ['warning']],
    ['the same figure', made('≥1000份'), said('制作标牌1000份'), []],
    [
      'the table’s own goal',
      project('设备更新费', '数量指标 | 宣传活动次数 | | ≥3次', '开展宣传活动5次'),
      {},
      ['warning'],
    ],
    ['turned round', project('设备更新费', '数量指标 | 对外联络次数 | | ≤3次', '对外联络不少于3次'), {}, ['warning']],
    [
      'a particular subject of the whole agency',
      project('平台', '质量指标 | 政务数据归集率 | | ≥90%'),
      said('政务数据归集率超过95%', '总体目标'),
      ['notice'],
    ],
    [
      'anyone’s subject',
      project('平台', '质量指标 | 任务计划完成率 | | ≥90%'),
      said('督办任务完成率达到80%', '总体目标'),
      [],
    ],
    ['another subject', made('100份'), said('印发简报1000份'), []],
  ])('%s', (_, target, rest, expected) => {
    expect(severities('target-conflict', budget([target], rest))).toEqual(expected);
  });

  it('leaves the turned count to this rule', () => {
    const target = project('设备更新费', '数量指标 | 对外联络次数 | | ≤3次', '对外联络不少于3次');
    expect(run('target-direction', budget([target]))).toEqual([]);
  });

  it('compares indicators of one table', () => {
    const of = (first: string, second: string) =>
      budget([project('值守', `成本指标 | ${first} | | ≤1.8万元\n经济效益指标 | ${second} | | ≤1.08万元`)]);
    expect(severities('target-conflict', of('运行保障成本', '运行成本'))).toEqual(['notice']);
    expect(severities('target-conflict', of('印刷成本', '运行成本'))).toEqual([]);
  });

  it('finds both bounds in one clause', () => {
    expect(severities('target-conflict', budget([], said('会议控制率低于达到5%及以上')))).toEqual(['warning']);
    expect(severities('target-conflict', budget([], said('会议控制率低于5%，合格率达到90%及以上')))).toEqual([]);
  });
});

describe('target-missing-level', () => {
  const without = (word: string) =>
    FULL.split('\n')
      .filter((each) => !each.includes(word))
      .join('\n');
  it.each<[string, PerformanceTarget, string[]]>([
    ['all there', project('更新', FULL, '更新设备'), []],
    ['no satisfaction', project('更新', without('满意'), '更新设备'), ['warning']],
    ['no benefit', project('更新', without('效益'), '更新设备'), ['warning']],
    ['no cost', project('更新', without('成本'), '更新设备'), ['notice']],
    ['a prompt for a goal', project('更新', FULL, '1. 目标内容1'), ['warning']],
    ['a goal after the prompt', project('更新', FULL, '1. 目标内容 1 更新设备'), []],
    ['no goal', project('更新', FULL), ['notice']],
    ['no indicators', project('更新', '', '更新设备'), ['notice']],
    ['nothing at all', project('更新', '', '目标内容1'), ['warning']],
  ])('%s', (_, target, expected) => {
    expect(severities('target-missing-level', budget([target]))).toEqual(expected);
  });

  it('a table of which nothing was read is an empty form only beside others that were read', () => {
    const [empty, read] = [project('丁', ''), project('甲', FULL, '更新设备')];
    expect(severities('target-missing-level', budget([empty]))).toEqual([]);
    expect(severities('target-missing-level', budget([empty, read, project('乙', FULL, '更新设备')]))).toEqual([
      'warning',
    ]);
  });

  it('what hardly any table of a document has is its convention, and told as a notice, once of all', () => {
    const tables = ['甲', '乙', '丙'].map((name) => project(name, without('满意'), '更新设备'));
    expect(severities('target-missing-level', budget(tables))).toEqual(['notice']);
  });
});

describe('target-copied', () => {
  const own = '数量指标 | 订阅份数 | | ≥10份';
  it.each<[string, PerformanceTarget[], string[]]>([
    [
      'a foreign subject',
      [project('报刊费', `${own}\n生态效益指标 | 耕地质量提升 | 版面质量提升 | ≥5%`, '订报')],
      ['notice'],
    ],
    ['its own subject', [project('耕地保护', `${own}\n生态效益指标 | 耕地质量提升 | 地力质量提升 | ≥5%`, '保护')], []],
    [
      'another project’s name',
      [
        project('社区工作者体检费', '数量指标 | 体检人数 | | ≥9人', '体检'),
        project('教师体检费', '成本指标 | 资金成本 | 社区工作者体检所需资金 | ≤9万元', '体检'),
      ],
      ['notice'],
    ],
    [
      'the same set in unlike projects',
      [project('平台建设', `${FULL}\n`, '甲'), project('会议接待', `${FULL}\n`, '乙')],
      ['notice'],
    ],
    [
      'the same set in like projects',
      [project('南院物业费', `${FULL}\n`, '甲'), project('北院物业服务费', `${FULL}\n`, '乙')],
      [],
    ],
    [
      'one program from two levels',
      [project('居民医保补助（中央资金）', `${FULL}\n`, '甲'), project('居民医保财政补助（市级）', `${FULL}\n`, '乙')],
      [],
    ],
  ])('%s', (_, tables, expected) => {
    expect(severities('target-copied', budget(tables))).toEqual(expected);
  });
});

describe('duty tables', () => {
  const row = (duty: string, grades: string, amount = '-'): DutyPerformanceRow => {
    const [excellent, good, fair, poor] = grades.split(' ');
    const money = cell(amount);
    return {
      duty,
      ...(excellent && good && fair && poor ? { excellent, good, fair, poor } : {}),
      ...(money ? { amount: money } : {}),
      origin: {},
    };
  };

  it.each<[string, string[]]>([
    ['100% ≥80% ≥70% <70%', []],
    ['≤5天 ≤10天 ≤15天 >15天', []],
    ['优秀 良好 一般 较差', []],
    ['≥90% ≥95% ≥70% <70%', ['warning']],
    ['≥90% ≥80% ≥70% ≥70%', ['warning']],
    ['≥90% ≥80% ≥70% <60%', ['warning']],
  ])('standards %s', (grades, expected) => {
    expect(severities('duty-standards', doc({ dutyPerformance: [row('1、维护', grades)] }))).toEqual(expected);
  });

  it.each<[string, string, string[]]>([
    ['946.60', '945.60', []],
    ['946.60', '940.60', ['error']],
  ])('amounts %s', (whole, part, expected) => {
    const rows = [row('一、网络', '', whole), row('1、建设', '', part), row('2、评估', '', '1.00'), row('3、协调', '')];
    expect(severities('duty-amounts', doc({ dutyPerformance: rows }))).toEqual(expected);
  });
});

describe('every rule', () => {
  it('is silent about an empty and about a sound document', () => {
    const sound = budget([project('设备更新费', FULL, '更新设备')], funds('20.00'));
    for (const disclosure of [doc(), sound])
      for (const id of [
        'target-cost',
        'target-conflict',
        'target-missing-level',
        'target-copied',
        'target-empty-talk',
        'target-direction',
        'target-unit',
        'target-malformed',
        'target-impossible',
      ])
        expect(run(id, disclosure), id).toEqual([]);
  });
});

describe('target-weights', () => {
  const weighed = (...weights: readonly number[]): PerformanceTarget => {
    const { indicators, ...rest } = project('设备更新费', FULL, '更新设备');
    return {
      ...rest,
      indicators: indicators.map((each, i) => ({
        ...each,
        weight: { units: weights[i]!, scale: 0, text: String(weights[i]!), origin: {} },
      })),
    };
  };
  it.each<[string, PerformanceTarget[], string[]]>([
    ['more than all', [weighed(20, 20, 20, 20, 20, 10)], ['warning']],
    ['all', [weighed(20, 20, 10, 20, 20, 10)], []],
    ['all but 10 for what is spent', [weighed(10, 20, 10, 20, 20, 10)], []],
    ['weighed otherwise throughout', [weighed(1, 2, 1, 2, 2, 1), weighed(1, 2, 1, 2, 2, 1)], []],
    ['not weighed', [project('设备更新费', FULL, '更新设备')], []],
  ])('%s', (_, tables, expected) => expect(severities('target-weights', budget(tables))).toEqual(expected));
});

describe('an indicator without a value', () => {
  const without = FULL.replace('≥95%', '');
  it('is told where the others have theirs', () => {
    expect(severities('target-malformed', budget([project('甲', without, '甲'), project('乙', FULL, '乙')]))).toEqual([
      'warning',
    ]);
  });
  it.each([
    ['none has one', FULL.replace(/\| [^|\n]*$/gm, '| ')],
    ['it stands with its name', FULL.replace('合格率 | | ≥95%', '合格率≥95% | | ')],
  ])('silent: %s', (_, text) => {
    expect(severities('target-malformed', budget([project('甲', text, '甲'), project('乙', FULL, '乙')]))).toEqual([]);
  });
});

describe('target-placed', () => {
  it.each<[string, string, number]>([
    ['a rate among counts', '数量指标 | 覆盖率 | | ≥90%', 1],
    ['a count among qualities', '质量指标 | 宣传次数 | | ≥3次', 1],
    ['a rate of something else among satisfactions', '满意度指标 | 按期办结率 | | ≥95%', 1],
    ['a count', '数量指标 | 宣传次数 | | ≥3次', 0],
    ['how often something fails', '质量指标 | 安全事故次数 | | ≤1次', 0],
    ['a satisfaction', '服务对象满意度指标 | 群众满意率 | | ≥95%', 0],
    ['a rate of no money among costs', '经济成本指标 | 案件完成及时率 | | ≥90%', 1],
    ['a rate of money among costs', '经济成本指标 | 成本控制率 | | ≤100%', 0],
    ['a satisfaction among benefits', '社会效益指标 | 群众满意度 | | ≥95%', 1],
    ['how long it lasts, among ecological benefits', '生态效益指标 | 项目作用的可持续性 | | 1年', 1],
    ['an ecological benefit that lasts', '生态效益指标 | 生态环境可持续影响 | | 1年', 0],
    ['what it costs others', '社会成本指标 | 搬迁损失 | | ≤5万元', 0],
  ])('%s', (_, line, count) => {
    expect(severities('target-placed', budget([project('更新', line, '更新设备')]))).toHaveLength(count);
  });

  it('tells all of a project’s money among social costs', () => {
    const funds = [{ source: '资金总额', amount: { fen: 270_000_000, text: '270.00', origin: {} }, origin: {} }];
    const sheet = { ...project('改造', '社会成本 | 改造总成本 | | ≤270万元'), funds };
    expect(severities('target-placed', budget([sheet]))).toEqual(['notice']);
  });

  it('tells an indicator that stands under another benefit than in the other projects', () => {
    const under = (...levels: readonly string[]) =>
      budget(levels.map((level, i) => project(`项目${i}号`, `${level}效益指标 | 孩子成长状况 | | 健康`)));
    expect(severities('target-placed', under('社会', '生态', '社会'))).toEqual(['notice']);
    expect(severities('target-placed', under('社会', '生态'))).toEqual([]);
    expect(severities('target-placed', under('社会', '社会', '社会'))).toEqual([]);
  });

  it('is one finding of a document', () => {
    const line = '数量指标 | 覆盖率 | | ≥90%';
    expect(severities('target-placed', budget([project('更新', line), project('采购', line)]))).toEqual(['notice']);
  });
});

describe('goals', () => {
  const goal = '开展日常巡查和设备维护，及时处理故障，保障各项业务正常开展。';
  it('that are word for word those of another project', () => {
    const [a, b] = ['数量指标 | 巡查次数 | | ≥3次', '数量指标 | 采购数量 | | ≥5台'];
    expect(severities('target-copied', budget([project('设备更新', a, goal), project('档案整理', b, goal)]))).toEqual([
      'notice',
    ]);
    expect(
      severities('target-copied', budget([project('2025年设备更新', a, goal), project('2026年设备更新', b, goal)])),
    ).toEqual([]);
  });

  it('that are short are copied where they speak of one of the projects only', () => {
    const [a, b] = ['数量指标 | 巡查次数 | | ≥3次', '数量指标 | 采购数量 | | ≥5台'];
    const copied = (one: string, other: string, text: string) =>
      severities('target-copied', budget([project(one, a, text), project(other, b, text)]));
    expect(copied('农田水利维修', '干部培训', '保障农田水利设施完好。')).toEqual(['notice']);
    expect(copied('农田水利维修', '干部培训', '保障工作正常开展。')).toEqual([]);
    expect(copied('农田水利维修', '农田灌溉', '保障农田水利设施完好。')).toEqual([]);
  });

  it('with a long sentence of another project', () => {
    const long = '以促进精神障碍康复人员回归和融入社会、减轻精神障碍康复人员家庭与社会负担为核心目标，打造康复服务体系';
    const [a, b] = ['数量指标 | 巡查次数 | | ≥3次', '数量指标 | 采购数量 | | ≥5台'];
    const goals = (one: string, other: string) => budget([project('设备更新', a, one), project('档案整理', b, other)]);
    expect(severities('target-copied', goals(`1.资助孤儿完成学业。2.${long}。`, `${long}。`))).toEqual(['notice']);
    expect(severities('target-copied', goals('1.资助孤儿完成学业。', `${long}。`))).toEqual([]);
  });

  it('that only repeat the project’s name', () => {
    expect(severities('target-empty-talk', budget([project('设备更新', FULL, '设备更新。')]))).toContain('notice');
  });

  it('of a form that prints no indicators are told once', () => {
    const bare = ['设备更新', '档案整理', '宣传活动'].map((name) => project(name, '', goal));
    expect(severities('target-missing-level', budget(bare))).toEqual(['notice']);
  });
});
