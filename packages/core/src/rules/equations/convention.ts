/**
 * Families that a document breaks throughout: another convention, or a column that was not read. They are told once,
 * mildly, instead of row by row.
 */
import type { CellIndex } from '../../equations/cell-index.ts';
import { evidenceOf, sentence } from '../../equations/describe.ts';
import type { Instance } from '../../equations/evaluate.ts';
import { formName } from '../../equations/names.ts';
import { judge } from '../../equations/verdict.ts';
import type { Finding } from '../../finding.ts';
import type { DocumentFinding } from '../rule.ts';

/** At least this many instances, and this share of those with figures on both sides, must fail. */
const THROUGHOUT = { practice: { count: 3, share: 0.5 }, definition: { count: 5, share: 0.6 } } as const;

export interface ConventionFindings {
  readonly findings: readonly DocumentFinding[];
  readonly explained: ReadonlySet<Instance>;
}

/** Families broken throughout a document as one finding each, and the instances left to be judged one by one. */
export function conventions(instances: readonly Instance[], cellIndex: CellIndex): ConventionFindings {
  const groups = new Map<string, Instance[]>();
  for (const instance of instances) {
    const place = cellIndex.place(instance.cells[0]!);
    const key = [instance.family.id, cellIndex.disclosures.indexOf(place.grids), place.grid.name].join('/');
    const group = groups.get(key);
    if (group) group.push(instance);
    else groups.set(key, [instance]);
  }
  const findings: DocumentFinding[] = [];
  const explained = new Set<Instance>();
  for (const group of groups.values()) {
    const failed = group.filter(
      (instance) => judge(instance.total, instance.tolerance2, instance.operator) === 'violated',
    );
    const { count, share } = THROUGHOUT[group[0]!.family.standing];
    if (failed.length < count || failed.length < group.length * share) continue;
    for (const instance of group) explained.add(instance);
    findings.push(report(failed, group.length, cellIndex));
  }
  return { findings, explained };
}

function report(failed: readonly Instance[], of: number, cellIndex: CellIndex): DocumentFinding {
  const [first] = failed as [Instance];
  const place = cellIndex.place(first.cells[0]!);
  const { family } = first;
  const finding: Finding = {
    rule: family.id,
    severity: family.standing === 'practice' ? 'notice' : 'warning',
    agency: place.grids.disclosure.agency.name,
    form: place.grid.form,
    message: `${formName(place.grid.form)}：“${family.title}”在 ${of} 处中有 ${failed.length} 处不成立，可能采用了其他口径，或有一列未能识别；例如 ${sentence(first, cellIndex)}`,
    evidence: first.cells.map((cell) => evidenceOf(cellIndex.place(cell))).filter((each) => each.text !== ''),
  };
  return { grids: place.grids, finding };
}
