/** Words that the answers share. */
import type { Disclosure, FormId } from '@mingsuan/core/disclosure';
import type { FormState } from '../projection/completeness.ts';

export type Stage = Disclosure['stage'];

/** `score` is whole percent of the required forms that are printed. */
export interface CompletenessAnswer {
  readonly forms: Readonly<Partial<Record<FormId, FormState>>>;
  readonly score: number;
}

/** Findings that are released and not dismissed. */
export interface FindingCounts {
  readonly error: number;
  readonly warning: number;
  readonly notice: number;
  /** Whether others were found that nobody has released: then nothing is said of the whole. */
  readonly pending: boolean;
}

interface Counted {
  readonly errors: number;
  readonly warnings: number;
  readonly notices: number;
  readonly found_errors: number;
  readonly found_warnings: number;
  readonly found_notices: number;
}

/** The counts of a row of `disclosures`. */
export const countsOf = (row: Counted): FindingCounts => ({
  error: row.errors,
  warning: row.warnings,
  notice: row.notices,
  pending: row.found_errors + row.found_warnings + row.found_notices > row.errors + row.warnings + row.notices,
});
