/**
 * Columns that no word tells, by the figures beside them: the whole that known columns add up to, or the one part of a known whole that
 * is still missing, of any year and of what changed between two.
 */
import type { FormDefinition } from '@mingsuan/core/forms/index';
import { cellKey, columnAt } from '@mingsuan/core/model/address';
import { CONCEPTS, changeColumn, changeOf, columnIdOf, conceptById } from '@mingsuan/core/vocabulary/index';
import type { TableCell } from '../../layout.ts';
import type { ColumnRole } from '../columns.ts';
import type { Header } from '../header.ts';
import { hasAmounts } from './columns.ts';
import { saysOtherThan } from './likely-column.ts';
import { FEWEST, isSumOf, valueAt } from './sums.ts';

type Rows = readonly (readonly TableCell[])[];

interface Division {
  readonly whole: string;
  readonly parts: readonly string[];
}

/** What a table prints beside “三公”, and the sum of all five. */
const WITH_OTHERS: Division = { whole: 'grand-total', parts: ['total', 'meeting', 'training'] };

/** Divisions of which a form has every column. */
function divisionsOf({ id, columns }: FormDefinition): readonly Division[] {
  const ids = new Set(columns.map((column) => column.id));
  const all = CONCEPTS.filter(({ forms }) => forms?.includes(id) ?? true).flatMap((concept) =>
    (concept.divisions ?? []).map(({ parts }) => ({
      whole: columnIdOf(concept),
      parts: parts.map((part) => columnIdOf(conceptById(part))),
    })),
  );
  return [...all, WITH_OTHERS].filter(({ whole, parts }) => [whole, ...parts].every((column) => ids.has(column)));
}

/** Roles with the unknown columns of figures that complete a division in every row; what two columns would complete, none does. */
export function withCompleted(
  form: FormDefinition,
  roles: readonly ColumnRole[],
  rows: Rows,
  paths: Header['paths'],
): ColumnRole[] {
  const found = [...roles];
  const isOpen = (c: number) => (found[c]!.kind === 'unknown' || found[c]!.kind === 'blank') && hasAmounts(rows, c);
  // Nothing but zeros completes anything.
  const isFilled = (c: number) => rows.filter((row) => (valueAt(row, c) ?? 0) !== 0).length >= FEWEST;
  if (!found.some((_, c) => isOpen(c))) return found;
  const divisions = divisionsOf(form).flatMap(({ whole, parts }) =>
    variantsOf(found).map((as) => [whole, ...parts].map(as)),
  );
  for (let isNew = true; isNew; ) {
    isNew = false;
    for (const ids of divisions) {
      const at = ids.map((id) => found.findIndex((role) => role.kind === 'value' && role.id === id));
      if (at.filter((c) => c < 0).length !== 1) continue;
      const missing = at.indexOf(-1);
      const completes = (c: number) => {
        const [whole, ...parts] = at.map((known) => (known < 0 ? c : known));
        return isSumOf(rows, whole!, parts);
      };
      const mayBe = (c: number) => isOpen(c) && isFilled(c) && !saysOtherThan(ids[missing]!, paths[c] ?? []);
      const [only, ...others] = found.flatMap((_, c) => (mayBe(c) && completes(c) ? [c] : []));
      if (only === undefined || others.length > 0) continue;
      found[only] = { kind: 'value', id: ids[missing]! };
      isNew = true;
    }
  }
  return withRepeated(found, paths, isOpen);
}

/** Where a header prints the same columns under several years, each is under one what it is under the others. */
function withRepeated(
  roles: readonly ColumnRole[],
  paths: Header['paths'],
  isOpen: (c: number) => boolean,
): ColumnRole[] {
  const isValue = (role: ColumnRole) => role.kind === 'value';
  const taken = new Set(roles.flatMap((role) => (role.kind === 'value' ? [role.id] : [])));
  return roles.map((role, c): ColumnRole => {
    const [group, ...below] = paths[c] ?? [];
    if (!isOpen(c) || below.length === 0) return role;
    const like = roles.filter((other, d) => isValue(other) && paths[d]!.slice(1).join('\n') === below.join('\n'));
    const beside = variantsOf(roles.filter((other, d) => isValue(other) && paths[d]![0] === group));
    const [base, ...others] = new Set(like.flatMap((other) => (other.kind === 'value' ? [baseOf(other.id)] : [])));
    if (base === undefined || others.length > 0 || beside.length !== 1 || taken.has(beside[0]!(base))) return role;
    return { kind: 'value', id: beside[0]!(base) };
  });
}

const baseOf = (id: string): string => {
  const { column } = columnAt(id);
  return changeOf(column) ?? column;
};

/** How the ids of known columns are made of those of the form: in each period, and as what they changed by. */
function variantsOf(roles: readonly ColumnRole[]): readonly ((column: string) => string)[] {
  const variants = new Map<string, (column: string) => string>();
  for (const role of roles) {
    if (role.kind !== 'value') continue;
    const { column, ...at } = columnAt(role.id);
    const isChange = changeOf(column) !== undefined;
    variants.set(JSON.stringify([at, isChange]), (id) => cellKey({ column: isChange ? changeColumn(id) : id, ...at }));
  }
  return [...variants.values()];
}
