/** From faults of single indicators to findings: many of a kind in one table are one finding. */

import type { Disclosure, Origin } from '../../disclosure.ts';
import type { Evidence, Finding, Severity } from '../../finding.ts';
import type { Indicator, PerformanceTarget } from '../../kinds/index.ts';
import { PERFORMANCE } from '../../kinds/index.ts';
import { innerQuotes, unspaced } from '../../text/fold.ts';
import { formOf, type Sheet } from './sheets.ts';

/** What is wrong with one indicator. `kind` groups faults of one table; `reason` completes the sentence “指标…目标值…，”. */
export interface Fault {
  readonly rule: string;
  readonly kind: string;
  readonly severity: Severity;
  readonly table: Sheet;
  readonly indicator: Indicator;
  readonly reason: string;
  readonly suggestion?: string;
}

/** What findings call a performance table: by its project, or by its title where it is nobody's or the whole agency's. */
export const tableName = ({ project, title }: PerformanceTarget): string =>
  project === undefined ? `绩效目标表${quoted(title)}` : `项目${quoted(project)}`;

/** In quotation marks; those inside become single ones. */
export function quoted(text: string): string {
  return `“${innerQuotes(unspaced(text))}”`;
}

/** What findings call an indicator: its third level, or the nearest it has. */
export function nameOf({ level3, description, level2 }: Indicator): string {
  return unspaced(level3 || description || level2);
}

/** An indicator as evidence, with the text of one of its columns. */
export function indicatorEvidence(
  indicator: Indicator,
  column: keyof Indicator = 'target',
  form: NonNullable<Evidence['form']> = PERFORMANCE.id,
): Evidence {
  const text = String(column === 'origin' ? '' : (indicator[column] ?? ''));
  return { form, row: nameOf(indicator), column, text, origin: indicator.origin };
}

/** Evidence in words: a goal, a sentence of the explanation. */
export function wordsEvidence(text: string, origin: Origin, row?: string): Evidence {
  return { ...(row === undefined ? {} : { row }), text, origin };
}

/** Of many that are alike so many are named in a sentence; the evidence has all. */
export const SHOWN = 4;

/** Findings from faults: those of one kind in one table are one finding that names several. */
export function faultFindings(disclosure: Disclosure, faults: readonly Fault[]): readonly Finding[] {
  const groups = new Map<Sheet, Map<string, Fault[]>>();
  for (const fault of faults) {
    const table = groups.get(fault.table) ?? new Map<string, Fault[]>();
    groups.set(fault.table, table);
    const id = `${fault.severity}/${fault.kind}`;
    table.set(id, [...(table.get(id) ?? []), fault]);
  }
  return [...groups.values()].flatMap((table) => [...table.values()].map((group) => faultFinding(disclosure, group)));
}

function faultFinding({ agency }: Disclosure, faults: readonly Fault[]): Finding {
  const { rule, severity, table, reason } = faults[0]!;
  const named = faults.map(({ indicator }) => `${quoted(nameOf(indicator))}${unspaced(indicator.target ?? '')}`);
  const shown = named.length > SHOWN ? `${named.slice(0, SHOWN).join('、')}等` : named.join('、');
  const message =
    named.length === 1
      ? `${tableName(table)}的指标${shown}：${reason.replace(/^的/, '')}`
      : `${tableName(table)}有 ${named.length} 个指标${reason}：${shown}`;
  const suggestion = [...new Set(faults.flatMap((fault) => fault.suggestion ?? []))].slice(0, SHOWN).join('；');
  return {
    rule,
    severity,
    agency: agency.name,
    form: formOf(table),
    message,
    evidence: faults.map(({ indicator }) => indicatorEvidence(indicator, 'target', formOf(table))),
    ...(suggestion === '' ? {} : { suggestion }),
  };
}

/** A finding about one table as a whole. */
export function tableFinding(
  rule: string,
  severity: Severity,
  { agency }: Disclosure,
  message: string,
  evidence: readonly Evidence[],
  suggestion?: string,
): Finding {
  const base = { rule, severity, agency: agency.name, form: PERFORMANCE.id, message, evidence };
  return suggestion === undefined ? base : { ...base, suggestion };
}

/** A table's title as evidence. */
export function titleEvidence({ title, origin }: PerformanceTarget): Evidence {
  return { form: PERFORMANCE.id, text: title, origin };
}
