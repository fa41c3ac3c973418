/** Rules over the text itself and over what has to be published. */
import type { DisclosureRule } from '../disclosure-rule.ts';
import { CLASS_NAME } from './class-names.ts';
import { HYGIENE_RULES } from './hygiene.ts';
import { PAGE_RULES } from './pages.ts';
import { PLACEHOLDER } from './placeholder.ts';
import { TABLE_RULES } from './tables.ts';

export const TEXT_RULES: readonly DisclosureRule[] = [
  ...TABLE_RULES,
  CLASS_NAME,
  ...PAGE_RULES,
  ...HYGIENE_RULES,
  PLACEHOLDER,
];
