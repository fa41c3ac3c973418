/**
 * The ledger as a workbook that a finance officer fills in: a sheet for each part, lists to pick from, locked heads, hints
 * beside the cells, and a sheet that shows at once whether revenue and expenditure agree.
 */
import { codesOfLevel } from '@mingsuan/core/classification/index';
import { type CodeContext, cellText, type Value } from '@mingsuan/core/ledger/cells';
import type { Ledger } from '@mingsuan/core/ledger/ledger';
import { COUNT_ROWS, LAST_YEAR_ROWS } from '@mingsuan/core/ledger/quantities';
import { type LedgerRecord, type LedgerRecords, recordsOfLedger } from '@mingsuan/core/ledger/records';
import { LEDGER_SHEETS, type LedgerColumn, type LedgerSheet } from '@mingsuan/core/ledger/sheets';
import type { Cell, DataValidation, WriteSheet } from 'hucre';
import { writeXlsx } from 'hucre/xlsx';
import { columnName } from '../xlsx/write/cells.ts';
import { BALANCE_SHEET, balanceSheet } from './balance-sheet.ts';
import { HEAD, INPUT, LOCKED, TITLE } from './styles.ts';

/** Rows that are made ready to be filled in, beyond those that are. */
const SPARE_ROWS = 200;
const TITLE_ROW = 0;
const HEAD_ROW = 1;
const FIRST_ROW = 2;

const LISTS = [
  { list: 'function', level: 3, name: '功能科目' },
  { list: 'economic', level: 2, name: '经济科目' },
  { list: 'procurement', level: 4, name: '采购品目' },
] as const;

/** The workbook of a ledger; an empty one is the template to fill in. */
export async function writeLedger(ledger: Ledger): Promise<Uint8Array> {
  const records = withPreparedRows(recordsOfLedger(ledger));
  const context: CodeContext = { year: ledger.year, names: ledger.names ?? {} };
  const codes = new Map(LISTS.map(({ list, level }) => [list, codesOfLevel(list, level, ledger.year)] as const));
  return writeXlsx({
    properties: { title: `${ledger.agency.name}${ledger.year}年预算台账` },
    defaultFont: { name: '宋体', size: 10 },
    sheets: [
      guide(),
      ...LEDGER_SHEETS.map((sheet) =>
        inputSheet(sheet, records[sheet.id], context, (list) => codes.get(list)?.length ?? 0),
      ),
      balanceSheet(),
      ...LISTS.map(({ list, name }): WriteSheet => listSheet(name, codes.get(list)!)),
    ],
  });
}

/** Rows whose keys a person could not guess stand there with their labels, to be filled in or left. */
function withPreparedRows(records: LedgerRecords): LedgerRecords {
  const prepared = (rows: readonly LedgerRecord[], known: readonly (readonly [string, string])[]) => [
    ...known.map(([key, label]) => ({ ...rows.find((row) => row.key === key), key, label })),
    ...rows.filter((row) => !known.some(([key]) => key === row.key)),
  ];
  return {
    ...records,
    counts: prepared(records.counts, COUNT_ROWS),
    'last-year': prepared(records['last-year'], LAST_YEAR_ROWS),
  };
}

function guide(): WriteSheet {
  const lines: readonly (readonly [string, string])[] = [
    ['预算台账', '每个数只填一次；各张报表、说明和合计由程序算出。金额一律以元为单位，最多两位小数。'],
    ['怎么填', '只填白色的格子。表头带 * 的列必填。科目从下拉列表选，或直接写编码。表头、工作表的名称请不要改。'],
    ['填好以后', `先看“${BALANCE_SHEET}”的差额是不是都为零，再用程序核对、编成公开文本。`],
    ...LEDGER_SHEETS.map(({ name, purpose }) => [name, purpose] as const),
  ];
  const cells = new Map<string, Partial<Cell>>();
  for (const [row, [name, text]] of lines.entries()) {
    cells.set(`${row},0`, { value: name, type: 'string', style: row === 0 ? TITLE : HEAD });
    cells.set(`${row},1`, { value: text, type: 'string', style: LOCKED });
  }
  return {
    name: '填写说明',
    columns: [{ width: 16 }, { width: 90 }],
    cells,
    protection: { sheet: true },
    pageSetup: { paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  };
}

function inputSheet(
  { name, purpose, columns }: LedgerSheet,
  records: readonly LedgerRecord[],
  context: CodeContext,
  lengthOf: (list: Extract<LedgerColumn['cell'], { is: 'code' }>['list']) => number,
): WriteSheet {
  const cells = new Map<string, Partial<Cell>>();
  cells.set(`${TITLE_ROW},0`, { value: `${name}：${purpose}`, type: 'string', style: TITLE });
  for (const [x, { header, required, hint }] of columns.entries())
    cells.set(`${HEAD_ROW},${x}`, {
      value: header + (required ? '*' : ''),
      type: 'string',
      style: HEAD,
      ...(hint ? { comment: { text: hint } } : {}),
    });
  const last = FIRST_ROW + records.length + SPARE_ROWS;
  for (let row = FIRST_ROW; row < last; row += 1)
    for (const [x, column] of columns.entries())
      cells.set(`${row},${x}`, inputCell(records[row - FIRST_ROW]?.[column.field], column, context));
  const validations = columns.flatMap((column, x): DataValidation[] => {
    const letter = columnName(x);
    return validationOf(column, `${letter}${FIRST_ROW + 1}:${letter}${last}`, lengthOf);
  });
  return {
    name,
    columns: columns.map(({ width }) => ({ width })),
    cells,
    merges: columns.length > 1 ? [{ startRow: 0, startCol: 0, endRow: 0, endCol: columns.length - 1 }] : [],
    rowDefs: new Map([[TITLE_ROW, { height: 24 }]]),
    freezePane: { rows: FIRST_ROW },
    dataValidations: validations,
    // Rows may be added and taken away; heads stay.
    protection: { sheet: true, insertRows: true, deleteRows: true, sort: true, formatColumns: true, formatRows: true },
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `$${HEAD_ROW + 1}:$${HEAD_ROW + 1}`,
    },
  };
}

function inputCell(value: Value | undefined, { cell }: LedgerColumn, context: CodeContext): Partial<Cell> {
  const isMoney = cell.is === 'money';
  const style = { ...INPUT, numFmt: isMoney ? '#,##0.00' : cell.is === 'count' ? '0' : '@' };
  if (value === undefined) return { value: null, type: 'empty', style };
  const text = cellText(value, cell, context);
  // Fen have two decimals of 元: the decimal number that a workbook keeps is exactly what was written.
  if (isMoney || cell.is === 'count') return { value: Number(text), type: 'number', style };
  return { value: text, type: 'string', style };
}

function validationOf(
  { cell, header, hint }: LedgerColumn,
  range: string,
  lengthOf: (list: Extract<LedgerColumn['cell'], { is: 'code' }>['list']) => number,
): DataValidation[] {
  const message = hint ? { showInputMessage: true, inputTitle: header, inputMessage: hint } : {};
  const refused = { showErrorMessage: true, errorStyle: 'stop', errorTitle: header } as const;
  switch (cell.is) {
    case 'choice':
      return [
        {
          type: 'list',
          values: cell.choices.map(([, label]) => label),
          range,
          allowBlank: true,
          ...refused,
          errorMessage: '请从下拉列表选。',
          ...message,
        },
      ];
    case 'yes':
      return [
        {
          type: 'list',
          values: ['是'],
          range,
          allowBlank: true,
          ...refused,
          errorMessage: '填“是”或留空。',
          ...message,
        },
      ];
    case 'money':
      return [
        {
          type: 'decimal',
          operator: 'between',
          formula1: '-1000000000000',
          formula2: '1000000000000',
          range,
          allowBlank: true,
          ...refused,
          errorMessage: '请写以元为单位的数。',
          ...message,
        },
      ];
    case 'code': {
      const { name } = LISTS.find(({ list }) => list === cell.list)!;
      // A bare code is as good as one from the list, so nothing is refused here: reading checks it.
      const formula1 = `'${name}'!$A$1:$A$${Math.max(1, lengthOf(cell.list))}`;
      return [{ type: 'list', formula1, range, allowBlank: true, showErrorMessage: false, ...message }];
    }
    default:
      return hint ? [{ type: 'none' as never, range, ...message }] : [];
  }
}

function listSheet(name: string, codes: readonly { readonly code: string; readonly name: string }[]): WriteSheet {
  return {
    name,
    columns: [{ width: 60 }],
    rows: codes.map((each) => [`${each.code} ${each.name}`]),
    protection: { sheet: true },
  };
}
