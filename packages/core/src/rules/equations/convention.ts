/**
 * Families that a document breaks throughout: another convention, or a column that was not read. They are told once,
 * mildly, instead of row by row.
 */
import type { CellIndex, CellPlace } from '../../equations/cell-index.ts';
import { evidenceOf, sentence } from '../../equations/describe.ts';
import type { Instance } from '../../equations/evaluate.ts';
import { formName } from '../../equations/names.ts';
import { isViolated } from '../../equations/verdict.ts';
import type { Finding } from '../../finding.ts';
import { groupBy } from '../../group-by.ts';
import type { DocumentFinding } from '../rule.ts';

/** At least this many instances, and this share of those with figures on both sides, must fail. */
const THROUGHOUT = { practice: { count: 3, share: 0.5 }, definition: { count: 5, share: 0.6 } } as const;

/** Of a page that goes on with a table so many must fail, and this share: then its columns were read as others. */
const ON_A_PAGE = { count: 4, share: 0.75 } as const;

export interface ConventionFindings {
  readonly findings: readonly DocumentFinding[];
  readonly explained: ReadonlySet<Instance>;
}

/** Families broken throughout a document as one finding each, and the instances left to be judged one by one. */
export function conventions(instances: readonly Instance[], cellIndex: CellIndex): ConventionFindings {
  const keyOf = (instance: Instance): string => {
    const place = cellIndex.place(instance.cells[0]!);
    return [instance.family.id, cellIndex.disclosures.indexOf(place.grids), place.grid.name].join('/');
  };
  const findings: DocumentFinding[] = [];
  const explained = new Set<Instance>();
  for (const group of groupBy(instances, keyOf).values()) {
    const failed = group.filter(isViolated);
    const { count, share } = THROUGHOUT[group[0]!.family.standing];
    if (failed.length < count || failed.length < group.length * share) continue;
    for (const instance of group) explained.add(instance);
    findings.push(report(failed, group.length, cellIndex));
  }
  const rest = instances.filter((instance) => !explained.has(instance));
  for (const group of groupBy(rest, (instance) => `${keyOf(instance)}/${pageOf(instance, cellIndex)}`).values()) {
    const failed = group.filter(isViolated);
    const page = pageOf(group[0]!, cellIndex);
    if (page === undefined || failed.length < ON_A_PAGE.count || failed.length < group.length * ON_A_PAGE.share)
      continue;
    for (const instance of group) explained.add(instance);
    findings.push(misread(failed, page, cellIndex));
  }
  return { findings, explained };
}

/** The page that an equation along one row stands on; undefined of any other, and of a table's first page. */
function pageOf(instance: Instance, cellIndex: CellIndex): number | undefined {
  const places = instance.cells.map((cell) => cellIndex.place(cell));
  const [{ grid, row }] = places as [CellPlace];
  if (places.some((place) => place.grid !== grid || place.row !== row)) return undefined;
  const { page } = grid.rows[row]!.origin;
  return page === grid.rows[0]!.origin.page ? undefined : page;
}

/** Not the document's mistake as far as anybody can tell: the figures of a page stand in other columns than they were read in. */
function misread(failed: readonly Instance[], page: number, cellIndex: CellIndex): DocumentFinding {
  const [first] = failed as [Instance];
  const { grids, grid } = cellIndex.place(first.cells[0]!);
  const finding: Finding = {
    rule: first.family.id,
    severity: 'notice',
    agency: grids.disclosure.agency.name,
    form: grid.form,
    message: `${formName(grid.form)}第 ${page} 页的 ${failed.length} 行都不合“${first.family.title}”，像是本程序没有认对这一页的栏，请对照原文；例如 ${sentence(first, cellIndex)}`,
    evidence: first.cells.map((cell) => evidenceOf(cellIndex.place(cell))).filter((each) => each.text !== ''),
  };
  return { grids, finding };
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
