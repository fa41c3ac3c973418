/** Columns that say no more than what a table's row is measured in: 金额, 合计, 预算数, 数量. */
import type { Concept } from './concept.ts';

export const COLUMN_CONCEPTS: readonly Concept[] = [
  {
    id: 'amount',
    name: '金额',
    english: 'Amount',
    wordings: [],
    headers: ['[<预算|决算>]金额', '<本年预算|年初预算|预算|决算>数', '年初预算'],
  },
  { id: 'total', name: '合计', english: 'Total', wordings: [], headers: ['合计[数]', '总计'] },
  {
    id: 'without-capital',
    name: '扣除基本建设投资后',
    english: 'Less capital construction',
    wordings: [],
    headers: ['扣除…<基建|基本建设>…'],
  },
  {
    id: 'revenue',
    name: '本年收入',
    english: 'Revenue of the year',
    wordings: [],
    headers: ['本年收入[合计]'],
  },
];
