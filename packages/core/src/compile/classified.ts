/** Statements whose rows are classification codes: an item's amounts, summed up over 款 and 类 to 合计. */
import { ancestors, lookup } from '../classification/index.ts';
import type { Row, Statement, StatementFormId } from '../disclosure.ts';
import { formById } from '../forms/index.ts';
import { groupBy } from '../group-by.ts';
import { type Ledger, SURPLUS } from '../ledger/ledger.ts';
import { columnsOf } from '../model/columns.ts';
import { kindOf } from '../model/document-kinds.ts';
import type { Fen } from '../money.ts';
import { lineKey } from '../text/numbering.ts';
import { FUND_IDS } from '../vocabulary/index.ts';
import { type Entry, isAppropriation, isBasic, isSpent, kindTest, sourceTest, sum, type Test } from './entries.ts';
import { amountColumns, printAmount, printCells } from './print.ts';
import { statementOf, type Task } from './statement.ts';

const isBasicOfGeneral: Test = (entry) => isBasic(entry) && entry.fund === 'general-public';

/** Which entries a form is about. */
const SCOPE: Readonly<Partial<Record<StatementFormId, Test>>> = {
  revenue: () => true,
  expenditure: isSpent,
  ...Object.fromEntries(FUND_IDS.map((id): [string, Test] => [id, (entry) => isSpent(entry) && entry.fund === id])),
  basic: isBasicOfGeneral,
  'basic-function': isBasicOfGeneral,
  'general-economic': (entry) => isSpent(entry) && entry.fund === 'general-public',
  'appropriation-basic': (entry) => isBasic(entry) && isAppropriation(entry),
  appropriation: (entry) => isSpent(entry) && isAppropriation(entry),
};

/** Accounts show the year's own revenue by item, and what a fund had before and has left beside what it spent. */
function scopeOf({ form, printing }: Task): Test {
  const { executes } = kindOf(printing.template.stage);
  if (executes && form.form === 'revenue') return ({ carried, fund }) => !carried && fund !== SURPLUS;
  const fund = FUND_IDS.find((id) => id === form.form);
  if (executes && fund && amountColumns(form).includes('year-end')) return (entry) => entry.fund === fund;
  return SCOPE[form.form]!;
}

/** Said under a table by economic class where the ledger does not have the classes of all. */
export const ASKING_ECONOMIC = '注：【请填写：支出的部门预算经济分类】';

/**
 * A statement by classification code: items summed up to 款, 类 and 合计; or by budget unit, of which a ledger knows one. Columns
 * are those that the template prints.
 */
export function compileClassified(task: Task): Statement {
  const { ledger, form } = task;
  const columns = amountColumns(form);
  const printed = new Set(columns);
  const tests = columns.map((id) => (form.form === 'revenue' ? sourceTest(id, printed) : kindTest(id, printed)));
  const isEconomic = formById(form.form).rows === 'economic';
  const sums = new Map<string, Fen[]>();
  const shown = task.entries.filter(scopeOf(task));
  // A project may have no section yet: it is part of no row, and so the whole is not known. Of basic lines the ledger asks.
  if (form.form === 'general-economic' && shown.some(({ economic }) => !economic))
    return { ...statementOf(task, []), note: ASKING_ECONOMIC };
  for (const [code, own] of groupBy(shown, ({ economic, item }) => (isEconomic ? economic : item))) {
    if (!code) continue;
    const amounts = tests.map((test) => sum(own, test));
    for (const key of ['total', ...ancestors(code), code])
      sums.set(key, sums.get(key)?.map((fen, i) => fen + amounts[i]!) ?? amounts);
  }
  const row = (key: string, label: string): Row => {
    const amounts = Object.fromEntries(columns.map((id, i) => [id, sums.get(key)![i]!]));
    return { key, label, cells: printCells(amounts, form.unit, form.amounts), origin: {} };
  };
  const codes = [...sums.keys()].filter((key) => key !== 'total').sort();
  if (codes.length === 0) return statementOf(task, []);
  const { name } = ledger.agency;
  const rows =
    form.rows === 'unit'
      ? [{ ...row('total', name), key: lineKey(name) }]
      : codes.map((code) => row(code, codeName(ledger, isEconomic ? 'economic' : 'function', code)));
  const whole = row('total', '合计');
  const sides = isEconomic && inHalves(form) ? closingSums(shown, form) : {};
  const total = { ...whole, cells: { ...whole.cells, ...sides } };
  const statement = statementOf(task, form.total === 'last' ? [...rows, total] : [total, ...rows]);
  return Object.keys(sides).length === 0 ? statement : { ...statement, columns: columnsOf([...columns, ...CLOSING]) };
}

/** Printed side by side, personnel on the left and operation on the right, the halves close with a sum each. */
const inHalves = ({ columns }: Task['form']): boolean => columns.filter(([id]) => id === 'name').length > 1;

const CLOSING = ['personnel', 'operating'];

/** 人员经费合计 and 公用经费合计: figures of the 合计 row. */
function closingSums(shown: readonly Entry[], { unit, amounts }: Task['form']): Row['cells'] {
  const sums = CLOSING.map((id) => [id, sum(shown, kindTest(id, new Set(CLOSING)))] as const);
  return Object.fromEntries(sums.map(([id, fen]) => [id, printAmount(fen, unit, amounts)]));
}

/** The code's official name in the ledger's year, or the name that the ledger gives it. */
export function codeName({ names, year }: Ledger, list: 'function' | 'economic', code: string): string {
  return names?.[code] ?? lookup(list, code, year)?.name ?? restName(list, code, year) ?? code;
}

/** The item 99 of a section is what the others leave: 其他信访事务支出, whether or not the year's list has it. */
function restName(list: 'function' | 'economic', code: string, year: number): string | undefined {
  if (list !== 'function' || !/^\d{5}99$/.test(code)) return undefined;
  const section = lookup(list, code.slice(0, 5), year)?.name;
  return section && `其他${section.replace(/支出$/, '')}支出`;
}
