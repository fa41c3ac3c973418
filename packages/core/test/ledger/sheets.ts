/** A ledger as the rows of text that a person sees in its workbook. */
import { bundled } from '../../src/jurisdictions/index.ts';
import { cellText } from '../../src/ledger/cells.ts';
import { labelsOf } from '../../src/ledger/labels.ts';
import type { Ledger } from '../../src/ledger/ledger.ts';
import type { SheetText } from '../../src/ledger/read-sheets.ts';
import { recordsOfLedger } from '../../src/ledger/records.ts';
import { LEDGER_SHEETS } from '../../src/ledger/sheets.ts';

export function sheetTexts(ledger: Ledger): SheetText[] {
  const records = recordsOfLedger(ledger);
  const names = ledger.names ?? {};
  const { year, moneyUnit = '元' } = ledger;
  const context = { year, names, moneyUnit, labels: labelsOf(bundled(), year, names) };
  return LEDGER_SHEETS.map(({ id, name, purpose, columns }) => ({
    name,
    rows: [
      [purpose],
      columns.map(({ header, required }) => header + (required ? '*' : '')),
      ...records[id].map((record) =>
        columns.map(({ field, cell }) => {
          const value = record[field];
          return value === undefined ? '' : cellText(value, cell, context);
        }),
      ),
    ],
  }));
}
