/** 收支总表 and 财政拨款收支总表: the template's lines, each with what its words mean. */
import { ancestors, classOrder, codesOfLevel } from '../classification/index.ts';
import type { Row, Side, Statement } from '../disclosure.ts';
import { isBareSum, isFundRole, lineRole } from '../equations/line-roles.ts';
import { withBalanceParents } from '../forms/index.ts';
import { groupBy } from '../group-by.ts';
import type { Fen } from '../money.ts';
import type { TemplateForm } from '../templates/index.ts';
import { lineKey, numberingDepth } from '../text/numbering.ts';
import { numeral } from '../text/numerals.ts';
import { columnIdOf, conceptById, conceptsOfSide, linesOf } from '../vocabulary/index.ts';
import { ASKING_ECONOMIC, codeName } from './classified.ts';
import {
  type Entry,
  isAppropriation,
  isSpent,
  KINDS,
  kindTest,
  sourceShown,
  sourceTest,
  sum,
  type Test,
} from './entries.ts';
import { amountColumns, printAmount, printCells } from './print.ts';
import { statementOf, type Task } from './statement.ts';

/** The source that a revenue line's role names; 单位资金 has no role of its own, for its parts have theirs. */
const SOURCES: Readonly<Record<string, string>> = Object.fromEntries(
  linesOf('revenue').map((concept) => [concept.role ?? concept.id, columnIdOf(concept)]),
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
  /** The kind of expenditure that a line of a further panel is about. */
  readonly kind?: string;
}

/** The panels of a template's form from left to right. */
const sidesOf = ({ sides = ['revenue', 'expenditure'] }: TemplateForm): readonly Side[] => sides;

/** Gives fund lines below a carry-over line (年初财政拨款结转和结余) the carry-over's role. */
function fixedLines(side: Side, labels: readonly string[], { means = {} }: TemplateForm): readonly FixedLine[] {
  const keys = labels.map(lineKey);
  const known = conceptsOfSide(side, keys);
  const concepts = known.map((concept, i) => (means[keys[i]!] ? conceptById(means[keys[i]!]!) : concept));
  const grand = conceptById(side === 'revenue' ? 'revenue-total' : 'expenditure-total');
  const hasGrand = concepts.includes(grand);
  let carried: string | undefined;
  return labels.map((label, i) => {
    const key = keys[i]!;
    const kind = concepts[i] && columnIdOf(concepts[i]);
    const line: FixedLine = {
      label,
      key,
      role:
        (isBareSum(key) && !hasGrand ? grand.role : YEAR_SUMS[key]) ??
        concepts[i]?.role ??
        (side === 'revenue' ? concepts[i]?.id : undefined),
      ...(kind && KINDS.includes(kind) ? { kind } : {}),
    };
    if (isFundRole(line.role) && carried) return { ...line, role: carried, fund: SOURCES[line.role!]! };
    carried = line.role === '上年结转' || line.role === '年终结转' ? line.role : undefined;
    return line;
  });
}

/** Whether the template's balance has a line for what is left at the end of the year. */
export const printsYearEnd = (lines: Lines): boolean => printsRole(lines, '年终结转');

/** Whether it has a line for what of the surplus is distributed. */
export const printsDistribution = (lines: Lines): boolean => printsRole(lines, '结余分配');

type Lines = readonly (readonly string[])[] | undefined;

const printsRole = (lines: Lines, role: string): boolean =>
  (lines?.[1] ?? []).some((label) => lineRole('expenditure', lineKey(label)) === role);

/** 收支总表 or 财政拨款收支总表 of a ledger: each printed line the sum of what its words mean, in the template's unit. */
export function compileBalance(task: Task): Statement {
  const { form } = task;
  const entries = form.form === 'balance' ? task.entries : task.entries.filter(isAppropriation);
  const isAsked = sidesOf(form).includes('economic') && entries.some((entry) => isSpent(entry) && !entry.economic);
  const rows = sidesOf(form).flatMap((side, i) => {
    const build = side === 'revenue' ? revenueRows : side === 'expenditure' ? expenditureRows : panelRows(side, i);
    return withBalanceParents(build({ ...task, entries }, form.lines?.[i] ?? []));
  });
  return { ...statementOf(task, rows), ...(isAsked ? { note: ASKING_ECONOMIC } : {}) };
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
  const lines = fixedLines('revenue', labels, form);
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
  const all = amountColumns({ columns: form.columns.slice(0, panelStart(form, 2)) });
  // Where the funds stand beside each other, the amounts are those of the other side.
  const columns = form.form === 'balance' || all.length === 1 ? all : all.filter((id) => id !== 'amount');
  const cells = spendingCells(form, columns);
  const lines = fixedLines('expenditure', labels, form);
  return lines.flatMap((each, i): Row[] => {
    const row = (filled: Row['cells']): Row[] => [
      { key: each.key, label: each.label, side: 'expenditure', cells: filled, origin: {} },
    ];
    const sum = sumCells(each, entries, cells);
    if (sum) return row(sum);
    if (each.label === '{used-items}') return itemRows(task, (own) => cells(own, 'spent'));
    if (!isClasses(each.label)) return row({});
    const codes = each.label === '{classes}' ? classOrder(task.ledger.year) : [];
    return classRows(task, 'expenditure', codes, lines[i - 1]?.label, classOf, (own) => cells(own, 'spent'));
  });
}

/** What a panel prints besides: the year's expenditure once more, by kind or by economic class, in the columns of the panel. */
function panelRows(side: Side, nth: number) {
  return (task: Task, labels: readonly string[]): Row[] => {
    const { form, entries } = task;
    const columns = amountColumns({ columns: form.columns.slice(panelStart(form, nth), panelStart(form, nth + 1)) });
    const cells = spendingCells(form, columns);
    const lines = fixedLines(side, labels, form);
    const kinds = new Set(lines.flatMap(({ kind }) => kind ?? []));
    let kind: FixedLine | undefined;
    return lines.flatMap((each, i): Row[] => {
      const row = (filled: Row['cells']): Row[] => [
        { key: each.key, label: each.label, side, cells: filled, origin: {} },
      ];
      const sum = sumCells(each, entries, cells);
      if (sum) return row(sum);
      const isOf = (line: FixedLine | undefined): Test => (line?.kind ? kindTest(line.kind, kinds) : isSpent);
      if (isClasses(each.label)) {
        const own = { ...task, entries: entries.filter(isOf(kind)) };
        const codes = each.label === '{classes}' ? economicClasses(task.ledger.year) : [];
        return classRows(own, side, codes, lines[i - 1]?.label, economicClassOf, (of) => cells(of, 'spent'));
      }
      kind = each.kind ? each : undefined;
      return row(each.kind ? cells(entries.filter(isOf(each)), 'spent') : {});
    });
  };
}

const isClasses = (label: string): boolean => /^\{(?:used-)?classes\}$/.test(label);

const economicClassOf = ({ economic = '' }: Entry) => economic.slice(0, 3);

const economicClasses = (year: number) => codesOfLevel('economic', 1, year).map(({ code }) => code);

/** Where the `nth` panel's columns begin: each begins with its labels. */
function panelStart({ columns }: TemplateForm, nth: number): number {
  const starts = columns.flatMap(([id], i) => (id === 'label' ? [i] : []));
  return starts[nth] ?? columns.length;
}

/** Which money a line shows: of the year, distributed, left, or all of it. */
type Shown = 'spent' | 'distributed' | 'left' | 'all';

type SpendingCells = (entries: readonly Entry[], kind: Shown, isSum?: boolean) => Row['cells'];

/** The cells of a line that sums the year or all; undefined of any other line. */
function sumCells(
  { role, fund }: FixedLine,
  entries: readonly Entry[],
  cells: SpendingCells,
): Row['cells'] | undefined {
  const isSum = SUMS.includes(role ?? '');
  if (role === '本年支出合计') return cells(entries, 'spent', isSum);
  if (role === '年终结转')
    return cells(fund === undefined ? entries : entries.filter((entry) => entry.fund === fund), 'left', isSum);
  if (role === '结余分配') return cells(entries, 'distributed', isSum);
  return role === '支出总计' ? cells(entries, 'all', isSum) : undefined;
}

/** What the lines of a side print in its columns, of the entries that are theirs. */
function spendingCells(form: TemplateForm, columns: readonly string[]): SpendingCells {
  const printed = new Set(columns);
  /** What is not spent is shown as a whole and by fund. */
  const unspentTest = (id: string, kind: Shown): Test => {
    const isShown: Test = (entry) => (kind === 'all' ? !isSpent(entry) : entry.kind === kind);
    return id === 'amount' || id === 'total' ? isShown : (entry) => isShown(entry) && entry.fund === id;
  };
  return (entries, kind, isSum = false) => {
    const amounts: Record<string, Fen> = {};
    for (const id of columns) {
      const isOfYear = kind === 'spent' || kind === 'all';
      const spent = isOfYear ? sum(entries, kindTest(id, printed)) : 0;
      amounts[id] = spent + (kind === 'spent' ? 0 : sum(entries, unspentTest(id, kind)));
    }
    const whole = columns[0]!;
    const filled = printCells(amounts, form.unit, form.amounts);
    return isSum ? { [whole]: printAmount(amounts[whole]!, form.unit, form.amounts), ...filled } : filled;
  };
}

const classOf = ({ item }: Entry) => item.slice(0, 3);

/** A line for each class of `codes`, and for those with spending. They are numbered one step below the line above. */
function classRows(
  { ledger, entries }: Task,
  side: Side,
  codes: readonly string[],
  above: string | undefined,
  codeOf: (entry: Entry) => string,
  cells: (own: readonly Entry[]) => Row['cells'],
): Row[] {
  const used = entries.filter(isSpent).map(codeOf);
  const all = [...new Set([...codes, ...used])].filter((code) => code !== '').sort();
  const ofCode = groupBy(entries, codeOf);
  const mark = MARKS[above === undefined ? 0 : numberingDepth(above)] ?? MARKS[0]!;
  return all.map((code, i): Row => {
    const name = codeName(ledger, side === 'economic' ? 'economic' : 'function', code);
    const own = cells(ofCode.get(code) ?? []);
    return { key: name, label: `${mark(i + 1)}${name}`, side, code, cells: own, origin: {} };
  });
}

/** A line for each class, section and item with spending, by name and without a number, as some places list them all. */
function itemRows({ ledger, entries }: Task, cells: (own: readonly Entry[]) => Row['cells']): Row[] {
  const items = entries.filter(isSpent).map(({ item }) => item);
  const codes = [...new Set(items.flatMap((item) => [...ancestors(item), item]))].filter((code) => code !== '').sort();
  return codes.map((code): Row => {
    const [top] = ancestors(code);
    const name = codeName(ledger, 'function', code);
    const own = cells(entries.filter(({ item }) => item.startsWith(code)));
    // As it is read: a class is known by its code, what stands below it by its name.
    const place = top === undefined ? { code } : { partOf: codeName(ledger, 'function', top) };
    return { key: name, label: name, side: 'expenditure', ...place, cells: own, origin: {} };
  });
}

/** How lines below one are numbered, by the depth of its own numbering: 一、 （一） 1. （1）. */
const MARKS: Readonly<Record<number, (n: number) => string>> = {
  0: (n) => `${numeral(n)}、`,
  1: (n) => `（${numeral(n)}）`,
  2: (n) => `${n}.`,
  3: (n) => `（${n}）`,
};
