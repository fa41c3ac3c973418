/** English names of the forms and periods; those of their columns and of measures are the vocabulary's. */
import type { Period } from '@mingsuan/core/model/period';
import type { FormId } from '../api/types.ts';

export const FORMS: Readonly<Record<FormId, string>> = {
  balance: 'Revenue and expenditure',
  revenue: 'Revenue',
  expenditure: 'Expenditure',
  'appropriation-balance': 'Appropriations',
  'general-public': 'General public budget',
  basic: 'Basic expenditure',
  'government-fund': 'Government funds',
  'state-capital': 'State capital',
  'three-publics': 'Three publics',
  procurement: 'Procurement',
  assets: 'Assets',
  performance: 'Performance targets',
  'duty-performance': 'Duties and activities',
  organization: 'Organisation',
};

/** Beside the name of a column whose figure is not of the document's own period. */
export const PERIODS: Readonly<Record<Period, string>> = {
  budget: 'budget',
  adjusted: 'adjusted budget',
  actual: 'actual',
  previous: 'previous year',
  forecast: 'forecast',
};
