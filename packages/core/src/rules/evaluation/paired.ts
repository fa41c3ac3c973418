/** Sheets of targets of the budget beside those that answer for them. */

import type { Disclosure } from '../../disclosure.ts';
import {
  type Indicator,
  OVERALL_PERFORMANCE,
  OVERALL_SELF_EVALUATION,
  PERFORMANCE,
  type PerformanceTarget,
  SELF_EVALUATION,
  type SelfEvaluation,
  type TableFormId,
} from '../../kinds/index.ts';
import { rowsOf } from '../../model/tables.ts';
import { unspaced } from '../../text/fold.ts';
import { evaluationName } from './parts.ts';

/** Whether two names are one, spaces aside; nothing is no name. */
export const isSameName = (a: string, b: string | undefined): boolean =>
  b !== undefined && a !== '' && unspaced(a) === unspaced(b);

/** Each self-evaluation with the one target of its project's name: a name that several projects share is no key. */
export const pairedProjects = (
  evaluations: readonly SelfEvaluation[],
  targets: readonly PerformanceTarget[],
): readonly (readonly [SelfEvaluation, PerformanceTarget])[] =>
  evaluations.flatMap((evaluation) => {
    const own = targets.filter(({ project }) => project !== undefined && isSameName(project, evaluation.project));
    return own.length === 1 ? [[evaluation, own[0]!] as const] : [];
  });

export interface PairedSheet {
  /** What findings call the sheet that answers. */
  readonly name: string;
  readonly form: TableFormId;
  readonly targetForm: TableFormId;
  readonly answered: SelfEvaluation['indicators'];
  readonly promised: readonly Indicator[];
}

/** Of projects, and of the agency as a whole where either document has one such sheet. */
export function pairedSheets(accounts: Disclosure, budget: Disclosure): readonly PairedSheet[] {
  const projects = pairedProjects(rowsOf(accounts, SELF_EVALUATION), rowsOf(budget, PERFORMANCE)).map(
    ([evaluation, target]): PairedSheet => ({
      name: evaluationName(evaluation),
      form: SELF_EVALUATION.id,
      targetForm: PERFORMANCE.id,
      answered: evaluation.indicators,
      promised: target.indicators,
    }),
  );
  const [whole, ...moreWholes] = rowsOf(accounts, OVERALL_SELF_EVALUATION);
  const [target, ...moreTargets] = rowsOf(budget, OVERALL_PERFORMANCE);
  if (!whole || !target || moreWholes.length + moreTargets.length > 0) return projects;
  // Sheets of funds are titled alike, but name whose they are.
  if (whole.agency !== undefined && target.agency !== undefined && !isSameName(whole.agency, target.agency))
    return projects;
  return [
    ...projects,
    {
      name: '部门整体绩效自评表',
      form: OVERALL_SELF_EVALUATION.id,
      targetForm: OVERALL_PERFORMANCE.id,
      answered: whole.indicators,
      promised: target.indicators,
    },
  ];
}
