/** Rules over final accounts beside the budget that they carry out. */
import type { RelateRule } from '../rule.ts';
import { BUDGET_COLUMN } from './budget-column.ts';
import { ACCOUNTS_EVALUATED } from './evaluated-projects.ts';
import { INITIAL_BUDGET } from './initial-budget.ts';
import { ACCOUNTS_PROCUREMENT } from './procurement.ts';
import { PROJECT_BUDGET } from './project-budget.ts';
import { ACCOUNTS_PROMISES } from './promises.ts';
import { ACCOUNTS_PURCHASES } from './purchases.ts';

export const ACCOUNTS_RULES: readonly RelateRule[] = [
  INITIAL_BUDGET,
  BUDGET_COLUMN,
  PROJECT_BUDGET,
  ACCOUNTS_PROCUREMENT,
  ACCOUNTS_PURCHASES,
  ACCOUNTS_EVALUATED,
  ACCOUNTS_PROMISES,
];
