/** The plans of all templates. */
import type { Plan } from '../plan.ts';
import { HEBEI } from './hebei.ts';
import { NATIONAL_BUDGET_PLAN } from './national-budget.ts';
import { NATIONAL_FINAL_PLAN } from './national-final.ts';
import { SHANGHAI } from './shanghai.ts';

export const PLANS: readonly Plan[] = [...HEBEI, SHANGHAI, NATIONAL_BUDGET_PLAN, NATIONAL_FINAL_PLAN];
