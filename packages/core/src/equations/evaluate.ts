/**
 * Evaluates families over a disclosure: every row and column in turn becomes an instance, a sum of cells that must be zero
 * (or at most zero) within what the rounding of its figures explains.
 */
import { type BoundEquation, type BoundTerm, bind } from './bind.ts';
import type { CellIndex } from './cell-index.ts';
import { conditionHolds } from './conditions.ts';
import type { DisclosureGrids, Grids } from './disclosure-grids.ts';
import type { Family, FamilyOf, ParsedEquation, ParsedFamily } from './family.ts';
import type { Operator } from './syntax.ts';
import type { TableGrid } from './table-grid.ts';
import { isBorneOut, judge, type Verdict } from './verdict.ts';

/**
 * One equation at one place. `cells` are numbers of the cell index with their integer `coefficients`, the first `split`
 * of them from the left side; `total` = Σ coefficient · fen + constant. All amounts are fen times `scale`.
 */
export interface Instance {
  readonly family: FamilyOf;
  readonly cells: readonly number[];
  readonly coefficients: readonly number[];
  readonly split: number;
  readonly operator: Operator;
  readonly constant: number;
  readonly scale: number;
  readonly total: number;
  /** Twice the tolerance: Σ |coefficient| · step of the figures that take part. */
  readonly tolerance2: number;
}

/** How many instances there were, and how they came out. */
export interface Tally {
  exact: number;
  rounding: number;
  violated: number;
}

export interface Evaluation {
  readonly tally: Tally;
  readonly instances: readonly Instance[];
}

/** `keep` says which instances are wanted: `violated` for checking, `all` as constraints for repair. */
export function evaluate(
  families: readonly ParsedFamily[],
  grids: DisclosureGrids,
  cellIndex: CellIndex,
  keep: 'violated' | 'all',
): Evaluation {
  const out = new Collecting(keep);
  const gathered = new Gathering();
  for (const { family, equations } of families) {
    for (const parsed of equations) {
      evaluateIn(grids, family, parsed, cellIndex, gathered, out);
      for (const own of grids.further)
        if (isWithin(parsed, own)) evaluateIn(alone(grids, own), family, parsed, cellIndex, gathered, out);
    }
  }
  return out;
}

/** The evaluation in the making. */
class Collecting implements Evaluation {
  readonly tally: Tally = { exact: 0, rounding: 0, violated: 0 };
  readonly instances: Instance[] = [];
  readonly #keep: 'violated' | 'all';

  constructor(keep: 'violated' | 'all') {
    this.#keep = keep;
  }

  /** Counts how an instance came out. @returns whether it is wanted. */
  takes(verdict: Verdict): boolean {
    this.tally[verdict] += 1;
    return this.#keep === 'all' || verdict === 'violated';
  }
}

/** Whether an equation and its conditions ask for nothing but the grids of one statement. */
const isWithin = ({ all }: ParsedEquation, grids: Grids): boolean => all.every((name) => grids.has(name));

const alone = ({ disclosure }: DisclosureGrids, tables: Grids): DisclosureGrids => ({
  disclosure,
  tables,
  further: [],
});

function evaluateIn(
  grids: DisclosureGrids,
  family: Family,
  { equation, when, tables }: ParsedEquation,
  cellIndex: CellIndex,
  gathered: Gathering,
  out: Collecting,
): void {
  if (!tables.every((name) => grids.tables.has(name))) return;
  if (!when.every((condition) => conditionHolds(condition, grids))) return;
  const { operator } = equation;
  const doubted: Doubted[] = [];
  visit(bind(equation, grids, cellIndex), gathered, () => {
    const verdict = judge(gathered.total, gathered.tolerance2, operator);
    if (gathered.lacks || family.borneOut) doubted.push({ verdict, instance: gathered.instance(family, operator) });
    else if (out.takes(verdict)) out.instances.push(gathered.instance(family, operator));
  });
  if (isBeside(doubted))
    for (const { verdict, instance } of doubted) if (out.takes(verdict)) out.instances.push(instance);
}

/** Instances that were not made by evaluating expressions, counted as `evaluate` counts its own. */
export function evaluationOf(instances: readonly Instance[], keep: 'violated' | 'all'): Evaluation {
  const tally: Tally = { exact: 0, rounding: 0, violated: 0 };
  const violated = instances.filter(({ total, tolerance2, operator }) => {
    const verdict = judge(total, tolerance2, operator);
    tally[verdict] += 1;
    return verdict === 'violated';
  });
  return { tally, instances: keep === 'all' ? instances : violated };
}

/** An instance that the others must bear out: along a row that has figures in columns without a meaning, or of a family that asks it. */
interface Doubted {
  readonly verdict: Verdict;
  readonly instance: Instance;
}

/** Where the sum holds without the columns that have no meaning, they are no parts of it (其中, 扣除基建后). */
function isBeside(doubted: readonly Doubted[]): boolean {
  const held = doubted.filter(({ verdict }) => verdict !== 'violated').length;
  return isBorneOut(held, doubted.length - held);
}

/** The cells of the instance being visited; its arrays are reused from one to the next, `count` long. */
class Gathering {
  cells: number[] = [];
  coefficients: number[] = [];
  count = 0;
  split = 0;
  total = 0;
  tolerance2 = 0;
  constant = 0;
  scale = 1;
  figures = 0;
  /** A cell takes part whose text is no number: the instance says nothing. */
  unread = false;
  /** Several columns of a row take part that has figures in columns without a meaning. */
  lacks = false;
  /** The first column taken of each such row's table. */
  private readonly across = new Map<TableGrid, number>();

  clear(scale: number): void {
    this.count = 0;
    this.total = 0;
    this.tolerance2 = 0;
    this.constant = 0;
    this.scale = scale;
    this.figures = 0;
    this.unread = false;
    this.lacks = false;
    if (this.across.size > 0) this.across.clear();
  }

  add(term: BoundTerm, row: number, column: number, factor: number): void {
    const grid = term.grid!;
    const index = row * grid.columns.length + column;
    const cell = grid.cells[index];
    const coefficient = term.coefficient * factor;
    this.cells[this.count] = term.base + index;
    this.coefficients[this.count] = coefficient;
    this.count += 1;
    if (grid.unread.has(index)) this.unread = true;
    if (grid.lacking.has(row)) {
      if ((this.across.get(grid) ?? column) !== column) this.lacks = true;
      this.across.set(grid, column);
    }
    if (!cell) return;
    this.figures += 1;
    this.total += coefficient * cell.fen;
    this.tolerance2 += Math.abs(coefficient) * grid.step;
  }

  /** What was gathered, as an instance of its own. */
  instance(family: FamilyOf, operator: Operator): Instance {
    const { count, split, total, tolerance2, constant, scale } = this;
    return {
      family,
      operator,
      cells: this.cells.slice(0, count),
      coefficients: this.coefficients.slice(0, count),
      split,
      total,
      tolerance2,
      constant,
      scale,
    };
  }
}

const ONCE: readonly (number | undefined)[] = [undefined];

function visit(bound: BoundEquation, gathered: Gathering, found: () => void): void {
  const { terms, driver } = bound;
  const columns: number[] = [];
  for (const column of bound.columns) {
    for (const [i, term] of terms.entries())
      columns[i] = term.column ?? (column === undefined ? -1 : (term.grid?.columnIndex.get(column) ?? -1));
    for (const row of driver ? driver.rows : ONCE) {
      if (gather(bound, columns, row, gathered) && gathered.figures > 0) found();
    }
  }
}

/** Collects the instance at `row` of the driver. @returns false where it does not apply. */
function gather(bound: BoundEquation, columns: readonly number[], row: number | undefined, out: Gathering): boolean {
  const { terms, split, driver } = bound;
  out.clear(scaleAt(bound, row));
  let left = false;
  let right = false;
  for (let i = 0; i < terms.length; i += 1) {
    const term = terms[i]!;
    if (i === split) out.split = out.count;
    const state = gatherTerm(term, columns[i]!, driver, row, out);
    if (state === 'unknown' || (state === 'unprinted' && term.presence === 'require')) return false;
    if (state !== 'printed') continue;
    if (i < split) left = true;
    else right = true;
  }
  return left && right && !out.unread;
}

type TermState = 'printed' | 'unprinted' | 'unknown';

function gatherTerm(
  term: BoundTerm,
  column: number,
  driver: BoundEquation['driver'],
  row: number | undefined,
  out: Gathering,
): TermState {
  const { grid, fold } = term;
  if (!grid) {
    if (term.coefficient !== 0) return 'unprinted';
    out.constant += term.constant;
    out.total += term.constant;
    return 'printed';
  }
  if (grid.declaredEmpty) return 'printed';
  if (column < 0) return 'unprinted';
  if (fold === 'sum') return gatherRows(term, term.rows!, column, out);
  const at = term.rows ? term.rows[0] : rowInGrid(grid, driver!, row!);
  if (at === undefined) return 'unprinted';
  const line = grid.rows[at]!;
  switch (fold) {
    case 'children':
      return gatherRows(term, line.children, column, out);
    case 'parent':
      // A parent that prints nothing is a heading, not nothing.
      if (line.partOf === undefined || !grid.cells[line.partOf * grid.columns.length + column]) return 'unprinted';
      out.add(term, line.partOf, column, out.scale);
      return 'printed';
    case 'quantity':
      if (!line.quantity || !grid.cells[at * grid.columns.length + column]) return 'unprinted';
      out.add(term, at, column, line.quantity.units);
      return 'printed';
    default:
      if (line.heading) return 'unprinted';
      out.add(term, at, column, out.scale);
      return 'printed';
  }
}

function gatherRows(term: BoundTerm, rows: readonly number[], column: number, out: Gathering): TermState {
  if (rows.length === 0) return 'unprinted';
  for (const row of rows) {
    if (term.grid!.rows[row]!.heading) return 'unknown';
    out.add(term, row, column, out.scale);
  }
  return 'printed';
}

function rowInGrid(
  grid: BoundTerm['grid'],
  driver: NonNullable<BoundEquation['driver']>,
  row: number,
): number | undefined {
  if (grid === driver.grid) return row;
  return grid!.byName.get(driver.grid.rows[row]!.key);
}

/** A quantity with decimals makes the whole instance count in its fractions, so that coefficients stay integers. */
function scaleAt({ byQuantity, driver }: BoundEquation, row: number | undefined): number {
  if (!byQuantity || !driver || row === undefined) return 1;
  return 10 ** (driver.grid.rows[row]!.quantity?.scale ?? 0);
}
