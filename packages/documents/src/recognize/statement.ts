/** A logical table of one of the nine statutory forms → Statement. */
import { classByName } from '@mingsuan/core/classification/index';
import type { Cell, Problem, Row, Side, Statement, StatementFormId } from '@mingsuan/core/disclosure';
import { asCode, isTotalLabel, lineKey, numberingDepth, squeeze } from '@mingsuan/core/forms/index';
import { type MoneyUnit, parseAmount } from '@mingsuan/core/money';
import type { TableCell } from '../layout.ts';
import type { ColumnRole } from './columns.ts';
import type { GridRow, LogicalTable, TablePiece } from './logical-tables.ts';
import { joinWrapped } from './wrapped.ts';

export interface StatementContext {
  readonly unit: MoneyUnit;
  readonly year?: number;
  readonly problems: Problem[];
}

const BLANK = /^(?:[-—–─/\\*]+|无|…+)?$/;

/** The amount printed in a cell; undefined for a blank one. What is neither is reported. */
export function readAmount(cell: TableCell, context: StatementContext, title: string): Cell | undefined {
  const text = cell.text.trim();
  if (BLANK.test(squeeze(text))) return undefined;
  const amount = parseAmount(text, context.unit);
  if (amount) return { fen: amount.fen, text, origin: cell.origin };
  context.problems.push({
    code: 'not-a-number',
    message: `“${title}”的金额格里是“${text.slice(0, 30)}”，不是数字，未计入；请核对原文。`,
    origin: cell.origin,
  });
  return undefined;
}

export function readStatement(table: LogicalTable, context: StatementContext): Statement {
  const form = table.form!;
  reportUnknownColumns(table, context);
  const rows =
    form.rows === 'lines'
      ? lineRows(table, context)
      : form.rows === 'items'
        ? itemRows(table, context)
        : codedRows(table, context);
  const empty =
    form.rows !== 'lines' &&
    rows.every((row) => Object.keys(row.cells).length === 0 && (row.key === 'total' || row.label === ''));
  const columns = new Set([
    ...table.pieces.flatMap((piece) => piece.roles.flatMap((role) => (role.kind === 'value' ? [role.id] : []))),
    ...rows.flatMap((row) => Object.keys(row.cells)),
  ]);
  return {
    form: form.id as StatementFormId,
    title: table.title.replace(/\s+/g, ''),
    unit: context.unit,
    ...(table.note ? { note: table.note } : {}),
    columns: [...columns],
    rows: empty ? [] : rows,
    origin: table.origin,
  };
}

function reportUnknownColumns(table: LogicalTable, context: StatementContext): void {
  const { header, roles, rows } = table.pieces[0]!;
  roles.forEach((role, i) => {
    if (role.kind !== 'unknown' || !rows.some((row) => parseAmount(row[i]?.text ?? '', context.unit))) return;
    context.problems.push({
      code: 'column-not-recognised',
      message: `“${table.title}”的“${header.paths[i]!.join('/')}”一栏没有认出，其中的数未读入；请核对表头。`,
      origin: rows[0]?.[i]?.origin ?? table.origin,
    });
  });
}

/** Column indices of one panel: the columns from one label or code group up to the next. */
interface Panel {
  /** Rows by budget unit instead of by classification. */
  readonly units: readonly number[];
  readonly codes: readonly number[];
  readonly names: readonly number[];
  readonly values: readonly (readonly [number, string])[];
}

function panels(roles: readonly ColumnRole[], starts: (role: ColumnRole) => boolean): Panel[] {
  const found: { units: number[]; codes: number[]; names: number[]; values: [number, string][] }[] = [];
  roles.forEach((role, i) => {
    const current = found.at(-1);
    if (!current || (starts(role) && current.values.length > 0))
      found.push({ units: [], codes: [], names: [], values: [] });
    const panel = found.at(-1)!;
    if (role.kind === 'code') panel.codes.push(i);
    else if (role.kind === 'unit-code') panel.units.push(i);
    else if (role.kind === 'name' || role.kind === 'label') panel.names.push(i);
    else if (role.kind === 'value') panel.values.push([i, role.id]);
  });
  return found.filter((panel) => panel.values.length > 0 || panel.names.length > 0);
}

function valuesOf(row: GridRow, panel: Panel, context: StatementContext, title: string): Record<string, Cell> {
  const cells: Record<string, Cell> = {};
  for (const [i, id] of panel.values) {
    const cell = row[i] && readAmount(row[i], context, title);
    if (cell) cells[id] = cell;
  }
  return cells;
}

function textAt(row: GridRow, columns: readonly number[]): string {
  for (const i of columns) if (squeeze(row[i]?.text ?? '') !== '') return joinWrapped(row[i]!.text);
  return '';
}

const originOf = (row: GridRow, columns: readonly number[]) =>
  (row.find((cell, i) => columns.includes(i) && squeeze(cell.text) !== '') ?? row[0]!).origin;

/** 收支总表: two sides of labelled lines. A third panel (by economic class) is reported, for its lines would be added twice. */
function lineRows(table: LogicalTable, context: StatementContext): Row[] {
  const sides: Row[][] = [[], []];
  const names: Side[] = ['revenue', 'expenditure'];
  for (const piece of table.pieces) {
    const all = panels(piece.roles, (role) => role.kind === 'label');
    if (all.length > 2 && piece === table.pieces[0])
      context.problems.push({
        code: 'column-not-recognised',
        message: `“${table.title}”除收入、支出两栏外另有 ${all.length - 2} 栏，未读入。`,
        origin: table.origin,
      });
    for (const row of piece.rows) {
      all.slice(0, 2).forEach((panel, side) => {
        const label = textAt(row, panel.names);
        const cells = valuesOf(row, panel, context, table.title);
        const columns = [...panel.names, ...panel.values.map(([i]) => i)];
        if (label === '' && Object.keys(cells).length === 0) return;
        if (label === '' || BLANK.test(squeeze(label))) {
          if (Object.keys(cells).length > 0) reportUnlabelled(table, row, columns, context);
          return;
        }
        const key = lineKey(label);
        const code = names[side] === 'expenditure' ? classByName(key, context.year) : undefined;
        sides[side]!.push({
          key,
          label,
          side: names[side]!,
          ...(code ? { code } : {}),
          cells,
          origin: originOf(row, columns),
        });
      });
    }
  }
  return sides.flatMap(withParents);
}

function reportUnlabelled(
  table: LogicalTable,
  row: GridRow,
  columns: readonly number[],
  context: StatementContext,
): void {
  context.problems.push({
    code: 'row-without-label',
    message: `“${table.title}”有一行只有金额没有项目名称，未读入；请核对原文。`,
    origin: originOf(row, columns),
  });
}

const CARRIED = /(?:结转|结余)/;
const FUND = /^(?:一般公共预算|政府性基金|国有资本经营)/;

/**
 * Finds the line that each line is a part of: deeper numbering belongs to the last shallower one (1. below 一、), and
 * numbered lines under a bare carry-over line belong to it (年初财政拨款结转和结余 with its three funds).
 */
function withParents(rows: readonly Row[]): Row[] {
  let open: { key: string; depth: number }[] = [];
  return rows.map((row) => {
    const depth = numberingDepth(row.label);
    const within = /^其中/.test(squeeze(row.label));
    if (depth === 0 && !within) {
      if (open[0]?.depth === 0 && FUND.test(row.key)) return { ...row, partOf: open[0].key };
      open = CARRIED.test(row.key) ? [{ key: row.key, depth: 0 }] : [];
      return row;
    }
    const level = within && depth === 0 ? (open.at(-1)?.depth ?? 0) + 1 : depth;
    while (open.length > 0 && open.at(-1)!.depth >= level) open.pop();
    const parent = open.at(-1);
    open.push({ key: row.key, depth: level });
    return parent ? { ...row, partOf: parent.key } : row;
  });
}

/** Rows keyed by classification code; two-panel tables are read panel by panel. */
function codedRows(table: LogicalTable, context: StatementContext): Row[] {
  const perPanel: UnitRow[][] = [];
  const last: string[] = [];
  for (const piece of table.pieces) {
    panels(piece.roles, (role) => role.kind === 'code').forEach((panel, index) => {
      perPanel[index] ??= [];
      for (const row of piece.rows) {
        const footer = footerRow(row, table, context);
        const read = footer ?? codedRow(row, panel, table, context, last);
        const unit = textAt(row, panel.units);
        if (read && !(footer && index > 0)) perPanel[index].push(unit && unit !== read.code ? { ...read, unit } : read);
      }
    });
  }
  return joinTotals(apartByUnit(perPanel.flat()));
}

type UnitRow = Row & { readonly unit?: string };

/** Where a table lists several units' items one after another, a code is no key: the unit's code stands before it. */
function apartByUnit(rows: readonly UnitRow[]): Row[] {
  const several = new Set(rows.flatMap((row) => row.unit ?? [])).size > 1;
  return rows.map(({ unit, ...row }) =>
    several && unit && asCode(row.key) ? { ...row, key: `${unit}:${row.key}`, code: row.key } : row,
  );
}

const FOOTER = /^(人员经费|公用经费|日常公用经费)(?:合计|小计)$/;

/** A closing row 人员经费合计 | 2152.26 | 公用经费合计 | 184.65: each label names the next amount to its right. */
function footerRow(row: GridRow, table: LogicalTable, context: StatementContext): Row | undefined {
  const cells: Record<string, Cell> = {};
  let column: string | undefined;
  for (const cell of row) {
    const footer = FOOTER.exec(squeeze(cell.text));
    if (footer) column = footer[1] === '人员经费' ? 'personnel' : 'operating';
    else if (column && parseAmount(cell.text, context.unit)) {
      cells[column] = readAmount(cell, context, table.title)!;
      column = undefined;
    }
  }
  const found = row.some((cell) => FOOTER.test(squeeze(cell.text)));
  return found
    ? { key: 'total', label: '合计', cells, origin: row.find((cell) => squeeze(cell.text) !== '')!.origin }
    : undefined;
}

function codedRow(
  row: GridRow,
  panel: Panel,
  table: LogicalTable,
  context: StatementContext,
  last: string[],
): Row | undefined {
  const cells = valuesOf(row, panel, context, table.title);
  const columns = [...panel.codes, ...panel.names, ...panel.values.map(([i]) => i)];
  const origin = originOf(row, columns);
  const texts = [...panel.codes, ...panel.names].map((i) => row[i]?.text ?? '');
  const total = texts.find((text) => isTotalLabel(text));
  if (total !== undefined) return { key: 'total', label: total.trim(), cells, origin };
  const unit = textAt(row, panel.units);
  if (unit && panel.codes.length === 0) {
    const name = textAt(row, panel.names);
    return { key: lineKey(name || unit), label: name, code: unit, cells, origin };
  }
  const { code, name } = codeAndName(texts.slice(0, panel.codes.length), textAt(row, panel.names), last);
  if (code === undefined && (name === '' || BLANK.test(squeeze(name)))) {
    if (Object.keys(cells).length > 0) reportUnlabelled(table, row, columns, context);
    return undefined;
  }
  return { key: code ?? lineKey(name), label: name, cells, origin };
}

/** The code from one column, from 类 款 项 columns (blank upper ones go on from above), or from the head of the name. */
function codeAndName(parts: readonly string[], name: string, last: string[]): { code?: string; name: string } {
  const digits = parts.map((part) => squeeze(part).replace(/\D/g, ''));
  if (digits.length > 1) {
    const deepest = digits.findLastIndex((part) => part !== '');
    if (deepest >= 0) {
      const full = digits.slice(0, deepest + 1).map((part, i) => part || last[i] || '');
      last.splice(0, last.length, ...full);
      // Some documents repeat the whole code in each column: 201 | 20113 | 2011301.
      const whole = full.at(-1)!.length > 3 ? full.at(-1)! : full.join('');
      const code = asCode(whole);
      return code ? { code, name } : { name: name || whole };
    }
  }
  const code = asCode(digits.join(''));
  if (code) return { code, name };
  const inName = /^\s*[[(（]?(\d{3}(?:\d{2}){0,2})[\])）]?[\s-—.、]*([^\d\s].*)$/.exec(name);
  return inName ? { code: inName[1]!, name: inName[2]!.trim() } : { name };
}

/** 人员经费合计 and 公用经费合计 are columns of the one 合计 row. */
function joinTotals(rows: readonly Row[]): Row[] {
  const first = rows.find((row) => row.key === 'total');
  const totals = rows.filter((row) => row.key === 'total');
  if (!first || totals.length < 2) return [...rows];
  const fits = totals.every(
    (row, i) =>
      i === 0 ||
      Object.keys(row.cells).every((id) => !(id in first.cells) || totals[i]!.cells[id]!.fen === first.cells[id]!.fen),
  );
  if (!fits) return [...rows];
  const joined: Row = { ...first, cells: Object.assign({}, ...totals.map((row) => row.cells)) };
  return rows.flatMap((row) => (row === first ? [joined] : row.key === 'total' ? [] : [row]));
}

/** “三公”: one row of items, or a row per item. */
function itemRows(table: LogicalTable, context: StatementContext): Row[] {
  const oneRow = table.pieces[0]!.roles.some(
    (role) => role.kind === 'value' && /^(?:overseas|hospitality)/.test(role.id),
  );
  const read = table.pieces.flatMap((piece) =>
    piece.rows.flatMap((row) => itemRow(row, piece, oneRow, table, context) ?? []),
  );
  return oneRow ? read : withParts(read);
}

function itemRow(
  row: GridRow,
  piece: TablePiece,
  oneRow: boolean,
  table: LogicalTable,
  context: StatementContext,
): Row | undefined {
  const [first] = panels(piece.roles, () => false);
  if (!first) return undefined;
  const panel = { ...first };
  const cells = valuesOf(row, panel, context, table.title);
  const label = textAt(row, panel.names);
  const origin = originOf(row, [...panel.names, ...panel.values.map(([i]) => i)]);
  if (oneRow)
    return Object.keys(cells).length > 0 || isTotalLabel(label)
      ? { key: 'total', label: label || '合计', cells, origin }
      : undefined;
  if (label === '') {
    if (Object.keys(cells).length > 0) reportUnlabelled(table, row, panel.names, context);
    return undefined;
  }
  return { key: isTotalLabel(label) ? 'total' : lineKey(label), label, cells, origin };
}

/** 公务用车购置费 and 运行费 are parts of 公务用车购置及运行费, whether or not 其中 stands before both. */
function withParts(rows: readonly Row[]): Row[] {
  let parent: Row | undefined;
  let within = false;
  return rows.map((row) => {
    if (row.key === 'total' || numberingDepth(row.label) === 1) {
      parent = row;
      within = false;
      return row;
    }
    within ||= /^其中/.test(squeeze(row.label)) || numberingDepth(row.label) > 1;
    return within && parent && parent.key !== 'total' ? { ...row, partOf: parent.key } : row;
  });
}
