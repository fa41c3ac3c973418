/** Every rule of the checker, for the docs and for lookups by id. */

import { FAMILIES } from '../equations/families/index.ts';
import type { Family } from '../equations/family.ts';
import { CODE_NAME } from './codes/code-names.ts';
import { CODE_SLIP } from './codes/code-slips.ts';
import { DEPARTMENT_UNITS, DEPARTMENT_UNITS_CHECK } from './department/department-units.ts';
import { PROJECT_PROCUREMENT, PROJECT_PROCUREMENT_CHECK } from './procurement/project-funds.ts';
import type { Rule } from './rule.ts';
import { STRUCTURE_RULES } from './structure/table-structure.ts';
import { EXCESS_PRECISION } from './units/excess-precision.ts';
import { TABLE_UNIT } from './units/table-unit.ts';

/** Rules that are no equations of one document. */
export const OTHER_RULES: readonly Rule[] = [
  asRule(PROJECT_PROCUREMENT, PROJECT_PROCUREMENT_CHECK),
  asRule(DEPARTMENT_UNITS, DEPARTMENT_UNITS_CHECK),
  EXCESS_PRECISION,
  TABLE_UNIT,
  ...STRUCTURE_RULES,
  CODE_NAME,
  CODE_SLIP,
];

/** All rule ids, equation families first. */
export const RULE_IDS: readonly string[] = [...FAMILIES, ...OTHER_RULES].map((rule) => rule.id);

function asRule({ id, title, group, basis, severity }: Family, check: string): Rule {
  return { id, title, group, basis, severity, check };
}
