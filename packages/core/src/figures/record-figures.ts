/** Figures of the procurement and asset tables. */
import type { Disclosure } from '../disclosure.ts';
import { ASSETS, PROCUREMENT } from '../kinds/index.ts';
import type { Address } from '../model/address.ts';
import { rowsOf, tablesOf } from '../model/tables.ts';
import { FUND_IDS } from '../vocabulary/index.ts';
import type { Figure } from './figure.ts';
import { stepOf } from './precision.ts';
import { assetTotalRow, procurementAmount, procurementTotalRow } from './record-totals.ts';

/** Goods, works and services by the letter that their catalogue codes begin with. */
const KINDS: Readonly<Record<string, string>> = { goods: 'A', works: 'B', services: 'C' };

/** `procurement[total].total`, `procurement[total].sme`, `procurement[goods].total`, `assets[total].value`. */
export function recordFigures(disclosure: Disclosure, address: Address): readonly Figure[] {
  if (address.period !== undefined) return [];
  if (address.form === PROCUREMENT.id) return procurementFigures(disclosure, address);
  return address.form === ASSETS.id ? assetFigures(disclosure, address) : [];
}

/** The columns that may hold all of a row's money, the widest first: the table may add other funds to the appropriations. */
const TOTALS = ['grand-total', 'total', 'general-public'];

function procurementFigures(disclosure: Disclosure, { row, column: wanted }: Address): readonly Figure[] {
  const procurement = rowsOf(disclosure, PROCUREMENT);
  const step = stepOf(disclosure, PROCUREMENT.id);
  const empty = tablesOf(disclosure, PROCUREMENT).find(({ note }) => /无|空表/.test(note ?? ''));
  if (procurement.length === 0 && empty && row === 'total' && wanted === 'total')
    return [{ form: PROCUREMENT.id, row: 'total', column: 'total', fen: 0, step, text: '', origin: empty.origin }];
  const total = procurementTotalRow(disclosure);
  if (row === 'total') {
    const columns = wanted === 'total' ? TOTALS : [wanted];
    return columns.flatMap((column) => {
      const cell = total?.cells[column];
      return cell ? [{ form: PROCUREMENT.id, row: 'total', column, ...cell, step }] : [];
    });
  }
  const letter = KINDS[row];
  const items = procurement.filter(({ kind }) => kind === 'item');
  if (!letter || items.length === 0 || items.some(({ code }) => !/^[ABC]/.test(code ?? ''))) return [];
  // A table of the kinds alone, fund by fund: words speak of one fund or of all of them, and do not say which.
  if (items.every(({ code, cells }) => code!.length === 1 && FUND_IDS.some((id) => cells[id]))) return [];
  const cells = items.filter(({ code }) => code!.startsWith(letter)).flatMap((item) => procurementAmount(item) ?? []);
  const fen = cells.reduce((sum, cell) => sum + cell.fen, 0);
  const first = cells[0] ?? total?.cells.total;
  return first
    ? [
        {
          form: PROCUREMENT.id,
          row: letter,
          column: 'total',
          fen,
          step,
          text: `${letter} 类合计`,
          origin: first.origin,
        },
      ]
    : [];
}

function assetFigures(disclosure: Disclosure, { row, column }: Address): readonly Figure[] {
  const found = row === 'total' ? assetTotalRow(disclosure) : rowsOf(disclosure, ASSETS).find(({ key }) => key === row);
  if (!found?.value || column !== 'value') return [];
  return [{ form: ASSETS.id, row: found.key, column, ...found.value, step: stepOf(disclosure, ASSETS.id) }];
}
