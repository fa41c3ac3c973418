/** The figures of a disclosure at an address: what everything that quotes, checks, compares or stores a figure asks. */

import type { Disclosure, Row, Side, Statement } from '../disclosure.ts';
import { kindOf } from '../kinds/index.ts';
import { type Address, cellKey, formatAddress, rowKey, rowName } from '../model/address.ts';
import { printsColumn } from '../model/columns.ts';
import { isCode } from '../model/quantity.ts';
import { conceptsOfSide, FUND_IDS, partsOf } from '../vocabulary/index.ts';
import { type Figure, figureIn, isBlank } from './figure.ts';
import { type Path, pathsOf } from './places.ts';
import { recordFigures } from './record-figures.ts';
import { publicsFigures } from './three-publics.ts';

/**
 * - `printed`: a number stands there, 0.00 too; `blank`: the row and column are printed, and nothing stands in the cell;
 * - `not-printed`: no table has such a row and column; `not-read`: something stands there that was not understood.
 */
export type FigureState = 'printed' | 'blank' | 'not-printed' | 'not-read';

/** The best figure at an address. */
export type BestFigure =
  | { readonly state: 'printed' | 'blank'; readonly figure: Figure }
  | { readonly state: 'not-printed' | 'not-read'; readonly figure?: undefined };

/** The most telling place that prints a number, else the most telling blank one. An undefined address is printed nowhere. */
export function figure(disclosure: Disclosure, address: Address | undefined): BestFigure {
  const found = figures(disclosure, address);
  const printed = found.find((each) => !isBlank(each));
  if (printed) return { state: 'printed', figure: printed };
  if (found[0]) return { state: 'blank', figure: found[0] };
  return { state: address && isUnread(disclosure, address) ? 'not-read' : 'not-printed' };
}

/** All places that carry the figure, blank ones too, the most telling first. */
export function figures(disclosure: Disclosure, address: Address | undefined): readonly Figure[] {
  if (!address) return [];
  const { form, row, column } = address;
  if (kindOf(form)) return recordFigures(disclosure, address);
  if (form === 'three-publics') return publicsFigures(disclosure, address);
  const paths = pathsOf(formatAddress(address));
  if (paths)
    return isOfAllBasic(address) && !basicIsAll(disclosure) ? [] : paths.flatMap((at) => figuresAt(disclosure, at));
  const isOfAll = address.period === undefined && address.unit === undefined;
  if (isCode(row) && column === 'total' && isOfAll) return codeFigures(disclosure, address);
  return ownFigures(disclosure, address);
}

/** The table of basic expenditure covers one fund only; it speaks for all where its total is all basic expenditure. */
function basicIsAll(disclosure: Disclosure): boolean {
  const [all] = figuresAt(disclosure, { form: 'expenditure', row: 'total', column: 'basic' });
  const at = (column: string) => figuresAt(disclosure, { form: 'basic', row: 'total', column });
  const [table] = at('total').concat(inParts(partsOf('basic').flatMap((part) => at(part).slice(0, 1))));
  return !all || !table || Math.abs(all.fen - table.fen) <= all.step + table.step;
}

/** The sum of figures of one table, as where each is printed and their sum is not. */
const inParts = ([first, ...rest]: readonly Figure[]): readonly Figure[] =>
  first ? [rest.reduce((sum, { fen, step }) => ({ ...sum, fen: sum.fen + fen, step: sum.step + step }), first)] : [];

const isOfAllBasic = ({ form, row, column }: Address): boolean =>
  form === 'expenditure' && row === 'total' && (column === 'personnel' || column === 'operating');

const ofForms = ({ statements }: Disclosure, ...forms: readonly string[]): readonly Statement[] =>
  statements.filter(({ form }) => forms.includes(form));

function figuresAt(disclosure: Disclosure, { form, side, row: wanted, column }: Path): readonly Figure[] {
  return ofForms(disclosure, form).flatMap((statement) => {
    if (statement.rows.length === 0)
      return (statement.note && figureIn(disclosure, statement, undefined, { column })) || [];
    const row = side === undefined ? statement.rows.find((r) => r.key === wanted) : lineOf(statement, side, wanted);
    const own = side === undefined ? column : columnOfSide(statement, row, column);
    return row && (row.cells[own] || (printsColumn(statement, own) && !isInParts(form, row, own)))
      ? (figureIn(disclosure, statement, row, { column: own }) ?? [])
      : [];
  });
}

/** 人员经费合计 …，公用经费合计 …: a closing row that prints the parts of its sum has no sum that would be blank. */
const isInParts = (form: string, { cells }: Row, column: string): boolean =>
  form === 'basic' && column === 'total' && partsOf(form).every((part) => cells[part]);

/** Where a side prints one column of money, that is its total. */
const columnOfSide = (statement: Statement, row: Row | undefined, column: string): string =>
  column === 'total' && !row?.cells['total'] && !printsColumn(statement, 'total') ? 'amount' : column;

/** The line of a side that shows a concept; a class line is known by its code, whatever its name holds. */
function lineOf({ rows }: Statement, side: Side, wanted: string): Row | undefined {
  const own = rows.filter((row) => row.side === side);
  const concepts = conceptsOfSide(
    side,
    own.map(({ code, key }) => (code === undefined ? key : undefined)),
  );
  const line = own.find(({ partOf }, i) => concepts[i]?.id === wanted && !/结转/.test(partOf ?? ''));
  return line ?? own.find(({ key, partOf }) => partOf === undefined && key === OPENING[wanted]);
}

/** What stands above the lines that it is the sum of, and is no line behind them: 一、本年收入, with its sources below. */
const OPENING: Readonly<Record<string, string>> = { 'year-revenue': '本年收入', 'year-expenditure': '本年支出' };

/** The forms that print the same money of a code as this one. */
export const formsOfCode = (form: string): readonly string[] => {
  if (form === 'general-public') return ['general-public', 'appropriation-balance'];
  return form === 'expenditure' ? ['expenditure', ...FUND_IDS, 'appropriation-balance'] : [form];
};

/** The total of a code, in the forms that print the same money. */
function codeFigures(disclosure: Disclosure, { form, row: code }: Address): readonly Figure[] {
  if (form === 'appropriation-balance') return classFigures(disclosure, code);
  const appropriated = form === 'general-public';
  if (!appropriated && form !== 'expenditure') return ownFigures(disclosure, { form, row: code, column: 'total' });
  return ofForms(disclosure, ...formsOfCode(form)).flatMap((statement) => {
    const row = statement.rows.find((r) => isRow(r, { row: code }));
    const column = appropriated && statement.form === 'appropriation-balance' ? 'general-public' : 'total';
    return row?.cells[column] ? (figureIn(disclosure, statement, row, { column }) ?? []) : [];
  });
}

/** A class line of the appropriation balance, whose amount is one column or the sum of the funds'. */
function classFigures(disclosure: Disclosure, code: string): readonly Figure[] {
  return ofForms(disclosure, 'appropriation-balance').flatMap((statement) => {
    const row = statement.rows.find((r) => r.code === code && r.side === 'expenditure');
    const column = columnOfSide(statement, row, 'total');
    return row?.cells[column] ? (figureIn(disclosure, statement, row, { column }) ?? []) : [];
  });
}

/** Whether a row is the one that an address names: of its unit, or of none where it names none. */
const isRow = (row: Row, at: Pick<Address, 'row' | 'unit'>): boolean =>
  rowName(row) === rowKey(at) || (row.code === at.row && row.unit === at.unit);

/** The cell of the address itself. */
function ownFigures(disclosure: Disclosure, address: Address): readonly Figure[] {
  const { form, side, column, period } = address;
  const at = { column, ...(period ? { period } : {}) };
  return ofForms(disclosure, form).flatMap((statement) => {
    const row = statement.rows.find((r) => (side === undefined || r.side === side) && isRow(r, address));
    const isPrinted = row?.cells[cellKey(at)] || printsColumn(statement, cellKey(at));
    return row && isPrinted ? (figureIn(disclosure, statement, row, at) ?? []) : [];
  });
}

function isUnread({ statements }: Disclosure, address: Address): boolean {
  const { form, column } = address;
  const unread = statements.filter((statement) => statement.form === form).flatMap(({ rows }) => rows);
  return unread.some((row) => (isRow(row, address) || form === 'three-publics') && row.unread?.includes(column));
}
