/** Organisation, procurement, assets and duty performance → tables. */
import type {
  AssetRow,
  DutyPerformanceRow,
  OrganizationRow,
  ProcurementRow,
  Quantity,
  TableFormId,
} from '@mingsuan/core/disclosure';
import { normalizeNumber } from '@mingsuan/core/money';
import type { Table, TableCell } from '../layout.ts';
import { amountCell, BLANK, textCell } from './cells.ts';
import { gridTable } from './grid.ts';
import { headerRows } from './header.ts';
import { type RecordColumn, type RecordOptions, recordColumns } from './record-columns.ts';
import type { ColumnKind } from './widths.ts';

type Cells = Readonly<Record<string, TableCell>>;

/** 机构设置情况 as it is printed. */
export function organizationTable(rows: readonly OrganizationRow[], name: string, options: RecordOptions): Table {
  const cells = rows.map(({ unit, nature, rank, funding, note }) => texts({ unit, nature, rank, funding, note }));
  return recordTable('organization', cells, ['unit', 'nature', 'rank', 'funding'], name, options);
}

const PROCUREMENT = ['project', 'item', 'code', 'unit', 'quantity', 'unitPrice', 'total'];

/** A sum's label stands where its items print their project. */
export function procurementTable(rows: readonly ProcurementRow[], name: string, options: RecordOptions): Table {
  const cells = rows.map((row): Cells => {
    const amounts = Object.entries(row.cells).map(([id, cell]) => [id, amountCell(cell, options.unit)]);
    const { project, item, code, unit } = row;
    return {
      ...texts(row.kind === 'item' ? { project, item, code, unit } : { project: row.label, code }),
      projectFunds: amountCell(row.projectFunds, options.unit),
      quantity: quantityCell(row.quantity),
      unitPrice: amountCell(row.unitPrice, options.unit),
      ...Object.fromEntries(amounts),
    };
  });
  return recordTable('procurement', cells, PROCUREMENT, name, options);
}

/** 固定资产占用情况表 as it is printed. */
export function assetTable(rows: readonly AssetRow[], name: string, options: RecordOptions): Table {
  const cells = rows.map((row) => ({
    ...texts({ item: row.label }),
    quantity: quantityCell(row.quantity),
    value: amountCell(row.value, options.unit),
  }));
  return recordTable('assets', cells, ['item', 'quantity', 'value'], name, options);
}

const DUTY = ['duty', 'amount', 'content', 'goal', 'indicator', 'excellent', 'good', 'fair', 'poor'] as const;

/** 部门职责-工作活动绩效目标 as it is printed. */
export function dutyTable(rows: readonly DutyPerformanceRow[], name: string, options: RecordOptions): Table {
  const cells = rows.map(({ amount, origin: _, ...row }) => ({
    ...texts(row),
    amount: amountCell(amount, options.unit),
  }));
  return recordTable('duty-performance', cells, DUTY, name, options);
}

function texts(values: Readonly<Record<string, string | undefined>>): Cells {
  return Object.fromEntries(Object.entries(values).map(([id, text]) => [id, textCell(text)]));
}

/** Quantities as printed where that is the quantity. */
function quantityCell(quantity: Quantity | undefined): TableCell {
  if (!quantity) return BLANK;
  const digits = String(quantity.units).padStart(quantity.scale + 1, '0');
  const whole = digits.slice(0, digits.length - quantity.scale);
  const exact = quantity.scale > 0 ? `${whole}.${digits.slice(-quantity.scale)}` : whole;
  return textCell(normalizeNumber(quantity.text) === exact ? quantity.text : exact);
}

const KINDS: Readonly<Record<string, ColumnKind>> = {
  code: 'text',
  unit: 'text',
  quantity: 'amount',
  unitPrice: 'amount',
  projectFunds: 'amount',
  value: 'amount',
  amount: 'amount',
  project: 'name',
  item: 'name',
};
const TEXT_FORMS: readonly TableFormId[] = ['organization', 'duty-performance'];

function recordTable(
  form: TableFormId,
  cells: readonly Cells[],
  usual: readonly string[],
  name: string,
  options: RecordOptions,
): Table {
  const used = new Set(cells.flatMap((row) => Object.keys(row).filter((id) => row[id]!.text !== '')));
  const columns = recordColumns(form, used, usual, options);
  const head = headerRows(columns.map((column) => column.headers));
  const body = cells.map((row) => columns.map(({ id }) => row[id] ?? BLANK));
  const rows = [...head, ...(body.length > 0 ? body : [columns.map(() => BLANK)])];
  return gridTable({ name, kinds: columns.map((column) => kindOf(form, column)), headRows: head.length, rows });
}

function kindOf(form: TableFormId, { id }: RecordColumn): ColumnKind {
  if (form === 'organization' && id === 'unit') return 'name';
  if (TEXT_FORMS.includes(form)) return KINDS[id] === 'amount' ? 'amount' : 'text';
  return KINDS[id] ?? 'amount';
}
