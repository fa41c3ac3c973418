/** English names of the forms; those of their columns and of measures are the vocabulary's. */
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
