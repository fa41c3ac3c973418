/**
 * The ledger as a workbook that a finance officer fills in: a sheet for each part, lists to pick from, locked heads, hints
 * beside the cells, and a sheet that shows at once whether revenue and expenditure agree.
 */
import { codesOfLevel } from '@mingsuan/core/classification/index';
import { bundled, type Jurisdictions } from '@mingsuan/core/jurisdictions/index';
import { type CellContext, cellText, codeText, type Value } from '@mingsuan/core/ledger/cells';
import { formOf } from '@mingsuan/core/ledger/form';
import { labelsOf } from '@mingsuan/core/ledger/labels';
import type { Ledger } from '@mingsuan/core/ledger/ledger';
import type { LedgerRecord } from '@mingsuan/core/ledger/record';
import type { LedgerColumn, LedgerSheet } from '@mingsuan/core/ledger/sheets';
import { chooseTemplate } from '@mingsuan/core/templates/choose';
import { type Template, templateById } from '@mingsuan/core/templates/index';
import type { Cell, DataValidation, WriteSheet } from 'hucre';
import { writeXlsx } from 'hucre/xlsx';
import { columnName } from '../xlsx/write/cells.ts';
import { BALANCE_SHEET, balanceSheet } from './balance-sheet.ts';
import { HEAD, INPUT, LOCKED, MARKED, TITLE } from './styles.ts';
import { unlockedByDefault } from './unlock.ts';

/** Rows that lists and checks of cells reach down to. */
const LAST_ROW = 3000;
const TITLE_ROW = 0;
const SUM_ROW = 1;
const HEAD_ROW = 2;
const FIRST_ROW = 3;

const LISTS = [
  { list: 'function', level: 3, name: '功能科目' },
  { list: 'economic', level: 2, name: '经济科目' },
  { list: 'procurement', level: 4, name: '采购品目' },
] as const;

type List = (typeof LISTS)[number]['list'];

export interface LedgerForm {
  /** Whose document the form is for; else that of the ledger's region and year. */
  readonly template?: Template;
  readonly jurisdictions?: Jurisdictions;
}

/** The workbook of a ledger; an empty one is the form to fill in. It has what the place's document needs. */
export async function writeLedger(ledger: Ledger, given: LedgerForm = {}): Promise<Uint8Array> {
  const { jurisdictions = bundled() } = given;
  const named = ledger.template === undefined ? undefined : templateById(ledger.template, jurisdictions);
  const template =
    given.template ??
    named ??
    chooseTemplate(ledger.region?.code, ledger.year, ledger.stage ?? 'budget', jurisdictions);
  const { sheets, records } = formOf(ledger, template, jurisdictions);
  const names = ledger.names ?? {};
  const { year, moneyUnit = '元' } = ledger;
  const context: CellContext = { year, moneyUnit, names, labels: labelsOf(jurisdictions, year, names) };
  const codes = new Map(
    LISTS.map(({ list, level }) => [list, codesOfLevel(list, level, year).map(({ code }) => code)] as const),
  );
  const lengths = new Map([...codes].map(([list, { length }]) => [list, length] as const));
  const bytes = await writeXlsx({
    properties: { title: `${ledger.agency.name}${year}年预算台账` },
    defaultFont: { name: '宋体', size: 10 },
    sheets: [
      guide(sheets, template, moneyUnit),
      ...sheets.map((sheet) => inputSheet(sheet, records[sheet.id], context, lengths)),
      balanceSheet(moneyUnit),
      ...LISTS.map(
        ({ list, name }): WriteSheet =>
          listSheet(
            name,
            codes.get(list)!.map((code) => codeText(code, list, year)),
          ),
      ),
    ],
  });
  return unlockedByDefault(bytes);
}

function guide(sheets: readonly LedgerSheet[], template: Template | undefined, moneyUnit: string): WriteSheet {
  const made = template ? `本表按“${template.name}”的公开文本生成，它要用的都在里面。` : '';
  const lines: readonly (readonly [string, string])[] = [
    ['预算台账', `每个数只填一次；各张报表、说明和合计由程序算出。${made}`],
    ['金额', `本台账的金额以${moneyUnit}为单位；要改，在“基本信息”的金额单位里选，整本台账一律用它。`],
    [
      '怎么填',
      '先在“填报情况”逐项选有或无。表头带 * 的列必填。科目从下拉列表选，或直接写编码。可以插行、删行；表头、工作表的名称请不要改。',
    ],
    ['待确认', '“待确认”一栏有字的金额是上年的数或程序推算的：改成今年的数就算填过；不变的，确认后清空这一格。'],
    ['填好以后', `先看“${BALANCE_SHEET}”的差额是不是都为零，再用程序核对、编成公开文本。`],
    ...sheets.map(({ name, purpose }) => [name, purpose] as const),
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
  { name, purpose, columns, summed }: LedgerSheet,
  records: readonly LedgerRecord[],
  context: CellContext,
  lengths: ReadonlyMap<List, number>,
): WriteSheet {
  const cells = new Map<string, Partial<Cell>>();
  cells.set(`${TITLE_ROW},0`, { value: `${name}：${purpose}`, type: 'string', style: TITLE });
  for (const [x, column] of columns.entries()) {
    cells.set(`${HEAD_ROW},${x}`, headCell(column, context.moneyUnit));
    cells.set(
      `${SUM_ROW},${x}`,
      summed ? sumCell(column, x, columns.length) : { value: null, type: 'empty', style: LOCKED },
    );
  }
  for (const [i, record] of records.entries())
    for (const [x, column] of columns.entries())
      cells.set(`${FIRST_ROW + i},${x}`, inputCell(record[column.field], column, context));
  const range = (x: number) => `${columnName(x)}${FIRST_ROW + 1}:${columnName(x)}${LAST_ROW}`;
  const mark = columns.findIndex(({ cell }) => cell.is === 'mark');
  return {
    name,
    // Cells that nobody has written yet look and are locked as their column says.
    columns: columns.map((column) => ({ width: column.width, style: inputStyle(column) })),
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

function headCell({ header, required, hint, cell }: LedgerColumn, unit: string): Partial<Cell> {
  return {
    value: header + (cell.is === 'money' ? `（${unit}）` : '') + (required ? '*' : ''),
    type: 'string',
    style: HEAD,
    ...(hint ? { comment: { text: hint } } : {}),
  };
}

/** The sum of a column of money, over its head. */
function sumCell({ cell }: LedgerColumn, x: number, count: number): Partial<Cell> {
  if (cell.is !== 'money')
    return { value: x === 0 && count > 1 ? '合计' : null, type: x === 0 ? 'string' : 'empty', style: HEAD };
  const letter = columnName(x);
  const formula = `SUM(${letter}${FIRST_ROW + 1}:${letter}${LAST_ROW})`;
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

function inputCell(value: Value | undefined, column: LedgerColumn, context: CellContext): Partial<Cell> {
  const { cell } = column;
  const style = inputStyle(column);
  if (value === undefined) return { value: null, type: 'empty', style };
  const text = cellText(value, cell, context);
  // Fen have two decimals of 元: the decimal number that a workbook keeps is exactly what was written.
  if (cell.is === 'money' || cell.is === 'count' || cell.is === 'year')
    return { value: Number(text), type: 'number', style };
  return { value: text, type: 'string', style };
}

function validationOf(
  { cell, header, hint }: LedgerColumn,
  range: string,
  lengths: ReadonlyMap<List, number>,
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
          errorMessage: '请写数。',
          ...message,
        },
      ];
    case 'code': {
      const { name } = LISTS.find(({ list }) => list === cell.list)!;
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
    default:
      return hint ? [{ type: 'none' as never, range, ...message }] : [];
  }
}

function listSheet(name: string, codes: readonly string[]): WriteSheet {
  return { name, columns: [{ width: 80 }], rows: codes.map((each) => [each]), protection: { sheet: true } };
}
