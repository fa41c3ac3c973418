/** Published self-evaluations, of projects and of whole agencies, with their scored parts as printed. */
import type { Disclosure, Origin } from '../../disclosure.ts';
import type { Evidence, Finding, Severity } from '../../finding.ts';
import {
  OVERALL_SELF_EVALUATION,
  type OverallSelfEvaluation,
  SELF_EVALUATION,
  type SelfEvaluation,
  type TableFormId,
} from '../../kinds/index.ts';
import { tablesOf } from '../../model/tables.ts';
import type { Quantity } from '../../model/values.ts';
import type { MoneyUnit } from '../../money.ts';
import { innerQuotes, unspaced } from '../../text/fold.ts';

/** What both forms print. */
export type EvaluationSheet = Pick<
  SelfEvaluation & OverallSelfEvaluation,
  'title' | 'funds' | 'goals' | 'indicators' | 'total' | 'grade' | 'origin'
> &
  Partial<Pick<OverallSelfEvaluation, 'tasks'>>;

export interface Evaluation {
  readonly form: TableFormId;
  /** What findings call it. */
  readonly name: string;
  readonly unit: MoneyUnit;
  readonly sheet: EvaluationSheet;
}

/** Of projects, and of whole agencies. */
export const evaluationsOf = (disclosure: Disclosure): readonly Evaluation[] => [
  ...tablesOf(disclosure, SELF_EVALUATION).flatMap(({ unit = '万元', rows }) =>
    rows.map((sheet) => ({ form: SELF_EVALUATION.id, name: evaluationName(sheet), unit, sheet })),
  ),
  ...tablesOf(disclosure, OVERALL_SELF_EVALUATION).flatMap(({ unit = '万元', rows }) =>
    rows.map((sheet) => ({ form: OVERALL_SELF_EVALUATION.id, name: overallName(sheet), unit, sheet })),
  ),
];

export interface PrintedPart {
  readonly name: string;
  readonly weight: Quantity | undefined;
  readonly score: Quantity | undefined;
  readonly origin: Origin;
}

/** The line of all money: the only one that is weighed. Undefined where none or several are. */
export function moneyLine({ funds }: Pick<EvaluationSheet, 'funds'>): EvaluationSheet['funds'][number] | undefined {
  const weighed = funds.filter(({ weight }) => weight !== undefined);
  return weighed.length === 1 ? weighed[0] : undefined;
}

/** All parts; undefined where one of them prints no weight, and it cannot be told whether all were read. */
export function partsOf(evaluation: EvaluationSheet): readonly PrintedPart[] | undefined {
  const money = moneyLine(evaluation);
  if (!money || evaluation.indicators.length === 0) return undefined;
  const parts: readonly PrintedPart[] = [
    { name: '预算执行率', weight: money.weight, score: money.score, origin: money.origin },
    ...evaluation.indicators.map(({ level3, weight, score, origin }) => ({
      name: unspaced(level3),
      weight,
      score,
      origin,
    })),
  ];
  return parts.every(({ weight }) => weight !== undefined) ? parts : undefined;
}

/** What findings call the table of a project. */
export const evaluationName = ({ project, title }: Pick<SelfEvaluation, 'project' | 'title'>): string =>
  `项目“${innerQuotes(unspaced(project ?? title))}”的自评表`;

const overallName = ({ agency }: OverallSelfEvaluation): string =>
  `${agency === undefined ? '' : `“${innerQuotes(unspaced(agency))}”的`}部门整体绩效自评表`;

/** A printed cell of the table. */
export const partEvidence = (
  form: TableFormId,
  row: string,
  column: string,
  { text, origin }: { readonly text: string; readonly origin: Origin },
): Evidence => ({ form, row, column, text, origin });

/** A finding about one table. */
export const evaluationFinding = (
  { id: rule }: { readonly id: string },
  severity: Severity,
  { agency }: Disclosure,
  { form }: Pick<Evaluation, 'form'>,
  message: string,
  evidence: readonly Evidence[],
): Finding => ({ rule, severity, agency: agency.name, form, message, evidence });
