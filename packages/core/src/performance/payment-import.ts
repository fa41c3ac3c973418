/**
 * An export of payments (国库集中支付明细) → payments on authority lines. Which heading means what is data, as with the budget's export: a
 * bureau's words go before the usual ones. A row without the number of its line is put to the only line that has all that the row says;
 * a row that fits none or several is told and left out: nothing is guessed.
 */
import type { Origin } from '../disclosure.ts';
import { isTotalLabel } from '../forms/index.ts';
import { groupBy } from '../group-by.ts';
import { type ColumnOf, headFor } from '../import/head.ts';
import { USUAL_MAPPING } from '../import/mapping.ts';
import type { SheetText } from '../ledger/find-sheets.ts';
import type { Fund } from '../ledger/ledger.ts';
import { nameInLabel } from '../ledger/projects.ts';
import { addressOf } from '../model/cell-address.ts';
import { type Fen, formatAmount, parseAmount } from '../money.ts';
import { foldWidth, squeeze } from '../text/fold.ts';
import type { AuthorityLine } from './execution.ts';
import type { SheetFault } from './execution-sheets.ts';

export const PAYMENT_FIELDS = [
  'line',
  'agency',
  'projectName',
  'projectCode',
  'item',
  'economic',
  'fund',
  'date',
  'contract',
  'note',
  'amount',
] as const;
export type PaymentField = (typeof PAYMENT_FIELDS)[number];

export interface PaymentMapping {
  readonly headings: Readonly<Partial<Record<PaymentField, readonly string[]>>>;
  readonly funds: readonly { readonly says: string; readonly fund: Fund }[];
  /** Headings of columns that are left out without a word. */
  readonly ignored: readonly string[];
}

const { headings: usual, funds } = USUAL_MAPPING;

/** What the usual exports of payments say. */
export const USUAL_PAYMENTS: PaymentMapping = {
  headings: {
    line: ['指标编号', '指标号', '预算指标编号', '预算指标号'],
    agency: usual.agency ?? [],
    projectName: usual.projectName ?? [],
    projectCode: usual.projectCode ?? [],
    item: usual.item ?? [],
    economic: usual.economic ?? [],
    fund: usual.fund ?? [],
    date: ['支付日期', '日期', '清算日期', '支付时间', '记账日期', '月份'],
    contract: ['合同编号', '合同号', '合同'],
    note: ['用途', '摘要', '支付用途', '备注'],
    amount: ['支付金额', '实际支付金额', '支出金额', ...(usual.amount ?? [])],
  },
  funds,
  ignored: ['序号', '收款人', '收款人全称', '收款人账号', '收款人开户银行', '支付凭证号', '凭证号', '结算方式'],
};

/** The usual mapping with a bureau's words before its own. */
export const withPaymentMapping = (own: Partial<PaymentMapping>): PaymentMapping => ({
  headings: Object.fromEntries(
    PAYMENT_FIELDS.map((field) => [
      field,
      [...(own.headings?.[field] ?? []), ...(USUAL_PAYMENTS.headings[field] ?? [])],
    ]),
  ),
  funds: [...(own.funds ?? []), ...USUAL_PAYMENTS.funds],
  ignored: [...(own.ignored ?? []), ...USUAL_PAYMENTS.ignored],
});

/** A payment that was taken. */
export interface ImportedPayment {
  readonly line: string;
  readonly month: number;
  /** `2026-03-02`, where the export has days. */
  readonly date?: string;
  readonly amount: Fen;
  readonly contract?: string;
  readonly note?: string;
  readonly origin: Origin;
}

export interface PaymentImport {
  readonly payments: readonly ImportedPayment[];
  readonly faults: readonly SheetFault[];
  /** Rows of sums, left out; fen of what was taken. */
  readonly sums: number;
  readonly fen: Fen;
}

/** All sheets of an export against a unit's lines of a year. */
export function importPayments(
  sheets: readonly SheetText[],
  lines: readonly AuthorityLine[],
  year: number,
  mapping: PaymentMapping = USUAL_PAYMENTS,
): PaymentImport {
  const faults: SheetFault[] = [];
  const found = sheets.map((sheet) => paymentsIn(sheet, lines, year, mapping, faults));
  const payments = found.flatMap((each) => each.payments);
  return {
    payments,
    faults,
    sums: found.reduce((all, { sums }) => all + sums, 0),
    fen: payments.reduce((all, { amount }) => all + amount, 0),
  };
}

function paymentsIn(
  sheet: SheetText,
  lines: readonly AuthorityLine[],
  year: number,
  mapping: PaymentMapping,
  faults: SheetFault[],
): { readonly payments: readonly ImportedPayment[]; readonly sums: number } {
  const tell = (message: string, row: number, column = 0) => {
    faults.push({ message, origin: { sheet: sheet.name, address: addressOf(row, column) } });
    return [];
  };
  const head = headFor(sheet, mapping, PAYMENT_FIELDS);
  const missing = head && (['date', 'amount'] as const).filter((field) => !head.fields.has(field));
  if (!head || (missing && missing.length > 0)) {
    if (sheet.rows.some((row) => row.some((text) => text.trim() !== '')))
      tell(
        head
          ? `工作表“${sheet.name}”缺少${missing!.map((field) => `“${mapping.headings[field]![0]}”`).join('')}一栏，没有导入。`
          : `工作表“${sheet.name}”里没有认出表头，没有导入。`,
        head?.row ?? 0,
      );
    return { payments: [], sums: 0 };
  }
  for (const { text, at } of head.unknown) tell(`列“${text}”没有对应的内容，没有导入。`, head.row, at);
  let sums = 0;
  const payments = sheet.rows.slice(head.row + 1).flatMap((cells, i): readonly ImportedPayment[] => {
    const row = head.row + 1 + i;
    if (cells.every((text) => text.trim() === '')) return [];
    if (cells.slice(0, 4).some((text) => text.trim() !== '' && isTotalLabel(squeeze(text)))) {
      sums += 1;
      return [];
    }
    const read = paymentOf(cells, head, lines, year, mapping);
    if ('fault' in read) return tell(`${read.fault}，这一行没有导入。`, row, head.fields.get(read.at) ?? 0);
    return [{ ...read, origin: { sheet: sheet.name, address: addressOf(row, head.fields.get('amount')!) } }];
  });
  return { payments, sums };
}

type Fault = { readonly fault: string; readonly at: PaymentField };

function paymentOf(
  cells: readonly string[],
  { fields, unit }: ColumnOf<PaymentField>,
  lines: readonly AuthorityLine[],
  year: number,
  mapping: PaymentMapping,
): Omit<ImportedPayment, 'origin'> | Fault {
  const get = (field: PaymentField) => (cells[fields.get(field) ?? -1] ?? '').trim();
  const amount = parseAmount(get('amount'), unit)?.fen;
  if (amount === undefined || amount === 0) return { fault: `“${get('amount')}”不是金额`, at: 'amount' };
  const when = momentOf(get('date'), year);
  if (typeof when === 'string') return { fault: when, at: 'date' };
  const line = lineFor(lines, get, mapping);
  if (typeof line === 'string') return { fault: line, at: 'line' };
  const [contract, note] = [get('contract'), get('note')];
  return {
    line: line.id,
    ...when,
    amount,
    ...(contract === '' ? {} : { contract }),
    ...(note === '' ? {} : { note: note.slice(0, 200) }),
  };
}

/** A day of the year, or a bare month. */
function momentOf(text: string, year: number): { readonly month: number; readonly date?: string } | string {
  const plain = foldWidth(text);
  const [, y, m, d] = /^(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})日?(?:\s.*)?$/.exec(plain) ?? [];
  if (y === undefined) {
    const month = Number(/^(\d{1,2})月?(?:份)?$/.exec(plain)?.[1]);
    return month >= 1 && month <= 12 ? { month } : `“${text}”不是日期（2026-03-02）或月份`;
  }
  const date = `${y}-${m!.padStart(2, '0')}-${d!.padStart(2, '0')}`;
  if (Number.isNaN(Date.parse(date))) return `“${text}”不是日期`;
  return Number(y) === year ? { month: Number(m), date } : `“${text}”不是 ${year} 年的`;
}

const codeOf = (text: string): string => /^[A-Z]?\d+/.exec(foldWidth(text))?.[0] ?? '';

/** The only line that has all that the row says, or why there is none. */
function lineFor(
  lines: readonly AuthorityLine[],
  get: (field: PaymentField) => string,
  { funds: known }: PaymentMapping,
): AuthorityLine | string {
  const number = get('line');
  if (number !== '') return lines.find(({ id }) => id === number) ?? `没有编号为“${number}”的指标`;
  const [agency, project, code, item, economic, says] = [
    get('agency'),
    squeeze(get('projectName')),
    squeeze(get('projectCode')),
    codeOf(get('item')),
    codeOf(get('economic')),
    squeeze(get('fund')),
  ];
  const fund = says === '' ? undefined : known.find((each) => says.includes(squeeze(each.says)))?.fund;
  const isOfProject = projectTest(lines, project, code);
  const fits = lines.filter(
    (line) =>
      (agency === '' || agency.includes(line.unit) || line.unit.includes(agency)) &&
      isOfProject(line) &&
      (item === '' || line.functional === item) &&
      (economic === '' || line.economic === undefined || line.economic === economic) &&
      (fund === undefined || line.fund === fund),
  );
  if (project === '' && code === '' && item === '') return '没有指标编号，也没有项目和科目，对不上指标';
  if (fits.length === 1) return fits[0]!;
  return fits.length === 0
    ? `没有对应的指标（${[project || code, item, economic].filter(Boolean).join(' ')}）`
    : `对应 ${fits.length} 条指标，请写指标编号${new Set(fits.map((line) => line.project)).size > 1 ? '或项目编码' : ''}`;
}

/** Which lines are of the project that a row tells: by its code, in a column of its own or before the name, where a line has it; else by its name. */
function projectTest(lines: readonly AuthorityLine[], project: string, code: string): (line: AuthorityLine) => boolean {
  const tells = (line: AuthorityLine) =>
    line.code !== undefined && (code === line.code || project.startsWith(line.code));
  if (lines.some(tells)) return tells;
  if (project === '') return () => code === '';
  return (line) => project.endsWith(squeeze(nameInLabel(line)));
}

/**
 * What of an export is new: exports go on from January, and a file may be sent twice. A payment of a line, a day, an amount and a contract that
 * is there so many times already is taken beyond that many; the others are told with their places.
 */
export function newPayments(
  read: PaymentImport,
  taken: readonly Pick<ImportedPayment, 'line' | 'month' | 'date' | 'amount' | 'contract'>[],
): PaymentImport {
  const keyOf = ({ line, month, date = '', amount, contract = '' }: (typeof taken)[number]) =>
    JSON.stringify([line, month, date, amount, contract]);
  const left = new Map([...groupBy(taken, keyOf)].map(([key, own]) => [key, own.length]));
  const faults: SheetFault[] = [...read.faults];
  const payments = read.payments.filter((payment) => {
    const key = keyOf(payment);
    const known = left.get(key) ?? 0;
    if (known === 0) return true;
    left.set(key, known - 1);
    faults.push({ message: '同一天、同一指标、同样金额的一笔已经记过，这一行没有导入。', origin: payment.origin });
    return false;
  });
  return { ...read, payments, faults, fen: payments.reduce((all, { amount }) => all + amount, 0) };
}

/** What was taken, in one sentence. */
export const importedInWords = ({ payments, faults, fen }: PaymentImport): string =>
  `导入 ${payments.length} 笔支付，共 ${formatAmount(fen, '元')} 元${faults.length > 0 ? `；有 ${faults.length} 处没有导入或要核对` : ''}。`;
