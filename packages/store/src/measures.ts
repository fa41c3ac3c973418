/** The measures by which agencies are compared, each by the quantities that the tables and the words know it under. */
import { conceptOfMeasure, THREE_PUBLICS_ITEMS } from '@mingsuan/core/vocabulary/index';

export interface Measure {
  readonly id: string;
  readonly name: string;
  /** All amounts are integer fen. */
  readonly unit: 'fen';
}

interface Definition extends Measure {
  /** In the terms of core's `addressOf` and `readMentions`, the most telling first. */
  readonly quantities: readonly string[];
}

const measure = (id: string, ...quantities: readonly string[]): Definition => ({
  id,
  name: conceptOfMeasure(id).name,
  unit: 'fen',
  quantities,
});

export const MEASURE_DEFINITIONS: readonly Definition[] = [
  measure('revenue', 'balance[收入总计]', 'balance[总计]', 'balance[本年收入合计]', 'revenue[total].total'),
  measure('expenditure', 'balance[支出总计]', 'balance[总计]', 'balance[本年支出合计]', 'expenditure[total].total'),
  measure('basic', 'expenditure[total].basic'),
  measure('project', 'expenditure[total].project'),
  measure('personnel', 'basic[total].personnel', 'expenditure[total].personnel'),
  measure('operating', 'basic[total].operating', 'expenditure[total].operating'),
  measure('general-public', 'general-public[total].total'),
  measure('government-fund', 'government-fund[total].total'),
  measure('three-publics', 'three-publics[total]'),
  ...THREE_PUBLICS_ITEMS.map((id) => measure(id, `three-publics[${id}]`)),
  measure('agency-operating', 'agency-operating'),
  measure('procurement', 'procurement[total]'),
  measure('assets', 'assets[value]'),
];

export const MEASURES: readonly Measure[] = MEASURE_DEFINITIONS.map(({ id, name, unit }) => ({ id, name, unit }));
