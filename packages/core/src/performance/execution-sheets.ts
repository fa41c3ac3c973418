/**
 * The workbook of execution: 指标, 调整, 用款计划, 支付, 合同, 验收, 项目情况 → lines of authority and all that was done on them. Amounts are
 * in 元 unless their header names another unit. Every bad cell is told by its address; its row is left out, so nothing is guessed.
 */
import type { Origin } from '../disclosure.ts';
import type { SheetText } from '../ledger/find-sheets.ts';
import { addressOf } from '../model/cell-address.ts';
import { MONEY_UNITS, type MoneyUnit, parseAmount } from '../money.ts';
import { foldWidth, oneLine, squeeze } from '../text/fold.ts';
import { type FundId, fundNamed } from '../vocabulary/index.ts';
import { ADJUSTMENTS, type Adjustment, type AuthorityLine, type Execution } from './execution.ts';
import type { ProjectWords } from './execution-report.ts';
import { labelled, labelOf, type ProjectNamed } from './sheet-projects.ts';

type ColumnIs = 'text' | 'money' | 'month' | 'date' | 'fund' | 'adjustment' | 'yes';
interface SheetColumn {
  readonly field: string;
  readonly headers: readonly string[];
  readonly is: ColumnIs;
  readonly required?: true;
}

const columnOf = (field: string, headers: string, is: ColumnIs = 'text', required?: true): SheetColumn => ({
  field,
  headers: headers.split(' '),
  is,
  ...(required ? { required } : {}),
});

const LINE = columnOf('line', '指标编号 指标号', 'text', true);
const CONTRACT = columnOf('contract', '合同编号 合同号 合同');
const MONTH = columnOf('month', '月份 日期 支付日期 签订日期 调整日期', 'month', true);
const AMOUNT = columnOf('amount', '金额 支付金额 合同金额 计划金额 验收金额', 'money', true);

/** The sheets by name, each with its columns; those of a column's headers that come first are the usual ones. */
export const EXECUTION_SHEETS = {
  lines: {
    name: '指标',
    columns: [
      columnOf('id', '指标编号 指标号', 'text', true),
      columnOf('unit', '预算单位 单位', 'text', true),
      columnOf('project', '项目名称 项目', 'text', true),
      columnOf('code', '项目编码 项目代码'),
      columnOf('functional', '功能科目 功能分类 功能科目编码', 'text', true),
      columnOf('economic', '经济科目 经济分类 经济科目编码'),
      columnOf('fund', '资金性质 资金来源', 'fund'),
      columnOf('document', '文号 指标文号'),
      columnOf('amount', '金额 批复金额 年初批复数', 'money', true),
      columnOf('isLumpSum', '代编 是否代编', 'yes'),
    ],
  },
  adjustments: {
    name: '调整',
    columns: [
      LINE,
      columnOf('kind', '调整类型 类型', 'adjustment', true),
      MONTH,
      columnOf('delta', '增减额 调整金额 金额', 'money', true),
      columnOf('document', '文号 调整文号'),
      columnOf('reason', '原因 调整原因'),
    ],
  },
  plans: { name: '用款计划', columns: [LINE, MONTH, AMOUNT] },
  payments: { name: '支付', columns: [LINE, MONTH, AMOUNT, CONTRACT] },
  commitments: { name: '合同', columns: [LINE, MONTH, AMOUNT, CONTRACT] },
  acceptances: {
    name: '验收',
    columns: [{ ...CONTRACT, required: true }, columnOf('date', '验收日期 日期', 'date', true), AMOUNT],
  },
  projects: {
    name: '项目情况',
    columns: [
      columnOf('unit', '预算单位 单位', 'text', true),
      columnOf('project', '项目名称 项目', 'text', true),
      columnOf('code', '项目编码 项目代码'),
      columnOf('lastYear', '上年同期支出 上年同期', 'money'),
      columnOf('forecast', '全年预计支出 全年预计', 'money'),
      columnOf('cause', '原因'),
    ],
  },
} as const satisfies Readonly<Record<string, { readonly name: string; readonly columns: readonly SheetColumn[] }>>;

type SheetName = keyof typeof EXECUTION_SHEETS;

/** One sentence with its place. */
export interface SheetFault {
  readonly message: string;
  readonly origin: Origin;
}

export interface ExecutionReading {
  readonly execution: Execution;
  readonly projects: readonly ProjectWords[];
  readonly faults: readonly SheetFault[];
}

type Fields = Readonly<Record<string, unknown>>;

/** The execution that a workbook's sheets hold. Sheets that it has not are empty; only 指标 has to be there. */
export function executionOf(sheets: readonly SheetText[]): ExecutionReading {
  const faults: SheetFault[] = [];
  const rows = (id: SheetName): readonly Fields[] => {
    const { name, columns } = EXECUTION_SHEETS[id];
    const sheet = sheets.find((each) => squeeze(each.name) === name);
    if (sheet) return rowsOf(sheet, columns, faults);
    if (id === 'lines') faults.push({ message: '工作簿里没有工作表“指标”，没有可以执行的预算指标。', origin: {} });
    return [];
  };
  const known = new Set<string>(Object.values(EXECUTION_SHEETS).map(({ name }) => name));
  for (const { name, rows } of sheets)
    if (!known.has(squeeze(name)) && rows.some((row) => row.some((text) => text.trim() !== '')))
      faults.push({ message: `工作表“${name}”不在格式里，没有读。`, origin: { sheet: name } });
  const lines = labelled(
    rows('lines').map((row) => ({ document: '', fund: 'general-public', ...row }) as unknown as AuthorityLine),
  );
  const execution = {
    lines,
    adjustments: rows('adjustments').map((row) => ({ document: '', reason: '', ...row })),
    plans: rows('plans'),
    payments: rows('payments'),
    commitments: rows('commitments'),
    acceptances: rows('acceptances'),
  } as unknown as Execution;
  const words = (rows('projects') as unknown as readonly (ProjectWords & ProjectNamed)[]).flatMap(
    ({ code, ...told }): readonly ProjectWords[] => {
      const project = labelOf({ ...told, code }, lines);
      if (project !== undefined) return [{ ...told, project }];
      const message = `${told.unit}有几个项目叫“${told.project}”，请写项目编码，这一行没有读。`;
      faults.push({ message, origin: { sheet: EXECUTION_SHEETS.projects.name } });
      return [];
    },
  );
  return { execution, projects: words, faults };
}

/** The header stands in one of the first rows: people put titles over it. */
const HEADER_ROWS = 10;

/** 金额（万元） → its bare words and its unit. */
function headerOf(text: string): { readonly words: string; readonly unit: MoneyUnit } {
  const plain = foldWidth(text);
  const named = /\((.+?)\)$/.exec(plain)?.[1]?.replace(/^单位:/, '');
  const unit = MONEY_UNITS.find((each) => each === named) ?? '元';
  return { words: plain.replace(/\(.*\)$/, ''), unit };
}

function rowsOf(sheet: SheetText, columns: readonly SheetColumn[], faults: SheetFault[]): readonly Fields[] {
  const placesIn = (row: readonly string[]) =>
    new Map(
      columns.flatMap((each) => {
        const at = each.headers.map((header) => row.findIndex((text) => headerOf(text).words === header));
        const found = at.find((place) => place >= 0);
        return found === undefined ? [] : [[each, found] as const];
      }),
    );
  const isHead = (row: readonly string[]) => placesIn(row).size * 2 > columns.filter(({ required }) => required).length;
  const head = sheet.rows.slice(0, HEADER_ROWS).findIndex(isHead);
  const tell = (message: string, row = 0, at = 0) =>
    faults.push({ message, origin: { sheet: sheet.name, address: addressOf(row, at) } });
  if (head < 0) {
    if (sheet.rows.some((row) => row.some((text) => text.trim() !== '')))
      tell(`工作表“${sheet.name}”里没有认出表头，没有读。`);
    return [];
  }
  const places = placesIn(sheet.rows[head]!);
  const missing = columns.filter((each) => each.required && !places.has(each));
  if (missing.length > 0) {
    tell(`工作表“${sheet.name}”缺少“${missing.map(({ headers }) => headers[0]).join('”“')}”一栏，没有读。`, head);
    return [];
  }
  return sheet.rows.slice(head + 1).flatMap((cells, i): readonly Fields[] => {
    if (cells.every((text) => text.trim() === '')) return [];
    let isWhole = true;
    const values = [...places].flatMap(([each, at]): readonly (readonly [string, unknown])[] => {
      const text = (cells[at] ?? '').trim();
      const value = text === '' ? undefined : cellValue(each.is, text, headerOf(sheet.rows[head]![at]!).unit);
      if (value === undefined && (text !== '' || each.required)) {
        isWhole = false;
        const what = text === '' ? `没有填“${each.headers[0]}”` : `“${text}”不是${WANTED[each.is]}`;
        tell(`${what}，这一行没有读。`, head + 1 + i, at);
      }
      return value === undefined ? [] : [[each.field, value]];
    });
    return isWhole ? [Object.fromEntries(values)] : [];
  });
}

const WANTED: Readonly<Record<ColumnIs, string>> = {
  text: '文字',
  money: '金额',
  month: '月份（1 到 12）或日期（2026-03-02）',
  date: '日期（2026-03-02）',
  fund: '资金性质',
  adjustment: `调整类型（${Object.values(ADJUSTMENTS).join('、')}）`,
  yes: '“是”或“否”',
};

const DATE = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/;

function cellValue(is: ColumnIs, text: string, unit: MoneyUnit): string | number | boolean | undefined {
  switch (is) {
    case 'text':
      return oneLine(text);
    case 'money':
      return parseAmount(text, unit)?.fen;
    case 'month': {
      const month = Number(DATE.exec(foldWidth(text))?.[2] ?? /^(\d{1,2})月?(?:份)?$/.exec(foldWidth(text))?.[1]);
      return month >= 1 && month <= 12 ? month : undefined;
    }
    case 'date': {
      const [, year, month = '', day = ''] = DATE.exec(foldWidth(text)) ?? [];
      return year === undefined ? undefined : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    }
    case 'fund':
      return fundNamed(text) satisfies FundId | undefined;
    case 'adjustment':
      return (Object.keys(ADJUSTMENTS) as Adjustment['kind'][]).find((kind) => ADJUSTMENTS[kind] === squeeze(text));
    case 'yes':
      return /^是$/.test(text) ? true : /^否$/.test(text) ? false : undefined;
  }
}
