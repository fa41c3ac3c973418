/** Rows keyed by classification code. */
import type { Cell, Row } from '@mingsuan/core/disclosure';
import { asCode, isTotalLabel } from '@mingsuan/core/forms/index';
import { parseAmount } from '@mingsuan/core/money';
import { squeeze } from '@mingsuan/core/text/fold';
import { lineKey } from '@mingsuan/core/text/numbering';
import { isBlank, readAmount, type StatementContext } from './amounts.ts';
import type { LogicalTable } from './logical-table.ts';
import { codedByName, type UnitRow } from './named-rows.ts';
import { originOf, type Panel, panels, reportUnlabelled, textAt, valuesOf } from './panels.ts';
import type { GridRow } from './pieces.ts';
import { codeIn } from './shape/cells.ts';

/** Rows keyed by classification code; two-panel tables are read panel by panel. */
export function codedRows(table: LogicalTable, context: StatementContext): Row[] {
  const perPanel: UnitRow[][] = [];
  const last: string[] = [];
  const units = unitCodes(table);
  let owner = '';
  for (const piece of table.pieces) {
    panels(piece.roles, (role) => role.kind === 'code').forEach((panel, index) => {
      perPanel[index] ??= [];
      for (const row of piece.rows) {
        const footer = footerRow(row, table, context);
        const read = footer ?? codedRow(row, panel, table, context, last, units);
        owner = textAt(row, panel.owners) || (isHeading(read) ? read!.label : owner);
        const unit = textAt(row, panel.units) || (read?.key === 'total' || isHeading(read) ? '' : owner);
        if (read && !(footer && index > 0))
          perPanel[index].push(unit && unit !== read.unit ? { ...read, of: unit } : read);
      }
    });
  }
  const rows = withTotal(perPanel.flat(), table, context);
  const list = table.form?.rows;
  const coded = list === 'economic' || list === 'function' ? codedByName(rows, list, context.year) : rows;
  return joinTotals(apartByUnit(withWhole(coded, table)));
}

/** 226001, as no classification counts: a unit's own number. */
const UNIT_NUMBER = /^(\d{3})(?:\d{3}){1,2}$/;

/**
 * The numbers of units that stand among the codes of their items: 226001 and its department's 226, which may be that of a class. A
 * number of nine digits may be a code itself, and proves nothing.
 */
function unitCodes({ pieces }: LogicalTable): ReadonlySet<string> {
  const texts = pieces.flatMap(({ roles, rows }) =>
    rows.flatMap((row) => row.flatMap((cell, c) => (roles[c]?.kind === 'code' ? [squeeze(cell.text)] : []))),
  );
  return new Set(
    texts.flatMap((text) => {
      const number = UNIT_NUMBER.exec(text);
      return number && asCode(text) === undefined ? [text, number[1]!] : [];
    }),
  );
}

/** A unit's own row, of which those below it are. */
const isHeading = (row: UnitRow | undefined): boolean => row?.owner === true;

/** A row of figures without a label is the 合计 row where the table has no other and it stands first, last or alone. */
function withTotal(rows: readonly UnitRow[], table: LogicalTable, context: StatementContext): UnitRow[] {
  const bare = rows.filter(({ key }) => key === '');
  const only = bare[0];
  const isTotal =
    bare.length === 1 && (only === rows[0] || only === rows.at(-1)) && rows.every(({ key }) => key !== 'total');
  if (isTotal) return rows.map((row) => (row === only ? { ...row, key: 'total', label: '合计' } : row));
  for (const row of bare) reportUnlabelled(table, row.cells, row.origin, context);
  return rows.filter(({ key }) => key !== '');
}

/**
 * The first owner's own row is the table's 合计 row where it stands first and no other owner follows, or all the others add up to it; so
 * is the one row without a code, first or last and whatever it is called, that all the classes add up to, or that stands alone
 * beside a column of codes.
 */
function withWhole(rows: readonly UnitRow[], { pieces }: LogicalTable): UnitRow[] {
  const [top] = rows;
  if (!top || rows.some((row) => row.key === 'total')) return [...rows];
  const isCoded = pieces.some(({ roles }) => roles.some(({ kind }) => kind === 'code'));
  const whole = isCoded ? [top, rows.at(-1)!].find((row) => isSumOfClasses(row, rows)) : undefined;
  if (whole) return rows.map((row) => (row === whole ? { ...row, key: 'total' } : row));
  const owners = rows.filter((row) => row.owner);
  const [first, ...others] = owners;
  if (first !== top) return [...rows];
  const isWhole = Object.entries(first.cells).every(([id, { fen }]) => {
    const sum = others.reduce((total, row) => total + (row.cells[id]?.fen ?? 0), 0);
    return others.length === 0 || Math.abs(sum - fen) <= 1_000_000 * (others.length + 1);
  });
  return isWhole ? [{ ...first, key: 'total' }, ...rows.slice(1)] : [...rows];
}

/** A row without a code whose every figure is what the classes, in the rows with codes beside it, add up to; alone it is the whole itself. */
function isSumOfClasses(row: UnitRow, rows: readonly UnitRow[]): boolean {
  const others = rows.filter((each) => each !== row);
  if (asCode(row.key) || row.unit !== undefined || others.some(({ key }) => !asCode(key))) return false;
  const classes = others.filter(({ key }) => key.length === 3);
  const figures = Object.entries(row.cells);
  if (others.length === 0) return figures.length > 0;
  const adds = figures.every(([id, { fen }]) => {
    const sum = classes.reduce((total, { cells }) => total + (cells[id]?.fen ?? 0), 0);
    return Math.abs(sum - fen) <= 10_000 * (classes.length + 1);
  });
  return adds && classes.length > 0 && figures.some(([, { fen }]) => fen !== 0);
}

/** Where a table lists several units' items one after another, a code alone names no row. */
function apartByUnit(rows: readonly UnitRow[]): Row[] {
  const several = new Set(rows.flatMap((row) => (asCode(row.key) ? (row.of ?? []) : []))).size > 1;
  return rows.map(({ of, owner: _, ...row }) => (several && of && asCode(row.key) ? { ...row, unit: of } : row));
}

const FOOTER = /^(人员经费|公用经费|日常公用经费)(?:合计|小计)$/;

/** The columns that closing rows print, figures or not. */
export function footerColumns(table: LogicalTable): string[] {
  const labels = table.pieces.flatMap((piece) => piece.rows.flatMap((row) => row.map((cell) => squeeze(cell.text))));
  return labels.flatMap((label) => footerColumn(label) ?? []);
}

function footerColumn(label: string): string | undefined {
  const footer = FOOTER.exec(label);
  return footer ? (footer[1] === '人员经费' ? 'personnel' : 'operating') : undefined;
}

/** A closing row 人员经费合计 | 2152.26 | 公用经费合计 | 184.65: each label names the next amount to its right. */
function footerRow(row: GridRow, table: LogicalTable, context: StatementContext): Row | undefined {
  const cells: Record<string, Cell> = {};
  let column: string | undefined;
  for (const cell of row) {
    const named = footerColumn(squeeze(cell.text));
    if (named) column = named;
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
  units: ReadonlySet<string>,
): UnitRow | undefined {
  const values = valuesOf(row, panel, context, table.title);
  const columns = [...panel.codes, ...panel.names, ...panel.values.map(([i]) => i)];
  const origin = originOf(row, columns);
  const texts = [...panel.codes, ...panel.names].map((i) => row[i]?.text ?? '');
  const above = [...panel.units, ...panel.owners].map((i) => row[i]?.text ?? '');
  const total = [...above, ...texts].find((text) => isTotalLabel(text));
  if (total !== undefined) return { key: 'total', label: total.trim(), ...values, origin };
  const owner = textAt(row, panel.owners);
  if (owner && texts.every((text) => squeeze(text) === ''))
    return { key: lineKey(owner), label: owner, owner: true, ...values, origin };
  const unit = textAt(row, panel.units);
  if (unit && panel.codes.length === 0) {
    const name = textAt(row, panel.names);
    return { key: lineKey(name || unit), label: name, unit, ...values, origin };
  }
  const [own = '', ...levels] = texts
    .slice(0, panel.codes.length)
    .map(squeeze)
    .filter((text) => text !== '');
  const unitName = textAt(row, panel.names);
  if (levels.length === 0 && units.has(own) && unitName)
    return { key: lineKey(unitName), label: unitName, owner: true, ...values, origin };
  const { code, name } = codeAndName(texts.slice(0, panel.codes.length), textAt(row, panel.names), last);
  if (code === undefined && (name === '' || isBlank(name)))
    return Object.keys(values.cells).length > 0 ? { key: '', label: '', ...values, origin } : undefined;
  return { key: code ?? lineKey(name), label: name, ...values, origin };
}

/** The code from one column, from 类 款 项 columns (blank upper ones go on from above), or from the head of the name. */
function codeAndName(parts: readonly string[], name: string, last: string[]): { code?: string; name: string } {
  const printed = parts.map((part) => squeeze(part).replace(/\D/g, ''));
  // A workbook's numbers lose the zeros before them: 201 | 6 | 1.
  const digits = printed.map((part, i) => (i > 0 && part.length === 1 ? `0${part}` : part));
  if (digits.length > 1) {
    const deepest = digits.findLastIndex((part) => part !== '');
    if (deepest >= 0) {
      const full = digits.slice(0, deepest + 1).map((part, i) => part || last[i] || '');
      last.splice(0, last.length, ...full);
      // Some documents repeat the whole code in each column: 201 | 20113 | 2011301. Without lines two levels may share one: 201 | 06 01 行政运行.
      const isWhole = full.at(-1)!.length > 3 && full.at(-1)!.startsWith(full[0]!);
      const whole = isWhole ? full.at(-1)! : full.join('');
      const code = asCode(whole);
      return code ? { code, name: name || parts[deepest]!.replace(/^[\d\s]+/, '') } : { name: name || whole };
    }
  }
  const alone = digits.join('');
  // In one column a section may be printed with its own digits alone: 05 below 208.
  const code = asCode(alone) ?? (/^\d{2}$/.test(alone) && last.length === 1 ? `${last[0]}${alone}` : undefined);
  if (code) {
    if (digits.length === 1) last.splice(0, last.length, code.slice(0, 3));
    return { code, name };
  }
  const inName = /^\s*[[(（]?(\d{3}(?:\d{2}){0,2})[\])）]?[\s-—.、]*([^\d\s].*)$/.exec(name);
  // A number that no classification has is the unit's own: [126]某局.
  return inName && codeIn(inName[1]!) ? { code: inName[1]!, name: inName[2]!.trim() } : { name };
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
