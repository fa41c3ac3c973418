/**
 * The register of rules: every rule of the checker, once. The checker runs this list, and whatever lists rules (docs/rules.md,
 * SARIF, the audit, the API, files of own rules) reads it and nothing else.
 */
import { builtinFamilies, FAMILIES } from '../equations/families/families.ts';
import { ACCOUNTS_RULES } from './accounts/index.ts';
import { ASSET_RULES } from './assets/index.ts';
import { CODE_NAME } from './codes/code-names.ts';
import { CODE_SLIP } from './codes/code-slips.ts';
import { DEPARTMENT_UNITS } from './department/department-units.ts';
import { CHANGE_COLUMNS } from './equations/changes.ts';
import { equationRule } from './equations/equation-rule.ts';
import { EVALUATION_RULES } from './evaluation/index.ts';
import { PERFORMANCE_RULES } from './performance/index.ts';
import { PREVIOUS_YEAR_RULES } from './previous-year/previous-year.ts';
import { PROCUREMENT_RULES } from './procurement/index.ts';
import { PROJECT_PROCUREMENT } from './procurement/project-funds.ts';
import type { AnyRule, Rule } from './rule.ts';
import { EMPTY_TABLE } from './structure/empty-table.ts';
import { STRUCTURE_RULES } from './structure/table-structure.ts';
import { TOLD_EMPTY } from './structure/told-empty.ts';
import { TEXT_RULES } from './text/index.ts';
import { THREE_PUBLICS_COUNTS } from './three-publics/counts.ts';
import { THREE_PUBLICS_UNITS } from './three-publics/units.ts';
import { VEHICLE_PURCHASES } from './three-publics/vehicle-purchases.ts';
import { EXCESS_PRECISION } from './units/excess-precision.ts';
import { TABLE_UNIT } from './units/table-unit.ts';
import { UNIT_THROUGHOUT } from './units/unit-throughout.ts';
import { WORDS_PRECISION } from './units/words-precision.ts';
import { WORDS_COPIED } from './words/copied.ts';
import { WORDS_ENTRUSTED, WORDS_PERSONNEL } from './words/economic.ts';
import { WORDS_ECONOMIC } from './words/economic-items.ts';
import { WORDS_LISTED_ITEMS } from './words/listed-items.ts';
import { WORD_FIGURE_RULES } from './words/word-figures.ts';

export const RULES: readonly AnyRule[] = [
  ...FAMILIES.map((family, i) => equationRule(family, () => builtinFamilies()[i]!)),
  DEPARTMENT_UNITS,
  THREE_PUBLICS_UNITS,
  CHANGE_COLUMNS,
  PROJECT_PROCUREMENT,
  EXCESS_PRECISION,
  TABLE_UNIT,
  EMPTY_TABLE,
  TOLD_EMPTY,
  UNIT_THROUGHOUT,
  ...STRUCTURE_RULES,
  CODE_NAME,
  CODE_SLIP,
  ...WORD_FIGURE_RULES,
  WORDS_PERSONNEL,
  WORDS_ENTRUSTED,
  WORDS_ECONOMIC,
  WORDS_LISTED_ITEMS,
  WORDS_COPIED,
  WORDS_PRECISION,
  ...TEXT_RULES,
  ...PERFORMANCE_RULES,
  ...EVALUATION_RULES,
  ...ACCOUNTS_RULES,
  ...PROCUREMENT_RULES,
  ...ASSET_RULES,
  VEHICLE_PURCHASES,
  THREE_PUBLICS_COUNTS,
  ...PREVIOUS_YEAR_RULES,
];

const BY_ID: ReadonlyMap<string, AnyRule> = new Map(RULES.map((rule) => [rule.id, rule]));

/** What the register says of a rule; undefined for a user's own rule. */
export const ruleById = (id: string): Rule | undefined => BY_ID.get(id);
