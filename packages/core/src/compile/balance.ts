/** 收支总表 and 财政拨款收支总表: the template's lines, each with what its words mean. */
import { classOrder } from '../classification/index.ts';
import type { Row, Side, Statement } from '../disclosure.ts';
import { isFundRole, lineRole } from '../equations/line-roles.ts';
import { withBalanceParents } from '../forms/index.ts';
import type { Fen } from '../money.ts';
import { lineKey, numberingDepth } from '../text/numbering.ts';
import { numeral } from '../text/numerals.ts';
import { columnIdOf, conceptsOfSide, linesOf } from '../vocabulary/index.ts';
import { codeName } from './classified.ts';
import { type Entry, isAppropriation, isSpent, kindTest, sourceShown, sourceTest, sum, type Test } from './entries.ts';
import { amountColumns, printAmount, printCells } from './print.ts';
import { statementOf, type Task } from './statement.ts';

/** The source that a revenue line's role names. */
const SOURCES: Readonly<Record<string, string>> = Object.fromEntries(
  linesOf('revenue').flatMap((concept) => (concept.role ? [[concept.role, columnIdOf(concept)]] : [])),
);

/** A sum is printed even where it is nothing. */
const SUMS: readonly string[] = ['本年收入合计', '收入总计', '本年支出合计', '支出总计'];

/** Headings of the national form that stand for the year's sum without saying so. */
const YEAR_SUMS: Readonly<Record<string, string>> = { 本年收入: '本年收入合计', 本年支出: '本年支出合计' };

interface FixedLine {
  readonly label: string;
  readonly key: string;
  readonly role: string | undefined;
  /** The fund that a line below a carry-over line names. */
  readonly fund?: string;
}

/** Gives fund lines below a carry-over line (年初财政拨款结转和结余) the carry-over's role. */
function fixedLines(side: Side, labels: readonly string[]): readonly FixedLine[] {
  const keys = labels.map(lineKey);
  const concepts = conceptsOfSide(side, keys);
  let carried: string | undefined;
  return labels.map((label, i) => {
    const key = keys[i]!;
    const line: FixedLine = { label, key, role: YEAR_SUMS[key] ?? concepts[i]?.role };
    if (isFundRole(line.role) && carried) return { ...line, role: carried, fund: SOURCES[line.role!]! };
    carried = line.role === '上年结转' || line.role === '年终结转' ? line.role : undefined;
    return line;
  });
}

/** Whether the template's balance has a line for what is left at the end of the year. */
export function printsYearEnd(lines: readonly (readonly string[])[] | undefined): boolean {
  return (lines?.[1] ?? []).some((label) => lineRole('expenditure', lineKey(label)) === '年终结转');
}

/** 收支总表 or 财政拨款收支总表 of a ledger: each printed line the sum of what its words mean, in the template's unit. */
export function compileBalance(task: Task): Statement {
  const { form } = task;
  const entries = form.form === 'balance' ? task.entries : task.entries.filter(isAppropriation);
  const [revenue = [], expenditure = []] = form.lines ?? [];
  return statementOf(task, [
    ...withBalanceParents(revenueRows({ ...task, entries }, revenue)),
    ...withBalanceParents(expenditureRows({ ...task, entries }, expenditure)),
  ]);
}

/** Sources whose lines stand below the year's sum: some places add 上级补助收入 and 附属单位上缴收入 to it afterwards. */
function sourcesAfterSum(lines: readonly FixedLine[]): ReadonlySet<string> {
  const sum = lines.findIndex(({ role }) => role === '本年收入合计');
  const isSource = ({ role, fund }: FixedLine) => !fund && role !== undefined && SOURCES[role] !== undefined;
  // 一、本年收入 above its parts is their heading.
  if (!lines.slice(0, sum).some(isSource)) return new Set();
  return new Set(lines.slice(sum + 1).flatMap((line) => (isSource(line) ? [SOURCES[line.role!]!] : [])));
}

function revenueRows({ form, entries }: Task, labels: readonly string[]): Row[] {
  const lines = fixedLines('revenue', labels);
  const printed = new Set(lines.flatMap(({ role, fund }) => (role && !fund ? (SOURCES[role] ?? []) : [])));
  const after = sourcesAfterSum(lines);
  return lines.map(({ label, key, role, fund }): Row => {
    const inSource = role === undefined ? undefined : sourceTest(SOURCES[role] ?? role, printed);
    const isLater: Test = (entry) => role === '本年收入合计' && after.has(sourceShown(entry, printed) ?? '');
    const test: Test = (entry) =>
      inSource?.(entry) === true && !isLater(entry) && (fund === undefined || entry.fund === fund);
    const amount = sum(entries, test);
    const cells = SUMS.includes(role ?? '')
      ? { amount: printAmount(amount, form.unit, form.amounts) }
      : printCells({ amount }, form.unit, form.amounts);
    return { key, label, side: 'revenue', cells, origin: {} };
  });
}

function expenditureRows(task: Task, labels: readonly string[]): Row[] {
  const { form, entries } = task;
  const all = amountColumns(form);
  // Where the funds stand beside each other, the amounts are those of the other side.
  const columns = form.form === 'balance' || all.length === 1 ? all : all.filter((id) => id !== 'amount');
  const printed = new Set(columns);
  /** What is left is shown as a whole and by fund. */
  const leftTest = (id: string): Test =>
    id === 'amount' || id === 'total' ? (entry) => !isSpent(entry) : (entry) => !isSpent(entry) && entry.fund === id;
  const cells = (scope: Test, kind: 'spent' | 'left' | 'all', isSum = false) => {
    const amounts: Record<string, Fen> = {};
    for (const id of columns) {
      const spent = kind === 'left' ? 0 : sum(entries, both(scope, kindTest(id, printed)));
      amounts[id] = spent + (kind === 'spent' ? 0 : sum(entries, both(scope, leftTest(id))));
    }
    const whole = columns[0]!;
    const filled = printCells(amounts, form.unit, form.amounts);
    return isSum ? { [whole]: printAmount(amounts[whole]!, form.unit, form.amounts), ...filled } : filled;
  };
  const lines = fixedLines('expenditure', labels);
  return lines.flatMap(({ label, key, role, fund }, i): Row[] => {
    const line = (scope: Test, kind: 'spent' | 'left' | 'all'): Row[] => [
      { key, label, side: 'expenditure', cells: cells(scope, kind, SUMS.includes(role ?? '')), origin: {} },
    ];
    switch (role) {
      case '本年支出合计':
        return line(() => true, 'spent');
      case '年终结转':
        return line((entry) => fund === undefined || entry.fund === fund, 'left');
      case '支出总计':
        return line(() => true, 'all');
      default:
        return /^\{(?:used-)?classes\}$/.test(label)
          ? classRows(task, label === '{classes}', lines[i - 1]?.label, (scope) => cells(scope, 'spent'))
          : [{ key, label, side: 'expenditure', cells: {}, origin: {} }];
    }
  });
}

const both =
  (a: Test, b: Test): Test =>
  (entry) =>
    a(entry) && b(entry);

const classOf = ({ item }: Entry) => item.slice(0, 3);

/** A line for each class: all of the year's, or those with spending. Below a numbered line they are numbered （一）. */
function classRows(
  { ledger, entries }: Task,
  all: boolean,
  above: string | undefined,
  cells: (scope: Test) => Row['cells'],
): Row[] {
  const used = entries.filter(isSpent).map(classOf);
  const codes = [...new Set([...(all ? classOrder(ledger.year) : []), ...used])].sort();
  const within = above !== undefined && numberingDepth(above) === 1;
  return codes.map((code, i): Row => {
    const name = codeName(ledger, 'function', code);
    const label = within ? `（${numeral(i + 1)}）${name}` : `${numeral(i + 1)}、${name}`;
    return {
      key: name,
      label,
      side: 'expenditure',
      code,
      cells: cells((entry) => classOf(entry) === code),
      origin: {},
    };
  });
}
