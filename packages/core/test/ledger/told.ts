/** The filled example with an officer's mistakes in it, and what is told of them. */
import { discloseLedger } from '../../src/disclose.ts';
import { exampleLedger } from '../../src/ledger/example.ts';
import { kindOfProblem, problemsBeside } from '../../src/ledger/problems.ts';
import { readLedgerSheets, type SheetText } from '../../src/ledger/read-sheets.ts';
import { templateById } from '../../src/templates/index.ts';
import { sheetTexts } from './sheets.ts';

export const SHEETS = sheetTexts(exampleLedger(2026));
const TEMPLATE = templateById('hebei-2023')!;

/** What the officer is told: `kind sheet!cell message`. */
export function told(sheets: readonly SheetText[]): string[] {
  const reading = readLedgerSheets(sheets);
  const { ledger, faults, originOf } = reading;
  const all = ledger ? discloseLedger(ledger, TEMPLATE).problems : [];
  const problems = problemsBeside(all, reading);
  return [
    ...faults.map(({ message, origin }) => `wrong ${origin.sheet}!${origin.address ?? ''} ${message}`),
    ...problems.map((each) => {
      const at = originOf?.((each as { path?: string }).path ?? '');
      return `${kindOfProblem(each)} ${at?.sheet ?? ''}!${at?.address ?? ''} ${each.message}`;
    }),
  ];
}

/** The sheets with some cells changed: `基本支出!A3` → text. Rows begin under the title and the head. */
export const typed = (...changes: readonly Change[]): SheetText[] => typedIn(SHEETS, ...changes);

type Change = readonly [at: string, text: string];

/** The same in other sheets. */
export function typedIn(given: readonly SheetText[], ...changes: readonly Change[]): SheetText[] {
  return changes.reduce((sheets: SheetText[], [at, text]) => {
    const [, name, letter, row] = /^(.+)!([A-Z])(\d+)$/.exec(at)!;
    const column = letter!.charCodeAt(0) - 65;
    return sheets.map((sheet) => {
      if (sheet.name !== name) return sheet;
      const rows = sheet.rows.map((cells) => [...cells]);
      while (rows.length < Number(row)) rows.push([]);
      const cells = rows[Number(row) - 1]!;
      while (cells.length <= column) cells.push('');
      cells[column] = text;
      return { name: sheet.name, rows };
    });
  }, given as SheetText[]);
}

/** A sheet with what the workbook tells of it besides its texts, or otherwise changed. */
export const having = (name: string, more: Partial<SheetText>, sheets: readonly SheetText[] = SHEETS): SheetText[] =>
  sheets.map((sheet) => (sheet.name === name ? { ...sheet, ...more } : sheet));
export const rowsOf = (name: string) => SHEETS.find((sheet) => sheet.name === name)!.rows;

export const without = (name: string): SheetText[] => SHEETS.filter((sheet) => sheet.name !== name);
export const renamed = (name: string, to: string): SheetText[] =>
  SHEETS.map((sheet) => (sheet.name === name ? { ...sheet, name: to } : sheet));
