/**
 * The ledger as a workbook that a finance officer fills in: a sheet for each part, lists to pick from, locked heads, hints
 * beside the cells, and a sheet that shows at once whether revenue and expenditure agree.
 */
import { textChoices } from '@mingsuan/core/explain/text-choices';
import { bundled, type Jurisdictions } from '@mingsuan/core/jurisdictions/index';
import { blankLedger } from '@mingsuan/core/ledger/blank';
import { codeText } from '@mingsuan/core/ledger/cells';
import { CODE_LISTS, type CodeList, codesOfList } from '@mingsuan/core/ledger/choices';
import { formOf } from '@mingsuan/core/ledger/form';
import type { Ledger } from '@mingsuan/core/ledger/ledger';
import { readLedgerSheets, type SheetText } from '@mingsuan/core/ledger/read-sheets';
import type { SheetRows } from '@mingsuan/core/ledger/sheet-rows';
import { rowsOfLedger, rowsOfSheets, sheetsOfRows } from '@mingsuan/core/ledger/sheet-texts';
import { LEDGER_SHEETS, type LedgerColumn, type LedgerSheet, type SheetId } from '@mingsuan/core/ledger/sheets';
import { templateOf } from '@mingsuan/core/ledger/template-of';
import { positionOf } from '@mingsuan/core/model/cell-address';
import { kindOf } from '@mingsuan/core/model/document-kinds';
import { formatAmount, type MoneyUnit, parseAmount } from '@mingsuan/core/money';
import type { Template } from '@mingsuan/core/templates/index';
import type { Cell, DataValidation, WriteSheet } from 'hucre';
import { writeXlsx } from 'hucre/xlsx';
import { columnName } from '../xlsx/write/cells.ts';
import { balanceSheet } from './balance-sheet.ts';
import { FIRST_ROW, guideSheet, type Unread } from './guide-sheet.ts';
import { openColumns } from './open-columns.ts';
import { HEAD, INPUT, LOCKED, MARKED, TITLE, UNREAD } from './styles.ts';

/** Where the names of texts and sections are listed. */
const TEXTS_SHEET = '选项';

/** Rows that lists and checks of cells reach down to. */
const LAST_ROW = 3000;
const TITLE_ROW = 0;
const SUM_ROW = 1;
const HEAD_ROW = 2;

export interface LedgerForm {
  /** Whose document the form is for; else that of the ledger's region and year. */
  readonly template?: Template;
  readonly jurisdictions?: Jurisdictions;
}

/** The workbook of a ledger; an empty one is the form to fill in. It has what the place's document needs. */
export async function writeLedger(ledger: Ledger, given: LedgerForm = {}): Promise<Uint8Array> {
  const { jurisdictions = bundled() } = given;
  const template = given.template ?? templateOf(ledger, jurisdictions);
  const { sheets } = formOf(ledger, template, jurisdictions);
  const rows = rowsOfLedger(ledger, template, jurisdictions);
  return write({ ledger, sheets, template, rows, jurisdictions, unread: [] });
}

/**
 * The workbook of a ledger's texts as they stand: what cannot be read is written as it was, marked, and told in the guide with
 * its number and places.
 */
export async function writeLedgerSheets(
  given: readonly SheetText[],
  { jurisdictions = bundled() }: LedgerForm = {},
): Promise<Uint8Array> {
  const { rows } = rowsOfSheets(given);
  const { ledger = NOBODY, faults } = readLedgerSheets(sheetsOfRows(rows), jurisdictions, Number.POSITIVE_INFINITY);
  const template = templateOf(ledger, jurisdictions);
  const form = new Set(formOf(ledger, template, jurisdictions).sheets);
  return write({
    ledger,
    template,
    jurisdictions,
    rows,
    sheets: LEDGER_SHEETS.filter((sheet) => form.has(sheet) || rows[sheet.id].length > 0),
    unread: faults.flatMap(({ origin }) => {
      const sheet = LEDGER_SHEETS.find(({ name }) => name === origin.sheet)?.id;
      const at = origin.address === undefined ? undefined : positionOf(origin.address);
      // The head stands over the rows.
      return sheet && at ? [{ sheet, row: at.row - 1, column: at.column }] : [];
    }),
  });
}

/** Whose texts do not even tell the unit and the year. */
const NOBODY = blankLedger({ name: '', level: 'unit' }, new Date(0).getUTCFullYear());

interface Written {
  readonly ledger: Ledger;
  readonly template: Template | undefined;
  readonly jurisdictions: Jurisdictions;
  readonly sheets: readonly LedgerSheet[];
  readonly rows: SheetRows;
  /** Cells that cannot be read. */
  readonly unread: readonly Unread[];
}

/** The lists that cells pick from, with how long they are. */
type Lengths = ReadonlyMap<CodeList | 'text', number>;

async function write({ ledger, template, jurisdictions, sheets, rows, unread }: Written): Promise<Uint8Array> {
  const { year, moneyUnit = '元' } = ledger;
  const known = ledger === NOBODY ? undefined : year;
  const codes = new Map(CODE_LISTS.map(({ list }) => [list, codesOfList(list, known)] as const));
  const texts = template ? textChoices(template, ledger.agency, year, jurisdictions) : [];
  const lengths: Lengths = new Map([
    ...[...codes].map(([list, { length }]) => [list, length] as const),
    ['text', texts.length] as const,
  ]);
  const { executes } = kindOf(ledger.stage ?? 'budget');
  const bytes = await writeXlsx({
    properties: { title: `${ledger.agency.name}${known ?? ''}年预算台账` },
    defaultFont: { name: '宋体', size: 10 },
    sheets: [
      guideSheet(sheets, template, moneyUnit, unread),
      ...sheets.map((sheet) => {
        const own = unread.filter((place) => place.sheet === sheet.id);
        const shown = shownOf({ sheet, rows: rows[sheet.id], unread: own }, executes);
        return inputSheet(shown, moneyUnit, lengths);
      }),
      balanceSheet(moneyUnit),
      ...CODE_LISTS.map(
        ({ list, name }): WriteSheet =>
          listSheet(
            name,
            codes.get(list)!.map((code) => codeText(code, list, known)),
          ),
      ),
      ...(texts.length > 0 ? [listSheet(TEXTS_SHEET, texts)] : []),
    ],
  });
  return openColumns(bytes);
}

interface Filled {
  readonly sheet: LedgerSheet;
  readonly rows: SheetRows[SheetId];
  readonly unread: readonly Unread[];
}

/** A sheet without the columns that only accounts have, as long as nothing stands in them. */
function shownOf({ sheet, rows, unread }: Filled, executes: boolean): Filled {
  const shown = sheet.columns.flatMap(({ ofAccounts }, at) =>
    !ofAccounts || executes || rows.some((texts) => (texts[at] ?? '') !== '') ? [at] : [],
  );
  return {
    sheet: { ...sheet, columns: shown.map((at) => sheet.columns[at]!) },
    rows: rows.map((texts) => shown.map((at) => texts[at] ?? '')),
    unread: unread.map((place) => ({ ...place, column: shown.indexOf(place.column) })),
  };
}

function inputSheet({ sheet, rows, unread }: Filled, moneyUnit: MoneyUnit, lengths: Lengths): WriteSheet {
  const { name, purpose, columns, summed } = sheet;
  const cells = new Map<string, Partial<Cell>>();
  cells.set(`${TITLE_ROW},0`, { value: `${name}：${purpose}`, type: 'string', style: TITLE });
  for (const [x, column] of columns.entries()) {
    cells.set(`${HEAD_ROW},${x}`, headCell(column, moneyUnit));
    cells.set(
      `${SUM_ROW},${x}`,
      summed ? sumCell(column, x, columns.length) : { value: null, type: 'empty', style: LOCKED },
    );
  }
  // A blank row at the end tells the formats of the cells that nobody has written yet.
  for (const [i, texts] of [...rows, []].entries())
    for (const [x, column] of columns.entries())
      cells.set(`${FIRST_ROW + i},${x}`, inputCell(texts[x] ?? '', column, moneyUnit));
  for (const { row, column } of unread) {
    const key = `${FIRST_ROW + row},${column}`;
    cells.set(key, { ...cells.get(key), style: { ...inputStyle(columns[column]!), ...UNREAD } });
  }
  const range = (x: number) => `${columnName(x)}${FIRST_ROW + 1}:${columnName(x)}${LAST_ROW}`;
  const mark = columns.findIndex(({ cell }) => cell.is === 'mark');
  return {
    name,
    columns: columns.map(({ width }) => ({ width })),
    cells,
    merges: columns.length > 1 ? [{ startRow: 0, startCol: 0, endRow: 0, endCol: columns.length - 1 }] : [],
    rowDefs: new Map([[TITLE_ROW, { height: 24 }]]),
    freezePane: { rows: FIRST_ROW },
    dataValidations: columns.flatMap((column, x) => validationOf(column, range(x), lengths)),
    ...(mark < 0 ? {} : { conditionalRules: [markRule(mark, columns.length)] }),
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

function headCell({ header, required, asked, hint, cell }: LedgerColumn, unit: string): Partial<Cell> {
  return {
    value: header + (cell.is === 'money' ? `（${unit}）` : '') + (required || asked ? '*' : ''),
    type: 'string',
    style: HEAD,
    ...(hint ? { comment: { text: hint } } : {}),
  };
}

/**
 * The sum of a column of money, over its head: from the head on, so that a row put in right below it counts. A spreadsheet leaves
 * out amounts that are text (300000元), which a reader takes for amounts: then no sum is shown.
 */
function sumCell({ cell, ofOne }: LedgerColumn, x: number, count: number): Partial<Cell> {
  if (cell.is !== 'money' || ofOne)
    return { value: x === 0 && count > 1 ? '合计' : null, type: x === 0 ? 'string' : 'empty', style: HEAD };
  const letter = columnName(x);
  const range = `${letter}${HEAD_ROW + 1}:${letter}${LAST_ROW}`;
  // The head is a text, too.
  const texts = `SUMPRODUCT(ISTEXT(${range})*(LEN(${range})>0))`;
  const formula = `IF(${texts}>1,"有金额是文本",SUM(${range}))`;
  return { value: null, type: 'formula', formula, style: { ...HEAD, numFmt: '#,##0.00' } };
}

/** Rows whose mark stands are shown as waiting. */
const markRule = (mark: number, count: number) => ({
  type: 'expression' as const,
  priority: 1,
  formula: `$${columnName(mark)}${FIRST_ROW + 1}<>""`,
  style: MARKED,
  range: `A${FIRST_ROW + 1}:${columnName(count - 1)}${LAST_ROW}`,
});

const inputStyle = ({ cell }: LedgerColumn) => ({
  ...INPUT,
  numFmt: cell.is === 'money' ? '#,##0.00' : cell.is === 'count' || cell.is === 'year' ? '0' : '@',
});

function inputCell(text: string, column: LedgerColumn, moneyUnit: MoneyUnit): Partial<Cell> {
  const { cell } = column;
  const style = inputStyle(column);
  if (text.trim() === '') return { value: null, type: 'empty', style };
  const fen = cell.is === 'money' ? parseAmount(text, moneyUnit)?.fen : undefined;
  // Fen have two decimals of 元: the decimal number that a workbook keeps is exactly what was written.
  if (fen !== undefined) return { value: Number(formatAmount(fen, moneyUnit)), type: 'number', style };
  if ((cell.is === 'count' || cell.is === 'year') && /^\d+$/.test(text))
    return { value: Number(text), type: 'number', style };
  return { value: text, type: 'string', style };
}

function validationOf({ cell, header, hint }: LedgerColumn, range: string, lengths: Lengths): DataValidation[] {
  const message = hint ? { showInputMessage: true, inputTitle: header, inputMessage: hint } : {};
  const hinted: DataValidation[] = hint ? [{ type: 'none' as never, range, ...message }] : [];
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
          errorMessage: '请写数。',
          ...message,
        },
      ];
    case 'code': {
      const { name } = CODE_LISTS.find(({ list }) => list === cell.list)!;
      // A bare code is as good as one from the list, so nothing is refused here: reading checks it.
      const formula1 = `'${name}'!$A$1:$A$${Math.max(1, lengths.get(cell.list) ?? 1)}`;
      return [{ type: 'list', formula1, range, allowBlank: true, showErrorMessage: false, ...message }];
    }
    case 'project':
      return [
        {
          type: 'list',
          formula1: `'项目'!$B$${FIRST_ROW + 1}:$B$${LAST_ROW}`,
          range,
          allowBlank: true,
          showErrorMessage: false,
          ...message,
        },
      ];
    case 'label': {
      const length = cell.of === 'text' ? (lengths.get('text') ?? 0) : 0;
      if (length === 0) return hinted;
      // A section of one's own place has its own title: nothing is refused here either.
      const formula1 = `'${TEXTS_SHEET}'!$A$1:$A$${length}`;
      return [{ type: 'list', formula1, range, allowBlank: true, showErrorMessage: false, ...message }];
    }
    default:
      return hinted;
  }
}

function listSheet(name: string, codes: readonly string[]): WriteSheet {
  return { name, columns: [{ width: 80 }], rows: codes.map((each) => [each]), protection: { sheet: true } };
}
