/** English names of forms; those of record tables stand with their kinds, as do other words that core has in both languages. */
import type { FormId, StatementFormId } from '@mingsuan/core/disclosure';
import { type Bilingual, kindOf } from '@mingsuan/core/kinds/index';

const STATEMENTS: Record<StatementFormId, string> = {
  balance: 'Revenue and expenditure',
  revenue: 'Revenue',
  expenditure: 'Expenditure',
  'appropriation-balance': 'Fiscal appropriations, revenue and expenditure',
  'general-public': 'General public budget expenditure',
  basic: 'Basic expenditure of the general public budget',
  'government-fund': 'Government fund budget expenditure',
  'state-capital': 'State capital budget expenditure',
  'three-publics': 'Three publics (travel abroad, vehicles, hospitality)',
};

/** What the interface calls a form in English. */
export const englishForm = (form: FormId): string => kindOf(form)?.english ?? STATEMENTS[form as StatementFormId];

/** Picks the language of words that core has in both. */
export const BILINGUAL = [([zh]: Bilingual) => zh, ([, en]: Bilingual) => en] as const;
