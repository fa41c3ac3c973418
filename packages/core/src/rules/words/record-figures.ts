/** Figures of the procurement and asset tables that the words repeat. */
import type { Cell, Disclosure } from '../../disclosure.ts';
import { assetTotalRow, procurementAmount, procurementTotalRow } from '../../figures/record-totals.ts';
import type { TableFigure } from '../../words/tables.ts';

const KINDS: Readonly<Record<string, string>> = { goods: 'A', works: 'B', services: 'C' };

/** What the procurement or asset table prints of a quantity that words name, in fen. */
export function recordFigures(disclosure: Disclosure, quantity: string): readonly TableFigure[] {
  const match = /^(procurement|assets)\[(.+)\]$/.exec(quantity);
  if (!match) return [];
  return match[1] === 'assets' ? assetFigures(disclosure, match[2]!) : procurementFigures(disclosure, match[2]!);
}

const TOTALS = ['grand-total', 'total', 'general-public'];

function procurementFigures({ procurement, tables }: Disclosure, row: string): readonly TableFigure[] {
  const empty = tables.find(({ form, note }) => form === 'procurement' && /无|空表/.test(note ?? ''));
  if (procurement.length === 0 && empty && row === 'total')
    return [
      { form: 'procurement', row: 'total', column: 'total', fen: 0, step: 10_000, text: '', origin: empty.origin },
    ];
  const total = procurementTotalRow({ procurement });
  if (row === 'total' || row === 'sme') {
    const columns = row === 'sme' ? ['sme'] : TOTALS;
    return columns.flatMap((column) => {
      const cell = total?.cells[column];
      return cell ? [figure('procurement', 'total', column, cell)] : [];
    });
  }
  const letter = KINDS[row];
  const items = procurement.filter(({ kind }) => kind === 'item');
  if (!letter || items.length === 0 || items.some(({ code }) => !/^[ABC]/.test(code ?? ''))) return [];
  const cells = items.filter(({ code }) => code!.startsWith(letter)).flatMap((item) => procurementAmount(item) ?? []);
  const fen = cells.reduce((sum, cell) => sum + cell.fen, 0);
  const first = cells[0] ?? total?.cells.total;
  return first ? [{ ...figure('procurement', letter, 'total', first), fen, text: `${letter} 类合计` }] : [];
}

function assetFigures(disclosure: Disclosure, row: string): readonly TableFigure[] {
  const total = row === 'value' ? assetTotalRow(disclosure) : undefined;
  return total?.value ? [figure('assets', total.key, 'value', total.value)] : [];
}

const figure = (form: TableFigure['form'], row: string, column: string, { fen, text, origin }: Cell): TableFigure => ({
  form,
  row,
  column,
  fen,
  text,
  origin,
  step: 10_000,
});
