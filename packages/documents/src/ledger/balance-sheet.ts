/** A sheet of formulas: by source, what comes in against what is spent and left. All differences are to be zero. */
import { FUND_LABELS, LEDGER_SHEETS, type SheetId } from '@mingsuan/core/ledger/sheets';
import type { Cell, WriteSheet } from 'hucre';
import { columnName } from '../xlsx/write/cells.ts';
import { COMPUTED, HEAD, TITLE } from './styles.ts';

export const BALANCE_SHEET = '平衡检查';

const COLUMNS: readonly (readonly [header: string, sheets: readonly SheetId[]])[] = [
  ['收入', ['revenue']],
  ['基本支出', ['basic']],
  ['项目支出', ['project-lines']],
  ['其他支出', ['other']],
  ['结转下年', ['left']],
];

/** One side of a balance form for the equations: lines with roles, sums and parts told apart. */
export function balanceSheet(moneyUnit: string): WriteSheet {
  const cells = new Map<string, Partial<Cell>>();
  const put = (row: number, column: number, cell: Partial<Cell>) => cells.set(`${row},${column}`, cell);
  put(0, 0, { value: `平衡检查：收入减去支出和结转，差额都应为零（${moneyUnit}）`, type: 'string', style: TITLE });
  for (const [x, header] of ['资金来源', ...COLUMNS.map(([name]) => name), '差额'].entries())
    put(1, x, { value: header, type: 'string', style: HEAD });
  const funds = [
    ...FUND_LABELS.map(([, label]) => ({ label, carried: false })),
    ...FUND_LABELS.map(([, label]) => ({ label, carried: true })),
  ];
  for (const [i, { label, carried }] of funds.entries()) {
    const row = 2 + i;
    put(row, 0, { value: carried ? `${label}（上年结转）` : label, type: 'string', style: HEAD });
    for (const [x, [, sheets]] of COLUMNS.entries())
      put(row, x + 1, formula(sheets.map((id) => sumIfs(id, label, carried)).join('+')));
    const [first, second, last] = [1, 2, COLUMNS.length].map(columnName);
    put(row, COLUMNS.length + 1, formula(`ROUND(${first}${row + 1}-SUM(${second}${row + 1}:${last}${row + 1}),2)`));
  }
  return {
    name: BALANCE_SHEET,
    columns: [{ width: 36 }, ...COLUMNS.map(() => ({ width: 20 })), { width: 20 }],
    cells,
    freezePane: { rows: 2, columns: 1 },
    protection: { sheet: true },
    pageSetup: { paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  };
}

const formula = (text: string): Partial<Cell> => ({ value: null, type: 'formula', formula: text, style: COMPUTED });

/** Whole columns, so that rows which a person adds count too. */
function sumIfs(id: SheetId, label: string, carried: boolean): string {
  const sheet = LEDGER_SHEETS.find((each) => each.id === id)!;
  const column = (field: string) => {
    const letter = columnName(sheet.columns.findIndex((each) => each.field === field));
    return `'${sheet.name}'!$${letter}:$${letter}`;
  };
  const both = `${column('fen')},${column('fund')},"${label}"`;
  const brought = `SUMIFS(${both},${column('carried')},"是")`;
  // What is not carried over is what is left: spreadsheets differ in what matches a blank cell.
  return carried ? brought : `(SUMIFS(${both})-${brought})`;
}
