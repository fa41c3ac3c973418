/** The roles of columns by what stands in them: the second witness beside the words of the header. */
import type { FormDefinition } from '@mingsuan/core/forms/index';
import { cellFields, type Fields, rowsFields } from '@mingsuan/core/kinds/field';
import { kindOf } from '@mingsuan/core/kinds/index';
import { squeeze } from '@mingsuan/core/text/fold';
import { numberingDepth } from '@mingsuan/core/text/numbering';
import { FUND_IDS } from '@mingsuan/core/vocabulary/index';
import type { TableCell } from '../../layout.ts';
import { type ColumnRole, likelyColumn } from '../columns.ts';
import type { Header } from '../header.ts';
import { isWholeHeader } from '../header-measures.ts';
import { type CodeKind, cellKind, codeIn } from './cells.ts';
import { codeKindOf, hasAmounts, isMost, isSplitCode, textsAt } from './columns.ts';
import { withCompleted } from './completed.ts';
import { nearestColumn, saysOtherThan } from './likely-column.ts';
import { rolesOfLikelyLayout } from './likely-layout.ts';
import { holdsGrid, recordRoles } from './record-roles.ts';
import { withShares } from './shares.ts';
import { isSumOf, partThatCompletes } from './sums.ts';

type Rows = readonly (readonly TableCell[])[];

/** Settles by cells what the header's words left open or got wrong; roles that both agree on stay.  */
export function rolesByCells(
  form: FormDefinition,
  roles: readonly ColumnRole[],
  rows: Rows,
  { paths = [], hasLines = false }: Told = {},
): ColumnRole[] {
  switch (form.rows) {
    case 'records':
      return withRecordShares(
        form,
        recordRoles(tableFields(form, hasLines || !isListOf(form, rows)), withNearest(form, roles, rows, paths), rows),
        rows,
        paths,
      );
    case 'lines':
      return withShares(lineRoles(form, roles, rows, paths), rows, paths);
    case 'items':
      return withFigures(
        withCompleted(form, withLikely(form, withName(roles, rows), rows, paths), rows, paths),
        rows,
        paths,
      );
    default:
      return withShares(
        withFigures(
          withCompleted(
            form,
            withLikely(form, withName(classifiedRoles(form, roles, rows), rows), rows, paths),
            rows,
            paths,
          ),
          rows,
          paths,
        ),
        rows,
        paths,
      );
  }
}

/** The amounts of a record may be divided in a place's own way too. */
const withRecordShares = (form: FormDefinition, roles: readonly ColumnRole[], rows: Rows, paths: Header['paths']) =>
  Object.values(kindOf(form.id)?.fields ?? {}).some(({ is }) => is === 'amounts')
    ? withShares(roles, rows, paths)
    : [...roles];

/** What else is known of a table: its header above each column, and whether lines stand above the header. */
interface Told {
  readonly paths?: Header['paths'];
  readonly hasLines?: boolean;
}

/** Columns of figures that no wording tells: by the column that their words come nearest to, then by the layout that the sums prove. */
function withLikely(
  form: FormDefinition,
  roles: readonly ColumnRole[],
  rows: Rows,
  paths: Header['paths'],
): ColumnRole[] {
  return rolesOfLikelyLayout(form, withNearest(form, roles, rows, paths), rows, paths);
}

function withNearest(
  form: FormDefinition,
  roles: readonly ColumnRole[],
  rows: Rows,
  paths: Header['paths'],
): ColumnRole[] {
  const isOpen = (c: number) => {
    const path = paths[c] ?? [];
    const isUntold = roles[c]!.kind === 'unknown' || (roles[c]!.kind === 'blank' && isWholeHeader(path.at(-1) ?? ''));
    return isUntold && path.length > 0 && hasAmounts(rows, c);
  };
  const taken = new Set(roles.flatMap((role) => (role.kind === 'value' ? [role.id] : [])));
  const near = roles.map((_, c) => (isOpen(c) ? likelyColumn(form, paths, c, taken) : undefined));
  const isOnly = (id: string) => near.filter((each) => each === id).length === 1;
  return roles.map((role, c): ColumnRole => (near[c] && isOnly(near[c]) ? { kind: 'value', id: near[c] } : role));
}

/** The fields of a kind's columns; of a sheet with lines those of its last grid, for the others stand in the lines. */
function tableFields(form: FormDefinition, hasLines: boolean): Fields {
  const kind = kindOf(form.id);
  if (!kind) return {};
  if (!kind.isSheet) return { ...kind.fields, ...kind.alsoRead };
  return { ...gridFields(form), ...(hasLines ? {} : Object.fromEntries(cellFields(kind.fields))) };
}

/** Whether rows may be those of a sheet's list: with indicators, or with what each of its sheets costs. */
const isListOf = (form: FormDefinition, rows: Rows): boolean =>
  rows.some((row) => row.some((cell) => cellKind(cell) === 'amount')) || holdsGrid(gridFields(form), rows);

/** The fields of a sheet's last grid with what is read beside them. */
export function gridFields({ id }: FormDefinition): Fields {
  const kind = kindOf(id);
  return kind ? { ...rowsFields(kind.fields).at(-1)?.[1].fields, ...kind.alsoRead } : {};
}

/**
 * Codes of the classification that the form is not of (the governmental one beside the departmental, economic items beside functional
 * ones) are no keys, nor are their names; a column of words beside a column of codes that fills only where no code stands names the
 * budget unit.
 */
function classifiedRoles(form: FormDefinition, roles: readonly ColumnRole[], rows: Rows): ColumnRole[] {
  const kinds = roles.map((_, c) => codeKindOf(rows, c));
  const wanted: CodeKind =
    form.rows === 'function' ? 'function' : kinds.includes('economic') ? 'economic' : 'governmental';
  if (!kinds.includes(wanted)) return roles.map((role, c) => (isUnitColumn(rows, roles, c) ? { kind: 'unit' } : role));
  const found = [...roles];
  let foreign = false;
  kinds.forEach((kind, c) => {
    const role = roles[c]!;
    // A department's number may be that of a class; beside a column of codes its header is believed.
    if (role.kind === 'unit-code' && roles.some((other, i) => other.kind === 'code' && kinds[i] === wanted)) return;
    if (role.kind === 'value') {
      foreign = false;
      return;
    }
    if (kind !== undefined) foreign = kind !== wanted;
    else if (foreign && role.kind === 'code' && !isSplitCode(rows, c)) foreign = false;
    if (foreign && kind === undefined && hasAmounts(rows, c)) foreign = false;
    if (foreign) found[c] = { kind: 'blank' };
    else if (kind !== undefined && (!isNaming(role) || isOnlyCodes(rows, roles, c))) found[c] = { kind: 'code' };
    else if (found[c - 1]?.kind === 'code' && UNTOLD.has(role.kind) && isSplitCode(rows, c))
      found[c] = { kind: 'code' };
  });
  return withOwners(
    found.map((role, c) => (isUnitColumn(rows, found, c) ? { kind: 'unit' } : role)),
    kinds,
    wanted,
  );
}

const isNaming = ({ kind }: ColumnRole): boolean => kind === 'name' || kind === 'label';

/** 经济分类科目 | 科目名称: a column of codes without names, beside one that names them, whatever its header says. */
const isOnlyCodes = (rows: Rows, roles: readonly ColumnRole[], c: number): boolean =>
  roles.some((role, i) => i > c && isNaming(role)) &&
  textsAt(rows, c).every((text) => (codeIn(text)?.name ?? '') === '');

/**
 * Names left of a code that has its own name beside it are of what the row belongs to: the unit, or where the rows of a table by
 * economic item say the functional item too, that one.
 */
function withOwners(
  roles: readonly ColumnRole[],
  kinds: readonly (CodeKind | undefined)[],
  wanted: CodeKind,
): ColumnRole[] {
  const code = roles.findIndex(({ kind }, c) => kind === 'code' && kinds[c] === wanted);
  const named = roles.findIndex(({ kind }, c) => c > code && (kind === 'name' || kind === 'value'));
  // Another panel may stand left of it.
  const from = roles.slice(0, Math.max(0, code)).findLastIndex(({ kind }) => kind === 'value') + 1;
  const before = roles.flatMap(({ kind }, c) => (c >= from && c < code && kind === 'name' ? [c] : []));
  if (code < 0 || before.length === 0 || roles[named]?.kind !== 'name') return [...roles];
  const functional = wanted === 'economic' ? kinds.indexOf('function') : -1;
  const owner = functional >= from && functional < code ? functional : before[0]!;
  return roles.map((role, c): ColumnRole => {
    if (c === owner) return { kind: 'unit' };
    return before.includes(c) || (c < code && role.kind === 'code' && kinds[c] === undefined)
      ? { kind: 'blank' }
      : role;
  });
}

/** No header says what stands in them. */
const UNTOLD: ReadonlySet<string> = new Set(['blank', 'unknown']);

/** Words left of the codes, in rows that have no code: each is the unit that the rows below it belong to. */
function isUnitColumn(rows: Rows, roles: readonly ColumnRole[], c: number): boolean {
  const role = roles[c]!;
  const code = roles.findIndex(({ kind }) => kind === 'code');
  if (code <= c || (role.kind !== 'name' && role.kind !== 'unknown' && role.kind !== 'blank')) return false;
  const filled = rows.filter((row) => cellKind(row[c] ?? { text: '' }) === 'text');
  const headings = filled.filter((row) =>
    row.every((cell, i) => i === c || cellKind(cell) === 'amount' || squeeze(cell.text) === ''),
  );
  // Where no row has a code, each is a unit's own.
  const coded = rows.some((row) => squeeze(row[code]?.text ?? '') !== '');
  return filled.length > 0 && headings.length === filled.length && (filled.length < rows.length || !coded);
}

/** Where no column is known to label the rows, the first that is mostly words does; beside codes the next right of them. */
function withName(roles: readonly ColumnRole[], rows: Rows): ColumnRole[] {
  if (roles.some(({ kind }) => kind === 'name' || kind === 'label')) return [...roles];
  const last = roles.findLastIndex(({ kind }) => kind === 'code');
  const at = roles.findIndex((role, c) => {
    const kinds = rows.map((row) => cellKind(row[c] ?? { text: '' }));
    const words = kinds.filter((kind) => kind === 'text' || kind === 'code').length;
    const isFree = last < 0 ? role.kind !== 'value' : role.kind === 'unknown' && c > last;
    return isFree && words > 0 && words * 2 >= kinds.length;
  });
  return roles.map((role, c): ColumnRole => (c === at ? { kind: 'name' } : role));
}

/**
 * The only column of amounts is the 合计; a single column that nobody knows is the part that completes the sum of the others in every
 * row: 项目支出 beside 人员 and 公用, whatever a place calls it.
 */
function withFigures(roles: readonly ColumnRole[], rows: Rows, paths: Header['paths']): ColumnRole[] {
  const figures = roles.flatMap((_, c) => {
    const kinds = rows.map((row) => cellKind(row[c] ?? { text: '' })).filter((kind) => kind !== 'blank');
    return isMost(kinds.filter((kind) => kind === 'amount').length * 2, kinds.length) ? [c] : [];
  });
  const ids = roles.map((role) => (role.kind === 'value' ? role.id : undefined));
  const open = figures.filter(
    (c) => roles[c]!.kind === 'unknown' || (roles[c]!.kind === 'blank' && figures.length === 1),
  );
  const only = open[0];
  if (only === undefined || open.length > 1) return [...roles];
  const given = (id: string): ColumnRole[] => roles.map((role, c) => (c === only ? { kind: 'value', id } : role));
  if (figures.length === 1 && !ids.includes('total')) return given('total');
  const id = partThatCompletes(rows, ids, only);
  return id === undefined || saysOtherThan(id, paths[only] ?? []) ? [...roles] : given(id);
}

/**
 * Columns of numbered lines label a half of the table, and the amounts right of them are its: the only one the line's, of several those
 * that their words or the sums tell.
 */
function lineRoles(
  form: FormDefinition,
  roles: readonly ColumnRole[],
  rows: Rows,
  paths: Header['paths'],
): ColumnRole[] {
  const found = [...roles];
  roles.forEach((role, c) => {
    const filled = textsAt(rows, c);
    const numbered = filled.filter((text) => numberingDepth(text) > 0).length;
    if (role.kind !== 'value' && role.kind !== 'label' && isMost(numbered, filled.length)) found[c] = { kind: 'label' };
  });
  const isOpen = (c: number) =>
    found[c]?.kind === 'unknown' || (found[c]?.kind === 'blank' && (paths[c] ?? []).length === 0);
  for (const [c, { kind }] of [...found].entries()) {
    if (kind !== 'label') continue;
    const next = found.findIndex((role, i) => i > c && role.kind === 'label');
    const half = found.map((_, i) => i).slice(c + 1, next < 0 ? found.length : next);
    const figures = half.filter((i) => found[i]!.kind === 'value' || (isOpen(i) && hasAmounts(rows, i)));
    if (figures.length > 1) giveParts(form, found, figures.filter(isOpen), rows, paths);
    else if (figures.length === 1 ? isOpen(figures[0]!) : half.length > 0 && isOpen(half[0]!))
      found[figures[0] ?? half[0]!] = { kind: 'value', id: 'amount' };
  }
  return withRevenueAmount(found);
}

/** 合计 above the only figures of the revenue, beside an expenditure side of several columns, is the amount of its lines. */
function withRevenueAmount(roles: readonly ColumnRole[]): ColumnRole[] {
  const second = roles.findIndex(
    ({ kind }, c) => kind === 'label' && roles.slice(0, c).some((role) => role.kind === 'value'),
  );
  const of = (from: number, to?: number) => roles.slice(from, to).filter(({ kind }) => kind === 'value');
  const isOnly = second > 0 && of(0, second).length === 1 && of(second).length > 1;
  return roles.map((role, c) =>
    isOnly && c < second && role.kind === 'value' && role.id === 'total' ? { kind: 'value', id: 'amount' } : role,
  );
}

/** The figures of a line by fund: those whose words come near one, and the first of all, which adds them up. */
function giveParts(
  form: FormDefinition,
  found: ColumnRole[],
  open: readonly number[],
  rows: Rows,
  paths: Header['paths'],
): void {
  const has = (id: string) => found.some((role) => role.kind === 'value' && role.id === id);
  for (const c of open) {
    const near = nearestColumn(form.columns, paths[c] ?? []);
    if (near && !has(near)) found[c] = { kind: 'value', id: near };
  }
  const parts = found.flatMap((role, c) => (role.kind === 'value' && FUNDS.has(role.id) ? [c] : []));
  const whole = open.find((c) => found[c]!.kind === 'unknown' && isSumOf(rows, c, parts));
  if (whole !== undefined && parts.length > 1 && !has('total')) found[whole] = { kind: 'value', id: 'total' };
}

const FUNDS: ReadonlySet<string> = new Set(FUND_IDS);
