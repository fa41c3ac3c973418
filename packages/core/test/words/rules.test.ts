/** Each rule: sentences in which it fires alone, and sentences in which all rules stay silent. */
import { describe, expect, it } from 'vitest';
import type { Disclosure } from '../../src/disclosure.ts';
import type { Finding } from '../../src/finding.ts';
import { DocumentContext } from '../../src/rules/context.ts';
import { WORD_FIGURE_RULES } from '../../src/rules/words/word-figures.ts';
import { cell, doc, lines, table } from '../rules/make.ts';
import { type Part, saying, section } from './make-words.ts';

const find = (disclosure: Disclosure): readonly Finding[] =>
  WORD_FIGURE_RULES.flatMap((rule) => rule.run(new DocumentContext(disclosure)));

const loud = (disclosure: Disclosure) => find(disclosure).filter(({ severity }) => severity !== 'notice');

const EXPENDITURE = table(
  'expenditure',
  'total basic project',
  '221 住房保障支出 2087959.00 2087959.00 -\n2210201 住房公积金 2087959.00 2087959.00 -\ntotal 合计 96282213.44 25741666.44 70540547.00',
  '元',
);
const PUBLICS = table(
  'three-publics',
  'total overseas hospitality vehicles vehicle-purchase vehicle-running',
  'total 合计 10.81 0 0.83 9.98 0 9.98',
);
const final = (text: string, ...parts: readonly Part[]) => saying(text, { stage: 'final-accounts' }, ...parts);

const PROJECT_FUNDS = [
  table('expenditure', 'total basic project', 'total 合计 3558.35 2776.85 781.50'),
  table('general-public', 'total basic project', 'total 合计 2776.75 2772.25 4.50'),
];

const FUND = '住房保障支出（221类）住房改革支出（02款）住房公积金（01项）';

/** A text beside a project table and a table of goods and services. */
const besideRows = (text: string) => {
  const row = (label: string, amount: string) => ({ label, cells: { total: cell(amount)! }, origin: {} });
  return doc({
    year: 2026,
    explanation: [section('预算编制说明', text)],
    projects: [
      { kind: 'project', ...row('档案数字化', '7040.05') },
      { kind: 'project', ...row('宣传活动', '14.00') },
    ],
    procurement: [
      { kind: 'total', ...row('合计', '60.00') },
      { kind: 'item', item: '货物', ...row('货物', '20.00') },
      { kind: 'item', item: '服务', ...row('服务', '40.00') },
    ],
  });
};
const BASIC = table('basic', 'total personnel operating', 'total 合计 80.00 60.00 20.00');

/** Shares of what the paragraph or the section began with. */
const shares = (share: string) => [
  saying([`2026年部门收入预算100.00万元，其中：一般公共预算拨款收入98.00万元，占收入总额的${share}。`]),
  saying([`2026年财政拨款支出100.00万元，主要用于以下方面：教育支出（类）98.00万元，占${share}。`]),
];

it('what small enterprises were awarded is a share of all that was bought', () => {
  const awarded = (share: string) =>
    final(`2026年度政府采购支出总额9.00万元。授予中小企业合同金额8.00万元，占${share}。`);
  expect(find(awarded('88.89%'))).toEqual([]);
  expect(find(awarded('58.89%'))).toMatchObject([{ rule: 'words-percent' }]);
});

it('a share is of the whole that the paragraph began with, never of the part itself', () => {
  for (const right of shares('98.00%')) expect(find(right)).toEqual([]);
  for (const wrong of shares('89.00%')) expect(find(wrong)).toMatchObject([{ rule: 'words-percent' }]);
});

interface Case {
  readonly rule: string;
  readonly fires: readonly Disclosure[];
  readonly silent: readonly Disclosure[];
}

const CASES: readonly Case[] = [
  {
    rule: 'words-table',
    fires: [
      saying('2026年支出预算9268.22万元。', EXPENDITURE),
      besideRows(
        '2026年支出预算7060.00万元，其中项目支出7054.05万元，主要为：档案数字化7000.05万元；宣传活动14.00万元。',
      ),
      saying(
        '（一）基本支出：2026年一般公共预算财政拨款基本支出80.00万元，包括用于基本工资、津贴补贴等人员经费66.00万元以及办公费、印刷费等公用经费20.00万元。',
        BASIC,
      ),
      besideRows('2026年政府采购预算60.00万元，其中：货物类20.00万元，服务类30.00万元。'),
      saying('公务接待费0.38万元，比2025年预算持平。', PUBLICS),
      final('2026年度财政拨款收入支出总计0.3万元。', {
        statements: [
          {
            ...table('appropriation-balance', 'total', ''),
            rows: [
              {
                key: '总计',
                label: '总计',
                side: 'expenditure',
                cells: { total: { fen: 2_961_680_000, text: '2,961.68', origin: {} } },
                origin: {},
              },
            ],
          },
        ],
      }),
      saying('2026年支出预算96828.22元，其中：基本支出2574.17万元。', EXPENDITURE),
    ],
    silent: [
      saying('2026年支出预算9628.22万元，其中：基本支出2574.17万元，项目支出7054.05万元。', EXPENDITURE),
      saying('2026年支出预算96282213.44元。', EXPENDITURE),
      besideRows(
        '2026年支出预算7060.00万元，其中项目支出7054.05万元，主要为：档案数字化7040.05万元；宣传活动14.00万元。',
      ),
      saying(
        '（一）基本支出：2026年一般公共预算财政拨款基本支出80.00万元，包括用于基本工资、津贴补贴等人员经费60.00万元以及办公费、印刷费等公用经费20.00万元。',
        BASIC,
      ),
      besideRows('2026年政府采购预算60.00万元，其中：货物类20.00万元，服务类40.00万元。'),
      saying('下属法律援助中心2026年支出预算300万元。', EXPENDITURE),
      saying('公务接待费0.83万元，其中：国内公务接待费0.5万元。', PUBLICS),
      final('“三公”经费财政拨款支出全年预算为12.00万元，支出决算为10.81万元。', PUBLICS),
    ],
  },
  {
    rule: 'words-repeat',
    fires: [
      saying(
        `12、${FUND}208.8万元。2025年当年预算执行数为198.34万元，2026年预算安排201.50万元，比2025年预算执行数增加5.27%。`,
        EXPENDITURE,
      ),
      saying(
        '2026年度项目总预算1170.00万元，其中支持规模化发展870.00万元，支持创新化发展300.00万元，合计1171.00万元。',
      ),
    ],
    silent: [
      saying(
        `12、${FUND}208.8万元。2025年当年预算执行数为198.34万元，2026年预算安排208.80万元，比2025年预算执行数增加5.27%。`,
        EXPENDITURE,
      ),
    ],
  },
  {
    rule: 'words-parts',
    fires: [
      saying(
        '固定资产总额230.45万元，其中：房屋5200平方米，价值150.20万元；车辆5辆，价值48.60万元；其他固定资产价值51.65万元。',
      ),
      saying('2026年机关运行经费89.10万元（其中：一般公共预算支出83.10万元；政府性基金预算支出0万元）。'),
      saying('编报绩效目标的项目20个，涉及项目预算资金9054.05万元。', EXPENDITURE),
      saying('2026年预算收支安排100.00万元，较2025年预算持平，其中：基本支出增加18.00万元；项目支出减少3.00万元。'),
      saying(
        '2026年本部门政府采购预算38.20万元，其中：政府采购货物预算7.80万元、政府采购工程预算0万元、政府采购服务预算34.40万元。',
      ),
      saying(
        '2026年预算收支安排4279.86万元，较2025年增加182.75万元，其中：基本支出增加57.32万元；项目支出减少125.43万元。',
      ),
      saying('2026年支出预算100万元，其中项目支出100万元，主要为：办公设备购置60万元；业务咨询委托费50万元。'),
      saying('共有车辆4辆，其中：执法执勤用车2辆、其他用车1辆。'),
      saying('2026年政府采购预算124.24万元，其中：货物类47.15万元，服务类37.09万元，主要用于采购设备。'),
      saying(
        '车辆3辆，价值45.20万元；其中：一般公务用车2辆，价值30.20万元；执法执勤用车0辆，价值0万元；其他车辆1辆，价值45.00万元。',
      ),
      // 0万元 of the overseas trips is no part that is left out.
      saying(
        '2026年“三公”经费预算20.50万元，比上年预算减少1.18万元。因公出国（境）费0万元，与上年预算数相同；公务用车购置费0万元，与上年预算数相同；公务用车运行维护费14.10万元，比上年预算减少0.69万元；公务接待费6.40万元，比上年预算减少0.99万元。',
      ),
      saying('项目支出175.00万元。其中：档案整理144.00万元；宣传活动31.00元。'),
      saying('四个项目编制了绩效目标，均纳入管理，涉及预算资金7044.05万元。', EXPENDITURE),
      saying('项目支出预算全部纳入绩效目标管理，涉及预算资金7044.05万元。', EXPENDITURE),
      saying('共有车辆4辆，其中一般公务用车2辆、其他按照规定配备的公务用车1辆。'),
      saying(
        '2026年一般公共预算财政拨款支出100.00万元，比2025年增加9.00万元。其中：基本支出60.00万元，比2025年增加3.00万元；项目支出40.00万元，比2025年增加5.00万元。',
      ),
      saying(
        '2026年“三公”经费预算66.00万元，较2025年增加43.00万元。因公出国（境）费46.00万元，较2025年增加46.00万元；公务用车购置费0万元，较2025年减少12.00万元；公务用车运行维护费5.00万元，较2025年减少1.00万元；公务接待费15.00万元，与2025年持平。',
      ),
      saying(['2026年预算收入888.25万元。', '2026年支出预算868.25万元。']),
      saying('涉及预算项目3个，预算资金235万元，其中财政拨款435万元。'),
      saying('2026年安排专项资金50.00万元，其中：市级资金30.00万元、区级资金25.00万元。'),
      saying(
        '2026年本部门面向中小企业预留政府采购项目预算金额80万元，其中，预留给小型和微型企业的政府采购项目预算为90万元。',
      ),
    ],
    silent: [
      // The table shows that the words tell whole 万元.
      saying(
        '财政拨款支出预算4,321万元，其中：一般公共预算拨款支出预算1,234万元，政府性基金拨款支出预算3,086.70万元，国有资本经营预算拨款支出预算0万元。',
        lines(
          'appropriation-balance',
          '支 支出总计 4320.7844 1234.0844 3086.70 -',
          'total general-public government-fund state-capital',
        ),
      ),
      saying(['2026年支出预算30.00万元，其中：基本支出10.00万元，项目支出15.00万元。', '3.单位预留机动经费5.00万元。']),
      saying('共有车辆4辆，其中一般公务用车2辆、应急保障用车1辆。'),
      saying('2026年政府采购预算124.24万元，其中：货物类47.15万元，服务类77.09万元，主要用于采购设备。'),
      saying('2026年政府采购预算124.24万元，其中：货物类47.15万元、工程类9.94万元，服务类67.15万元。'),
      saying('车辆3辆，价值45.20万元；其中：一般公务用车2辆，价值30.20万元；其他车辆1辆，价值15.00万元。'),
      saying('项目支出175.00万元。其中：档案整理144.00万元；宣传活动31.00万元。'),
      saying('项目支出175.00万元。其中：档案整理144.00万元；每次宣传35.00元。'),
      saying('所有支出实行绩效目标管理。纳入目标的金额为100.00万元，其中，基本支出60.00万元，项目支出40.00万元。'),
      saying(
        '涉及项目支出预算12.00万元，其中财政拨款12.00万元。拟评价1个项目，涉及项目支出预算5.00万元，其中财政拨款5.00万元。',
      ),
      saying(
        '2026年“三公”经费预算66.00万元，较2025年增加33.00万元。因公出国（境）费46.00万元，较2025年增加46.00万元；公务用车购置费0万元，较2025年减少12.00万元；公务用车运行维护费5.00万元，较2025年减少1.00万元；公务接待费15.00万元，与2025年持平。',
      ),
      saying('编报绩效目标的项目20个，涉及项目预算资金7054.05万元。', EXPENDITURE),
      saying('部门整体支出纳入绩效目标管理，涉及预算资金9628.22万元。', EXPENDITURE),
      saying(
        '2026年本部门政府采购预算38.20万元，其中：政府采购货物预算7.80万元、政府采购工程预算0万元、政府采购服务预算30.40万元。',
      ),
      saying(
        '2026年预算收支安排4279.86万元，较2025年增加37.63万元，其中：基本支出增加75.73万元，主要是调入；项目支出减少38.1万元。',
      ),
      saying('2026年支出预算100万元，其中项目支出100万元，主要为：办公设备购置60万元；业务咨询委托费20万元。'),
      saying('2026年支出预算100万元，其中项目支出100万元，主要为：修缮100万元，其中：中央资金80万元，本级资金20万元。'),
      saying('涉及预算项目3个，预算资金235万元，其中财政拨款235万元。拟对1个项目开展评价，其中财政拨款435万元。'),
      saying('安排货物12.00万元、服务20.00万元，其中财政拨款32.00万元。'),
      saying('本年安排专项资金50.00万元，其中甲项目总投资300.00万元。'),
      saying('培训中心安排资金10.00万元，其中场地8.00万元，另有信息中心安排30.00万元。'),
      saying('信息化经费由上年减少3.00万元，其中新增平台5.00万元。'),
      saying('政府采购金额为251.25万元，其中：货物采购金额4.79万元、工程采购金额0万元、服务采购金额246.47万元。'),
    ],
  },
  {
    rule: 'words-change',
    fires: [
      saying([
        '2026年收入预算100.00万元，其中：财政拨款收入100.00万元，比2025年预算增加5.00万元。',
        '支出预算100.00万元，其中：财政拨款支出预算100.00万元，比2025年预算增加7.00万元。',
      ]),
      saying('公务接待费2025年预算数为3.00万元，2026年预算数为2.50万元，比2025年预算减少0.80万元。'),
      saying('公务接待费0.19万元，主要用于接待。比上年执行数增加0.79万元，增长90.0%。'),
    ],
    silent: [
      saying('公务接待费0.19万元，比上年执行数增加0.19万元，主要是上年没有安排。'),
      saying('公务接待费0.19万元，比上年执行数减少0.79万元。'),
      saying('收入总计60.00万元，其中年初结转和结余2.00万元，较上年增加3.20万元，主要是人员增加。'),
      saying([
        '2026年收入预算100.00万元，其中：财政拨款收入100.00万元，比2025年预算增加5.00万元。',
        '支出预算100.00万元，其中：财政拨款支出预算100.00万元，比2025年预算执行数增加7.00万元。',
      ]),
      saying('公务接待费2025年预算数为3.00万元，2026年预算数为2.50万元，比2025年预算减少0.50万元，下降16.67%。'),
    ],
  },
  {
    rule: 'words-percent',
    fires: [
      saying('支出预算100.00万元，其中：基本支出60.00万元，占60.00%。基本支出中，人员经费45.00万元，占85.00%。'),
      saying('2026年安排委托业务费478.2万元，比上年增加49.27万元，增长14.5%。'),
      saying('2026年安排委托业务费349万元，比上年增加25.7万元，增长7.75%。'),
      saying(
        '6、公共安全支出（204类）司法（06款）其他司法支出（99项）3845.49万元。2025年当年预算执行数为43269.3万元，2026年预算安排3845.49万元，比2025年预算执行数增加17.62%。',
      ),
      saying('机关运行经费100.00万元，比2025年增加5.00万元，增长6.26%。'),
      saying('一般公共预算财政拨款支出2940.05万元，主要用于以下方面：一般公共服务支出（类）2106.66万元，占71.73%。'),
      final('一般公共预算财政拨款支出年初预算为2993.92万元，支出决算为2940.05万元，完成年初预算的89.20%。'),
      final('“三公”经费支出决算为8.00万元，完成全年预算10.00万元的70.00%。'),
      final('一般公共预算财政拨款支出80.00万元，完成年初预算100%，决算数大于预算数5.00万元。'),
      saying(['2026年“三公”经费预算总额为3.60万元。', '“三公”经费预算数比2025年预算数减少0.09万元，减幅0.02%。']),
      final('“三公”经费支出决算5.00万元。“三公”经费支出决算中，公务接待费支出决算2.00万元，占60.00%。'),
      saying(['1.人员支出预算80.00万元，比上年减少2.00万元。', '津贴支出预算60.00万元，占人员支出预算57.00%。']),
      saying([], {
        explanation: [
          section(
            '政府采购情况',
            '2026年政府采购预算100.00万元，其中：货物类40.00万元，占采购预算总额的40%；服务类60.00万元，占采购预算总额的62%。',
          ),
        ],
      }),
    ],
    silent: [
      saying([], {
        explanation: [
          section(
            '政府采购情况',
            '2026年政府采购预算100.00万元，其中：货物类40.00万元，占采购预算总额的40%；服务类60.00万元，占采购预算总额的60%。',
          ),
        ],
      }),
      saying('支出预算100.00万元，其中：基本支出60.00万元，占60.00%。基本支出中，人员经费45.00万元，占75.00%。'),
      saying('2026年安排委托业务费478.2万元，比上年增加49.27万元，增长11.5%。'),
      saying('2026年安排委托业务费349万元，比上年增加25.7万元，增长7.95%。'),
      saying('机关运行经费184.65万元，比2025年度增加2.55万元，增长1.40%。'),
      saying('公务接待费2025年预算数为0万元，2026年预算数为2.50万元，增加2.50万元，增长100%。'),
      saying('公务接待费2025年预算数为0.50万元，2026年预算数为0.64万元，比2025年增加28%。'),
      final('机关运行经费支出100.00万元，比2025年减少5.00万元，下降4.76%。比年初预算数减少3万元，降低2.91%。'),
      final('一般公共预算财政拨款支出80.00万元，完成年初预算106.67%，决算数大于预算数5.00万元。'),
      saying(['2026年“三公”经费预算总额为3.60万元。', '“三公”经费预算数比2025年预算数减少0.09万元，减幅2.44%。']),
      saying([
        '“三公”经费合计支出4.00万元，其中公务接待费2.60万元。',
        '“三公”经费预算较2025年增加1.00万元，其中公务接待费减少0.60万元，减少23.08%。',
      ]),
      final(
        '“三公”经费支出决算为8.00万元，完成全年预算10.00万元的80.00%，完成年初预算106.67%，决算数大于预算数0.50万元。',
      ),
      saying(
        '“三公”经费预算50.00万元，其中，公务接待费8.00万元，公务用车购置及运行费42.00万元。同口径比2025年减少12.50万元，下降20%。',
      ),
    ],
  },
  {
    rule: 'words-direction',
    fires: [
      saying(['财政拨款支出预算9.00万元，比2025年预算减少1.00万元。', '财政拨款收入支出增加的主要原因是业务调整。']),
      saying('公务用车运行维护费300.17万元，较2025年增加3.6万元，减少原因为无更换电池费用。'),
      final('公务接待费支出决算减少为0.00万元，与2025年持平。'),
      saying([
        '2026年财政拨款支出预算90.00万元，比2025年预算减少10.00万元。',
        '财政拨款收入支出增加的主要原因是调整人员结构。',
      ]),
      saying([
        '2026年收入预算100.00万元，其中：财政拨款收入100.00万元，比2025年预算增加5.00万元。',
        '支出预算100.00万元，其中：财政拨款支出预算100.00万元，与2025年预算持平。',
      ]),
      saying(
        '1、公共安全支出（204类）司法（06款）行政运行（01项）1672.67万元。2025年当年预算执行数为1690.69万元，2026年预算安排1672.67万元，比2025年预算执行数增加1.07%。',
      ),
      saying('公务接待费2万元，比2025年减少-3.2万元。'),
      saying([
        '2026年收支预算总数100.00万元，比2025年收支预算总数增加12.53万元。',
        '2026年财政拨款收支预算总数100.00万元，比2025年财政拨款收支预算总数减少12.53万元。',
      ]),
      final('机关运行经费支出100.00万元，比2025年度增加5.00万元，下降5.26%。'),
      saying('1.材料支出较上年减0.03万元，增0.12%。'),
      final('一般公共服务支出95.00万元，完成年初预算100%，决算数大于预算数。'),
      final(
        '公共安全支出（类）司法（款）行政运行（项）。年初预算为85.55万元，支出决算为84.65万元。决算数大于预算数的主要原因：调整。',
      ),
      saying('公务接待费2025年预算数为3.00万元，2026年预算数为2.50万元，与2025年预算持平。'),
    ],
    silent: [
      saying(['财政拨款支出预算9.00万元，比2025年预算减少1.00万元。', '财政拨款收入支出减少的主要原因是业务调整。']),
      saying([
        '2026年收入预算100.00万元，其中：财政拨款收入100.00万元，比2025年预算增加5.00万元。',
        '支出预算100.00万元，其中：财政拨款支出预算100.00万元，比2025年预算增加5.00万元。',
      ]),
      saying('公务接待费1.20万元，比2025年预算减少0.30万元，主要原因是压减接待支出。'),
      final('公务接待费支出决算减少为0.00万元，比2025年减少0.20万元。'),
      saying([
        '2026年财政拨款支出预算90.00万元，比2025年预算减少10.00万元，其中：公务接待费1.00万元，比2025年预算增加0.20万元。',
        '财政拨款支出减少的主要原因是人员退休。公务接待费增加的主要原因是来访较多。',
      ]),
      saying([
        '2026年收支预算总数100.00万元，比2025年收支预算总数增加12.53万元。',
        '2026年财政拨款收支预算总数100.00万元，比2025年财政拨款收支预算总数减少8.16万元。',
      ]),
      saying('委托业务费2.94万元，比上年3.01万元少0.07万元，基本持平。'),
      saying('2026年收入预算100.00万元，比上年增加5.00万元，主要是财政拨款减少1.00万元，事业收入增加6.00万元。'),
      final(
        '“三公”经费支出5.00万元，比上年增加1.00万元。其中，因公出国费比预算无增减变化，比上年无增减变化；公务用车购置及运行费比预算无增减变化，比上年增加0.50万元；公务接待费比预算无增减变化，比上年增加0.50万元。',
      ),
      final(
        '公共安全支出（类）司法（款）行政运行（项）。年初预算为85.55万元，支出决算为84.65万元。决算数与预算数基本持平。',
      ),
      saying('公务接待费3.00万元，与上年持平，无增减变化。'),
      final('一般公共服务支出95.00万元，完成年初预算104.40%，决算数大于预算数。'),
    ],
  },
  {
    rule: 'words-slip',
    fires: [
      saying(
        '人力资源管理2674.66万元，主要包括档案管理服务2634.66万元。',
        table('expenditure', 'total project', '2010301 行政运行 2674.66 2674.66'),
      ),
      doc({
        year: 2026,
        explanation: [section('支出', '其中档案数字化服务1167.96万元。')],
        projects: [{ kind: 'project', label: '档案数字化服务', cells: { total: cell('1187.96')! }, origin: {} }],
      }),
      saying(
        '“三公”经费预算31.16万元，其中公务接待费13.16万元，公务用车购置费18.00万元。较上年增加18.00元。收入预算100.00万元，支出预算100.00万元。',
      ),
      saying('均实行了绩效目标管理，涉及一般公共预算财政拨款94893.35万元。', {
        ...table('expenditure', 'project', '2010301 行政运行 94823.35'),
      }),
    ],
    silent: [
      saying(
        '“三公”经费预算31.16万元，其中公务接待费13.16万元，公务用车购置费18.00万元。培训费每人每天预算550.00元。收入预算100.00万元，支出预算100.00万元。',
      ),
      // A project and a class of one name may well be this near.
      saying('社会组织管理569.04万元。', table('expenditure', 'total project', '2080206 社会组织管理 567.04 567.04')),
      saying(
        '人力资源管理2674.66万元，主要包括档案管理服务2634.66万元、培训40.00万元。',
        table('expenditure', 'total project', '2010301 行政运行 2674.66 2674.66'),
      ),
      saying(
        '会议场地安排2634.66万元，另安排设备9.12万元。',
        table('expenditure', 'total project', '2010301 行政运行 2674.66 2674.66'),
      ),
      saying(
        '档案管理服务2025年预算2634.66万元，2026年2674.66万元。',
        table('expenditure', 'total', '2010301 行政运行 2674.66'),
      ),
      final(
        '档案管理服务2674.66万元，其中场地2634.66万元。',
        table('expenditure', 'total', '2010301 行政运行 2674.66'),
      ),
    ],
  },
  {
    rule: 'words-year',
    fires: [
      saying('支出预算为零。', {
        statements: [
          { ...table('government-fund', 'total', ''), note: '注：本部门2025年无政府性基金预算，故本表为空表。' },
        ],
      }),
      saying('截至2023年12月31日，本部门共有车辆3辆。'),
      saying('财政拨款收入9628.22万元，比2026年预算增加793.14万元。'),
      saying('政府性基金拨款支出预算0万元，与2026年预算持平。'),
      saying('2025年，某局支出预算9628.22万元。', EXPENDITURE),
      saying([], { explanation: [section('五、实施周期', '2025年1月1日-2025年12月31日')] }),
      saying([], { explanation: [section('2025年部门预算编制说明', '支出。')] }),
      saying([], { explanation: [section('国有资产占有使用情况', '截至2024年8月31日，某局共有车辆0辆。')] }),
      saying('现将某局2025年部门预算公开如下：'),
      saying('公务接待费0.83万元，比2023年预算持平。', PUBLICS),
      saying('2025年计划安排档案人员培训10人次。'),
      saying('2025年本部门政府采购预算38.20万元。'),
      saying('2025年部门预算安排购置车辆6辆。'),
      saying('某局2025年部门预算公开说明'),
    ],
    silent: [
      saying('2026年部门预算安排购置车辆6辆，2025年购置1辆。'),
      saying('某局2026年部门预算公开说明'),
      saying('附件：2024年部门决算报表'),
      saying('支出预算为零。', {
        statements: [
          { ...table('government-fund', 'total', ''), note: '注：本部门2026年无政府性基金预算，故本表为空表。' },
        ],
      }),
      saying('2025年期末，我部门共有车辆3辆。'),
      saying([], { explanation: [section('2025年“三公”经费决算情况', '2025年度“三公”经费支出20.00万元。')] }),
      saying('财政拨款收入9628.22万元，比2025年预算增加793.14万元。'),
      saying([], { explanation: [section('五、实施周期', '2025年1月-2026年12月')] }),
      saying([], { explanation: [section('五、实施周期', '2025年10月正式开工，合同工期490天。')] }),
      saying(
        '公务用车购置费0万元，与2025年预算持平，主要原因是2025年无购置计划；公务用车运行费9.98万元，与2025年预算持平。',
        PUBLICS,
      ),
      saying([], {
        explanation: [section('二、立项依据', '《实施意见》（普科合规范〔2023〕3号）；2023年计划安排的通知。')],
      }),
      saying([], { explanation: [section('国有资产占有使用情况', '截至2025年8月31日，某局共有车辆0辆。')] }),
      saying('2024年预算中有数据支持系统213万元，已建设完成，2026年预算不再安排。'),
      saying('公务接待费2025年预算数为0.83万元，2026年预算数为0.83万元，持平。', PUBLICS),
      final('公务接待费支出0.83万元，与2026年预算数相比持平，比2025年度减少0.1万元。', PUBLICS),
      final(
        '“三公”经费支出决算6.00万元，比上年决算数增加2.00万元，增长50.00%；比2019年（疫情前）决算数减少3.00万元，下降33.33%。其中：因公出国（境）费增加0.50万元；公务用车购置及运行费增加1.00万元；公务接待费增加0.50万元。',
      ),
    ],
  },
  {
    rule: 'words-missing-figure',
    fires: [
      saying('公务接待费0.83，与2025年预算持平，公务用车运行费9.98万元。'),
      saying('2026年“三公”经费：因公出国（境）费0，公务接待费1.00万元。'),
      saying('支出预算 万元，其中：项目支出10万元。'),
      saying('公务接待费1.00万元，比上年增长5.2，主要原因是物价。'),
      saying('公务接待费为12，公务用车运行费9.98万元。'),
      saying('项目支出预算支出万元。'),
      saying('比2025年预算增加10万元，增长%。'),
      saying('商品和服务支出7.58万元，占基本支出预算%，比上年增加1.00万元。'),
      saying(`${FUND}万元。主要用于：公积金。`),
      saying('公务接待费1.00万元，课题研究（专题）1,373.32，主要用于课题。'),
      saying('公务接待费预算数万元，主要用于接待。'),
      saying('公务接待费1.00万元，比上年减少1，下降50%。'),
      saying('公务接待费1.00万元，单位价值100（含）以上设备0台。'),
      saying('公务接待费1.00万元，单位价值200元以上大型设备0台。'),
      saying('公务用车运行费1.00万元（其中：公务用车购置费0万元，公务用车运行维护费万元）。'),
      saying([], { explanation: [section('收支预算情况说明', '收支总预算1422.03。')] }),
    ],
    silent: [
      saying('公务接待费1.00万元，平均得分92.50，房屋8,268.74平方米，单位价值100万元（含）以上设备0台。'),
      saying('各项补助12.50、3.20和1.30万元，投入数万元。'),
      saying('公务接待费1.00万元，单位价值在1000元以上的列为固定资产，单位价值200万元以上设备0台。'),
      saying('2026年政府性基金拨款支出预算为0。因公出国（境）费用预算数为0，公务接待费1.00万元。'),
      saying('平均得分99.43，收入预算9.98万元。'),
      saying('公务接待费1.00万元，比上年增长5.2%，占10%。'),
      saying('支出预算10万元（单位：万元），50万元以上设备0台，每万元产值能耗下降。'),
      saying('金额以万元为单位，资金十余万元。'),
    ],
  },
];

describe.each(CASES.map((each) => [each.rule, each] as const))('%s', (rule, { fires, silent }) => {
  it.each(fires.map((disclosure) => [disclosure.explanation.map((s) => s.title + s.text).join(), disclosure] as const))(
    'fires alone: %s',
    (_, disclosure) => {
      const findings = loud(disclosure);
      expect(findings.map((f) => f.rule)).toEqual([rule]);
      expect(findings[0]!.message).toMatch(/。$/);
      expect(findings[0]!.evidence[0]!.origin).toBeDefined();
    },
  );

  it.each(
    silent.map((disclosure) => [disclosure.explanation.map((s) => s.title + s.text).join(), disclosure] as const),
  )('silent: %s', (_, disclosure) => {
    expect(loud(disclosure).map((f) => `${f.rule} ${f.message}`)).toEqual([]);
  });
});

it.each([
  [
    '持平 is exact to the unit',
    '公务接待费120.00万元，2025年预算数为121.00万元，与2025年预算持平。',
    ['words-direction warning'],
  ],
  ['基本持平 is about the same', '公务接待费120.00万元，2025年预算数为121.00万元，与2025年预算基本持平。', []],
  [
    'a comparison without its word of direction',
    '机关运行经费210.32万元，比上年1.43万元，增加0.68%。',
    ['words-direction error'],
  ],
  [
    'assets to be bought beside the goods procured',
    '政府采购预算90.00万元，其中：政府采购货物预算10.00万元、政府采购工程预算0万元、政府采购服务预算80.00万元。拟购置固定资产总额为30.00万元。',
    ['words-parts notice'],
  ],
  [
    'a reason with words of growth that cost nothing',
    '公务接待费1.00万元，比上年减少0.50万元，主要原因是新能源占比提高。',
    [],
  ],
])('%s', (_, text, expected) => {
  expect(find(saying(text)).map(({ rule, severity }) => `${rule} ${severity}`)).toEqual(expected);
});

it('a last digit that differs from what the same paragraph and the table print is a notice', () => {
  const told = (one: string, other: string) => {
    const text = `“三公”经费支出决算情况。公务接待费支出${one}万元。年初预算为1.00万元，公务接待费支出决算为${other}万元。`;
    return find(saying([text], { stage: 'final-accounts' }, PUBLICS)).map(
      ({ rule, severity }) => `${rule} ${severity}`,
    );
  };
  expect(told('0.82', '0.83')).toEqual(['words-table notice']);
  expect(told('0.83', '0.83')).toEqual([]);
  expect(told('0.82', '0.82')).toEqual([]);
});

it('nothing changed has no reason to shrink, though the next paragraph tells it', () => {
  const flat = (reason: string) =>
    find(saying(['2026年支出预算9628.22万元，与上年持平。主要原因：', reason])).map(
      ({ rule, severity }) => `${rule} ${severity}`,
    );
  expect(flat('项目支出中合同支付进度条款等原因减少支付。')).toEqual(['words-direction notice']);
  expect(flat('人员经费减少，项目支出增加。')).toEqual([]);
  // Thrift keeps what is spent from growing.
  expect(flat('厉行节约，严控一般性支出。')).toEqual([]);
});

it('a reason that goes the other way is a notice', () => {
  const findings = find(saying('公务接待费1.20万元，比2025年预算减少0.30万元，主要原因是接待业务量增加。'));
  expect(findings.map(({ rule, severity }) => `${rule} ${severity}`)).toEqual(['words-direction notice']);
});

it('the year of one item that the others beside it deny is told', () => {
  const item = (name: string, now: string, year: number, before: string, again = 2026) =>
    `“教育支出（类）-普通教育（款）-${name}（项）”2026年度预算${now}万元，${year}年度预算${before}万元，主要用于：办学。${again}年预算安排${now}万元。`;
  const years = (...items: readonly string[]) =>
    find(saying(items))
      .filter(({ rule }) => rule === 'words-year')
      .map(({ message }) => message);
  const others = [item('学前教育', '10.01', 2025, '9.02'), item('小学教育', '20.03', 2025, '19.04')];
  const four = [...others, item('初中教育', '30.05', 2025, '29.06'), item('高中教育', '40.07', 2025, '39.08')];
  expect(years(...four)).toEqual([]);
  expect(years(...four, item('高等教育', '50.09', 2024, '49.01'))).toEqual([
    '“2024年度预算49.01万元”写的是 2024 年，其他各项写的是 2025 年。',
  ]);
  expect(years(...four, item('高等教育', '50.09', 2025, '49.01', 2025))).toEqual([
    '“2025年预算安排50.09万元”写的是 2025 年，金额却是 2026 年的。',
  ]);
  // Where the years before differ from item to item nobody can tell.
  expect(years(...others, item('高等教育', '50.09', 2024, '49.01'))).toEqual([]);
});

it('a percent rounded as it stands, shorter than the others, is a notice', () => {
  const told = (percent: string) =>
    find(
      saying(
        [
          `一般公共预算财政拨款支出年初预算为207.07万元，支出决算为202.18万元，完成年初预算的${percent}。`,
          '机关运行经费支出80.01万元，比2025年减少1.02万元，下降1.26%。',
          '公务接待费支出1.01万元，比2025年减少0.02万元，下降1.94%。公务用车运行维护费支出2.01万元，比2025年减少0.13万元，下降6.07%。',
          '培训费支出3.01万元，比2025年增加0.13万元，增长4.51%。会议费支出4.02万元，比2025年增加0.17万元，增长4.42%。',
          '差旅费支出5.03万元，比2025年增加0.21万元，增长4.36%。印刷费支出6.04万元，比2025年增加0.11万元，增长1.85%。',
          '邮电费支出7.01万元，比2025年增加0.13万元，增长1.89%。',
        ],
        { stage: 'final-accounts' },
      ),
    ).map(({ rule, severity }) => `${rule} ${severity}`);
  expect(told('98%')).toEqual(['words-percent notice']);
  expect(told('96%')).toEqual(['words-percent error']);
  expect(told('97.64%')).toEqual([]);
});

it('a percent of nothing is a notice', () => {
  const findings = find(
    saying(`${FUND}3.00万元。2025年当年预算执行数为0万元，2026年预算安排3.00万元，比2025年预算执行数增加100%。`),
  );
  expect(findings.map(({ rule, severity }) => `${rule} ${severity}`)).toEqual(['words-percent notice']);
});

it('an item named in the paragraph before has its figures in the next', () => {
  const accounts = '年初预算为10.00万元，支出决算为8.00万元，完成年初预算的90%。';
  const disclosure = saying(
    ['1.公共安全支出（类）司法（款）行政运行（项）。', accounts],
    { stage: 'final-accounts' },
    table('expenditure', 'total', '204 公共安全支出 8\n2040601 行政运行 8\ntotal 合计 8'),
  );
  expect(find(disclosure).map(({ rule }) => rule)).toEqual(['words-percent']);
});

describe('findings', () => {
  it('carry the amounts, the words and the cell', () => {
    const [finding] = find(saying('2026年支出预算9268.22万元。', EXPENDITURE));
    expect(finding).toMatchObject({
      rule: 'words-table',
      severity: 'error',
      agency: '某局',
      form: 'expenditure',
      expected: 9_628_221_344,
      actual: 9_268_220_000,
      difference: -360_001_344,
      evidence: [
        { text: '2026年支出预算9268.22万元', origin: { page: 1, line: 0 } },
        { form: 'expenditure', row: 'total', column: 'total', text: '96282213.44' },
      ],
    });
  });

  it('tell the figure meant where one slip explains the percent', () => {
    const text = '其他司法支出（99项）';
    const [finding] = find(
      saying(
        `公共安全支出（204类）司法（06款）${text}3845.49万元。2025年当年预算执行数为43269.3万元，比2025年预算执行数增加17.62%。`,
      ),
    );
    expect(finding!.suggestion).toContain('3,269.30 万元');
  });

  it('tell one mistake once, wherever it is repeated', () => {
    const repeated = saying(['2026年支出预算9268.22万元。', '2026年部门预算收支安排9268.22万元。'], EXPENDITURE);
    expect(loud(repeated)).toHaveLength(1);
  });

  it('a change told between a level and its own change is a part of it', () => {
    const cars = (running: string) =>
      saying(
        `公务用车购置及运行维护费2.5万元（公务用车购置费0万元，与上年持平；公务用车运行维护费2.5万元，比上年减少${running}万元）比上年减少1万元。`,
      );
    expect(loud(cars('3'))).toMatchObject([{ rule: 'words-parts' }]);
    expect(loud(cars('1'))).toEqual([]);
  });

  it('changes of what balances are compared though their level is told in another paragraph', () => {
    const changes = (out: string) =>
      saying([
        '2026年收入总计1717.85万元。',
        '2026年支出总计1717.85万元。',
        `2026年收入总计比上年减少${out}万元。`,
        '2026年支出总计比上年减少49.81万元。',
      ]);
    expect(loud(changes('49.81'))).toEqual([]);
    expect(loud(changes('94.81'))).toMatchObject([{ rule: 'words-change' }]);
  });

  it('an item that a fund pays is held to the fund’s own table, and to none where that was not read', () => {
    const item = (title: string) =>
      saying([], { explanation: [section(title, `${FUND}2026年预算数为198.79万元。`)] }, EXPENDITURE);
    expect(loud(item('关于2026年一般公共预算支出表的说明'))).toEqual([]);
    expect(loud(item('支出预算情况说明'))).toMatchObject([{ rule: 'words-table' }]);
  });

  it('a whole and its one part may change apart where their percentages say so', () => {
    const publics = (change: string, percent: string) =>
      saying([
        `“三公”经费预算数为21.65万元，比2025年预算增加13.78万元，增长175.10%。`,
        `公务用车购置及运行维护费21.65万元，比2025年预算增加${change}万元，增长${percent}%。`,
      ]);
    expect(find(publics('19.78', '1057.75'))).toEqual([]);
    expect(find(publics('19.78', '175.10'))).not.toEqual([]);
  });

  it('a wrong year throughout a section is one finding, in another section another', () => {
    const year = (sentence: string) => `${sentence}，比2026年预算增加793.14万元。`;
    const text = [year('财政拨款收入9628.22万元'), year('财政拨款支出9628.22万元'), year('一般公共预算9628.22万元')];
    expect(loud(saying(text))).toMatchObject([{ rule: 'words-year', evidence: { length: 3 } }]);
    const two = [section('一、收入', text[0]!), section('二、支出', text[1]!)];
    expect(loud(saying([], { explanation: two }))).toHaveLength(2);
  });
});

describe('counts', () => {
  const accounts = (...paragraphs: readonly string[]) =>
    doc({ year: 2026, stage: 'final-accounts', explanation: paragraphs.map((text) => section('“三公”经费', text)) });

  it.each<[string, Disclosure]>([
    [
      'the same count elsewhere',
      accounts('公务接待费2.05万元，国内公务接待24批次。', '全年公务接待费2.05万元，国内公务接待34批次。'),
    ],
    ['nothing paid for what was done', accounts('公务接待费0万元，国内公务接待24批次。')],
    ['fewer people than batches', accounts('公务接待费2.05万元，国内公务接待24批次，21人次。')],
    [
      'as many projects with other money',
      doc({
        year: 2026,
        stage: 'final-accounts',
        explanation: [
          section(
            '预算绩效管理情况',
            '编报绩效目标的2026年度项目4个，涉及预算金额598.42万元；绩效自评的2026年度项目4个，涉及预算金额595.42万元。',
          ),
        ],
      }),
    ],
    [
      'a rate above all of it',
      doc({ year: 2026, explanation: [section('绩效目标', '数据共享需求按时响应率达到103%。')] }),
    ],
    [
      'nothing bought for money',
      doc({ year: 2026, explanation: [section('国有资产', '2026年计划购置车辆0辆、153万元。')] }),
    ],
    [
      'more awarded than reserved',
      doc({
        year: 2026,
        stage: 'final-accounts',
        explanation: [
          section(
            '政府采购',
            '面向中小企业预留政府采购项目预算金额246.47万元。在面向中小企业预留的政府采购项目中，由中小企业供应商中标或成交的，采购金额446.47万元。',
          ),
        ],
      }),
    ],
    [
      'a part of a whole that is rounded alike',
      doc({ year: 2026, explanation: [section('绩效', '涉及预算项目3个，预算资金235万元，其中财政拨款236万元。')] }),
    ],
    [
      'what is appropriated of all projects',
      saying('涉及预算项目6个，预算资金781.5万元，其中财政拨款2.5万元。', ...PROJECT_FUNDS),
    ],
    [
      'vehicles to be bought',
      saying([
        '公务用车购置支出151.68万元，主要用于经批准购置的5辆公务用车。',
        '2026年部门预算安排购置车辆6辆，其中，执法执勤用车4辆、特种专业技术用车2辆。',
      ]),
    ],
  ])('fires: %s', (_, disclosure) => {
    expect(find(disclosure)).toHaveLength(1);
  });

  it.each<[string, Disclosure]>([
    [
      'the same count again',
      accounts('公务接待费2.05万元，国内公务接待24批次。', '全年公务接待费2.05万元，国内公务接待24批次，210人次。'),
    ],
    ['nothing done for nothing', accounts('公务接待费0万元，国内公务接待0批次，0人次。')],
    [
      'other projects with other money',
      doc({
        year: 2026,
        stage: 'final-accounts',
        explanation: [
          section(
            '预算绩效管理情况',
            '编报绩效目标的2026年度项目5个，涉及预算金额598.42万元；绩效自评的2026年度项目4个，涉及预算金额595.42万元。',
          ),
        ],
      }),
    ],
    [
      'targets of projects that are appropriated in part',
      saying('涉及预算项目6个，预算资金781.5万元，其中财政拨款4.5万元。', ...PROJECT_FUNDS),
    ],
    ['targets of some projects', saying('涉及预算项目3个，预算资金400万元，其中财政拨款2.5万元。', ...PROJECT_FUNDS)],
    [
      'vehicles bought with other money, too',
      saying(['公务用车购置支出63.00万元，用于购置的3辆公务用车。', '2026年计划购置车辆7辆、153.00万元。']),
    ],
    [
      'growth knows no bound',
      doc({ year: 2026, explanation: [section('绩效目标', '数据归集率达到100%，业务量增长率达到130%。')] }),
    ],
    [
      'a plan paid otherwise',
      doc({ year: 2026, explanation: [section('“三公”经费', '公务接待费0万元，国内公务接待2批次。')] }),
    ],
  ])('silent: %s', (_, disclosure) => {
    expect(find(disclosure)).toEqual([]);
  });
});

it('agency operating costs that are a slip of what the tables print of them', () => {
  const basic = table('basic', 'total', '302 商品和服务支出 976.21\ntotal 合计 2674.66');
  expect(find(saying('机关运行经费财政拨款预算976.01万元。', basic)).map(({ rule }) => rule)).toEqual(['words-slip']);
  expect(find(saying('机关运行经费财政拨款预算976.21万元。', basic))).toEqual([]);
  expect(find(saying('机关运行经费财政拨款预算812.40万元。', basic))).toEqual([]);
});

it('last year executed is not what last year budgeted changed from', () => {
  const said = (base: string) =>
    find(
      saying(
        `2025年公务接待费执行数989.37万元。2026年公务接待费预算数913.41万元，较上年${base}减少77.91万元，下降7.86%。`,
      ),
    );
  expect(said('预算数')).toEqual([]);
  expect(said('执行数')).not.toEqual([]);
});
