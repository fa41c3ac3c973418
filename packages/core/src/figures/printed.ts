/** Every amount that the tables of a document print, whatever it is of. */
import type { Disclosure } from '../disclosure.ts';
import { kindOf } from '../kinds/index.ts';
import type { Fen } from '../money.ts';

/** An amount with what its row is called. */
export interface PrintedAmount {
  readonly label: string;
  readonly fen: Fen;
}

/** All amounts of the tables in the order printed; what no kind names too. */
export function printedAmounts({ statements, tables, generic = [] }: Disclosure): readonly PrintedAmount[] {
  return [
    ...statements.flatMap(({ rows }) => rows.flatMap((row) => amountsIn(row.cells, row.label))),
    ...tables.flatMap(({ form, rows }) =>
      rows.flatMap((row) => amountsIn(row, kindOf(form)?.keyed?.(row).label ?? '')),
    ),
    ...generic.flatMap(({ rows }) => rows.flatMap((row) => amountsIn(row.cells, row.label ?? ''))),
  ];
}

/** The amounts of a row, however deep its kind keeps them. */
function amountsIn(value: unknown, label: string): readonly PrintedAmount[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('fen' in value && typeof value.fen === 'number') return [{ label, fen: value.fen }];
  return Object.values(value).flatMap((each) => amountsIn(each, label));
}
