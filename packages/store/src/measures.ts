/** The measures by which agencies are compared, each by the quantities that the tables and the words know it under. */

export interface Measure {
  readonly id: string;
  readonly name: string;
  /** All amounts are integer fen. */
  readonly unit: 'fen';
}

interface Definition extends Measure {
  /** In the terms of core's `tableFigures` and `readMentions`, the most telling first. */
  readonly quantities: readonly string[];
}

const measure = (id: string, name: string, ...quantities: readonly string[]): Definition => ({
  id,
  name,
  unit: 'fen',
  quantities,
});

export const MEASURE_DEFINITIONS: readonly Definition[] = [
  measure('revenue', '收入总计', 'balance[收入总计]', 'balance[总计]', 'balance[本年收入合计]'),
  measure('expenditure', '支出总计', 'balance[支出总计]', 'balance[总计]', 'balance[本年支出合计]'),
  measure('basic', '基本支出', 'expenditure[total].basic'),
  measure('project', '项目支出', 'expenditure[total].project'),
  measure('personnel', '人员经费', 'basic[total].personnel', 'expenditure[total].personnel'),
  measure('operating', '公用经费', 'basic[total].operating', 'expenditure[total].operating'),
  measure('general-public', '一般公共预算支出', 'general-public[total].total'),
  measure('government-fund', '政府性基金预算支出', 'government-fund[total].total'),
  measure('three-publics', '“三公”经费', 'three-publics[total]'),
  measure('overseas', '因公出国（境）费', 'three-publics[overseas]'),
  measure('vehicles', '公务用车购置及运行费', 'three-publics[vehicles]'),
  measure('hospitality', '公务接待费', 'three-publics[hospitality]'),
  measure('agency-operating', '机关运行经费', 'agency-operating'),
  measure('procurement', '政府采购预算', 'procurement[total]'),
  measure('assets', '固定资产价值', 'assets[value]'),
];

export const MEASURES: readonly Measure[] = MEASURE_DEFINITIONS.map(({ id, name, unit }) => ({ id, name, unit }));
