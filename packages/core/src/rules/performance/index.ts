/** Rules over performance targets: what can be told from the wording of targets, and from the budget beside it. */
import type { ReadRule } from '../rule.ts';
import { TARGET_CONFLICT } from './conflict.ts';
import { TARGET_COPIED } from './copied.ts';
import { TARGET_COST } from './cost.ts';
import { TARGET_COUNT } from './count.ts';
import { TARGET_DIRECTION } from './direction.ts';
import { DUTY_AMOUNTS, DUTY_STANDARDS } from './duty.ts';
import { TARGET_EMPTY_TALK } from './empty-talk.ts';
import { PROJECT_FUNDS_ACROSS } from './funds-across.ts';
import { TARGET_IMPOSSIBLE } from './impossible.ts';
import { TARGET_MISSING_LEVEL } from './levels.ts';
import { TARGET_MALFORMED } from './malformed.ts';
import { PROJECT_NAME, TARGET_MISSING_PROJECT } from './missing-project.ts';
import { TARGET_PLACED } from './placed.ts';
import { PROJECT_AMOUNT } from './told-amounts.ts';
import { TARGET_UNIT } from './unit.ts';
import { TARGET_WEIGHTS } from './weights.ts';
import { PROJECT_YEAR_AMOUNT } from './year-arrangements.ts';
import { TARGET_YEAR } from './years.ts';

export const PERFORMANCE_RULES: readonly ReadRule[] = [
  TARGET_MALFORMED,
  TARGET_UNIT,
  TARGET_IMPOSSIBLE,
  TARGET_DIRECTION,
  TARGET_COST,
  TARGET_WEIGHTS,
  TARGET_CONFLICT,
  TARGET_MISSING_LEVEL,
  TARGET_EMPTY_TALK,
  TARGET_COPIED,
  TARGET_PLACED,
  TARGET_YEAR,
  TARGET_MISSING_PROJECT,
  PROJECT_NAME,
  PROJECT_AMOUNT,
  PROJECT_YEAR_AMOUNT,
  PROJECT_FUNDS_ACROSS,
  TARGET_COUNT,
  DUTY_STANDARDS,
  DUTY_AMOUNTS,
];
