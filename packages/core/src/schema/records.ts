/** Record tables as their JSON tells them: what is said of each, and the rows of every kind, from the fields of the kind. */
import { z } from 'zod';
import { type Field, type Fields, isWords } from '../kinds/field.ts';
import { KINDS, type RowsByProperty, type TableFormId } from '../kinds/index.ts';
import { count, list, type Naming, oneOf, text } from './define.ts';
import type { Parts } from './document.ts';

export const TABLE_FORM_IDS: readonly TableFormId[] = KINDS.map(({ id }) => id);

/** What is said of a table without its rows, and the rows of each kind by its property. */
export function defineRecords(
  named: Naming,
  parts: Pick<Parts, 'cell' | 'cells' | 'quantity' | 'origin' | 'moneyUnit'>,
) {
  const { origin, moneyUnit } = parts;
  const table = named(
    'table',
    z.strictObject({
      form: oneOf(TABLE_FORM_IDS),
      title: text,
      unit: moneyUnit.optional(),
      note: text.optional(),
      asOf: text.optional(),
      count: count.optional(),
      origin,
    }),
  );
  const rows = Object.fromEntries(
    KINDS.map(({ property, name, fields }) => [
      property,
      list(named(`${property}Row`, rowOf(fields, parts).describe(name))),
    ]),
  ) as unknown as { readonly [P in keyof RowsByProperty]: z.ZodType<RowsByProperty[P]> };
  return { table, rows };
}

type CellParts = Pick<Parts, 'cell' | 'cells' | 'quantity' | 'origin'>;

function rowOf(fields: Fields, parts: CellParts) {
  const values = Object.entries(fields).map(([id, field]) => {
    const value = valueIn(field, parts);
    return [id, field.required ? value : value.optional()] as const;
  });
  return z.strictObject({ ...Object.fromEntries(values), origin: parts.origin });
}

/** What a field of a record table holds. */
function valueIn(field: Field, parts: CellParts): z.ZodType {
  if (field.is === 'choice') return oneOf(field.values);
  if (field.is === 'amounts') return parts.cells;
  if (field.is === 'rows') return list(rowOf(field.fields, parts));
  return isWords(field) ? text : field.type === 'money' ? parts.cell : parts.quantity;
}
