/** A table whose heading names the wrong unit: against every other table its figures are 10,000 times too large or too small. */
import type { CellIndex } from '../../equations/cell-index.ts';
import type { Instance } from '../../equations/evaluate.ts';
import { formName } from '../../equations/names.ts';
import type { TableGrid } from '../../equations/table-grid.ts';
import { judge } from '../../equations/verdict.ts';
import { DISCLOSURE } from '../basis.ts';
import type { DocumentFinding, Located, LocateRule } from '../rule.ts';
import { EVERYWHERE } from '../scope.ts';

export const TABLE_UNIT: LocateRule = {
  phase: 'locate',
  id: 'table-unit',
  title: '表头的金额单位与数字相符',
  group: '数字格式',
  scope: EVERYWHERE,
  basis: [{ document: DISCLOSURE, says: '各表注明金额单位' }],
  severity: 'error',
  sure: '较可靠',
  check: '一张表与其他表的对应数字都相差一万倍时，报告其金额单位（元、万元）标注有误。',
  run: ({ violated, cellIndex }) => tableUnits(violated(), cellIndex),
};

const RATIO = 10_000;

/** Tables that name a wrong unit, and the instances that are explained by it. */
function tableUnits(violated: readonly Instance[], cellIndex: CellIndex): Located {
  const byPair = violated.flatMap((instance) => {
    const grids = gridsIn(instance, cellIndex);
    return grids.length === 2 && isOffByRatio(instance, cellIndex) ? [{ instance, grids }] : [];
  });
  const findings: DocumentFinding[] = [];
  const explained = new Set<Instance>();
  const partners = new Map<TableGrid, Set<TableGrid>>();
  for (const { grids } of byPair) {
    for (const grid of grids) {
      const others = partners.get(grid) ?? new Set();
      for (const other of grids) if (other.form !== grid.form) others.add(other);
      partners.set(grid, others);
    }
  }
  for (const [grid, others] of partners) {
    const pairs = byPair.filter(({ grids }) => grids.includes(grid));
    const stands = [...others].every(
      (other) => partners.get(other)!.size < others.size || isOdd(grid, other, cellIndex),
    );
    if (pairs.length < 2 || !stands) continue;
    for (const { instance } of pairs) explained.add(instance);
    for (const instance of violated)
      if (gridsIn(instance, cellIndex).length > 1 && gridsIn(instance, cellIndex).includes(grid))
        explained.add(instance);
    findings.push(
      report(
        grid,
        cellIndex,
        pairs.map(({ instance }) => instance),
      ),
    );
  }
  return {
    findings: [
      ...new Map(
        findings.map((found) => [`${cellIndex.disclosures.indexOf(found.grids)}/${found.finding.form}`, found]),
      ).values(),
    ],
    explained,
  };
}

/** Of two tables that contradict each other alone, the odd one has a unit that the fewer tables print. */
function isOdd(grid: TableGrid, other: TableGrid, cellIndex: CellIndex): boolean {
  const all = cellIndex.disclosures.flatMap((grids) => [...grids.tables.values()]);
  const count = (unit: string) => all.filter((each) => each.unit === unit).length;
  return count(grid.unit) < count(other.unit);
}

function gridsIn(instance: Instance, cellIndex: CellIndex): readonly TableGrid[] {
  return [...new Set(instance.cells.map((cell) => cellIndex.place(cell).grid))];
}

function isOffByRatio(instance: Instance, cellIndex: CellIndex): boolean {
  if (instance.operator !== '=') return false;
  let [left, right, leftSlack, rightSlack] = [0, 0, 0, 0];
  instance.cells.forEach((id, i) => {
    const { cell, grid } = cellIndex.place(id);
    if (!cell) return;
    const coefficient = instance.coefficients[i]!;
    if (i < instance.split) {
      left += coefficient * cell.fen;
      leftSlack += Math.abs(coefficient) * grid.step;
    } else {
      right -= coefficient * cell.fen;
      rightSlack += Math.abs(coefficient) * grid.step;
    }
  });
  if (left === 0 || right === 0) return false;
  return (
    judge(left - right * RATIO, leftSlack + rightSlack * RATIO, '=') !== 'violated' ||
    judge(left * RATIO - right, leftSlack * RATIO + rightSlack, '=') !== 'violated'
  );
}

function report(grid: TableGrid, cellIndex: CellIndex, instances: readonly Instance[]): DocumentFinding {
  const places = instances.flatMap((instance) => instance.cells.map((cell) => cellIndex.place(cell)));
  const own = places.find((place) => place.grid === grid)!;
  const rest = places.find((place) => place.grid !== grid)!;
  const right = grid.unit === '元' ? '万元' : '元';
  const finding = {
    rule: TABLE_UNIT.id,
    severity: TABLE_UNIT.severity,
    agency: own.grids.disclosure.agency.name,
    form: grid.form,
    message: `${formName(grid.form)}标注的金额单位是${grid.unit}，但其数字与${formName(rest.grid.form)}的对应数字相差一万倍`,
    evidence: [own, rest].map((place) => ({
      form: place.grid.form,
      row: place.grid.rows[place.row]!.source,
      column: place.grid.columns[place.column]!,
      text: place.cell?.text ?? '',
      origin: place.cell?.origin ?? place.grid.rows[place.row]!.origin,
    })),
    suggestion: `金额单位应为${right}`,
  };
  return { grids: own.grids, finding };
}
