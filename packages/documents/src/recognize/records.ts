/** Logical tables of free rows: procurement, assets, organisation, duty performance. */
import type {
  AssetRow,
  Cell,
  DutyPerformanceRow,
  OrganizationRow,
  Origin,
  ProcurementRow,
  Quantity,
} from '@mingsuan/core/disclosure';
import { isTotalLabel } from '@mingsuan/core/forms/index';
import { normalizeNumber } from '@mingsuan/core/money';
import { joinWrapped, squeeze, unspaced } from '@mingsuan/core/text/fold';
import { lineKey } from '@mingsuan/core/text/numbering';
import type { TableCell } from '../layout.ts';
import { readAmount, type StatementContext } from './amounts.ts';
import type { GridRow, LogicalTable, TablePiece } from './logical-tables.ts';

/** A row's texts by column id, with the place of the first filled one. */
interface Record_ {
  readonly text: (id: string) => string | undefined;
  readonly cell: (id: string) => TableCell | undefined;
  readonly all: readonly string[];
  readonly origin: Origin;
}

function record(row: GridRow, piece: TablePiece): Record_ {
  const at = new Map<string, TableCell>();
  piece.roles.forEach((role, i) => {
    if (role.kind === 'value' && row[i]) at.set(role.id, row[i]);
  });
  const text = (id: string) => {
    const value = joinWrapped(at.get(id)?.text ?? '');
    return value === '' ? undefined : value;
  };
  const all = row.map((cell) => joinWrapped(cell.text)).filter((cell) => cell !== '');
  return {
    text,
    cell: (id) => at.get(id),
    all,
    origin: (row.find((cell) => squeeze(cell.text) !== '') ?? row[0]!).origin,
  };
}

/** The rows of a table by its columns, blank ones left out. */
export function records(table: LogicalTable): Record_[] {
  return table.pieces
    .flatMap((piece) => piece.rows.map((row) => record(row, piece)))
    .filter((row) => row.all.length > 0);
}

/** A printed count as an exact decimal; undefined where the text is none. */
export function readQuantity(cell: TableCell | undefined): Quantity | undefined {
  const match = cell && /^(\d+)(?:\.(\d+))?$/.exec(normalizeNumber(cell.text));
  if (!cell || !match) return undefined;
  const fraction = match[2] ?? '';
  return { units: Number(match[1]! + fraction), scale: fraction.length, text: cell.text.trim(), origin: cell.origin };
}

/** Copies the texts that are there; an absent one stays absent. */
function pick<K extends string>(row: Record_, ids: readonly K[]): Partial<Record<K, string>> {
  const picked: Partial<Record<K, string>> = {};
  for (const id of ids) {
    const value = row.text(id);
    if (value !== undefined) picked[id] = value;
  }
  return picked;
}

const PROCUREMENT_TEXT = new Set(['project', 'projectFunds', 'item', 'code', 'unit', 'quantity', 'unitPrice']);

/** The rows of 政府采购预算表, amounts in fen. */
export function readProcurement(table: LogicalTable, context: StatementContext): ProcurementRow[] {
  return records(table).map((row) => {
    const cells: Record<string, Cell> = {};
    for (const column of table.form!.columns) {
      const cell = PROCUREMENT_TEXT.has(column.id) ? undefined : row.cell(column.id);
      const amount = cell && readAmount(cell, context, table.title);
      if (amount) cells[column.id] = amount;
    }
    const label = row.text('project') ?? row.text('item') ?? row.all[0]!;
    const kind = isTotalLabel(label) ? 'total' : /小计$/.test(squeeze(label)) ? 'subtotal' : 'item';
    const amount = (id: string) => {
      const cell = row.cell(id);
      return cell && readAmount(cell, context, table.title);
    };
    const code = unspaced(row.text('code') ?? '') || undefined;
    const projectFunds = amount('projectFunds');
    const unitPrice = amount('unitPrice');
    const quantity = readQuantity(row.cell('quantity'));
    return {
      kind,
      label: squeeze(label),
      ...(kind === 'item' ? pick(row, ['project', 'item', 'unit']) : {}),
      ...(code ? { code } : {}),
      ...(projectFunds ? { projectFunds } : {}),
      ...(quantity ? { quantity } : {}),
      ...(unitPrice ? { unitPrice } : {}),
      cells,
      origin: row.origin,
    };
  });
}

/** The lines of 固定资产占用情况表, parts under their whole, values in fen. */
export function readAssets(table: LogicalTable, context: StatementContext): AssetRow[] {
  let parent: string | undefined;
  return records(table).flatMap((row) => {
    const label = row.text('item') ?? row.all[0]!;
    const valueCell = row.cell('value');
    const value = valueCell && readAmount(valueCell, context, table.title);
    const quantity = readQuantity(row.cell('quantity'));
    const within = /^其中/.test(label);
    if (!within) parent = lineKey(label);
    return [
      {
        key: lineKey(label),
        label,
        ...(within && parent ? { partOf: parent } : {}),
        ...(quantity ? { quantity } : {}),
        ...(value ? { value } : {}),
        origin: row.origin,
      },
    ];
  });
}

/** The rows of 机构设置情况. */
export function readOrganization(table: LogicalTable): OrganizationRow[] {
  return records(table).flatMap((row) => {
    const unit = row.text('unit');
    return unit ? [{ unit, ...pick(row, ['nature', 'rank', 'funding', 'note']), origin: row.origin }] : [];
  });
}

const DUTY_TEXT = ['content', 'goal', 'indicator', 'excellent', 'good', 'fair', 'poor'] as const;
const NUMBERED = /^(?:[一二三四五六七八九十]+|\d+|[（(][一二三四五六七八九十\d]+[）)])[、.．]?/;

/** The rows of 部门职责-工作活动绩效目标, amounts in fen. */
export function readDutyPerformance(table: LogicalTable, context: StatementContext): DutyPerformanceRow[] {
  const rows: DutyPerformanceRow[] = [];
  for (const piece of table.pieces) {
    piece.rows.forEach((grid, index) => {
      const row = record(grid, piece);
      if (row.all.length === 0) return;
      const amountCell = row.cell('amount');
      const amount = amountCell && readAmount(amountCell, context, table.title);
      const read: DutyPerformanceRow = {
        duty: row.text('duty') ?? '',
        ...(amount ? { amount } : {}),
        ...pick(row, DUTY_TEXT),
        origin: row.origin,
      };
      const torn =
        index === 0 && rows.length > 0 && !amount && !NUMBERED.test(read.duty) && read.excellent === undefined;
      if (torn || (read.duty === '' && rows.length > 0)) rows.push(joined(rows.pop()!, read));
      else rows.push(read);
    });
  }
  return rows;
}

/** A row that a page break tore: each text goes on where it stopped. */
function joined(head: DutyPerformanceRow, tail: DutyPerformanceRow): DutyPerformanceRow {
  const texts = Object.fromEntries(
    (['duty', ...DUTY_TEXT] as const).flatMap((id) => {
      const text = `${head[id] ?? ''}${tail[id] ?? ''}`;
      return text ? [[id, text]] : [];
    }),
  );
  return { ...head, ...texts, duty: texts.duty ?? '' };
}
