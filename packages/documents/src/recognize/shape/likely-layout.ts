/**
 * Columns that no word tells, by the layouts that the known templates print a form in: one with as many columns, that agrees with those
 * that are told, and whose sums hold in every row, is the table's.
 */
import type { FormDefinition } from '@mingsuan/core/forms/index';
import { CONCEPTS, conceptById, FUND_IDS, THREE_PUBLICS_ITEMS } from '@mingsuan/core/vocabulary/index';
import type { TableCell } from '../../layout.ts';
import type { ColumnRole } from '../columns.ts';
import type { Header } from '../header.ts';
import { hasAmounts } from './columns.ts';
import { saysOtherThan } from './likely-column.ts';
import { isSumOf, spendsAsNamed } from './sums.ts';

type Rows = readonly (readonly TableCell[])[];

/** What every place prints, in the same order: by place and sum alone these are told, and no others. */
const IN_ORDER: ReadonlySet<string> = new Set([
  'total',
  ...['basic', 'personnel', 'operating', 'project'],
  'appropriation',
  ...FUND_IDS,
  ...THREE_PUBLICS_ITEMS,
]);

/** Roles for the unknown columns of figures, or as they are where no layout fits, or two that differ do. */
export function rolesOfLikelyLayout(
  form: FormDefinition,
  roles: readonly ColumnRole[],
  rows: Rows,
  paths: Header['paths'],
): ColumnRole[] {
  const isOpen = (c: number) => roles[c]!.kind === 'unknown' && hasAmounts(rows, c);
  const columns = roles.flatMap((role, c) => (role.kind === 'value' || isOpen(c) ? [c] : []));
  if (!columns.some(isOpen)) return [...roles];
  const orders = (form.layouts ?? []).map((layout) =>
    layout.map(({ id }) => id).filter((id) => form.columns.some((column) => column.id === id)),
  );
  const fitting = orders.filter(
    (ids) => ids.length === columns.length && agrees(ids, columns, roles) && holds(ids, columns, rows),
  );
  const [first, ...others] = fitting;
  if (!first || others.some((ids) => ids.join() !== first.join())) return [...roles];
  const isOther = (c: number, id: string) => !IN_ORDER.has(id) || saysOtherThan(id, paths[c] ?? []);
  if (columns.some((c, i) => isOpen(c) && isOther(c, first[i]!))) return [...roles];
  return roles.map((role, c) => (isOpen(c) ? { kind: 'value', id: first[columns.indexOf(c)]! } : role));
}

const agrees = (ids: readonly string[], columns: readonly number[], roles: readonly ColumnRole[]): boolean =>
  columns.every((c, i) => {
    const role = roles[c]!;
    return role.kind !== 'value' || role.id === ids[i];
  });

/** Whether each whole of a layout is the sum of its parts, and at least one is tried. */
function holds(ids: readonly string[], columns: readonly number[], rows: Rows): boolean {
  const sums = ids.flatMap((id) => {
    const parts = partsIn(id, ids);
    return parts.length > 1 ? [[id, parts] as const] : [];
  });
  const at = (id: string) => columns[ids.indexOf(id)]!;
  return (
    sums.length > 0 &&
    sums.every(([id, parts]) => isSumOf(rows, at(id), parts.map(at))) &&
    spendsAsNamed(rows, (id) => (ids.includes(id) ? at(id) : undefined))
  );
}

/** The parts of a column that stand beside it: of 合计 all that are no parts of others. */
function partsIn(id: string, ids: readonly string[]): readonly string[] {
  if (id !== 'total') return divisionIn(id, ids);
  const within = new Set(ids.flatMap((other) => (other === 'total' ? [] : divisionIn(other, ids))));
  return ids.filter((other) => other !== 'total' && !within.has(other));
}

function divisionIn(id: string, ids: readonly string[]): readonly string[] {
  if (!CONCEPTS.some((concept) => concept.id === id)) return [];
  const divisions = conceptById(id).divisions ?? [];
  return (
    divisions.map(({ parts }) => parts.filter((part) => ids.includes(part))).find((parts) => parts.length > 1) ?? []
  );
}
