/** What of the ledger's page stands in its address. */
import { LEDGER_SHEETS, type LedgerSheet } from '@mingsuan/core/ledger/sheets';

export interface LedgerSearch {
  /** The sheet that is shown: `basic`. */
  readonly sheet?: string;
  /** The document in place of the sheets. */
  readonly view?: 'preview';
}

/** The sheet of an address; the first where there is none of the name. */
export const sheetAt = ({ sheet }: LedgerSearch): LedgerSheet =>
  LEDGER_SHEETS.find(({ id }) => id === sheet) ?? LEDGER_SHEETS[0]!;
