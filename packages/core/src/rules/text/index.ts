/** Rules over what is written, whether it is there, and whether it came out of the printer whole. */
import type { ReadRule } from '../rule.ts';
import { AGENCY_NAME } from './agencies.ts';
import { CLASS_NAME } from './class-names.ts';
import { EMPTY_SECTION } from './empty-sections.ts';
import { HYGIENE_RULES } from './hygiene.ts';
import { LEVEL_WORD } from './levels.ts';
import { UNIT_COUNT } from './organization.ts';
import { PAGE_RULES } from './pages.ts';
import { PLACEHOLDER } from './placeholder.ts';
import { MISSING_MATTER } from './sections.ts';
import { TABLE_RULES } from './tables.ts';
import { TEXT_UNFILLED } from './unfilled.ts';
import { YEAR_SLIP } from './year-slips.ts';

export const TEXT_RULES: readonly ReadRule[] = [
  ...TABLE_RULES,
  MISSING_MATTER,
  LEVEL_WORD,
  AGENCY_NAME,
  YEAR_SLIP,
  UNIT_COUNT,
  EMPTY_SECTION,
  CLASS_NAME,
  ...PAGE_RULES,
  ...HYGIENE_RULES,
  PLACEHOLDER,
  TEXT_UNFILLED,
];
