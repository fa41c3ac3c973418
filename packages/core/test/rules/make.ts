/** Small disclosures for tests, written as tables of text. A dash is a blank cell. */

import type { Cell, Disclosure, Quantity, Row, Side, Statement, StatementFormId } from '../../src/disclosure.ts';
import type { AssetRow, ProcurementRow } from '../../src/kinds/index.ts';
import { rowAt } from '../../src/model/address.ts';
import { columnsOf } from '../../src/model/columns.ts';
import { type GivenDisclosure, type PublishedDisclosure, unpublish } from '../../src/model/published.ts';
import { decimalsOf, type MoneyUnit, normalizeNumber, parseAmount } from '../../src/money.ts';
import { lineKey } from '../../src/text/numbering.ts';

type Part = Partial<GivenDisclosure> | Statement;

/** A 2023 budget of a department, with the parts given. */
export function doc(...parts: readonly Part[]): Disclosure {
  const base: GivenDisclosure = {
    agency: { code: '302', name: '某局', level: 'department' },
    year: 2023,
    stage: 'budget',
    template: 'unknown',
    statements: parts.filter((part) => 'form' in part),
    contents: [],
    tables: [],
    explanation: [],
  };
  return unpublish(Object.assign({}, base, ...parts.filter((part) => !('form' in part))));
}

let line = 0;

export function cell(text: string, unit: MoneyUnit = '万元'): Cell | undefined {
  if (text === '-') return undefined;
  line += 1;
  return { fen: parseAmount(text, unit)!.fen, text, origin: { line } };
}

function cells(columns: readonly string[], texts: readonly string[], unit: MoneyUnit): Record<string, Cell> {
  const entries = columns.map((column, i) => [column, cell(texts[i] ?? '-', unit)] as const);
  return Object.fromEntries(entries.filter(([, value]) => value)) as Record<string, Cell>;
}

/** Lines of `code label figure…`; the code of the 合计 row is `total`, a unit's code may stand before it (`302001:2010301`). */
export function table(
  form: StatementFormId,
  columns: string,
  lines: string,
  unit: MoneyUnit = '万元',
  note?: string,
): Statement {
  const ids = columns.split(' ');
  const rows = lines
    .trim()
    .split('\n')
    .filter((text) => text.trim() !== '')
    .map((text): Row => {
      const [name = '', label = '', ...texts] = text.trim().split(/\s+/);
      const { row: key, unit: of } = rowAt(name);
      return { key, ...(of ? { unit: of } : {}), label, cells: cells(ids, texts, unit), origin: { line } };
    });
  return {
    form,
    title: form,
    unit,
    columns: columnsOf(ids),
    rows,
    origin: {},
    ...(note === undefined ? {} : { note }),
  };
}

/** Lines of `收 label figure` and `支 label figure…`; `208:八、社会保障和就业支出` gives a class line its code. */
export function lines(
  form: 'balance' | 'appropriation-balance',
  text: string,
  columns = 'amount',
  unit: MoneyUnit = '万元',
): Statement {
  const ids = columns.split(' ');
  const rows = text
    .trim()
    .split('\n')
    .map((each): Row => {
      const [mark, name = '', ...texts] = each.trim().split(/\s+/);
      const side: Side = mark === '收' ? 'revenue' : mark === '经' ? 'economic' : 'expenditure';
      const [, code, label = ''] = /^(?:(\d{3}):)?(.*)$/.exec(name)!;
      const own = side === 'revenue' ? ['amount'] : ids.filter((id) => id !== 'amount' || ids.length === 1);
      return {
        key: lineKey(label),
        label,
        side,
        ...(code ? { code } : {}),
        cells: cells(own, texts, unit),
        origin: { line },
      };
    });
  return { form, title: form, unit, columns: columnsOf(ids), rows, origin: {} };
}

export function empty(form: StatementFormId, note = '注：空表列示，无此项预算。'): Statement {
  return {
    form,
    title: form,
    unit: '万元',
    note,
    columns: columnsOf(['total', 'basic', 'project']),
    rows: [],
    origin: {},
  };
}

function quantity(text: string): Quantity | undefined {
  if (text === '-') return undefined;
  const scale = decimalsOf(text);
  return { units: Math.round(Number(normalizeNumber(text)) * 10 ** scale), scale, text, origin: {} };
}

/** Lines of `kind project funds quantity price total general-public sme`, kind 合计, 小计 or 项. */
export function procurement(text: string): Pick<PublishedDisclosure, 'procurement'> {
  const rows = text
    .trim()
    .split('\n')
    .map((each): ProcurementRow => {
      const [kind, project = '', funds = '-', count = '-', price = '-', ...amounts] = each.trim().split(/\s+/);
      const [projectFunds, unitPrice, number] = [cell(funds), cell(price), quantity(count)];
      return {
        kind: kind === '合计' ? 'total' : kind === '小计' ? 'subtotal' : 'item',
        label: project,
        ...(kind === '项' ? { project, item: '台式计算机' } : {}),
        ...(projectFunds ? { projectFunds } : {}),
        ...(number ? { quantity: number } : {}),
        ...(unitPrice ? { unitPrice } : {}),
        cells: cells(['total', 'general-public', 'sme'], amounts, '万元'),
        origin: {},
      };
    });
  return { procurement: rows };
}

/** Lines of `label value`; a label with 其中： is part of the line before it. */
export function assets(text: string): Pick<PublishedDisclosure, 'assets'> {
  const rows: AssetRow[] = [];
  for (const each of text.trim().split('\n')) {
    const [label = '', value = '-'] = each.trim().split(/\s+/);
    const amount = cell(value);
    const partOf = label.startsWith('其中') ? rows.at(-1)!.key : undefined;
    rows.push({
      key: lineKey(label),
      label,
      ...(partOf ? { partOf } : {}),
      ...(amount ? { value: amount } : {}),
      origin: {},
    });
  }
  return { assets: rows };
}

export function unit(code: string, name: string): Pick<Disclosure, 'agency'> {
  return { agency: { code, name, level: 'unit' } };
}
