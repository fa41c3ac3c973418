/** What a check reports (design contract: `mingsuan check --format json`). */
import type { FindingParts } from './schema/check.ts';
import type { Model } from './schema/define.ts';

/** A figure or sentence that a finding rests on. */
export interface Evidence extends Model<FindingParts['evidence']> {}

/**
 * `expected`, `actual`, `difference` are fen. `message` is one sentence a finance officer understands; `consequences` say what else
 * is wrong because of the same mistake. `id` is stable across runs (`withIds`): what a dismissal names; checking gives every
 * finding one.
 */
export interface Finding extends Model<FindingParts['finding']> {}

/** The fact that is in question: the first of a finding that says what stands there and what should; the others speak against it. */
export const suspectOf = ({ actual, evidence }: Pick<Finding, 'actual' | 'evidence'>): Evidence | undefined =>
  actual !== undefined && evidence.length > 1 ? evidence[0] : undefined;

export type Severity = Finding['severity'];

export interface DocumentFindings {
  readonly source: string;
  readonly findings: readonly Finding[];
}
