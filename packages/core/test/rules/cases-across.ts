/** Cases of the equations between forms. */
import { doc, empty, lines, table } from './make.ts';
import type { RuleCases } from './rule-case.ts';

const FUNDS = 'amount total general-public government-fund state-capital';

const appropriationOnly = (other = '-') =>
  lines('balance', `收 一、一般公共预算拨款收入 90.00\n收 九、其他收入 ${other}\n支 201:一、一般公共服务支出 90.00`);

export const ACROSS_CASES: RuleCases = {
  'revenue-total-across': {
    fires: doc(lines('balance', '收 本年收入合计 90.00'), table('revenue', 'subtotal', 'total 合计 99.00')),
    silent: [
      doc(
        lines('balance', '收 本年收入合计 90.00\n收 收入总计 90.00'),
        table('revenue', 'total subtotal', 'total 合计 90.00 90.00'),
      ),
      // Final accounts: the revenue table speaks of the year, the grand total of what was carried over too.
      doc(
        { stage: 'final-accounts' },
        lines('balance', '收 本年收入合计 2,946.25\n收 年初结转和结余 49.14\n收 总计 2,995.39'),
        table('revenue', 'total', 'total 合计 2,946.25'),
      ),
    ],
  },
  'revenue-sources-across': {
    fires: doc(lines('balance', '收 九、其他收入 6.20'), table('revenue', 'other', 'total 合计 6.02')),
    silent: [
      doc(lines('balance', '收 九、其他收入 6.20'), table('revenue', 'other', 'total 合计 6.20')),
      doc(
        lines('balance', '收 一、一般公共预算拨款收入 9.00\n收 二、政府性基金预算拨款收入 1.00'),
        table('revenue', 'appropriation', 'total 合计 10.00'),
      ),
    ],
  },
  'carryover-across': {
    fires: doc(
      lines('balance', '收 上年结转 11.61\n收 其中：财政拨款资金结转 11.61'),
      lines('appropriation-balance', '收 一、一般公共预算拨款 90.00\n收 上年结转 -'),
    ),
    silent: [
      doc(
        lines('balance', '收 上年结转 21.61\n收 其中：财政拨款资金结转 11.61\n收 非财政拨款资金结余 10.00'),
        lines('appropriation-balance', '收 上年结转 11.61\n收 一、一般公共预算 11.61', FUNDS),
        table('revenue', 'total carryover', 'total 合计 121.61 21.61'),
      ),
      // 收入总表 that has no column of what was carried over.
      doc(lines('balance', '收 上年结转 21.61'), table('revenue', 'total', 'total 合计 100.00')),
    ],
  },
  'expenditure-classes-across': {
    fires: doc(
      lines('balance', '支 208:八、社会保障和就业支出 10.00'),
      table('expenditure', 'total', '208 社会保障和就业支出 11.00'),
    ),
    silent: [
      doc(
        lines('balance', '支 208:八、社会保障和就业支出 326.71'),
        table('expenditure', 'total', '208 社会保障和就业支出 326.72'),
      ),
      doc(lines('balance', '支 208:八、社会保障和就业支出 10.00')),
    ],
  },
  'expenditure-total-across': {
    fires: doc(lines('balance', '支 本年支出合计 10.00'), table('expenditure', 'total', 'total 合计 11.00')),
    silent: [
      doc(
        lines('balance', '支 本年支出合计 10.00\n支 年终结转结余 5.00\n支 支出总计 15.00'),
        table('expenditure', 'total', 'total 合计 10.00'),
      ),
      doc(lines('balance', '支 支出总计 10.00'), table('expenditure', 'total', 'total 合计 10.00')),
      doc(
        lines('balance', '支 本年支出合计 10.00\n支 年终结转结余 5.00\n支 支出总计 15.00'),
        table('expenditure', 'total', 'total 合计 15.00'),
      ),
    ],
  },
  'revenue-expenditure-by-code': {
    fires: doc(
      lines('balance', '收 上年结转结余 -'),
      table('revenue', 'total', '2010301 行政运行 10.00'),
      table('expenditure', 'total', '2010301 行政运行 11.00'),
    ),
    silent: [
      doc(
        lines('balance', '收 本年收入合计 10.00\n收 上年结转结余 1.00\n收 收入总计 11.00'),
        table('revenue', 'total', '2010301 行政运行 10.00'),
        table('expenditure', 'total', '2010301 行政运行 11.00'),
      ),
      doc(
        { stage: 'final-accounts' },
        lines('balance', '收 本年收入合计 10.00'),
        table('revenue', 'total', '2010601 行政运行 1511.90'),
        table('expenditure', 'total', '2010601 行政运行 1511.49'),
      ),
    ],
  },
  'appropriation-classes-across': {
    fires: doc(
      lines('appropriation-balance', '支 201:一、一般公共服务支出 9.00 9.00 - -', FUNDS),
      table('general-public', 'total', '201 一般公共服务支出 8.00'),
    ),
    silent: [
      doc(
        lines('appropriation-balance', '支 201:一、一般公共服务支出 9.00 9.00 - -', FUNDS),
        table('general-public', 'total', '201 一般公共服务支出 9.00'),
      ),
    ],
  },
  'appropriation-total-across': {
    fires: doc(lines('appropriation-balance', '支 本年支出合计 9.00 - 9.00 -', FUNDS), empty('government-fund')),
    silent: [
      doc(lines('appropriation-balance', '支 本年支出合计 9.00 9.00 - -', FUNDS), empty('government-fund')),
      doc(
        lines('appropriation-balance', '收 年初财政拨款结转和结余 1.00\n支 支出总计 9.00 9.00 - -', FUNDS),
        table('general-public', 'total', 'total 合计 8.00'),
      ),
    ],
  },
  'balance-panels': {
    fires: doc(
      lines(
        'balance',
        '支 本年支出合计 9.00\n经 301:工资福利支出 5.00\n经 302:商品和服务支出 3.00\n经 本年支出合计 8.00',
      ),
    ),
    silent: [
      doc(
        lines(
          'balance',
          '支 本年支出合计 8.00\n经 301:工资福利支出 5.00\n经 302:商品和服务支出 3.00\n经 本年支出合计 8.00',
        ),
      ),
      doc(lines('balance', '支 本年支出合计 9.00\n经 301:工资福利支出 5.00')),
    ],
  },
  'basic-across': {
    fires: doc(table('general-public', 'basic', 'total 合计 10.00'), table('basic', 'total', 'total 合计 11.00')),
    silent: [
      doc(
        table('general-public', 'basic', 'total 合计 2336.91'),
        table('basic', 'total personnel operating', 'total 合计 - 2152.26 184.65'),
      ),
      doc(table('general-public', 'basic', 'total 合计 10.00')),
    ],
  },
  'economic-across': {
    fires: doc(
      table('general-public', 'total', 'total 合计 10.00'),
      table('general-economic', 'total', 'total 合计 11.00'),
    ),
    silent: [
      doc(
        table('general-public', 'total basic project', 'total 合计 10.00 8.00 2.00'),
        table('general-economic', 'total basic project', 'total 合计 10.00 8.00 2.00'),
      ),
      doc(
        table('general-economic', 'total basic', '30101 基本工资 9.00 8.00'),
        table('basic', 'total', '30101 基本工资 8.00'),
      ),
    ],
  },
  'basic-function-across': {
    fires: doc(
      table('general-public', 'basic', '2010301 行政运行 10.00'),
      table('basic-function', 'total', '2010301 行政运行 11.00'),
    ),
    silent: [
      doc(
        table('general-public', 'total basic', '2010301 行政运行 12.00 10.00'),
        table('basic-function', 'total', '2010301 行政运行 10.00'),
      ),
    ],
  },
  'appropriation-funds-across': {
    fires: doc(
      table('general-public', 'total', 'total 合计 10.00'),
      table('government-fund', 'total', 'total 合计 2.00'),
      table('appropriation', 'total', 'total 合计 11.00'),
    ),
    silent: [
      doc(
        table('general-public', 'total', 'total 合计 10.00'),
        table('government-fund', 'total', 'total 合计 2.00'),
        table('appropriation', 'total', 'total 合计 12.00'),
      ),
      doc(table('appropriation', 'total', 'total 合计 12.00')),
      doc(table('appropriation', 'total', 'total 合计 12.00'), table('general-public', 'total', 'total 合计 10.00')),
    ],
  },
  'appropriation-only-balance': {
    fires: [1, 2].map(() =>
      doc(
        appropriationOnly(),
        table('revenue', 'carryover', 'total 合计 -'),
        lines('appropriation-balance', '支 201:一、一般公共服务支出 80.00 80.00 - -', FUNDS),
      ),
    )[0]!,
    silent: [
      doc(
        appropriationOnly('10.00'),
        table('revenue', 'carryover', 'total 合计 -'),
        lines('appropriation-balance', '支 201:一、一般公共服务支出 80.00 80.00 - -', FUNDS),
      ),
    ],
  },
  'appropriation-only-expenditure': {
    fires: doc(
      appropriationOnly(),
      table('revenue', 'carryover', 'total 合计 -'),
      lines('appropriation-balance', '收 收入总计 90.00', FUNDS),
      table('expenditure', 'basic', '2010301 行政运行 9.00'),
      table('general-public', 'basic', '2010301 行政运行 8.00'),
      empty('government-fund'),
    ),
    silent: [
      doc(
        appropriationOnly(),
        table('revenue', 'carryover', 'total 合计 -'),
        lines('appropriation-balance', '收 收入总计 90.00', FUNDS),
        table('expenditure', 'basic', '2010301 行政运行 9.00\n2120801 征地和拆迁补偿支出 3.00'),
        table('general-public', 'basic', '2010301 行政运行 9.00'),
        table('government-fund', 'basic', '2120801 征地和拆迁补偿支出 3.00'),
      ),
    ],
  },
};
