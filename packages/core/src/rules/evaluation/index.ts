/** Rules over published self-evaluations, and what the budget promised beside them. */
import type { ReadRule, RelateRule } from '../rule.ts';
import { EVALUATION_EXECUTION, EVALUATION_RATE } from './execution.ts';
import { EVALUATION_GRADE } from './grade.ts';
import { EVALUATION_FULL_POINTS, EVALUATION_POINTS, EVALUATION_TOTAL, EVALUATION_WEIGHTS } from './points.ts';
import { EVALUATION_TARGETS } from './targets.ts';
import { EVALUATION_UNANSWERED } from './unanswered.ts';
import { EVALUATION_UNFILLED } from './unfilled.ts';

export const EVALUATION_RULES: readonly (ReadRule | RelateRule)[] = [
  EVALUATION_WEIGHTS,
  EVALUATION_POINTS,
  EVALUATION_TOTAL,
  EVALUATION_GRADE,
  EVALUATION_UNFILLED,
  EVALUATION_FULL_POINTS,
  EVALUATION_RATE,
  EVALUATION_EXECUTION,
  EVALUATION_TARGETS,
  EVALUATION_UNANSWERED,
];
