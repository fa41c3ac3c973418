/** Projects beside their targets: none left out, none named otherwise, none aimed at a year that is over. */
import { describe, expect, it } from 'vitest';
import type { ProjectRow } from '../../src/kinds/index.ts';
import { cell, doc } from '../rules/make.ts';
import { budget, project, run, words } from './make.ts';

const NAMES = ['驻京信访工作', '信访业务经费', '物业管理费', '法律顾问服务', '专用设备维修费'];

const projects = (...names: readonly string[]) => ({
  projects: names.map((label): ProjectRow => ({ kind: 'project', label, project: label, cells: {}, origin: {} })),
});
const targets = (...names: readonly string[]) =>
  names.map((name) => project(name, '数量指标 | 次数 | | ≥3次', '做好工作'));
const said = (id: string, ...of: Parameters<typeof budget>) =>
  run(id, budget(...of)).map(({ severity, message }) => `${severity} ${message}`);

describe('target-missing-project', () => {
  const missing = (...of: Parameters<typeof budget>) => said('target-missing-project', ...of);

  it('tells the one without a target where all others have one', () =>
    expect(missing(targets(...NAMES.slice(1)), projects(...NAMES))).toEqual([
      'warning 项目支出表中的“驻京信访工作”没有绩效目标表，其余 4 个项目都有',
    ]));

  it('a form that nobody filled in is no target', () => {
    const { goal: _, ...blank } = { ...targets('甲')[0]!, project: '', indicators: [] };
    expect(missing([...targets(...NAMES.slice(1)), blank], projects(...NAMES))).toHaveLength(1);
  });

  it('takes the list of the words where there is no table', () => {
    const list = `项目支出50万元，主要为：${NAMES.map((name) => `${name}10万元；`).join('')}`;
    expect(missing(targets(...NAMES.slice(1)), { explanation: [words('支出情况', list)] })).toHaveLength(1);
  });

  it.each<[string, ...Parameters<typeof missing>]>([
    ['all have one', targets(...NAMES), projects(...NAMES)],
    ['only some are published', targets(...NAMES.slice(2)), projects(...NAMES)],
    ['a name carries more here than there', targets('2026年驻京信访工作', ...NAMES.slice(1)), projects(...NAMES)],
    [
      'a target whose project was not read',
      [...targets(...NAMES.slice(1)), { ...targets('甲')[0]!, project: '' }],
      projects(...NAMES),
    ],
    [
      'some are secret',
      targets(...NAMES.slice(1)),
      { ...projects(...NAMES), explanation: [words('绩效', '涉密项目按要求不予公开。')] },
    ],
    [
      'what a project spent has no target',
      targets(...NAMES.slice(1)),
      { ...projects(...NAMES), stage: 'final-accounts' },
    ],
    ['no list of projects', targets(...NAMES), {}],
  ])('silent: %s', (_, ...of) => expect(missing(...of)).toEqual([]));
});

describe('project-name', () => {
  const named = (there: string) => said('project-name', targets(there, ...NAMES.slice(0, 4)), projects(...NAMES));

  it('tells a name that is one character off', () =>
    expect(named('专项设备维修费')).toEqual([
      'warning 项目支出表写作“专用设备维修费”，绩效目标表写作“专项设备维修费”，像是同一个项目，名称不一致',
    ]));

  it.each(['专用设备维修费', '专用设备维修', '应急设备购置费', '会议费'])('silent: %s', (there) =>
    expect(named(there)).toEqual([]),
  );

  it.each([
    ['one off', '专项设备维修费', 1],
    ['the same', '专用设备维修费', 0],
  ])('reads the names of a list that commas part: %s', (_, last, count) => {
    const list = [...NAMES.slice(0, 4), last].map((name, i) => `${name}${i + 1}.00万元`).join('，');
    const told = { explanation: [words('支出', `2.项目支出20.00万元。其中：${list}。`)] };
    expect(said('project-name', [], { ...projects(...NAMES), ...told })).toHaveLength(count);
  });

  it('is silent on neighbours that number or side tells apart', () => {
    const two = said('project-name', targets('水库一期工程', ...NAMES), projects('水库二期工程', ...NAMES));
    expect(two).toEqual([]);
  });
});

describe('target-count', () => {
  const promised = (count: number, ...listed: readonly string[]) =>
    said('target-count', [], {
      ...projects(...listed),
      explanation: [words('七、预算绩效情况', `所有项目支出纳入绩效管理，设置并编报${count}个项目绩效目标。`)],
    });

  it('tells another number than the projects listed', () => {
    const [message] = promised(7, ...NAMES);
    expect(message).toMatch(/7.*列出 5 个项目/);
  });
  it.each([
    ['as many', promised(5, ...NAMES)],
    ['a name in two units', promised(7, ...NAMES, NAMES[0]!)],
    ['no list', promised(7)],
  ])('silent: %s', (_, found) => expect(found).toEqual([]));

  const aimedAt = (amount: string) =>
    said(
      'target-count',
      targets('甲项目', '乙项目').map((target) => ({
        ...target,
        funds: [{ source: '资金', amount: cell('10.00')!, origin: {} }],
      })),
      {
        explanation: [words('七、预算绩效情况', `纳入绩效目标管理的项目3个，涉及资金${amount}万元。`)],
      },
    );
  it('tells money that one slip in a target makes another sum', () => {
    const counted = (amount: string) =>
      said(
        'target-count',
        targets('甲项目', '乙项目').map((target, i) => ({
          ...target,
          funds: [{ source: '资金', amount: cell(i === 0 ? '18.00' : amount)!, origin: {} }],
        })),
        { explanation: [words('七、预算绩效情况', '纳入绩效目标管理的项目2个，涉及资金76.00万元。')] },
      );
    expect(counted('58.00')).toEqual([]);
    expect(counted('53.00')[0]).toMatch(/相差 5.00 万元；“乙项目”若为 58.00 万元/);
    // Other money may be among what the words tell.
    expect(counted('41.20')).toEqual([]);
  });
  it('tells more projects than have targets where those have all the money', () => {
    expect(aimedAt('20.00')).toHaveLength(1);
    expect(aimedAt('30.00')).toEqual([]);
  });
});

describe('target-year', () => {
  const dated = (target: string, goal = '做好工作') =>
    run('target-year', budget([project('甲', `时效指标 | 完成时间 | | ${target}`, goal)], { year: 2026 })).map(
      ({ severity }) => severity,
    );

  it.each(['2025年12月31日', '≤2025年12月', '2025.12.31前', '2025年底前', '2025年1月---2025年12月'])(
    'tells a deadline that is over: %s',
    (target) => expect(dated(target)).toEqual(['warning']),
  );
  it.each([
    '2026年12月31日',
    '2025年6月至2026年1月',
    '2027年底前',
    '12月底前',
    '2025年度决算',
    '2025-2026年',
    '2025册',
    '≥2025人次',
  ])('silent: %s', (target) => expect(dated(target)).toEqual([]));
  it('tells a plan for a year that is over, unless this year is told beside it', () => {
    expect(dated('12月底前', '2025年预计救助1000人。')).toEqual(['notice']);
    expect(dated('12月底前', '2025年预计救助1000人，2026年救助1200人。')).toEqual([]);
    expect(dated('12月底前', '完成2025年文书档案整理。')).toEqual([]);
    expect(dated('12月底前', '2025年举办普法活动60场。')).toEqual(['notice']);
    expect(dated('12月底前', '2025年举办了普法活动60场，继续举办。')).toEqual([]);
  });
  it('tells indicators that are times, once for a sheet, and each goal of the whole agency by itself', () => {
    const indicators = ['2025年1月至12月', '2025年5月至7月'].map((time, i) => ({
      level1: '产出指标',
      level2: '时效指标',
      level3: `指标${i + 1}：${time}`,
      target: '完成率100%',
      origin: {},
    }));
    const goal = '目标1：2025年第一季度督促企业自查，第二季度检查。目标2：2026年组织演练。';
    const overall = doc({
      year: 2026,
      overallPerformance: [{ title: '整体支出绩效目标表', goal, indicators, origin: {} }],
    });
    expect(
      run('target-year', overall).map(({ form, severity, evidence }) => [form, severity, evidence.length]),
    ).toEqual([
      ['overall-performance', 'warning', 2],
      ['overall-performance', 'notice', 1],
    ]);
  });
  it.each([
    ['2027年12月31日前，完成案件指派200件。', ['notice']],
    ['2026年完成立项，2027年12月31日前，完成案件指派200件。', []],
    ['落实《三年行动方案（2025—2027年）》，年底前完成。', []],
  ])('a goal put off to the next year: %s', (goal, told) => expect(dated('12月底前', goal)).toEqual(told));
  it('tells what projects are said to do in a year that is over', () => {
    const projects = (purpose: string) =>
      doc({ year: 2026, projects: [{ kind: 'project', label: '执法检查', purpose, cells: {}, origin: {} }] });
    expect(run('target-year', projects('2023年计划对企业开展执法检查。'))).toHaveLength(1);
    expect(run('target-year', projects('根据2023年工作方案，2026年计划对企业开展执法检查。'))).toEqual([]);
  });
});

/** A part about a project, with what it arranges for 2026, beside its table of targets. */
const arranging = (text: string, ...asked: readonly string[]) =>
  doc({
    year: 2026,
    explanation: [{ ...words('六、年度预算安排', text), part: '新馆工程项目经费情况说明' }],
    performance: [
      { ...targets('新馆工程')[0]!, funds: asked.map((amount) => ({ source: '', amount: cell(amount)!, origin: {} })) },
    ],
  });

describe('project-year-amount', () => {
  const found = (text: string) => run('project-year-amount', arranging(text)).map(({ message }) => message);

  it('tells a project of which the year has no money, only all its years together and one before', () =>
    expect(found('本项目可研批复总投资为1300.50万元，其中建安费1200.50万元。2025年安排资金500万元。')).toEqual([
      '项目“新馆工程”的“年度预算安排”没有写 2026 年的金额，写的都是项目总投资或以前年度的，如“本项目可研批复总投资为1300.50万元”',
    ]));
  it.each([
    '2026年度预算安排261.45万元。',
    '项目总投资1300.50万元，本年度安排261.45万元。',
    '261.45万元',
    '项目总投资1300.50万元，2024—2027年分年安排。',
    '2025年安排资金500万元，本项目已在上年安排完毕，不再安排。',
    '按季度拨付。',
  ])('silent: %s', (text) => expect(found(text)).toEqual([]));
});

describe('project-amount', () => {
  it('compares what the words arrange for the year with the targets of the project', () => {
    const told = (text: string) =>
      run('project-amount', arranging(text, '1300.50', '261.45', '0')).map(({ expected, actual }) => [
        expected,
        actual,
      ]);
    expect(told('2026年度预算安排216.45万元。')).toEqual([[261_450_000, 216_450_000]]);
    expect(told('本年度预算安排261.45万元，其中设备20万元。')).toEqual([]);
    expect(told('2026年度预算安排216.45万元，差异为上年结转。')).toEqual([]);
    expect(told('2025年安排216.45万元。')).toEqual([]);
  });

  const row = (label: string, amount: string, purpose: string) => ({
    kind: 'project' as const,
    label,
    purpose,
    cells: { total: cell(amount)! },
    origin: {},
  });
  const RIGHT = [row('宣传', '15.00', '申请财政拨款15万元用于宣传。'), row('培训', '20.00', '经核算需20万元。')];
  const found = (...projects: readonly ReturnType<typeof row>[]) =>
    run('project-amount', doc({ projects })).map(({ severity, difference }) => [severity, difference]);

  it('tells another amount than the project has, and is sure where others agree', () => {
    expect(found(...RIGHT, row('演练', '30.00', '项目所需资金：申请财政拨款105万元。'))).toEqual([
      ['warning', 75_000_000],
    ]);
    expect(found(row('演练', '30.00', '项目所需资金：申请财政拨款105万元。'))).toEqual([['notice', 75_000_000]]);
  });
  it.each([
    ['the same', row('演练', '105.00', '申请财政拨款105万元。')],
    ['a part', row('演练', '30.00', '其中申请专项资金12万元。')],
    ['several', row('演练', '30.00', '需租车费12万元，需印刷费18万元。')],
    ['another year', row('演练', '30.00', '2024年已安排专项资金50万元。')],
    ['no demand', row('演练', '30.00', '全市企业产值105万元。')],
  ])('silent: %s', (_, project) => expect(found(...RIGHT, project)).toEqual([]));
  it('adds up the rows of one project', () =>
    expect(found(...RIGHT, row('演练', '40.00', '申请财政拨款105万元。'), row('演练', '65.00', ''))).toEqual([]));

  const evaluated = (text: string) =>
    run('project-amount', doc({ year: 2026, projects: RIGHT, explanation: [words('绩效', text)] })).map(
      ({ severity, expected, actual }) => [severity, expected, actual],
    );
  it('tells the money of a project to be evaluated that is one slip away from its own', () => {
    const told = '拟对宣传等1个项目开展部门重点绩效评价，涉及预算资金15万元，其中财政拨款16万元。';
    expect(evaluated(told)).toEqual([['warning', 15_000_000, 16_000_000]]);
    expect(evaluated('拟对宣传、培训2个项目开展绩效评价，涉及资金85万元。')).toEqual([
      ['notice', 35_000_000, 85_000_000],
    ]);
  });
  it.each([
    ['what it gets', '拟对宣传等1个项目开展绩效评价，涉及预算资金15万元，其中财政拨款15万元。'],
    ['not all are named', '拟对宣传等2个项目开展绩效评价，涉及预算资金16万元。'],
    ['a project of no table', '拟对演练等1个项目开展绩效评价，涉及预算资金16万元。'],
    ['another amount, of others too', '拟对宣传等1个项目开展绩效评价，涉及预算资金5450万元。'],
    ['another year', '对2025年宣传等1个项目开展绩效评价，涉及预算资金16万元。'],
  ])('silent where projects are evaluated: %s', (_, text) => expect(evaluated(text)).toEqual([]));

  const listedBehind = (text: string) =>
    run(
      'project-amount',
      doc({
        year: 2026,
        projects: [row('公路养护项目', '15.00', ''), row('河道整治项目', '20.00', ''), row('村庄绿化项目', '9.00', '')],
        explanation: [words('项目支出', text)],
      }),
    ).map(({ severity, actual }) => [severity, actual]);
  it('tells an amount right behind the name of a project', () =>
    expect(listedBehind('主要项目：公路养护项目支出15万元；河道整治项目，预算安排20万元；村庄绿化项目6万元。')).toEqual(
      [['warning', 6_000_000]],
    ));
  it.each([
    ['what the projects get', '公路养护项目安排15万元、河道整治项目20万元。'],
    ['another year', '村庄绿化项目2025年安排6万元。'],
    ['a part of it', '一般行政管理事务（项），公路养护项目7.20万元。'],
    ['more between', '村庄绿化项目比上年增加6万元。'],
    ['a name within another', '山区村庄绿化项目6万元。'],
  ])('silent behind a name: %s', (_, text) => expect(listedBehind(text)).toEqual([]));

  const introduced = (scale: string, divided: string) =>
    run(
      'project-amount',
      doc({
        year: 2026,
        projects: RIGHT,
        explanation: [
          words(
            '项目支出',
            '项目名称：宣传经费',
            `预算安排规模：${scale}`,
            '项目承担单位：某局',
            `资金分配情况：${divided}`,
          ),
        ],
      }),
    ).map(({ severity, expected, actual }) => [severity, expected, actual]);
  it('knows a project by the line that is its name, too', () => {
    const named = (amount: string) =>
      run(
        'project-amount',
        doc({
          year: 2026,
          projects: RIGHT,
          explanation: [words('项目情况', '1.宣传经费', '（4）实施周期：2026年', `（5）年度预算安排：${amount}`)],
        }),
      ).map(({ severity, actual }) => [severity, actual]);
    expect(named('15.00万元')).toEqual([]);
    expect(named('16.00万元')).toEqual([['warning', 16_000_000]]);
  });
  it('tells a project that the words introduce with another sum than the table gives it, or than its parts make up', () => {
    expect(introduced('16.00万元', '办公费10.00万元，印刷费6.00万元。')).toEqual([['warning', 15_000_000, 16_000_000]]);
    expect(introduced('15.00万元', '办公费10.00万元，印刷费6.00万元。')).toEqual([['warning', 16_000_000, 15_000_000]]);
  });
  it.each([
    ['as the table', '15.00万元', '办公费10.00万元，印刷费5.00万元。'],
    ['some of the parts', '15.00万元', '办公费10.00万元，印刷费3.00万元等。'],
  ])('silent where a project is introduced: %s', (_, scale, divided) => expect(introduced(scale, divided)).toEqual([]));
});

describe('project-funds-across', () => {
  const listed = (label: string, amount: string) => ({
    kind: 'project' as const,
    label,
    cells: { total: cell(amount)! },
    origin: {},
  });
  const aimed = (name: string, ...amounts: readonly string[]) => ({
    ...targets(name)[0]!,
    funds: amounts.map((amount) => ({ source: '资金', amount: cell(amount)!, origin: {} })),
  });
  const THREE = NAMES.slice(0, 3);
  const right = { projects: THREE.map((name) => listed(name, '10.00')), performance: THREE.map((n) => aimed(n, '10')) };
  const found = (projects: readonly ReturnType<typeof listed>[], performance: readonly ReturnType<typeof aimed>[]) =>
    run(
      'project-funds-across',
      doc({ projects: [...right.projects, ...projects], performance: [...right.performance, ...performance] }),
    ).map(({ message }) => message);

  it('tells another amount than the table of projects has', () =>
    expect(found([listed('食堂包厨服务', '131.03')], [aimed('食堂包厨服务', '173.41', '173.41')])).toEqual([
      '项目“食堂包厨服务”在项目支出表里是 131.03 万元，在绩效目标表里是 173.41 万元，相差 42.38 万元',
    ]));
  it('gives notice of one digit that differs where few projects agree', () => {
    const few = (own: string, other: string) =>
      run(
        'project-funds-across',
        doc({
          projects: [listed('甲', '10.00'), listed('食堂', own)],
          performance: [aimed('甲', '10.00'), aimed('食堂', other)],
        }),
      ).map(({ severity }) => severity);
    expect(few('26.00', '20.00')).toEqual(['notice']);
    expect(few('26.00', '141.35')).toEqual([]);
  });
  it.each([
    ['the same', [listed('食堂', '131.03')], [aimed('食堂', '131.03')]],
    ['one of its funds', [listed('食堂', '131.03')], [aimed('食堂', '200.00', '131.03')]],
    ['of two units', [listed('食堂', '1.00'), listed('食堂', '2.00')], [aimed('食堂', '2.00'), aimed('食堂', '1.00')]],
    ['a sheet of one unit only', [listed('食堂', '1.00'), listed('食堂', '2.00')], [aimed('食堂', '2.00')]],
    ['several differ', ['食堂', '保安'].map((n) => listed(n, '1')), ['食堂', '保安'].map((n) => aimed(n, '2'))],
  ])('silent: %s', (_, projects, performance) => expect(found(projects, performance)).toEqual([]));
});
