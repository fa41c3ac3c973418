/** What the self-evaluations of final accounts say was reached, row by row. */
import type { Disclosure } from '../../disclosure.ts';
import type { Evidence } from '../../finding.ts';
import type { ReachedIndicator } from '../../kinds/evaluated.ts';
import {
  OVERALL_SELF_EVALUATION,
  type PerformanceTarget,
  SELF_EVALUATION,
  type TableFormId,
} from '../../kinds/index.ts';
import { rowsOf } from '../../model/tables.ts';
import { unspaced } from '../../text/fold.ts';
import { isSameName } from '../evaluation/paired.ts';

/** Subjects of fewer characters are anyone's: 任务完成率, 满意度. */
export const LEAST = 5;

export interface EvaluatedRow {
  readonly form: TableFormId;
  /** Undefined of the agency as a whole. */
  readonly project: string | undefined;
  readonly row: ReachedIndicator;
}

/** Of projects, and of the agency as a whole. */
export const evaluatedRows = (accounts: Disclosure): readonly EvaluatedRow[] => [
  ...rowsOf(accounts, SELF_EVALUATION).flatMap(({ project, indicators }) =>
    indicators.map((row) => ({ form: SELF_EVALUATION.id, project, row })),
  ),
  ...rowsOf(accounts, OVERALL_SELF_EVALUATION).flatMap(({ indicators }) =>
    indicators.map((row) => ({ form: OVERALL_SELF_EVALUATION.id, project: undefined, row })),
  ),
];

/** Why something was missed is written beside it. */
export const hasCause = ({ cause }: ReachedIndicator): boolean => cause !== undefined && !/^[无\-—/\s]*$/.test(cause);

/** What was reached, as it is printed. */
export const evidenceOf = (form: TableFormId, { level3, achieved = '', origin }: ReachedIndicator): Evidence => ({
  form,
  row: unspaced(level3),
  column: 'achieved',
  text: achieved,
  origin,
});

/** Whether a promise of the projects of some tables, or of all where it names none, is one of a project, where that is named. */
export const isOfProject = (
  tables: readonly Pick<PerformanceTarget, 'project'>[] | undefined,
  of: string | undefined,
): boolean =>
  tables === undefined ||
  of === undefined ||
  tables.some(({ project }) => project !== undefined && isSameName(project, of));
