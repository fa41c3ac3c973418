/** Rules over what was carried out: published self-evaluations, and what the budget promised beside them. */
import type { ReadRule, RelateRule } from '../rule.ts';
import { EVALUATION_EXECUTION, EVALUATION_RATE } from './execution.ts';
import { INITIAL_BUDGET } from './initial-budget.ts';
import { EVALUATION_FULL_POINTS, EVALUATION_POINTS, EVALUATION_TOTAL, EVALUATION_WEIGHTS } from './points.ts';
import { EVALUATION_TARGETS } from './targets.ts';

export const EVALUATION_RULES: readonly (ReadRule | RelateRule)[] = [
  EVALUATION_WEIGHTS,
  EVALUATION_POINTS,
  EVALUATION_TOTAL,
  EVALUATION_FULL_POINTS,
  EVALUATION_RATE,
  EVALUATION_EXECUTION,
  EVALUATION_TARGETS,
  INITIAL_BUDGET,
];
