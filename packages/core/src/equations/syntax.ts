/**
 * The equation language over the cells of a disclosure (勾稽表达式): its tree and its printer.
 *
 *     支出总表[*].合计 = 支出总表[*].基本支出 + 支出总表[*].项目支出
 *     balance.revenue[本年收入合计].amount = sum(balance.revenue[lines].amount)
 *     general-public[total].basic = basic[total].total
 *
 * A cell is `form[rows].column`; one half of a balance form is `form.revenue` or `form.expenditure`; `@` is the form of a
 * family that speaks of several. Rows are a code, a line's role or label, `total`, several of them joined by `|`, or a
 * group: `*` every row, `class`, `section`, `item`, `top` (rows with no parent), `lines` (income or spending lines of the
 * year), `after` (lines between the year's sum and the grand total). A group outside `sum()` means each of its rows in
 * turn, the same row in every term; the column `*` means each column in turn.
 *
 * `sum(x)` adds all rows of a group, `children(x)` the direct children of a row, `parent(x)` is the row that a 其中 row is
 * part of, `quantity(x)` is the cell times the quantity of its row. A term that the document does not print is dropped; a side with nothing printed, or a term marked `!` that is
 * not printed, makes the equation not apply. A form missing from the document does so too, unless the term is marked `?`.
 */
import type { Side, Stage } from '../disclosure.ts';
import type { Fen } from '../money.ts';

export type Fold = 'cell' | 'sum' | 'children' | 'parent' | 'quantity';
export type Operator = '=' | '<=' | '>=';
/** What an unprinted term does: `drop` it from its side, `require` (the equation does not apply), `option` (even its form may be missing). */
export type Presence = 'drop' | 'require' | 'option';

export interface Ref {
  readonly fold: Fold;
  readonly form: string;
  readonly side?: Side;
  /** Name of the grid: the form, or `form.side`. */
  readonly grid: string;
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly presence: Presence;
}

/** A coefficient times a cell, or a constant of `constant` fen. */
export interface Term {
  readonly coefficient: number;
  readonly ref?: Ref;
  readonly constant?: Fen;
}

export interface Equation {
  readonly left: readonly Term[];
  readonly operator: Operator;
  readonly right: readonly Term[];
}

export type SimpleCondition =
  | { readonly kind: 'printed' | 'filled'; readonly negated: boolean; readonly ref: Ref }
  | { readonly kind: 'stage'; readonly negated: boolean; readonly stage: Stage }
  | { readonly kind: 'holds'; readonly equation: Equation };

/** Alternatives of which one must be true. */
export type Condition = readonly SimpleCondition[];

const PRESENCE_MARK: Record<Presence, string> = { drop: '', require: '!', option: '?' };

/** What an expression is written with: ids, or the Chinese names of `names.ts`. */
export interface Written {
  readonly form: (id: string) => string;
  readonly side: (id: Side) => string;
  readonly row: (id: string) => string;
  readonly column: (key: string) => string;
  /** Functions, conditions and the words between them. */
  readonly word: (word: string) => string;
  readonly stage: (stage: Stage) => string;
}

const same = (id: string): string => id;

/** Ids, as findings and files of the program name things. */
export const IN_IDS: Written = { form: same, side: same, row: same, column: same, word: same, stage: same };

/** A reference as it is written: `支出总表[合计].基本支出`. */
export function printRef(ref: Ref, as: Written = IN_IDS): string {
  const grid = ref.form === '@' ? '@' : as.form(ref.form);
  const side = ref.side ? `.${as.side(ref.side)}` : '';
  const cell = `${grid}${side}[${ref.rows.map(as.row).join('|')}].${ref.columns.map(as.column).join('|')}`;
  return (ref.fold === 'cell' ? cell : `${as.word(ref.fold)}(${cell})`) + PRESENCE_MARK[ref.presence];
}

function printTerm(term: Term, first: boolean, as: Written): string {
  const sign = term.coefficient < 0 ? (first ? '-' : ' - ') : first ? '' : ' + ';
  const factor = Math.abs(term.coefficient);
  if (!term.ref) return `${sign}${printConstant((term.constant ?? 0) * factor)}`;
  return `${sign}${factor === 1 ? '' : `${factor} * `}${printRef(term.ref, as)}`;
}

/** A constant is written in 元, exact to the fen. */
function printConstant(fen: Fen): string {
  return fen % 100 === 0 ? String(fen / 100) : (fen / 100).toFixed(2);
}

function printSide(terms: readonly Term[], as: Written): string {
  return terms.map((term, i) => printTerm(term, i === 0, as)).join('');
}

/** An equation as it is written; parsing it gives it back. */
export function printEquation(equation: Equation, as: Written = IN_IDS): string {
  return `${printSide(equation.left, as)} ${equation.operator} ${printSide(equation.right, as)}`;
}

/** A condition as it is written after 当, alternatives and negations too. */
export function printCondition(condition: Condition, as: Written = IN_IDS): string {
  return condition
    .map((c) => {
      if (c.kind === 'holds') return printEquation(c.equation, as);
      const subject = c.kind === 'stage' ? as.stage(c.stage) : printRef(c.ref, as);
      return `${c.negated ? `${as.word('not')} ` : ''}${as.word(c.kind)}(${subject})`;
    })
    .join(` ${as.word('or')} `);
}
