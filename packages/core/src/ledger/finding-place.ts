/** The cell of the ledger's form that a finding of its document leads to: a line of its code, else the sheet of its table. */
import type { Finding } from '../finding.ts';
import { type AreaId, areasOfForm } from './areas.ts';
import type { SheetRows } from './sheet-rows.ts';
import { LEDGER_SHEETS, type SheetId } from './sheets.ts';

/** A cell of the form, or a whole sheet; `row` counts from 0 among the sheet's rows, `column` among its columns. */
export interface CellPlace {
  readonly sheet: SheetId;
  readonly row?: number;
  readonly column?: number;
}

const SHEET_OF_AREA: Readonly<Record<AreaId, SheetId>> = {
  revenue: 'revenue',
  basic: 'basic',
  projects: 'project-lines',
  other: 'other',
  left: 'left',
  'three-publics': 'basic',
  targets: 'targets',
  procurement: 'procurement',
  assets: 'assets',
  vehicles: 'counts',
  organization: 'organization',
  'last-year': 'last-year',
};

/** Undefined where nothing of the form stands behind it. Where only words say it, the sheet of words does. */
export function placeBehind({ evidence, form }: Finding, rows: SheetRows): CellPlace | undefined {
  for (const each of evidence) {
    const at = each.row === undefined ? undefined : lineOf(each.row, rows);
    if (at) return at;
  }
  const named = [form, ...evidence.map((each) => each.form)].find((each) => each !== undefined);
  if (named === undefined) return evidence.length > 0 ? { sheet: 'texts' } : undefined;
  const [area] = areasOfForm(named);
  return area === undefined ? undefined : { sheet: SHEET_OF_AREA[area] };
}

/** The first line of a functional item or an economic section. */
function lineOf(code: string, rows: SheetRows): CellPlace | undefined {
  const list = { 7: 'function', 5: 'economic' }[/^\d+$/.test(code) ? code.length : 0];
  if (list === undefined) return undefined;
  for (const { id, columns, summed } of LEDGER_SHEETS) {
    const column = columns.findIndex(({ cell }) => cell.is === 'code' && cell.list === list);
    const row = column < 0 || !summed ? -1 : rows[id].findIndex((cells) => cells[column]?.startsWith(code));
    if (row >= 0) return { sheet: id, row, column };
  }
  return undefined;
}
