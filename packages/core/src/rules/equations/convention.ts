/**
 * Families that a document breaks throughout: another convention, or a column that was not read. They are told once,
 * mildly, instead of row by row.
 */
import type { CellSpace } from '../../equations/book.ts';
import { evidenceOf, sentence } from '../../equations/describe.ts';
import type { Instance } from '../../equations/evaluate.ts';
import { formName } from '../../equations/names.ts';
import { judge } from '../../equations/verdict.ts';
import type { Finding } from '../../finding.ts';
import type { BookFinding } from '../rule.ts';

/** At least this many instances, and this share of those with figures on both sides, must fail. */
const THROUGHOUT = { practice: { count: 3, share: 0.5 }, definition: { count: 5, share: 0.6 } } as const;

export interface ConventionFindings {
  readonly findings: readonly BookFinding[];
  readonly explained: ReadonlySet<Instance>;
}

/** Families broken throughout a document as one finding each, and the instances left to be judged one by one. */
export function conventions(instances: readonly Instance[], space: CellSpace): ConventionFindings {
  const groups = new Map<string, Instance[]>();
  for (const instance of instances) {
    const place = space.place(instance.cells[0]!);
    const key = [instance.family.id, space.books.indexOf(place.book), place.sheet.name].join('/');
    const group = groups.get(key);
    if (group) group.push(instance);
    else groups.set(key, [instance]);
  }
  const findings: BookFinding[] = [];
  const explained = new Set<Instance>();
  for (const group of groups.values()) {
    const failed = group.filter(
      (instance) => judge(instance.total, instance.tolerance2, instance.operator) === 'violated',
    );
    const { count, share } = THROUGHOUT[group[0]!.family.standing];
    if (failed.length < count || failed.length < group.length * share) continue;
    for (const instance of group) explained.add(instance);
    findings.push(report(failed, group.length, space));
  }
  return { findings, explained };
}

function report(failed: readonly Instance[], of: number, space: CellSpace): BookFinding {
  const [first] = failed as [Instance];
  const place = space.place(first.cells[0]!);
  const { family } = first;
  const finding: Finding = {
    rule: family.id,
    severity: family.standing === 'practice' ? 'notice' : 'warning',
    agency: place.book.disclosure.agency.name,
    form: place.sheet.form,
    message: `${formName(place.sheet.form)}：“${family.title}”在 ${of} 处中有 ${failed.length} 处不成立，可能采用了其他口径，或有一列未能识别；例如 ${sentence(first, space)}`,
    evidence: first.cells.map((cell) => evidenceOf(space.place(cell))).filter((each) => each.text !== ''),
  };
  return { book: place.book, finding };
}
