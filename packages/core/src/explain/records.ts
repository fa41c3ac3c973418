/** What a ledger tells beside the tables that its template prints. */

import type { Cell, Disclosure } from '../disclosure.ts';
import type { ProcurementRow, RecordRow, TableFormId, TableKind } from '../kinds/index.ts';
import { ORGANIZATION, PROCUREMENT } from '../kinds/index.ts';
import type { OrganizationLine, ProcurementItem, Project } from '../ledger/ledger.ts';
import { projectNamed } from '../ledger/projects.ts';
import { rowsOf, tableOf, tablesFrom } from '../model/tables.ts';
import { type Fen, formatAmount } from '../money.ts';

/** A whole ledger is one. */
export interface LedgerRecords {
  readonly projects?: readonly Project[];
  readonly procurement?: readonly ProcurementItem[];
  readonly organization?: readonly OrganizationLine[];
  /** 机关运行经费 of a department whose units are of several natures. */
  readonly agencyOperating?: Fen;
}

/** The disclosure with the procurement and the units that it has no table of. */
export function withRecords(disclosure: Disclosure, ledger: LedgerRecords | undefined): Disclosure {
  if (!ledger) return disclosure;
  const { procurement = [], organization = [], projects = [] } = ledger;
  const units = organization.map((row) => ({ ...row, origin: {} }));
  return withRows(withRows(disclosure, PROCUREMENT, procurementRows(procurement, projects)), ORGANIZATION, units);
}

/** The rows of a kind where the disclosure has none. */
function withRows<Row extends RecordRow>(
  disclosure: Disclosure,
  kind: TableKind<Row, TableFormId>,
  rows: readonly Row[],
): Disclosure {
  if (rowsOf(disclosure, kind).length > 0 || rows.length === 0) return disclosure;
  const printed = tableOf(disclosure, kind);
  const others = disclosure.tables.filter((table) => table !== printed);
  return { ...disclosure, tables: [...others, ...tablesFrom(kind, rows, printed)] };
}

function procurementRows(items: readonly ProcurementItem[], projects: readonly Project[]): readonly ProcurementRow[] {
  if (items.length === 0) return [];
  const amounts = items.map((item) => item.amounts.reduce((sum, { fen }) => sum + fen, 0));
  const total = amounts.reduce((sum, fen) => sum + fen, 0);
  const sme = items.reduce((sum, item) => sum + (item.sme ?? 0), 0);
  return [
    { kind: 'total', label: '合计', cells: { total: cell(total), sme: cell(sme) }, origin: {} },
    ...items.map(
      ({ item, code, project }, i): ProcurementRow => ({
        kind: 'item',
        label: item,
        item,
        ...(code ? { code } : {}),
        ...(project ? { project: projectNamed(projects, project)?.name ?? project } : {}),
        cells: { total: cell(amounts[i]!) },
        origin: {},
      }),
    ),
  ];
}

const cell = (fen: Fen): Cell => ({ fen, text: formatAmount(fen, '万元'), origin: {} });
