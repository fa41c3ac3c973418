/**
 * What the words call a figure of the tables. A quantity is an address, or one shortened where its form leaves no choice:
 * `three-publics[overseas]` is the item's total, `balance[收入总计]` the amount of a line whose name tells its side. Counted
 * things (`vehicles[total]`, `trips[groups]`) and the money of one project are quantities without an address.
 */

import type { FormId } from '../disclosure.ts';
import { ASSETS, PROCUREMENT } from '../kinds/index.ts';
import { type Address, formatAddress, parseAddress } from './address.ts';
import type { Period } from './period.ts';

/** Quantities with a name of their own. */
const NAMED: Readonly<Record<string, Address>> = {
  'agency-operating': { form: 'three-publics', row: 'agency-operating', column: 'total' },
  'procurement[sme]': { form: PROCUREMENT.id, row: 'total', column: 'sme' },
  'assets[value]': { form: ASSETS.id, row: 'total', column: 'value' },
};

/** The column that a shortened quantity means. */
const USUAL_COLUMN: Partial<Readonly<Record<FormId, string>>> = {
  balance: 'amount',
  'appropriation-balance': 'total',
  'three-publics': 'total',
  procurement: 'total',
};

const SHORT = /^([a-z-]+)\[([^\]]+)\]$/;

/** The address of a quantity, in another period if one is given; undefined where no table prints it. */
export function addressOf(quantity: string, period?: Period): Address | undefined {
  const address = NAMED[quantity] ?? parseAddress(quantity) ?? lengthened(quantity);
  return address && period ? { ...address, period } : address;
}

function lengthened(quantity: string): Address | undefined {
  const [, form, row] = SHORT.exec(quantity) ?? [];
  const column = USUAL_COLUMN[form as FormId];
  return row === undefined || column === undefined ? undefined : { form: form as FormId, row, column };
}

/** 7, 5 or 3 digits: a classification code as the key of a row. */
export const isCode = (row: string): boolean => /^\d{3,7}$/.test(row);

/** The classification code that a quantity is of, whatever its column. */
export function codeOf(quantity: string): string | undefined {
  const row = addressOf(quantity)?.row;
  return row !== undefined && isCode(row) ? row : undefined;
}

/** The classification code of an item's total: `general-public[2010301].total`. */
export const itemOf = (quantity: string): string | undefined =>
  addressOf(quantity)?.column === 'total' ? codeOf(quantity) : undefined;

/** Columns that the rows of items have, too. */
const OF_ITEMS: readonly string[] = ['basic', 'project', 'personnel', 'operating'];

/** Whether a quantity is of everything in a column that items have, too: `expenditure[total].basic`. */
export function isSharedColumn(quantity: string): boolean {
  const { row, column = '' } = addressOf(quantity) ?? {};
  return row === 'total' && OF_ITEMS.includes(column);
}

/** An item's figure in the column of another quantity: `expenditure[2010301].basic` of `general-public[total].basic`. */
export function inColumnOf(item: string, other: string): string | undefined {
  const [own, of] = [addressOf(item), addressOf(other)];
  return own && of && isCode(own.row) ? formatAddress({ ...own, column: of.column }) : undefined;
}

/** A quantity that words list by name under another: the money of one project, `expenditure[total].project/物业管理费`. */
export const listedUnder = (whole: string, name: string): string => `${whole}/${name}`;

/** What a listed quantity is part of, and its name; undefined where it is none. */
export function listed(quantity: string): { readonly whole: string; readonly name: string } | undefined {
  const at = quantity.indexOf('/');
  return at < 0 ? undefined : { whole: quantity.slice(0, at), name: quantity.slice(at + 1) };
}

/** What a quantity is of, whatever is counted or printed of it: `vehicles` of `vehicles[total]`, `procurement` of `procurement[sme]`. */
export const thingOf = (quantity: string): string => /^[a-z-]*/.exec(quantity)![0];

/** What stands in a quantity's brackets: `总计` of `vehicles[总计]`; empty where it has none. */
export const partNamed = (quantity: string): string => /\[(.*)\]/.exec(quantity)?.[1] ?? '';

/** Whether a quantity is the total of its table's 合计 row, written out. */
export const isTableTotal = (quantity: string): boolean => quantity.endsWith('[total].total');

/** Whether a quantity is the whole of its thing: `vehicles[total]` of the vehicles by use. */
export const isWhole = (quantity: string): boolean => quantity.endsWith('[total]');

/** Whether a text has the form of a quantity, as sentence patterns name one; whether anything prints it is not asked. */
export const isQuantity = (text: string): boolean => /^[a-z-]+(?:\[[^\]]+\])?(?:\.[a-z-]+)?$/.test(text);
