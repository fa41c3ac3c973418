/** Cases of the three publics, procurement, assets, departments, and of the rules that are no equations. */
import type { Disclosure, Statement } from '../../src/disclosure.ts';
import { section } from '../words/make-words.ts';
import { assets, doc, lines, procurement, table, unit } from './make.ts';
import type { RuleCases } from './rule-case.ts';

const FUNDS = 'amount total general-public';

const KINDS = 'total basic project';
const ALL_IN_WAN =
  '支出预算533.85万元，其中：基本支出365.35万元，包括人员经费323.09万元，日常公用经费42.26万元；项目支出168.50万元。';

export const ITEM_CASES: RuleCases = {
  'three-publics-sum': {
    fires: doc(
      table(
        'three-publics',
        'total',
        'total 合计 8.00\n因公出国（境）费 一、因公出国（境）费 -\n公务用车购置及运维费 二、公务用车购置及运维费 5.80\n公务接待费 三、公务接待费 0.78',
      ),
    ),
    silent: [
      doc(
        table(
          'three-publics',
          'total',
          'total 合计 9.00\n“三公”经费小计 “三公”经费小计 6.58\n因公出国（境）费 一、因公出国（境）费 -\n公务用车购置及运维费 二、公务用车购置及运维费 5.80\n公务接待费 三、公务接待费 0.78\n会议费 四、会议费 2.42',
        ),
      ),
      doc(table('three-publics', 'total overseas vehicles hospitality', 'total 合计 10.81 0 9.98 0.83')),
      doc(
        table(
          'three-publics',
          'total@budget total overseas@budget overseas vehicles@budget vehicles hospitality@budget hospitality',
          'total 合计 0.95 - - - - - 0.95 -',
        ),
      ),
      // 会议费 and 培训费 stand beside the three: 合计 adds more than the three publics.
      doc(
        table(
          'three-publics',
          'total',
          'total 合计 9.00\n因公出国（境）费 因公出国（境）费 -\n公务用车购置及运维费 公务用车购置及运维费 5.80\n公务接待费 公务接待费 0.78\n会议费 会议费 2.42',
        ),
      ),
    ],
  },
  'three-publics-vehicles': {
    fires: doc(
      table(
        'three-publics',
        'total vehicles vehicle-purchase vehicle-running hospitality',
        'total 合计 - 9.98 0 8.99 -',
      ),
    ),
    silent: [
      doc(
        table(
          'three-publics',
          'total vehicles vehicle-purchase vehicle-running hospitality',
          'total 合计 - 9.98 0 9.98 -',
        ),
      ),
    ],
  },
  'three-publics-funds': {
    fires: doc(table('three-publics', 'total general-public government-fund', '公务接待费 三、公务接待费 0.78 0.87 -')),
    silent: [
      doc(table('three-publics', 'total general-public government-fund', '公务接待费 三、公务接待费 0.78 0.78 -')),
    ],
  },
  'three-publics-basic': {
    fires: doc(
      table('basic', 'total', '30217 公务接待费 3.00'),
      table('three-publics', 'total', '公务接待费 三、公务接待费 0.78'),
    ),
    silent: [
      doc(
        table('basic', 'total', '30217 公务接待费 0.78'),
        table('three-publics', 'total', '公务接待费 三、公务接待费 3.00'),
      ),
      // 元 in one table, 万元 in the other: 8265 元 is printed 0.83 万元.
      doc(
        table('basic', 'total', '30217 公务接待费 8265.00', '元'),
        table('three-publics', 'total hospitality', 'total 合计 0.83 0.83'),
      ),
    ],
  },
  'agency-operating': {
    fires: doc(
      table('basic', 'operating', 'total 合计 100.00'),
      table('three-publics', 'hospitality agency-operating', 'total 合计 0.83 217.83'),
    ),
    silent: [
      doc(
        table('basic', 'operating', 'total 合计 2178324.44', '元'),
        table('three-publics', 'hospitality agency-operating', 'total 合计 0.83 217.83'),
      ),
    ],
  },
  'contribution-pairs': {
    fires: doc(
      table('basic', 'total', '30108 机关事业单位基本养老保险缴费 63.27'),
      table('general-public', 'basic', '2080505 机关事业单位基本养老保险缴费支出 36.27'),
    ),
    silent: [
      doc(
        table('basic', 'total', '30110 职工基本医疗保险缴费 33.38'),
        table('general-public', 'basic', '2101101 行政单位医疗 18.20\n2101102 事业单位医疗 15.18'),
      ),
      doc(
        table('basic', 'total', '30302 退休费 6.42'),
        table('general-public', 'basic', '2080501 行政单位离退休 21.04'),
      ),
    ],
  },
  'procurement-price': {
    fires: doc(procurement('项 办公设备购置 11.00 11 0.83 9.31 9.31')),
    silent: [
      doc(procurement('项 办公设备购置 11.00 11 0.83 9.13 9.13')),
      // Prices in 元 beside amounts in 万元.
      doc(procurement('项 办公设备购置 11.00 11 8300 9.13 9.13')),
      // The price is rounded too: 1 元 a sheet prints as 0.00 万元.
      doc(procurement('项 印刷费 20.00 2000 0.01 14.00 14.00')),
    ],
  },
  'procurement-funds': {
    fires: doc(procurement('项 办公设备购置 11.00 - - 9.13 9.31')),
    silent: [doc(procurement('项 办公设备购置 11.00 - - 9.13 9.13'))],
  },
  'procurement-sums': {
    fires: doc(
      procurement(
        '合计 合计 - - - 19.00 19.00\n项 办公设备购置 11.00 - - 9.13 9.13\n项 会议服务 30.00 - - 30.00 30.00',
      ),
    ),
    silent: [
      doc(
        procurement(
          '合计 合计 - - - 39.13 39.13\n小计 本级小计 - - - 9.13 9.13\n项 办公设备购置 11.00 - - 9.13 9.13\n小计 中心小计 - - - 30.00 30.00\n项 会议服务 30.00 - - 30.00 30.00',
        ),
      ),
      // A total row printed a column off shows a price.
      doc(
        procurement(
          '合计 合计 - - 39.13 39.13 -\n项 办公设备购置 11.00 - - 9.13 9.13\n项 会议服务 30.00 - - 30.00 30.00',
        ),
      ),
    ],
  },
  'procurement-sme': {
    fires: doc(procurement('项 办公设备购置 11.00 - - 9.13 9.13 9.31')),
    silent: [doc(procurement('项 办公设备购置 11.00 - - 9.13 9.13 9.13'))],
  },
  'procurement-project-funds': {
    fires: doc(procurement('项 办公设备购置 11.00 - - 9.13 9.13\n项 办公设备购置 11.00 - - 3.00 3.00')),
    silent: [
      doc(procurement('项 办公设备购置 11.00 - - 9.13 9.13\n项 办公设备购置 11.00 - - 1.87 1.87')),
      doc(
        procurement(
          '小计 本级 - - - -\n项 办公设备购置 11.00 - - 9.13 9.13\n小计 中心 - - - -\n项 办公设备购置 11.00 - - 9.13 9.13',
        ),
      ),
    ],
  },
  'assets-total': {
    fires: doc(assets('资产总额 885.38\n1、房屋 0\n3、单价在20万元以上设备 710.67\n4、其他固定资产 147.71')),
    silent: [
      doc(assets('资产总额 885.38\n1、房屋 0\n3、单价在20万元以上设备 710.67\n4、其他固定资产 174.71')),
      doc(assets('资产总额 885.38\n1、房屋 100.00\n2、车辆 50.00')),
    ],
  },
  'assets-part-within': {
    fires: doc(assets('1、房屋 10.00\n其中：办公用房 12.00')),
    silent: [doc(assets('1、房屋 10.00\n其中：办公用房 8.00'))],
  },
  'department-units': {
    fires: department('12.00'),
    silent: [department('11.00'), department('11.00').slice(0, 1), department('19.00').slice(0, 2)],
  },
  'excess-precision': {
    fires: doc(
      table(
        'basic',
        'total personnel operating',
        '302 商品和服务支出 121.783 - 121.78\n30201 办公费 21.45 - 21.45\n30207 邮电费 100.33 - 100.33',
      ),
    ),
    silent: [
      doc(
        table(
          'basic',
          'total personnel operating',
          '302 商品和服务支出 121.78 - 121.78\n30201 办公费 21.45 - 21.45\n30207 邮电费 100.33 - 100.33',
        ),
      ),
      // Trailing zeros trimmed throughout.
      doc(
        table(
          'basic',
          'total personnel operating',
          '302 商品和服务支出 12.5 - 12.5\n30201 办公费 2.25 - 2.25\n30207 邮电费 10.25 - 10.25',
        ),
      ),
    ],
  },
  'three-publics-units': {
    fires: doc(
      table(
        'three-publics',
        'overseas vehicles hospitality',
        'total 合计 1.00 6.00 2.00\n某局 某局 1.00 3.00 1.00\n某中心 某中心 - 4.00 1.00',
      ),
    ),
    silent: [
      doc(
        table(
          'three-publics',
          'total overseas vehicles hospitality',
          'total 合计 9.00 1.00 6.00 2.00\n某局 某局 5.00 1.00 3.00 1.00\n某中心 某中心 4.00 - 3.00 1.00',
        ),
      ),
      // Not all units are listed.
      doc(
        table(
          'three-publics',
          'total overseas vehicles hospitality',
          'total 合计 9.00 1.00 6.00 2.00\n某局 某局 3.00 1.00 1.00 1.00\n某中心 某中心 2.00 - 1.00 1.00',
        ),
      ),
      doc(
        table(
          'three-publics',
          'total@previous hospitality@previous total hospitality',
          'total 合计 3.00 3.00 2.00 2.00\n增减变化金额 增减变化金额 - - -1.00 -1.00',
        ),
      ),
    ],
  },
  'empty-table': {
    fires: doc(
      lines('appropriation-balance', '支 201:一、一般公共服务支出 -\n支 本年支出合计 -', FUNDS),
      table('general-public', 'total', '201 一般公共服务支出 9.00\ntotal 合计 9.00'),
    ),
    silent: [
      // Printed zeros are figures: what contradicts them is a single cell.
      doc(
        lines('appropriation-balance', '支 201:一、一般公共服务支出 9.00 9.00 -', FUNDS),
        table('general-public', 'total', '201 一般公共服务支出 9.00\ntotal 合计 9.00'),
        table('government-fund', 'total', '', '万元', '注：本部门没有政府性基金预算支出。'),
      ),
      doc(lines('appropriation-balance', '支 201:一、一般公共服务支出 -', FUNDS), table('general-public', 'total', '')),
    ],
  },
  'words-empty-table': {
    fires: doc(table('three-publics', 'total overseas hospitality', ''), {
      explanation: [section('“三公”经费情况', '2023年“三公”经费预算6.00万元，其中：公务接待费6.00万元。')],
    }),
    silent: [
      doc(table('three-publics', 'total overseas hospitality', 'total 合计 6.00 - 6.00'), {
        explanation: [section('“三公”经费情况', '2023年“三公”经费预算6.00万元，其中：公务接待费6.00万元。')],
      }),
      doc(table('three-publics', 'total overseas hospitality', ''), {
        explanation: [section('“三公”经费情况', '2023年“三公”经费预算0.00万元，2022年“三公”经费预算6.00万元。')],
      }),
      doc(
        { ...table('three-publics', 'total overseas hospitality', ''), unread: { columns: [], rows: 1 } },
        { explanation: [section('“三公”经费情况', '2023年“三公”经费预算6.00万元。')] },
      ),
    ],
  },
  'table-unit': {
    fires: doc(
      lines('balance', '支 201:一、一般公共服务支出 9.00\n支 208:八、社会保障和就业支出 3.00\n支 本年支出合计 12.00'),
      table('expenditure', 'total', '201 一般公共服务支出 9.00\n208 社会保障和就业支出 3.00\ntotal 合计 12.00', '元'),
      table('general-public', 'total', 'total 合计 12.00'),
    ),
    silent: [
      doc(
        lines('balance', '支 201:一、一般公共服务支出 9.00\n支 208:八、社会保障和就业支出 3.00\n支 本年支出合计 12.00'),
        table(
          'expenditure',
          'total',
          '201 一般公共服务支出 90000\n208 社会保障和就业支出 30000\ntotal 合计 120000',
          '元',
        ),
      ),
    ],
  },
  'unit-throughout': {
    fires: doc(
      table('expenditure', 'total basic project', 'total 合计 533.85 365.35 168.50', '元'),
      table('basic', 'total personnel operating', 'total 合计 365.35 323.09 42.26', '元'),
      { explanation: [section('支出预算', ALL_IN_WAN)] },
    ),
    silent: [
      doc(
        table('expenditure', 'total basic project', 'total 合计 533.85 365.35 168.50'),
        table('basic', 'total personnel operating', 'total 合计 365.35 323.09 42.26'),
        { explanation: [section('支出预算', ALL_IN_WAN)] },
      ),
    ],
  },
  'missing-parent-code': {
    fires: doc(
      table(
        'expenditure',
        'total',
        '201 一般公共服务支出 9.00\n20103 政府办公厅（室）及相关机构事务 9.00\n2010301 行政运行 9.00\n20805 行政事业单位养老支出 3.00\n2080505 机关事业单位基本养老保险缴费支出 3.00',
      ),
    ),
    silent: [
      doc(table('expenditure', 'total', '2010301 行政运行 9.00\n2080505 机关事业单位基本养老保险缴费支出 3.00')),
    ],
  },
  'duplicate-code': {
    fires: doc(table('expenditure', 'total', '2010301 行政运行 9.00\n2010301 行政运行 9.00')),
    silent: [
      doc(table('expenditure', 'total', '2010301 行政运行 9.00\n2010302 一般行政管理事务 9.00')),
      doc(
        table(
          'expenditure',
          'total',
          '201 一般公共服务支出 9.00\n20103 政府办公厅（室）及相关机构事务 9.00\n2010301 行政运行 9.00\n201 一般公共服务支出 8.00\n20103 政府办公厅（室）及相关机构事务 8.00\n2010301 行政运行 8.00',
        ),
      ),
    ],
  },
  'class-order': {
    fires: doc(table('expenditure', 'total', '208 社会保障和就业支出 3.00\n201 一般公共服务支出 9.00')),
    silent: [
      doc(table('expenditure', 'total', '201 一般公共服务支出 9.00\n208 社会保障和就业支出 3.00')),
      doc(table('basic', 'total', '303 对个人和家庭的补助 69.41\n302 商品和服务支出 171.07')),
    ],
  },
  'blank-total': {
    fires: doc(table('expenditure', 'total', '201 一般公共服务支出 9.00\ntotal 合计 -')),
    silent: [
      doc(table('expenditure', 'total', '201 一般公共服务支出 9.00\ntotal 合计 9.00')),
      doc(table('government-fund', 'total', 'total 合计 -', '万元', '注：无数据。')),
    ],
  },
  'code-name': {
    fires: doc(table('expenditure', 'total', '210 医疗卫生与计划生育支出 9.00')),
    silent: [
      doc(table('expenditure', 'total', '210 卫生健康支出 9.00')),
      doc({ year: 2017 }, table('expenditure', 'total', '210 医疗卫生与计划生育支出 9.00')),
      doc(table('expenditure', 'total', '2019876 某项尚未收录的支出 9.00')),
    ],
  },

  'code-slip': {
    fires: doc(medical('2101801')),
    silent: [doc(medical('2101101')), doc(medical('2101102', '事业单位医疗')), doc(medical('2101199', '其他'))],
  },
};

/** A table in which the row 行政单位医疗 has the code given. */
function medical(code: string, name = '行政单位医疗'): Statement {
  const rows = [
    '210 卫生健康支出 9.00',
    '21011 行政事业单位医疗 9.00',
    `${code} ${name} 5.00`,
    '2101103 公务员医疗补助 4.00',
  ];
  return table('general-public', 'total', rows.join('\n'));
}

/** A department whose project expenditure is `project`, and its two units: 10 and 1. */
function department(project: string): readonly Disclosure[] {
  const kinds = (total: string, basic: string, own: string) =>
    table('expenditure', KINDS, `2010301 行政运行 ${total} ${basic} ${own}\n2010302 一般行政管理事务 5.00 5.00 -`);
  const total = (Number(project) + 12).toFixed(2);
  return [
    doc(
      { organization: ['某局本级', '某中心'].map((name) => ({ unit: name, origin: {} })) },
      table('expenditure', KINDS, `2010301 行政运行 ${total} 12.00 ${project}\n2010302 一般行政管理事务 10.00 10.00 -`),
    ),
    doc(unit('302001', '某局'), kinds('16.00', '6.00', '10.00')),
    doc(unit('302002', '某中心'), kinds('7.00', '6.00', '1.00')),
  ];
}
