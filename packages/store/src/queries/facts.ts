/** A disclosure's figures of some forms, in the order printed. */
import { rowAt } from '@mingsuan/core/model/address';
import type { Store } from '../open.ts';
import type { PrintedRow } from '../projection/coded-rows.ts';

export interface FormFact {
  readonly form: string;
  readonly key: string;
  readonly label: string;
  readonly column: string;
  readonly fen: number;
}

/** The figures of some forms of a disclosure, in fen, with their labels. */
export function factsOf(db: Store['db'], disclosureId: number, forms: readonly string[]): Promise<FormFact[]> {
  return db
    .selectFrom('facts')
    .select(['form', 'row_key as key', 'row_label as label', 'column_id as column', 'fen'])
    .where('disclosure_id', '=', disclosureId)
    .where('form', 'in', forms)
    .orderBy('statement_no')
    .orderBy('row_no')
    .execute();
}

/** As a row of codes. */
export function printedRow({ key, label, fen }: FormFact): PrintedRow {
  const { row, unit } = rowAt(key);
  return { code: row, unit, name: label, fen };
}
