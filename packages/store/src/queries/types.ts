/** Words that the answers share. */
import type { Disclosure, FormId } from '@mingsuan/core/disclosure';
import type { FormState } from '../projection/completeness.ts';

export type Stage = Disclosure['stage'];

/** `score` is whole percent of the required forms that are printed. */
export interface CompletenessAnswer {
  readonly forms: Readonly<Partial<Record<FormId, FormState>>>;
  readonly score: number;
}

/** Findings not dismissed. */
export interface FindingCounts {
  readonly error: number;
  readonly warning: number;
  readonly notice: number;
}
