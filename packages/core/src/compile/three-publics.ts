/**
 * “三公”经费 and 机关运行经费, derived from the economic sections they rest on, over basic and project lines of appropriations:
 * 30212 因公出国（境）费用, 30231 公务用车运行维护费, 30217 公务接待费, 31013 and 30913 公务用车购置.
 */
import type { Row, Statement } from '../disclosure.ts';
import { lastOf } from '../explain/last-year.ts';
import { isTotalLabel, withItemParents } from '../forms/index.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { PUBLIC_SECTIONS } from '../ledger/publics.ts';
import { columnAt } from '../model/address.ts';
import type { Period } from '../model/period.ts';
import type { Fen } from '../money.ts';
import type { TemplateForm } from '../templates/index.ts';
import { lineKey } from '../text/numbering.ts';
import { type Concept, conceptById, conceptOfColumn, conceptOfLine, partsOf } from '../vocabulary/index.ts';
import { type Entry, isAppropriation, isSpent, sum, type Test } from './entries.ts';
import { amountColumns, printAmount, printCells } from './print.ts';
import { statementOf, type Task } from './statement.ts';

const ACADEMIC = /^教学科研人员因公出国/;
const NOT_ACADEMIC = /^其他因公出国/;

const spentOn =
  (...sections: readonly string[]): Test =>
  (entry) =>
    isSpent(entry) && isAppropriation(entry) && entry.economic !== undefined && sections.includes(entry.economic);

/** The sections of a concept of the form, or of its parts. */
const sectionsOf = (id: string): readonly string[] => conceptById(id).economic ?? partsOf(id).flatMap(sectionsOf);

/** What a line or column of the form adds up, by its concept; the 合计 is that of the three. Meetings and training are beside them. */
const testOfConcept = ({ id }: Concept): Test =>
  spentOn(...sectionsOf(id === 'three-publics-total' ? 'three-publics' : id));

/** 机关运行经费: general public operating expenditure of administrative and 参公 units (财预〔2016〕143号). */
export function agencyOperating({ nature, agencyOperating: stated }: Ledger, entries: readonly Entry[]): Fen {
  if (stated !== undefined) return stated;
  if (nature === 'institution') return 0;
  return sum(entries, ({ kind, fund }) => kind === 'operating' && fund === 'general-public');
}

/** “三公”经费支出表 as the template prints it: by item in rows, in one row, or in a row for each budget unit below it. */
export function compileThreePublics(task: Task): Statement {
  if (task.form.lines) return statementOf(task, itemRows(task));
  const whole = oneRow(task);
  const { name } = task.ledger.agency;
  const rows = task.form.rows === 'unit' ? [whole, { ...whole, key: lineKey(name), label: name }] : [whole];
  return statementOf(task, rows);
}

/**
 * A small table whose sums everybody adds up by hand, often in 万元 beside tables in 元: sums are of the printed figures.
 * `leafOf` names the printed figure that an entry is in.
 */
function printedSum(
  entries: readonly Entry[],
  { unit, amounts }: Pick<TemplateForm, 'unit' | 'amounts'>,
  leafOf: (entry: Entry) => string,
): Fen {
  const leaves = new Map<string, Fen>();
  for (const entry of entries) leaves.set(leafOf(entry), (leaves.get(leafOf(entry)) ?? 0) + entry.fen);
  return [...leaves.values()].reduce((total, fen) => total + printAmount(fen, unit, amounts).fen, 0);
}

const itemOf = ({ economic }: Entry): string =>
  Object.entries(PUBLIC_SECTIONS).find(([, sections]) => sections.some((code) => code === economic))?.[0] ?? economic!;

function itemRows({ form, entries }: Task): Row[] {
  const columns = amountColumns(form);
  const isAcademicPrinted = form.lines![0]!.some((label) => ACADEMIC.test(lineKey(label)));
  const leafOf = (entry: Entry) => `${itemOf(entry)}/${entry.fund}/${isAcademicPrinted && entry.academic}`;
  return withItemParents(
    form.lines![0]!.map((label): Row => {
      const key = isTotalLabel(label) ? 'total' : lineKey(label);
      const own = entries.filter(testOf(key));
      const amounts = columns.map((id) => [
        id,
        printedSum(id === 'total' ? own : own.filter(({ fund }) => fund === id), form, leafOf),
      ]);
      return { key, label, cells: printCells(Object.fromEntries(amounts), form.unit, form.amounts), origin: {} };
    }),
  );
}

function testOf(key: string): Test {
  const overseas = spentOn(...sectionsOf('overseas'));
  if (ACADEMIC.test(key)) return (entry) => overseas(entry) && entry.academic;
  if (NOT_ACADEMIC.test(key)) return (entry) => overseas(entry) && !entry.academic;
  const concept = conceptOfLine('three-publics', key);
  return concept ? testOfConcept(concept) : () => false;
}

/** All items in one row: here 0.00 is said, not left blank. */
function oneRow({ ledger, form, entries }: Task): Row {
  const cells = amountColumns(form).flatMap((id) => {
    const { column, period } = columnAt(id);
    if (period) return givenBeside(ledger, column, period, id, form);
    const concept = conceptOfColumn(id, 'three-publics')!;
    const test = testOfConcept(id === 'total' ? conceptById('three-publics') : concept);
    const fen =
      id === 'agency-operating' ? agencyOperating(ledger, entries) : printedSum(entries.filter(test), form, itemOf);
    return [[id, printAmount(fen, form.unit, form.amounts)] as const];
  });
  return { key: 'total', label: '合计', cells: Object.fromEntries(cells), origin: {} };
}

const SUFFIXES: Readonly<Partial<Record<Period, string>>> = {
  previous: '',
  budget: ':initial',
  adjusted: ':adjusted',
};

/** Last year's figure or the budget's beside this year's: blank where nobody gave it. */
function givenBeside(
  { lastYear }: Ledger,
  item: string,
  period: Period,
  id: string,
  { unit, amounts }: Pick<TemplateForm, 'unit' | 'amounts'>,
) {
  const suffix = SUFFIXES[period];
  const quantity = `three-publics[${item}]`;
  const fen =
    suffix === undefined ? undefined : suffix === '' ? lastOf(lastYear, quantity) : lastYear[quantity + suffix];
  return fen === undefined ? [] : [[id, printAmount(fen, unit, amounts)] as const];
}
