/** A disclosure's figures of some forms, in the order printed. */
import { rowAt, rowName } from '@mingsuan/core/model/address';
import type { Store } from '../open.ts';
import type { PrintedRow } from '../projection/coded-rows.ts';
import { statementsOf } from './statements.ts';

export interface FormFact {
  readonly form: string;
  readonly key: string;
  readonly label: string;
  readonly column: string;
  readonly fen: number;
}

/** The figures of some forms of a disclosure, in fen, with their labels. */
export async function factsOf(db: Store['db'], disclosureId: number, forms: readonly string[]): Promise<FormFact[]> {
  const statements = await statementsOf(db, [disclosureId], forms);
  return statements.flatMap(({ statement: { form, rows } }) =>
    rows.flatMap((row) =>
      Object.entries(row.cells).map(([column, { fen }]) => ({
        form,
        key: rowName(row),
        label: row.label,
        column,
        fen,
      })),
    ),
  );
}

/** As a row of codes. */
export function printedRow({ key, label, fen }: FormFact): PrintedRow {
  const { row, unit } = rowAt(key);
  return { code: row, unit, name: label, fen };
}
