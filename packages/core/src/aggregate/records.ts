/** The record tables of a department from those of its units: their kinds say what becomes of the rows. */
import type { Disclosure, RecordTable } from '../disclosure.ts';
import { KINDS, type RecordRow, type TableFormId, type TableKind } from '../kinds/index.ts';
import { inOrder, rowsOf, tablesFrom, tablesOf, unitOf } from '../model/tables.ts';
import { fill, formsOf, type Printing } from '../templates/fill.ts';

type Kind = TableKind<RecordRow, TableFormId>;

/** One table a kind, titled as the template titles a department's; sheets one after the other with new numbers, as their kind gathers them. */
export function gatherTables(units: readonly Disclosure[], printing: Printing | undefined): readonly RecordTable[] {
  const printed = [...new Set(units.flatMap(({ tables }) => tables.map(({ form }) => form)))];
  const kinds = printed.flatMap((form) => KINDS.filter(({ id }) => id === form));
  return inOrder(kinds.flatMap((kind) => (kind.isSheet ? sheets(units, kind) : [gathered(units, kind, printing)])));
}

/** The first unit's table with the rows of all; a note of an empty one stays only where it is empty everywhere. */
function gathered(units: readonly Disclosure[], kind: Kind, printing: Printing | undefined): RecordTable {
  const all = units.flatMap((unit) => tablesOf(unit, kind));
  const { note, ...first } = all[0]!;
  const form = printing && formsOf(printing.template, printing.agency.level).find((each) => each.form === kind.id);
  const shares = units.map((unit) => ({ agency: unit.agency, rows: rowsOf(unit, kind), unit: unitOf(unit, kind) }));
  return {
    ...first,
    ...(form && !form.title.includes('{project}') ? { title: fill(form.title, printing!) } : {}),
    ...(note !== undefined && all.every((each) => each.note !== undefined) ? { note } : {}),
    rows: kind.aggregate?.(shares) ?? shares.flatMap(({ rows }) => rows.map((row) => ({ ...row, origin: {} }))),
    origin: {},
  };
}

function sheets(units: readonly Disclosure[], kind: Kind): readonly RecordTable[] {
  const all = units.flatMap((unit) =>
    tablesOf(unit, kind).map(({ rows, ...table }) => {
      const share = { agency: unit.agency, rows, unit: unitOf(unit, kind) };
      return { ...table, rows: kind.aggregate?.([share]) ?? rows };
    }),
  );
  return all.flatMap(({ rows, ...table }, i) => {
    const title = table.title.replace(/^\d+(?=[、.．])/, String(i + 1));
    return tablesFrom(
      kind,
      rows.map((row) => ({ ...row, title, origin: {} })),
      table,
    );
  });
}
