/** English names of the forms and periods; those of their columns and of measures are the vocabulary's. */

import { STATEMENTS } from '@mingsuan/core/forms/index';
import { KINDS } from '@mingsuan/core/kinds/index';
import type { Period } from '@mingsuan/core/model/period';

export const FORMS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(KINDS.map(({ id, english }) => [id, english])),
  ...Object.fromEntries(STATEMENTS.filter(({ isBeside }) => isBeside).map(({ id, english }) => [id, english])),
  balance: 'Revenue and expenditure',
  revenue: 'Revenue',
  expenditure: 'Expenditure',
  'appropriation-balance': 'Appropriations',
  'general-public': 'General public budget',
  basic: 'Basic expenditure',
  'government-fund': 'Government funds',
  'state-capital': 'State capital',
  'three-publics': 'Three publics',
};

/** Beside the name of a column whose figure is not of the document's own period. */
export const PERIODS: Readonly<Record<Period, string>> = {
  budget: 'budget',
  adjusted: 'adjusted budget',
  actual: 'actual',
  previous: 'previous year',
  executed: 'spent the year before',
  forecast: 'forecast',
};
