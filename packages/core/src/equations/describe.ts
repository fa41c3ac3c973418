/** Says an instance, or one of its cells, in the words of a finance officer. */
import type { Evidence } from '../finding.ts';
import { type Fen, formatAmount, type MoneyUnit, separated } from '../money.ts';
import { lineKey } from '../text/numbering.ts';
import type { CellIndex, CellPlace } from './cell-index.ts';
import type { Instance } from './evaluate.ts';
import { columnName, formName, SIDE_NAMES } from './names.ts';

/** Sides with more figures than this are told by their sum. */
const LISTED = 4;

/** `支出总表 2080505 机关事业单位基本养老保险缴费支出 基本支出`; with the agency's name where several are compared. */
export function placeName(place: CellPlace, withAgency = false): string {
  return [withAgency ? agencyTitle(place) : '', gridTitle(place), rowName(place), columnTitle(place)]
    .filter(Boolean)
    .join(' ');
}

/** An office and the department it heads often share a name, so its code or level is said too. */
function agencyTitle({ grids }: CellPlace): string {
  const { code, name, level } = grids.disclosure.agency;
  return code ? `${code} ${name}` : `${name}（${level === 'department' ? '部门' : '单位'}）`;
}

/** The table's name, with the half of a balance form. */
export function gridTitle({ grid }: CellPlace): string {
  return `${formName(grid.form)}${grid.side === undefined ? '' : SIDE_NAMES[grid.side]}`;
}

/** What findings call a row: 合计, a code with its name, or the line's label. */
export function rowName({ grid, row }: CellPlace): string {
  const { key, label } = grid.rows[row]!;
  if (key === 'total') return '合计';
  const name = lineKey(label);
  if (!/^\d+$/.test(key) || name.startsWith(key)) return name;
  return `${key} ${name}`;
}

/** Nothing where the table has one column of figures, or prints its items as columns. */
export function columnTitle({ grid, row, column }: CellPlace): string {
  const id = grid.columns[column]!;
  if (id === 'amount' || (id === 'total' && grid.rows[row]!.sourceColumns)) return '';
  return columnName(id, grid.form);
}

/** Fen as the cell's own table prints amounts, with its separators and without the unit. */
export function amountText(fen: Fen, { grid }: CellPlace): string {
  const text = formatAmount(fen, grid.unit, grid.decimals);
  return grid.cells.some((cell) => cell && SEPARATED.test(cell.text)) ? separated(text) : text;
}

const SEPARATED = /\d[,，]\d{3}/;

/** A cell as evidence of a finding: where it stands, and its printed text; a blank one has an empty text. */
export function evidenceOf(place: CellPlace): Evidence {
  const { grid, row, column, cell } = place;
  const line = grid.rows[row]!;
  const id = grid.columns[column]!;
  return {
    form: grid.form,
    row: line.source,
    column: line.sourceColumns?.[id] ?? id,
    text: cell?.text ?? '',
    origin: cell?.origin ?? line.origin,
  };
}

/** `支出总表 208 社会保障和就业支出：合计 68.24，与基本支出 65.24、项目支出 0 之和 65.24 不相等，相差 3.00 万元`. */
export function sentence(instance: Instance, cellIndex: CellIndex): string {
  const places = instance.cells.map((id) => cellIndex.place(id));
  const context = contextOf(places);
  const left = sideText(instance, places, 0, instance.split, context);
  const right = withConstant(sideText(instance, places, instance.split, places.length, context), instance, places[0]!);
  const { unit, decimals, step } = places[0]!.grid;
  const off = Math.abs(instance.total) / instance.scale;
  const gap = formatAmount(context.mixedUnits ? Math.round(off / step) * step : Math.round(off), unit, decimals);
  const prefix = context.prefix ? `${context.prefix}：` : '';
  if (instance.operator === '=') return `${prefix}${left}，与${right} 不相等，相差 ${gap} ${unit}`;
  return `${prefix}${left} ${instance.operator === '<=' ? '大于' : '小于'} ${right}，相差 ${gap} ${unit}`;
}

interface Context {
  readonly prefix: string;
  readonly nameOf: (place: CellPlace) => string;
  readonly mixedUnits: boolean;
}

/** What all cells share is said once, in front. */
function contextOf(places: readonly CellPlace[]): Context {
  const [first] = places as [CellPlace];
  const same = (of: (place: CellPlace) => unknown) => places.every((place) => of(place) === of(first));
  const mixedUnits = !same((place) => place.grid.unit);
  if (!same((place) => place.grids)) return { prefix: '', nameOf: (place) => placeName(place, true), mixedUnits };
  if (!same((place) => place.grid)) return { prefix: '', nameOf: placeName, mixedUnits };
  if (same((place) => place.row)) {
    return { prefix: `${gridTitle(first)} ${rowName(first)}`, nameOf: columnTitle, mixedUnits };
  }
  if (same((place) => place.column)) {
    return { prefix: [gridTitle(first), columnTitle(first)].filter(Boolean).join(' '), nameOf: rowName, mixedUnits };
  }
  return {
    prefix: gridTitle(first),
    nameOf: (place) => `${rowName(place)} ${columnTitle(place)}`.trim(),
    mixedUnits,
  };
}

/** An equation's constant is told on the right. */
function withConstant(right: string, instance: Instance, place: CellPlace): string {
  if (instance.constant === 0) return right;
  const constant = amountText(Math.round(-instance.constant / instance.scale), place);
  return instance.split === instance.cells.length ? constant : `${right} + ${constant}`;
}

function sideText(
  instance: Instance,
  places: readonly CellPlace[],
  from: number,
  to: number,
  context: Context,
): string {
  const figures: number[] = [];
  for (let i = from; i < to; i += 1) if (places[i]!.cell || to - from <= 2) figures.push(i);
  const sign = from === 0 ? 1 : -1;
  if (figures.length === 0) return from === to ? '0' : `${to - from} 项之和 0`;
  if (figures.length > LISTED) {
    const sum = figures.reduce((total, i) => total + sign * instance.coefficients[i]! * places[i]!.cell!.fen, 0);
    const place = places[figures[0]!]!;
    return `${figures.length} 项之和 ${amountText(Math.round(sum / instance.scale), place)}${unitSuffix(place, context)}`;
  }
  const factors = figures.map((i) => (sign * instance.coefficients[i]!) / instance.scale);
  const terms = figures.map((i, n) => termText(places[i]!, Math.abs(factors[n]!), context));
  if (terms.length > 1 && factors.every((factor) => factor === 1)) {
    const sum = figures.reduce((total, i) => total + (places[i]!.cell?.fen ?? 0), 0);
    const first = places[figures[0]!]!;
    return `${terms.join('、')} 之和 ${amountText(sum, first)}${unitSuffix(first, context)}`;
  }
  return terms.map((term, n) => `${factors[n]! < 0 ? (n === 0 ? '-' : ' - ') : n === 0 ? '' : ' + '}${term}`).join('');
}

function termText(place: CellPlace, factor: number, context: Context): string {
  const name = context.nameOf(place);
  const amount = `${place.cell ? amountText(place.cell.fen, place) : '0'}${unitSuffix(place, context)}`;
  return `${name}${name ? ' ' : ''}${amount}${factor === 1 ? '' : ` × ${factor}`}`;
}

function unitSuffix(place: CellPlace, context: Context): string {
  return context.mixedUnits ? ` ${place.grid.unit satisfies MoneyUnit}` : '';
}
