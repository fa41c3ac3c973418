/** What sentences say: real clauses and the wordings of other provinces. */
import { describe, expect, it } from 'vitest';
import { fenOf, type Mention, readMentions } from '../../src/words/index.ts';
import { doc, table } from '../rules/make.ts';
import { section } from './make-words.ts';

/** A mention in short: quantity:aspect, direction and figure in 万元, percent or count. */
function short(mention: Mention): string {
  const { quantity, aspect, printed, direction, year, base } = mention;
  const figure =
    printed.kind === 'amount'
      ? fenOf(mention)! / 1_000_000
      : 'value' in printed
        ? `${printed.value}${printed.unit}`
        : '';
  const of = year ? ` of ${year}` : '';
  const against = base?.year ? ` against ${base.year}` : '';
  return `${quantity}:${aspect}${direction ? ` ${direction}` : ''} ${figure}${of}${against}`
    .replace(':level', '')
    .trim();
}

const read = (title: string, paragraphs: readonly string[], stage: 'budget' | 'final-accounts' = 'budget') =>
  readMentions(
    doc(
      {
        year: 2026,
        stage,
        agency: { name: '某区司法局', level: 'department' },
        explanation: [section(title, ...paragraphs)],
      },
      table('expenditure', 'total', '204 公共安全支出 90\n2040601 行政运行 90\ntotal 合计 90'),
    ),
  ).map(short);

const OF_CLASSES = table(
  'general-public',
  'total',
  '204 公共安全支出 90\n2040601 行政运行 60\n2040699 其他司法支出 30\ntotal 合计 90',
);

it('items of a class are told below its line, or listed behind it', () => {
  const told = (...paragraphs: readonly string[]) =>
    readMentions(
      doc(
        {
          year: 2026,
          stage: 'final-accounts',
          explanation: [section('一般公共预算财政拨款支出决算情况说明', ...paragraphs)],
        },
        OF_CLASSES,
      ),
    ).map(short);
  expect(
    told(
      '1.公共安全支出（类）年初预算80万元，支出决算90万元。',
      '（1）行政运行（项）年初预算50万元，支出决算60万元，完成年初预算的120%。',
    ),
  ).toEqual([
    'general-public[204].total:initial 80',
    'general-public[204].total 90',
    'expenditure[2040601].total:initial 50',
    'expenditure[2040601].total 60',
    'expenditure[2040601].total:completion 120%',
  ]);
  expect(
    told('1.公共安全支出年初预算80万元，支出决算90万元。其中：行政运行支出决算60万元；其他司法支出支出决算30万元。'),
  ).toEqual([
    'general-public[204].total:initial 80',
    'general-public[204].total 90',
    'general-public[2040601].total 60',
    'general-public[2040699].total 30',
  ]);
});

it('a sentence about the budget goes on about what its paragraph is of', () => {
  const whole = '2024年度一般公共预算财政拨款支出90万元，其中：基本支出60万元，项目支出30万元。';
  expect(
    read('一般公共预算财政拨款支出决算情况说明', [`${whole}完成年初预算80万元的112.5%。`], 'final-accounts').slice(-2),
  ).toEqual(['general-public[total].total:initial 80', 'general-public[total].total:completion 112.5%']);
  expect(
    read(
      '一般公共预算财政拨款支出决算情况说明',
      ['司法（款）行政运行（项）90万元。年初预算80万元，支出决算完成年初预算的112.5%。'],
      'final-accounts',
    ).at(-1),
  ).toBe('expenditure[2040601].total:completion 112.5%');
  expect(
    read('“三公”经费支出决算情况', ['“三公”经费支出决算9万元，为年初预算10万元的90%。'], 'final-accounts'),
  ).toEqual(['three-publics[total] 9', 'three-publics[total]:initial 10', 'three-publics[total]:completion 90%']);
});

it('parts of appropriations are no parts of everything', () => {
  const text = '2024年度财政拨款收入支出总计90万元，其中：本年收入80万元、年初结转和结余10万元；本年支出90万元。';
  expect(read('财政拨款收入支出决算总体情况说明', [text], 'final-accounts')).toEqual([
    'appropriation-balance[总计] 90 of 2024',
    'appropriation-balance[本年收入合计].amount 80 of 2024',
    'revenue[total].carryover 10',
    'appropriation-balance[本年支出合计].total 90 of 2024',
  ]);
});

it('what is paid for by a fund is no whole of the fund', () => {
  const paid = '2024年度机关运行经费支出决算89万元（其中：一般公共预算支出89万元；政府性基金预算支出0万元）。';
  expect(read('机关运行经费支出情况说明', [paid], 'final-accounts')).toEqual([
    'agency-operating 89 of 2024',
    'agency-operating/一般公共预算支出 89 of 2024',
    'agency-operating/政府性基金预算支出 0 of 2024',
  ]);
  expect(read('绩效目标情况', ['3个项目实行绩效目标管理，涉及一般公共预算84.50万元、其他资金4.40万元。'])).toEqual([
    'performance[projects] 3个',
    'performance[funds]/一般公共预算 84.5',
    'performance[funds]/其他资金 4.4',
  ]);
});

it('meetings, trainings and cars are counted beside their money', () => {
  expect(read('会议费支出情况', ['2024年度全年召开会议6个，参加会议240人次。'], 'final-accounts')).toEqual([
    'gatherings[meetings] 6个 of 2024',
    'gatherings[meeting-people] 240人次 of 2024',
  ]);
  expect(read('“三公”经费支出情况', ['国内公务接待12批次（其中外事接待0批次），国内公务接待96人次。'])).toContain(
    'receptions[people] 96人次',
  );
});

const CASES: readonly (readonly [string, string, string, readonly string[], 'final-accounts'?])[] = [
  [
    'an item of Shanghai with its comparison',
    '',
    '1、公共安全支出（204类）司法（06款）行政运行（01项）1672.67万元。主要用于：基本支出。2025年当年预算执行数为1690.69万元，2026年预算安排1672.67万元，比2025年预算执行数减少1.07%。',
    [
      'expenditure[2040601].total 1672.67',
      'expenditure[2040601].total:last 1690.69 of 2025',
      'expenditure[2040601].total 1672.67 of 2026',
      'expenditure[2040601].total:percent down 1.07% against 2025',
    ],
  ],
  [
    'items that carry their code, before the name or behind it',
    '',
    '（一）2040601-行政运行 90.00 万元。住房公积金（2210201）12.00万元，较上年减少0.90万元，下降6.98%。共计2026-3万元。',
    [
      'expenditure[2040601].total 90',
      'expenditure[2210201].total 12',
      'expenditure[2210201].total:change down 0.9',
      'expenditure[2210201].total:percent down 6.98%',
    ],
  ],
  [
    "items that carry their code behind the paragraph's number, and no amount of that look",
    '',
    '2.204公共安全支出120.00万元。2040601行政运行90.00万元。',
    ['expenditure[204].total 120', 'expenditure[2040601].total 90'],
  ],
  [
    'behind 财政拨款收入总计 stands 支出总计 alone, an aside between them or not',
    '财政拨款收入支出决算总体情况说明',
    '2026年度财政拨款收入总计60.00万元（含年初结转5.00万元），支出总计60.00万元。',
    ['appropriation-balance[总计] 60 of 2026', 'within/年初结转 5', 'appropriation-balance[总计] 60'],
  ],
  [
    '降幅 tells which way, as 增幅 does',
    '三公经费',
    '公务用车运行维护费8.00万元，较2025年预算数减少1.00万元，降幅11.11%。',
    [
      'three-publics[vehicle-running] 8',
      'three-publics[vehicle-running]:change down 1 against 2025',
      'three-publics[vehicle-running]:percent down 11.11% against 2025',
    ],
  ],
  [
    '总计 is with what was brought forward, 本年…合计 without',
    '收入支出决算总体情况',
    '（一）收入决算总计66.42万元。包括：本年收入决算合计66.29万元。',
    ['balance[收入总计] 66.42', 'balance[本年收入合计] 66.29'],
    'final-accounts',
  ],
  [
    'a class with 共计 behind its name',
    '支出预算情况说明',
    '2026年支出预算77万元。按功能分类：教育支出共计54万元，卫生健康支出合计23万元。',
    ['balance[支出总计] 77 of 2026', 'expenditure[205].total 54', 'expenditure[210].total 23'],
  ],
  [
    '支出预算 behind its parts',
    '收支预算总体情况',
    '支出预算：2026年年初预算数77万元，其中：教育支出预算54万元，其他支出23万元。支出预算较2025年增加40万元。',
    [
      'balance[支出总计] 77 of 2026',
      'expenditure[205].total 54',
      'expenditure[229].total 23',
      'balance[支出总计]:change up 40 against 2025',
    ],
  ],
  [
    '支出决算 again is that of what the paragraph is of',
    '三公经费',
    '1.因公出国（境）费全年预算为20.00万元，支出决算为15.60万元。支出决算较上年增加3.60万元，增长30.0%。',
    [
      'three-publics[overseas]:adjusted 20',
      'three-publics[overseas] 15.6',
      'three-publics[overseas]:change up 3.6',
      'three-publics[overseas]:percent up 30%',
    ],
    'final-accounts',
  ],
  [
    'a class with what was planned for it and what was spent',
    '财政拨款支出决算情况说明',
    '公共安全支出年初预算数为39.00万元，决算数为39.60万元，完成年初预算的101.5%。',
    ['expenditure[204].total:initial 39', 'expenditure[204].total 39.6', 'expenditure[204].total:completion 101.5%'],
    'final-accounts',
  ],
  [
    'the base named again with the thing compared',
    '三公经费',
    '2026年财政拨款“三公”经费预算244.85万元，比2025年财政拨款“三公”经费年初预算增加16.03万元，增长7.01%。',
    [
      'three-publics[total] 244.85 of 2026',
      'three-publics[total]:change up 16.03 against 2025',
      'three-publics[total]:percent up 7.01% against 2025',
    ],
  ],
  [
    'behind an aside in brackets goes on what was spoken of before it',
    '三公经费',
    '公务用车购置及运行维护费2.5万元（公务用车购置费0万元；公务用车运行维护费2.5万元，比上年减少2万元。）比上年减少1万元，下降28.6%。',
    [
      'three-publics[vehicles] 2.5',
      'three-publics[vehicle-purchase] 0',
      'three-publics[vehicle-running] 2.5',
      'three-publics[vehicle-running]:change down 2',
      'three-publics[vehicles]:change down 1',
      'three-publics[vehicles]:percent down 28.6%',
    ],
  ],
  [
    'a sentence that begins with a comparison goes on about the whole, not about the last part',
    '支出预算情况',
    '（二）支出预算：2026年年初预算数90.00万元。按支出功能分类，包括公共安全支出90.00万元。支出比2025年增加3.00万元，主要是基本支出增加1.00万元，项目支出增加2.00万元。',
    [
      'balance[支出总计] 90 of 2026',
      'expenditure[204].total 90',
      'balance[支出总计]:change up 3 against 2025',
      'expenditure[total].basic:change up 1',
      'expenditure[total].project:change up 2',
    ],
  ],
  [
    'revenue and expenditure behind each other, with 资金 and 相应',
    '收入预算情况',
    '2026年收入预算90.00万元，其中：事业收入资金8.00万元。相应安排支出预算90.00万元，比上年增加3.00万元。其中：基本支出80.00万元、项目支出10.00万元。',
    [
      'balance[收入总计] 90 of 2026',
      'revenue[total].institutional 8',
      'balance[支出总计] 90',
      'balance[支出总计]:change up 3',
      'expenditure[total].basic 80',
      'expenditure[total].project 10',
    ],
  ],
  [
    'an item that neither the tables nor the lists know: what is said of it is of one thing',
    '',
    '（9）公共安全支出（类）司法（款）没有的事（项）340.72万元，主要用于考试。比上年执行数增加53.31万元，增长18.5%。',
    ['words/1 340.72', 'words/1:change up 53.31', 'words/1:percent up 18.5%'],
  ],
  [
    'things counted in passing leave the subject as it was',
    '三公经费',
    '公务用车购置费15.00万元（含购置税），主要用于经批准购置的5辆公务用车，比上年预算数增加2.00万元。',
    [
      'three-publics[vehicle-purchase] 15',
      'vehicles-purchase[total] 5辆',
      'three-publics[vehicle-purchase]:change up 2',
    ],
  ],
  [
    'vehicles of uses that no list has, and equipment above a price',
    '国有资产',
    '共有车辆10台，其中业务用车6辆、其他按照规定配备的公务用车4辆，单价20万元以上的设备13台（套）。当年安排购置车辆0辆；安排购置单价20万元以上的设备1台（套）。',
    [
      'vehicles[total] 10台',
      'vehicles[业务用车] 6辆',
      'vehicles[其他按照规定配备的公务用车] 4辆',
      'equipment[large] 13台',
      'vehicles-purchase[total] 0辆',
      'equipment-purchase[large] 1台',
    ],
  ],
  [
    'what is counted may stand behind its number',
    '',
    '内设9个处室，下设1个事业单位。项目均实行绩效目标管理，共计31个一级项目，涉及资金12.00万元。',
    ['organization[offices] 9个', 'organization[units] 1个', 'performance[projects] 31个', 'performance[funds] 12'],
  ],
  [
    'projects with targets and their money, whatever heading stands above',
    '',
    '2026年政策和项目全面实施绩效目标管理，涉及预算项目3个，预算资金235万元。',
    ['performance[projects] 3个 of 2026', 'performance[funds] 235'],
  ],
  [
    'what is said right behind a subject that no pattern knows is of it, in its sentence only',
    '',
    '2026年安排委托业务费478.2万元，比上年增加49.27万元，增长11.5%。减少1万元。',
    ['words/1 478.2 of 2026', 'words/1:change up 49.27', 'words/1:percent up 11.5%'],
  ],
  [
    'a comparison behind a list of unknown subjects is of nobody',
    '',
    '电脑30万元、桌椅20万元，比上年减少5万元，下降9.09%。',
    [],
  ],
  [
    'the figure compared with, told within the comparison',
    '三公经费',
    '2026年“三公”经费财政拨款预算35.00万元，比2025年“三公”经费财政拨款预算38.00万元减少3.00万元。',
    [
      'three-publics[total] 35 of 2026',
      'three-publics[total]:last 38 against 2025',
      'three-publics[total]:change down 3',
    ],
  ],
  [
    'a paragraph whose own heading names the subject',
    '三公经费',
    '2.公务接待费。2026年预算数2.00万元，比2025年预算数3.00万元减少1.00万元。',
    [
      'three-publics[hospitality] 2 of 2026',
      'three-publics[hospitality]:last 3 against 2025',
      'three-publics[hospitality]:change down 1',
    ],
  ],
  [
    'after a list the whole is spoken of again',
    '三公经费',
    '公务用车运行维护费2026年预算数33.00万元，其中：加油10.00万元，维修23.00万元。比2025年预算数35.00万元减少2.00万元。',
    [
      'three-publics[vehicle-running] 33 of 2026',
      'three-publics[vehicle-running]/加油 10',
      'three-publics[vehicle-running]/维修 23',
      'three-publics[vehicle-running]:last 35 against 2025',
      'three-publics[vehicle-running]:change down 2',
    ],
  ],
  [
    'parts of 机关运行经费 are not the three publics',
    '机关运行经费安排情况',
    '2026年，本部门机关运行经费安排50.00万元，其中：办公费40.00万元，公务用车运行维护费10.00万元。',
    ['agency-operating 50 of 2026', 'agency-operating/办公费 40', 'agency-operating/公务用车运行维护费 10'],
  ],
  [
    'classes of the appropriation balance',
    '关于2026年财政拨款收支总表的说明',
    '2026年财政拨款收支总预算100.00万元。支出包括：公共安全支出90.00万元。',
    ['appropriation-balance[总计] 100 of 2026', 'appropriation-balance[204].total 90'],
  ],
  [
    'an item under the heading of its class',
    '支出预算情况',
    '1．司法（款）行政运行（项）支出90.00万元，与上年相比增加4.00万元。',
    ['expenditure[2040601].total 90', 'expenditure[2040601].total:change up 4'],
  ],
  [
    'the 年初预算 of a budget is the budget',
    '一般公共预算支出预算情况说明',
    '2026年一般公共预算支出年初预算为90.00万元。',
    ['general-public[total].total 90 of 2026'],
  ],
  [
    'an item called a 科目',
    '',
    '1. “公共安全支出（类）司法（款）行政运行（项）”科目90.00万元，主要用于运行费。',
    ['expenditure[2040601].total 90'],
  ],
  [
    'what pays for projects is not all that is received',
    '项目支出表的说明',
    '2026年共安排项目支出23.00万元。主要包括：本年财政拨款安排23.00万元。',
    [],
  ],
  [
    'an item in quotation marks without codes',
    '',
    '3. “一般公共服务支出（类）商贸事务（款）事业运行（项）”290.18万元，主要用于运行费。',
    ['expenditure[2011350].total 290.18'],
  ],
  [
    'an item whose name holds a list',
    '',
    '节能环保支出（211类）环境保护管理事务（01款）环境保护法规、规划及标准（05项）5万元。',
    ['expenditure[2110105].total 5'],
  ],
  [
    'spaces within figures',
    '收入说明',
    '2021 年预算收入 4 279.86 万元，其中：基金预算收入 0 万元',
    ['balance[收入总计] 4279.86 of 2021', 'revenue[total].government-fund 0'],
  ],
  [
    'changes of parts with their reasons',
    '比上年增减情况',
    '2026年部门预算收支安排4279.86万元，较2025年增加182.75万元，其中：基本支出增加57.32万元，主要是新调入人员；项目支出减少8.81万元。',
    [
      'balance[总计] 4279.86 of 2026',
      'balance[总计]:change up 182.75 against 2025',
      'expenditure[total].basic:change up 57.32',
      'expenditure[total].project:change down 8.81',
    ],
  ],
  [
    'a list of projects',
    '支出说明',
    '项目支出13万元，主要为：办公设备购置（中心）11万元；支持外贸稳增长2万元。',
    [
      'expenditure[total].project 13',
      'expenditure[total].project/办公设备购置(中心) 11',
      'expenditure[total].project/支持外贸稳增长 2',
    ],
  ],
  [
    'totals of final accounts',
    '',
    '某区司法局2026年度收、支总计均为2995.39万元。与2025年度相比，收、支总计各减少56.95万元，下降1.87%。',
    [
      'balance[总计] 2995.39 of 2026',
      'balance[总计]:change down 56.95 against 2025',
      'balance[总计]:percent down 1.87% against 2025',
    ],
    'final-accounts',
  ],
  [
    'an item of final accounts',
    '',
    '公共安全支出（类）司法（款）行政运行（项）。年初预算为100.00万元，支出决算为90万元，完成年初预算的90%。决算数小于年初预算数的主要原因：节约。',
    [
      'expenditure[2040601].total:initial 100',
      'expenditure[2040601].total 90',
      'expenditure[2040601].total:completion 90%',
      'expenditure[2040601].total:order down',
    ],
    'final-accounts',
  ],
  [
    'the budget of the whole year is no figure of accounts, and stands apart from the initial one',
    '“三公”经费',
    '“三公”经费财政拨款支出全年预算为12.00万元，支出决算为10.50万元，完成预算的87.50%。',
    ['three-publics[total]:adjusted 12', 'three-publics[total] 10.5', 'three-publics[total]:completion 87.5%'],
    'final-accounts',
  ],
  [
    'shares of classes',
    '一般公共预算支出',
    '一般公共预算财政拨款支出90万元，主要用于以下方面：公共安全支出（类）90万元，占100%',
    ['general-public[total].total 90', 'general-public[204].total 90', 'general-public[204].total:share 100%'],
  ],
  [
    'vehicles by use; a threshold is no figure',
    '国有资产',
    '共有车辆3辆，其中：执法执勤用车3辆、其他用车0辆；单价100万元（含）以上设备（不含车辆）2台（套）。',
    ['vehicles[total] 3辆', 'vehicles[执法执勤用车] 3辆', 'vehicles[其他用车] 0辆', 'equipment[large] 2台'],
  ],
  [
    'a minus after a word of direction',
    '三公',
    '公务接待费1万元，比上年减少-3.2万元',
    ['three-publics[hospitality] 1', 'three-publics[hospitality]:change down -3.2'],
  ],
  [
    'against the budget of the year itself, by how much it is beyond it, and the part of it that is done',
    '三公经费',
    '“三公”经费支出决算为8.00万元，完成全年预算10.00万元的80.00%，比年初预算减少2.00万元；公务接待费支出决算为3.00万元，完成年初预算100%，决算数大于预算数0.50万元。',
    [
      'three-publics[total] 8',
      'three-publics[total]:adjusted 10',
      'three-publics[total]:completion 80%',
      'three-publics[total]:change down 2',
      'three-publics[hospitality] 3',
      'three-publics[hospitality]:completion 100%',
      'three-publics[hospitality]:order up',
      'three-publics[hospitality]:change up 0.5',
    ],
    'final-accounts',
  ],
  [
    'the whole of shares named without a figure, and what is counted beside money',
    '三公经费',
    '“三公”经费支出决算中，公务接待费支出决算2.00万元，占20.00%。国内公务接待12批次（其中外事接待1批次），公务接待费比上年减少0.50万元。因公出国（境）团组0个，公务用车保有量为3辆。',
    [
      'three-publics[hospitality] 2',
      'three-publics[hospitality]:share 20%',
      'receptions[batches] 12批次',
      'receptions[foreign-batches] 1批次',
      'three-publics[hospitality]:change down 0.5',
      'trips[groups] 0个',
      'official-cars[total] 3辆',
    ],
    'final-accounts',
  ],
  [
    'bodies that are named as others are no other part of the noun',
    '三公经费',
    '2026年全县行政单位（含参公单位）、事业单位和其他单位使用财政拨款安排“三公”经费预算总额为90.00万元，较2025年的100.00万元减少10.00万元。',
    [
      'three-publics[total] 90 of 2026',
      'three-publics[total]:last 100 against 2025',
      'three-publics[total]:change down 10',
    ],
  ],
  [
    'a sentence on the same scope goes on about the whole',
    '三公经费',
    '2026年“三公”经费预算为50.00万元。其中，公务接待费8.00万元，公务用车购置及运行费42.00万元。同口径比2025年减少5.00万元。',
    [
      'three-publics[total] 50 of 2026',
      'three-publics[hospitality] 8',
      'three-publics[vehicles] 42',
      'three-publics[total]:change down 5 against 2025',
    ],
  ],
  [
    'parts of last year’s whole are of last year',
    '三公经费',
    '2025年度“三公”经费决算20.00万元，其中：公务接待费12.00万元。',
    ['three-publics[total] 20 of 2025', 'three-publics[hospitality] 12 of 2025'],
  ],
  [
    'a label before the colon is what its figures are of',
    '三公经费',
    '公务接待费：2025年预算数3.00万元，2026年预算数2.00万元。',
    ['three-publics[hospitality] 3 of 2025', 'three-publics[hospitality] 2 of 2026'],
  ],
  [
    'what pays for procurement is no revenue',
    '政府采购预算',
    '2026年政府采购预算30.00万元。按资金类型划分，一般公共预算拨款20.00万元，财政专户管理的资金安排10.00万元。',
    [
      'procurement[total] 30 of 2026',
      'procurement[total]/一般公共预算拨款 20',
      'procurement[total]/财政专户管理的资金安排 10',
    ],
  ],
  [
    'the running costs of institutions are not those of agencies',
    '机关运行经费',
    '事业运行经费总预算安排30.00万元。',
    [],
  ],
  ['another body’s figures', '', '下属区法律援助中心收入预算80万元，支出预算80万元。', []],
  [
    'a part of an item',
    '三公',
    '公务接待费2万元，国内公务接待1.5万元。',
    ['three-publics[hospitality] 2', 'hospitality[domestic] 1.5'],
  ],
  [
    'sources of revenue by the bare names of their funds',
    '收入预算情况说明',
    '收入预算9万元，其中：一般公共预算6万元，占66.67%；政府性基金预算2万元，占22.22%；单位资金1万元，占11.11%。',
    [
      'balance[收入总计] 9',
      'revenue[total].general-public 6',
      'revenue[total].general-public:share 66.67%',
      'revenue[total].government-fund 2',
      'revenue[total].government-fund:share 22.22%',
      'revenue[total].unit-funds 1',
      'revenue[total].unit-funds:share 11.11%',
    ],
  ],
  [
    'a class as a share of the fund that its section is of',
    '一般公共预算当年拨款结构情况',
    '1.公共安全支出（类）6万元，占100%。',
    ['general-public[204].total 6', 'general-public[204].total:share 100%'],
  ],
  ['approximations', '', '2026年收入预算约90万元，服务企业超过100家，带动投资3亿元。', []],
  [
    'figures told one after the other are of the names told one after the other',
    '三公经费',
    '因公出国（境）费、公务用车购置及运行维护费、公务接待费分别为0万元、3万元和2万元。2025年和2026年公务接待费分别为3.2和2万元。',
    [
      'three-publics[overseas] 0',
      'three-publics[vehicles] 3',
      'three-publics[hospitality] 2',
      'three-publics[hospitality] 3.2 of 2025',
      'three-publics[hospitality] 2 of 2026',
    ],
  ],
  [
    'both sides one after the other, and what they changed by',
    '收支总体情况',
    '2026年收、支总计分别为80和80万元，较上年分别增加3和3万元。',
    [
      'balance[收入总计] 80 of 2026',
      'balance[支出总计] 80',
      'balance[收入总计]:change up 3 of 2026',
      'balance[支出总计]:change up 3',
    ],
  ],
  [
    'a year compared with without 年, and numbers parted by commas',
    '收支总体情况',
    '2026年收、支总计各是412.5，414.3万元。收入较2025增加39.39万元。',
    ['balance[收入总计] 412.5 of 2026', 'balance[支出总计] 414.3', 'balance[收入总计]:change up 39.39 against 2025'],
  ],
  [
    'what comes to each of them, and what assets once cost',
    '国有资产',
    '车均运行维护费2万元。截至2025年末，资产原值合计211万元，其中：（1）土地、房屋及构筑物70万元，（2）通用设备141万元。',
    [
      'each/车均运行维护费 2',
      'assets[original-value] 211',
      'assets[original-value]/房屋及构筑物 70',
      'assets[original-value]/(2)通用设备 141',
    ],
  ],
  ['a number of a paragraph shares no unit', '', '1、50万元以上的项目。第2、3项不变。', []],
  [
    'the year and 年初 in one word',
    '收入预算情况',
    '（一）收入预算：2026年初预算数90万元，其中：事业收入8万元。',
    ['balance[收入总计] 90 of 2026', 'revenue[total].institutional 8'],
  ],
  [
    'bodies are counted before and behind what they are called',
    '',
    '我局包括6个机关行政处（科、股）室。我镇共设置10个内部机构，其中事业编制机构5个。下属单位1个。内设机构共6个。参照公务员法管理的事业单位0个。设有3个车间。',
    [
      'organization[offices] 6个',
      'organization[offices] 10个',
      'organization[事业编制机构] 5个',
      'organization[units] 1个',
      'organization[offices] 6个',
      'organization[参照公务员法管理的事业单位] 0个',
    ],
  ],
  [
    'people received go on from the batches, and cars are counted in passing',
    '三公经费',
    '公务接待费2.05万元，国内公务接待24批次，210人次。公务用车运行维护费8.1万元，主要用于3辆公务车的燃料费。',
    [
      'three-publics[hospitality] 2.05',
      'receptions[batches] 24批次',
      'receptions[people] 210人次',
      'three-publics[vehicle-running] 8.1',
      'official-cars[running] 3辆',
    ],
  ],
  [
    'what things to be bought cost is no count of them',
    '国有资产',
    '2026年计划购置车辆7辆、153万元；单价100万元以上设备1台（套）、128.7万元。',
    [
      'vehicles-purchase[total] 7辆 of 2026',
      'costs[vehicles-purchase] 153',
      'equipment-purchase[large] 1台',
      'costs[equipment-purchase] 128.7',
    ],
  ],
  [
    'reasons of a change with amounts of their own, whichever word comes first',
    '支出预算情况',
    '支出预算90万元，比上年增加74.73万元，主要原因是新增奖补资金100万元、压减宣传专项资金19万元，以及提质改造工程完工减少7万元，养老项目由2025年177万元增加至237万元。',
    [
      'balance[支出总计] 90',
      'balance[支出总计]:change up 74.73',
      'reasons/奖补资金:change up 100',
      'reasons/宣传专项资金:change down 19',
      'reasons/提质改造工程完工:change down 7',
      'reasons/养老项目:last 177 of 2025',
      'reasons/养老项目 237',
    ],
  ],
  ['amounts that explain no change are nothing known', '', '新增奖补资金100万元。', []],
  [
    'the class behind a reason is one of the tables',
    '支出预算情况',
    '支出预算90万元，比上年增加3万元，主要原因是公共安全支出增加2万元。',
    ['balance[支出总计] 90', 'balance[支出总计]:change up 3', 'expenditure[204].total:change up 2'],
  ],
  [
    'what is compared with told without its unit, and a difference that says not which way',
    '三公经费',
    '“三公”经费支出2.05万元，较上年2.08减少0.03万元。年初预算为2.95万元，差值为0.9万元。',
    [
      'three-publics[total] 2.05',
      'three-publics[total]:change down 0.03',
      'three-publics[total]:initial 2.95',
      'three-publics[total]:change 0.9',
    ],
    'final-accounts',
  ],
  [
    'what pays for the projects with targets',
    '绩效目标',
    '绩效目标管理全覆盖，涉及一般公共预算拨款80万元，政府性基金预算拨款3万元。',
    ['performance[funds] 80', 'performance[funds]/政府性基金预算拨款 3'],
  ],
  [
    'targets of performance by what they are called',
    '绩效目标',
    '政务数据归集率超过95%，购买交换机3台。群众满意度达到95%以上，比上年提高3%。',
    ['targets/政务数据归集率 95%', 'targets/购买交换机 3台'],
  ],
  [
    'projects followed and evaluated, whatever their grades are called',
    '预算绩效管理情况',
    '绩效跟踪评价的2026年度项目4个；绩效自评的项目4个（其中，绩效评级为“优”的项目3个；绩效评级为“不合格”的项目1个。绩效自评中共发现问题2个，已经完成整改的1个，正在整改的1个）。',
    [
      'performance[tracked] 4个 of 2026',
      'performance[evaluated] 4个',
      'performance[excellent] 3个',
      'performance[poor] 1个',
      'performance[problems] 2个',
      'performance[corrected] 1个',
      'performance[correcting] 1个',
    ],
    'final-accounts',
  ],
  [
    'what enterprises were awarded of what is reserved for them',
    '政府采购',
    '面向中小企业预留政府采购项目预算金额246.47万元。在面向中小企业预留的政府采购项目中，由中小企业供应商中标或成交的，采购金额240万元；在其他政府采购项目中，由中小企业供应商中标或成交的，采购金额4.79万元。',
    ['procurement[sme] 246.47', 'procurement[sme-awarded] 240', 'procurement[other-awarded] 4.79'],
  ],
];

describe('readMentions', () => {
  for (const [name, title, text, expected, stage] of CASES)
    it(name, () => {
      expect(read(title, [text], stage)).toEqual(expected);
    });

  it.each([
    [
      'items without their levels, where the words say that they go by function, with their own parts',
      [
        '2026年一般公共预算支出98.00万元。',
        '按支出功能分类科目划分：',
        '机关事业单位基本养老保险缴费支出8.00万元，其中：',
        '基本支出8.00万元，项目支出0万元。',
        '行政运行90.00万元，其中：基本支出70.00万元，项目支出20.00万元。',
        '初中教育支出5.00万元，其中：基本支出5.00万元。',
        '事业单位医疗7.00万元，全部是基本支出。',
      ],
      [
        'general-public[total].total 98 of 2026',
        'expenditure[2080505].total 8',
        'expenditure[2080505].basic 8',
        'expenditure[2080505].project 0',
        'expenditure[2040601].total 90',
        'expenditure[2040601].basic 70',
        'expenditure[2040601].project 20',
        'expenditure[2050203].total 5',
        'expenditure[2050203].basic 5',
        'items/1 7',
      ],
    ],
    [
      'a line of a project that is called as an item is none',
      ['项目支出具体安排如下：', '1.行政运行90.00万元，主要用于日常工作。'],
      [],
    ],
    [
      'the whole of a share by the name that was told before',
      ['1.基本支出预算80.00万元，比上年减少2.00万元。', '工资福利支出预算60.00万元，占基本支出预算75.00%。'],
      [
        'general-public[total].basic 80',
        'general-public[total].basic:change down 2',
        'words/1 60',
        'words/1:share 75%',
      ],
    ],
    [
      'a paragraph that begins with the change of what no form knows',
      ['1.材料支出较上年增18.60万元，增21.80%。'],
      ['words/1:change up 18.6', 'words/1:percent up 21.8%'],
    ],
    [
      'the subject before the comparison',
      ['年末结转和结余1.00万元。', '收入支出总体与上年相比，增加5.00万元。'],
      ['balance[年末结转和结余] 1', 'balance[总计]:change up 5'],
    ],
    [
      'a heading that ends with 情况',
      ['（3）公务接待费支出情况。', '2026年公务接待24批次，支出2.05万元，较上年减少0.03万元。'],
      [
        'receptions[batches] 24批次 of 2026',
        'three-publics[hospitality] 2.05',
        'three-publics[hospitality]:change down 0.03',
      ],
    ],
  ])('reads over several paragraphs: %s', (_, paragraphs, expected) => {
    expect(read('一般公共预算支出情况', paragraphs)).toEqual(expected);
  });

  it('reads a very long clause at once', () => {
    const text = `${'一般公共预算'.repeat(3000)}10万元，比${'2025年预算'.repeat(2000)}`;
    // Of this process: what others take of the machine does not count.
    const start = process.cpuUsage();
    expect(read('', [text])).toEqual([]);
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(1000);
  });

  it('never throws', () => {
    for (const text of [
      '',
      '（',
      '）（',
      '万元',
      '2026年',
      '占%',
      '（类）（款）（项）1万元',
      '比比比2025年增加减少持平0.0.0万元',
    ])
      expect(() => read('', [text])).not.toThrow();
  });
});
