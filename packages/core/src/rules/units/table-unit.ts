/** A table whose heading names the wrong unit: against every other table its figures are 10,000 times too large or too small. */
import type { CellSpace } from '../../equations/book.ts';
import type { Instance } from '../../equations/evaluate.ts';
import { formName } from '../../equations/names.ts';
import type { Sheet } from '../../equations/sheet.ts';
import { judge } from '../../equations/verdict.ts';
import { DISCLOSURE } from '../basis.ts';
import type { BookFinding, Located, LocateRule } from '../rule.ts';
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
  run: ({ violated, space }) => tableUnits(violated(), space),
};

const RATIO = 10_000;

/** Tables that name a wrong unit, and the instances that are explained by it. */
function tableUnits(violated: readonly Instance[], space: CellSpace): Located {
  const byPair = violated.flatMap((instance) => {
    const sheets = sheetsOf(instance, space);
    return sheets.length === 2 && isOffByRatio(instance, space) ? [{ instance, sheets }] : [];
  });
  const findings: BookFinding[] = [];
  const explained = new Set<Instance>();
  const partners = new Map<Sheet, Set<Sheet>>();
  for (const { sheets } of byPair) {
    for (const sheet of sheets) {
      const others = partners.get(sheet) ?? new Set();
      for (const other of sheets) if (other.form !== sheet.form) others.add(other);
      partners.set(sheet, others);
    }
  }
  for (const [sheet, others] of partners) {
    const pairs = byPair.filter(({ sheets }) => sheets.includes(sheet));
    const stands = [...others].every((other) => partners.get(other)!.size < others.size || isOdd(sheet, other, space));
    if (pairs.length < 2 || !stands) continue;
    for (const { instance } of pairs) explained.add(instance);
    for (const instance of violated)
      if (sheetsOf(instance, space).length > 1 && sheetsOf(instance, space).includes(sheet)) explained.add(instance);
    findings.push(
      report(
        sheet,
        space,
        pairs.map(({ instance }) => instance),
      ),
    );
  }
  return {
    findings: [
      ...new Map(findings.map((found) => [`${space.books.indexOf(found.book)}/${found.finding.form}`, found])).values(),
    ],
    explained,
  };
}

/** Of two tables that contradict each other alone, the odd one has a unit that the fewer tables print. */
function isOdd(sheet: Sheet, other: Sheet, space: CellSpace): boolean {
  const all = space.books.flatMap((book) => [...book.sheets.values()]);
  const count = (unit: string) => all.filter((each) => each.unit === unit).length;
  return count(sheet.unit) < count(other.unit);
}

function sheetsOf(instance: Instance, space: CellSpace): readonly Sheet[] {
  return [...new Set(instance.cells.map((cell) => space.place(cell).sheet))];
}

function isOffByRatio(instance: Instance, space: CellSpace): boolean {
  if (instance.operator !== '=') return false;
  let [left, right, leftSlack, rightSlack] = [0, 0, 0, 0];
  instance.cells.forEach((id, i) => {
    const { cell, sheet } = space.place(id);
    if (!cell) return;
    const coefficient = instance.coefficients[i]!;
    if (i < instance.split) {
      left += coefficient * cell.fen;
      leftSlack += Math.abs(coefficient) * sheet.step;
    } else {
      right -= coefficient * cell.fen;
      rightSlack += Math.abs(coefficient) * sheet.step;
    }
  });
  if (left === 0 || right === 0) return false;
  return (
    judge(left - right * RATIO, leftSlack + rightSlack * RATIO, '=') !== 'violated' ||
    judge(left * RATIO - right, leftSlack * RATIO + rightSlack, '=') !== 'violated'
  );
}

function report(sheet: Sheet, space: CellSpace, instances: readonly Instance[]): BookFinding {
  const places = instances.flatMap((instance) => instance.cells.map((cell) => space.place(cell)));
  const own = places.find((place) => place.sheet === sheet)!;
  const rest = places.find((place) => place.sheet !== sheet)!;
  const right = sheet.unit === '元' ? '万元' : '元';
  const finding = {
    rule: TABLE_UNIT.id,
    severity: TABLE_UNIT.severity,
    agency: own.book.disclosure.agency.name,
    form: sheet.form,
    message: `${formName(sheet.form)}标注的金额单位是${sheet.unit}，但其数字与${formName(rest.sheet.form)}的对应数字相差一万倍`,
    evidence: [own, rest].map((place) => ({
      form: place.sheet.form,
      row: place.sheet.rows[place.row]!.source,
      column: place.sheet.columns[place.column]!,
      text: place.cell?.text ?? '',
      origin: place.cell?.origin ?? place.sheet.rows[place.row]!.origin,
    })),
    suggestion: `金额单位应为${right}`,
  };
  return { book: own.book, finding };
}
