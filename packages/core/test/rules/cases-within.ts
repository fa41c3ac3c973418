/** Cases of the equations within one form. */
import { doc, empty, lines, table } from './make.ts';
import type { RuleCases } from './rule-case.ts';

const FUNDS = 'amount total general-public government-fund state-capital';
const KINDS = 'total basic project';

const revenueTotals = (sum: string, total: string) =>
  lines(
    'balance',
    `收 一、一般公共预算拨款收入 90.00\n收 二、事业收入 10.00\n收 本年收入合计 ${sum}\n收 上年结转结余 5.00\n收 收入总计 ${total}`,
  );
const expenditureTotals = (sum: string, total: string) =>
  lines(
    'balance',
    `支 201:一、一般公共服务支出 90.00\n支 208:八、社会保障和就业支出 10.00\n支 本年支出合计 ${sum}\n支 年终结转结余 5.00\n支 支出总计 ${total}`,
  );

export const WITHIN_CASES: RuleCases = {
  'balance-revenue-sum': {
    fires: doc(revenueTotals('110.00', '115.00')),
    silent: [
      doc(revenueTotals('100.00', '105.00')),
      // 1. 和 其中： are parts of the line above and are not added again.
      doc(
        lines(
          'balance',
          '收 一、财政拨款收入 90.00\n收 1.一般公共预算 60.00\n收 2.政府性基金 30.00\n收 二、事业收入 10.00\n收 其中：教育收费 4.00\n收 本年收入合计 100.00',
        ),
      ),
    ],
  },
  'balance-revenue-total': {
    fires: doc(revenueTotals('100.00', '150.00')),
    silent: [
      doc(
        lines(
          'balance',
          '收 一、一般公共预算财政拨款收入 2,940.05\n收 八、其他收入 6.20\n收 本年收入合计 2,946.25\n收 使用非财政拨款结余（含专用结余） -\n收 年初结转和结余 49.14\n收 总计 2,995.39',
        ),
      ),
      doc(lines('balance', '收 一、财政拨款收入 90.00\n收 二、其他收入 -\n收 三、上年结转 5.00\n收 收入总计 95.00')),
    ],
  },
  'balance-expenditure-sum': {
    fires: doc(expenditureTotals('110.00', '115.00')),
    silent: [
      // Classes and kinds of expenditure in one column list the same money twice.
      doc(
        lines(
          'balance',
          '支 201:一、一般公共服务支出 90.00\n支 208:二、社会保障和就业支出 10.00\n支 一、基本支出 70.00\n支 二、项目支出 30.00\n支 本年支出合计 100.00',
        ),
      ),
      doc(expenditureTotals('100.00', '105.00')),
    ],
  },
  'balance-expenditure-total': {
    fires: doc(expenditureTotals('100.00', '150.00')),
    silent: [
      doc(
        lines(
          'balance',
          '支 201:一、一般公共服务支出 2,940.05\n支 本年支出合计 2,940.05\n支 结余分配 -\n支 年末结转和结余 55.34\n支 总计 2,995.39',
        ),
      ),
    ],
  },
  'balance-equality': {
    fires: doc(lines('balance', '收 收入总计 105.00\n支 支出总计 150.00')),
    silent: [doc(lines('balance', '收 总计 105.00\n支 总计 105.00')), doc(lines('balance', '收 收入总计 105.00'))],
  },
  'balance-line-parts': {
    fires: doc(lines('balance', '收 一、财政拨款收入 90.00\n收 1.一般公共预算 60.00\n收 2.政府性基金 20.00')),
    silent: [
      doc(lines('balance', '收 一、财政拨款收入 90.00\n收 1.一般公共预算 60.00\n收 2.政府性基金 30.00')),
      // A selection of parts is not all there are.
      doc(lines('balance', '收 一、一般公共预算拨款收入 90.00\n收 1.经费拨款 60.00\n收 2.专项收入 20.00')),
    ],
  },
  'balance-part-within': {
    fires: doc(lines('balance', '收 二、事业收入 10.00\n收 其中：教育收费 14.00')),
    silent: [doc(lines('balance', '收 二、事业收入 10.00\n收 其中：教育收费 4.00'))],
  },
  'balance-line-kinds': {
    fires: doc(balanceKinds('7.00')),
    silent: [doc(balanceKinds('4.00'))],
  },
  'appropriation-line-funds': {
    fires: doc(lines('appropriation-balance', '支 201:一、一般公共服务支出 90.00 80.00 - -', FUNDS)),
    silent: [doc(lines('appropriation-balance', '支 201:一、一般公共服务支出 90.00 80.00 10.00 -', FUNDS))],
  },
  'appropriation-revenue-lines': {
    fires: doc(
      lines('balance', '收 一、一般公共预算拨款收入 90.00'),
      lines('appropriation-balance', '收 一、一般公共预算拨款 99.00', FUNDS),
    ),
    silent: [
      doc(
        lines('balance', '收 一、财政拨款收入 90.00\n收 1.一般公共预算 90.00'),
        lines('appropriation-balance', '收 一、一般公共预算 90.00', FUNDS),
      ),
      doc(lines('balance', '收 一、一般公共预算拨款收入 90.00')),
      // Its line holds what was carried over, too.
      doc(
        lines('balance', '收 一、一般公共预算资金 90.00\n收 收入总计 90.00'),
        lines(
          'appropriation-balance',
          '收 一、本年收入 80.00\n收 一般公共预算资金 80.00\n收 二、上年结转 10.00\n收 一般公共预算资金 10.00',
          FUNDS,
        ),
      ),
    ],
  },
  'class-sums': {
    fires: doc(
      table('general-public', KINDS, '208 社会保障和就业支出 68.24 68.24 -\n20805 行政事业单位养老支出 65.75 65.75 -'),
    ),
    silent: [
      doc(
        table(
          'general-public',
          KINDS,
          '208 社会保障和就业支出 68.24 68.24 -\n20805 行政事业单位养老支出 65.75 65.75 -\n20899 其他社会保障和就业支出 2.49 2.49 -',
        ),
      ),
      // The words say that secret items are left out.
      doc(
        table(
          'general-public',
          KINDS,
          '208 社会保障和就业支出 68.24 68.24 -\n20805 行政事业单位养老支出 65.75 65.75 -',
        ),
        {
          explanation: [
            {
              number: '一',
              title: '说明',
              text: '根据保密规定，部分项目信息公开时予以剔除。',
              paragraphs: [],
              origin: {},
            },
          ],
        },
      ),
      // A row that no list has a code for stands among the parts.
      doc(
        table(
          'general-public',
          KINDS,
          '208 社会保障和就业支出 9.00 9.00 -\n20805 行政事业单位养老支出 5.00 5.00 -\n本地补助 本地补助 3.00 3.00 -',
        ),
      ),
      // Down to the section only; secrets left out; headings without figures; a difference of rounding.
      doc(
        table(
          'general-public',
          KINDS,
          '201 一般公共服务支出 9.00 9.00 -\n20103 政府办公厅（室）及相关机构事务 9.00 9.00 -',
        ),
      ),
      doc(
        table(
          'general-public',
          KINDS,
          '204 公共安全支出 9.00 9.00 -\n20402 公安 5.00 5.00 -',
          '万元',
          '注：涉密项目不予公开。',
        ),
      ),
      doc(
        table('general-public', KINDS, '201 一般公共服务支出 - - -\n20103 政府办公厅（室）及相关机构事务 9.00 9.00 -'),
      ),
      doc(table('basic', 'total', '302 商品和服务支出 171.07\n30201 办公费 85.54\n30202 印刷费 85.54')),
    ],
  },
  'table-total': {
    fires: doc(
      table(
        'expenditure',
        KINDS,
        '201 一般公共服务支出 9.00 9.00 -\n208 社会保障和就业支出 3.00 3.00 -\ntotal 合计 13.00 13.00 -',
      ),
    ),
    silent: [
      doc(
        table(
          'expenditure',
          KINDS,
          '201 一般公共服务支出 9.00 9.00 -\n208 社会保障和就业支出 3.00 3.00 -\ntotal 合计 12.00 12.00 -',
        ),
      ),
      doc(table('expenditure', KINDS, '2010301 行政运行 9.00 9.00 -\ntotal 合计 9.00 9.00 -')),
    ],
  },
  'basic-total': {
    fires: doc(table('basic', 'total personnel operating', '301 工资福利支出 9.00 9.00 -\ntotal 合计 19.00 19.00 -')),
    silent: [
      doc(
        table(
          'basic',
          'total personnel operating',
          '301 工资福利支出 2082.85 - -\n302 商品和服务支出 171.07 - -\n303 对个人和家庭的补助 69.41 - -\n310 资本性支出 13.58 - -\ntotal 合计 - 2152.26 184.65',
        ),
      ),
    ],
  },
  'revenue-total': {
    fires: doc(table('revenue', 'total subtotal appropriation carryover', 'total 合计 20.00 10.00 10.00 5.00')),
    silent: [doc(table('revenue', 'total subtotal appropriation carryover', 'total 合计 15.00 10.00 10.00 5.00'))],
  },
  'revenue-sources': {
    fires: doc(table('revenue', 'total appropriation institutional other', 'total 合计 15.00 10.00 2.00 1.00')),
    silent: [
      doc(table('revenue', 'total appropriation institutional other', 'total 合计 13.00 10.00 2.00 1.00')),
      doc(table('revenue', 'total subtotal general-public government-fund', 'total 合计 13.00 13.00 10.00 3.00')),
    ],
  },
  'revenue-appropriation-funds': {
    fires: doc(table('revenue', 'appropriation general-public government-fund', 'total 合计 15.00 10.00 2.00')),
    silent: [doc(table('revenue', 'appropriation general-public government-fund', 'total 合计 12.00 10.00 2.00'))],
  },
  'carryover-sources': {
    fires: doc(
      table(
        'revenue',
        'carryover carryover-from-general-public carryover-from-unit-funds',
        'total 合计 15.00 10.00 2.00',
      ),
    ),
    silent: [
      doc(
        table(
          'revenue',
          'carryover carryover-from-general-public carryover-from-unit-funds',
          'total 合计 12.00 10.00 2.00',
        ),
      ),
      doc(table('revenue', 'carryover carryover-from-unit-funds', 'total 合计 12.00 2.00')),
    ],
  },
  'expenditure-kinds': {
    fires: doc(table('expenditure', KINDS, '208 社会保障和就业支出 68.24 65.24 -')),
    silent: [
      doc(table('expenditure', `${KINDS} business`, '208 社会保障和就业支出 68.24 65.24 2.00 1.00')),
      doc(table('expenditure', 'total', '208 社会保障和就业支出 68.24')),
    ],
  },
  'fund-kinds': {
    fires: doc(table('government-fund', KINDS, '212 城乡社区支出 68.24 65.24 -')),
    silent: [doc(table('government-fund', KINDS, '212 城乡社区支出 68.24 65.24 3.00')), doc(empty('government-fund'))],
  },
  'basic-kinds': {
    fires: doc(table('basic', 'total personnel operating', '302 商品和服务支出 335.09 225.00 110.90')),
    silent: [
      doc(table('basic', 'total personnel operating', '302 商品和服务支出 335.09 225.00 110.09')),
      doc(table('basic', 'total personnel operating', '301 工资福利支出 2082.85 - -')),
    ],
  },
  'basic-sources': {
    fires: doc(
      table('basic-sources', 'total appropriation general-public unit-funds', '30101 基本工资 90.00 80.00 80.00 20.00'),
    ),
    silent: [
      doc(
        table(
          'basic-sources',
          'total appropriation general-public unit-funds',
          '301 工资福利支出 100.00 80.00 80.00 20.00\n30101 基本工资 100.00 80.00 80.00 20.00\ntotal 合计 100.00 80.00 80.00 20.00',
        ),
      ),
      // Without the appropriations nobody knows what else is in the total.
      doc(table('basic-sources', 'total unit-funds', '30101 基本工资 100.00 20.00')),
    ],
  },
  'sources-beside': {
    fires: doc(bySource('50.00')),
    silent: [
      doc(bySource('30.00')),
      // Two rows that agree and one that does not bear nothing out.
      doc(
        table(
          'basic-function',
          'total appropriation general-public other',
          '甲 甲 90.00 80.00 80.00 10.00\n乙 乙 50.00 30.00 30.00 10.00',
        ),
      ),
    ],
  },
  'change-columns': {
    fires: doc(changed('2.00')),
    silent: [
      doc(changed('-1.00')),
      doc(table('general-public', 'total total@previous', '201 一般公共服务支出 5.00 9.00')),
    ],
  },
  'basic-kinds-beside': {
    fires: doc(table('basic-function', 'total personnel operating', '2010301 行政运行 90.00 80.00 20.00')),
    silent: [
      doc(table('basic-function', 'total personnel operating', '2010301 行政运行 100.00 80.00 20.00')),
      doc(table('basic-function', 'total personnel operating', '2010301 行政运行 100.00 - -')),
    ],
  },
  'fund-flow': {
    fires: doc(
      { stage: 'final-accounts' },
      table('government-fund', 'carryover revenue total year-end', 'total 合计 5.00 10.00 12.00 4.00'),
    ),
    silent: [
      doc(
        { stage: 'final-accounts' },
        table('government-fund', 'carryover revenue total year-end', 'total 合计 5.00 10.00 12.00 3.00'),
      ),
    ],
  },
};

function bySource(last: string) {
  return table(
    'basic-function',
    'total appropriation general-public other',
    `2010301 行政运行 90.00 80.00 80.00 10.00
2010302 一般行政管理事务 60.00 40.00 40.00 20.00
2080505 机关事业单位基本养老保险缴费支出 30.00 30.00 30.00 -
2210201 住房公积金 20.00 20.00 20.00 -
2101101 行政单位医疗 60.00 30.00 30.00 ${last}`,
  );
}

function changed(last: string) {
  return table(
    'general-public',
    'total total@previous total-change',
    `2010301 行政运行 90.00 80.00 10.00
2010302 一般行政管理事务 60.00 40.00 20.00
2080505 机关事业单位基本养老保险缴费支出 30.00 30.00 -
2210201 住房公积金 20.00 20.00 0.00
2101101 行政单位医疗 30.00 31.00 ${last}`,
  );
}

function balanceKinds(project: string) {
  const statement = lines(
    'balance',
    '支 201:一、一般公共服务支出 9.00 3.00 2.00',
    'amount personnel operating project',
  );
  const [row] = statement.rows as [(typeof statement.rows)[0]];
  const amounts = table('expenditure', 'amount personnel operating project', `201 x 9.00 3.00 2.00 ${project}`).rows[0]!
    .cells;
  return { ...statement, rows: [{ ...row, cells: amounts }] };
}
