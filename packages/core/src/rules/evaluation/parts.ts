/** The scored parts of a self-evaluation as printed: the line of all its money, and its indicators. */
import type { Disclosure, Origin } from '../../disclosure.ts';
import type { Evidence, Finding, Severity } from '../../finding.ts';
import { SELF_EVALUATION, type SelfEvaluation } from '../../kinds/index.ts';
import type { Quantity } from '../../model/values.ts';
import { innerQuotes, unspaced } from '../../text/fold.ts';

export interface PrintedPart {
  readonly name: string;
  readonly weight: Quantity | undefined;
  readonly score: Quantity | undefined;
  readonly origin: Origin;
}

/** The line of all money: the only one that is weighed. Undefined where none or several are. */
export function moneyLine({ funds }: SelfEvaluation): SelfEvaluation['funds'][number] | undefined {
  const weighed = funds.filter(({ weight }) => weight !== undefined);
  return weighed.length === 1 ? weighed[0] : undefined;
}

/** All parts; undefined where one of them prints no weight, and it cannot be told whether all were read. */
export function partsOf(evaluation: SelfEvaluation): readonly PrintedPart[] | undefined {
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

/** What findings call the table. */
export const evaluationName = ({ project, title }: SelfEvaluation): string =>
  `项目“${innerQuotes(unspaced(project ?? title))}”的自评表`;

/** A printed cell of the table. */
export const partEvidence = (row: string, column: string, text: string, origin: Origin): Evidence => ({
  form: SELF_EVALUATION.id,
  row,
  column,
  text,
  origin,
});

/** A finding about one table. */
export const evaluationFinding = (
  { id: rule }: { readonly id: string },
  severity: Severity,
  { agency }: Disclosure,
  message: string,
  evidence: readonly Evidence[],
): Finding => ({ rule, severity, agency: agency.name, form: SELF_EVALUATION.id, message, evidence });
