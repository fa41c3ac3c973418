/** 政府采购预算表: a 合计 row and the ledger's items, their money in the columns the template prints. */
import type { ProcurementRow } from '../disclosure.ts';
import { APPROPRIATIONS, type Ledger, type ProcurementItem, type Source } from '../ledger/ledger.ts';
import type { Fen } from '../money.ts';
import { parseQuantity } from '../quantity.ts';
import type { TemplateForm } from '../templates/index.ts';
import { amountColumns, printAmount, printCells } from './print.ts';

/** What pays where no project does. */
export const OPERATING_NAME = '公用经费';

const TEXT: readonly string[] = ['project', 'projectFunds', 'item', 'unit', 'quantity', 'unitPrice'];

/** The columns that may show a source, the best first. */
function columnsFor({ fund, carried }: Source): readonly string[] {
  const isAppropriation = APPROPRIATIONS.includes(fund);
  return [
    ...(carried ? [isAppropriation ? 'appropriation-carryover' : 'other-carryover'] : []),
    fund,
    ...(isAppropriation ? [] : ['unit-funds']),
    'other-funds',
  ];
}

/** The rows of 政府采购预算表, 合计 first; none where the ledger buys nothing. */
export function compileProcurement(ledger: Ledger, form: TemplateForm): ProcurementRow[] {
  if (ledger.procurement.length === 0) return [];
  const columns = amountColumns(form).filter((id) => !TEXT.includes(id));
  const amounts = ledger.procurement.map((item) => amountsOf(item, columns));
  const total = Object.fromEntries(
    columns.map((id) => [id, amounts.reduce((sum, own) => sum + (own[id] ?? 0), 0)] as const),
  );
  return [
    { kind: 'total', label: '合计', cells: printCells(total, form.unit), origin: {} },
    ...ledger.procurement.map((item, i) => itemRow(ledger, form, item, amounts[i]!)),
  ];
}

function amountsOf({ amounts, sme }: ProcurementItem, columns: readonly string[]): Record<string, Fen> {
  const shown: Record<string, Fen> = {};
  const add = (id: string, fen: Fen) => {
    if (columns.includes(id)) shown[id] = (shown[id] ?? 0) + fen;
  };
  for (const line of amounts) {
    const column = columnsFor(line).find((id) => columns.includes(id));
    if (column) add(column, line.fen);
    add('grand-total', line.fen);
    // Where a grand total stands, 合计 is the budget's own money only.
    if (column !== 'other-funds' || !columns.includes('grand-total')) add('total', line.fen);
  }
  if (sme !== undefined) add('sme', sme);
  return shown;
}

function itemRow(
  ledger: Ledger,
  { unit: moneyUnit }: TemplateForm,
  { project = OPERATING_NAME, item, code, unit, quantity, unitPrice }: ProcurementItem,
  amounts: Record<string, Fen>,
): ProcurementRow {
  const funds = projectFunds(ledger, project);
  const count = parseQuantity(quantity);
  return {
    kind: 'item',
    label: project,
    project,
    ...(funds === undefined ? {} : { projectFunds: printAmount(funds, moneyUnit) }),
    item,
    ...(code ? { code } : {}),
    ...(unit ? { unit } : {}),
    ...(count ? { quantity: count } : {}),
    unitPrice: printAmount(unitPrice, moneyUnit),
    cells: printCells(amounts, moneyUnit),
    origin: {},
  };
}

/** The money of the project of that name, or all operating expenditure; undefined where there is no such project. */
export function projectFunds({ projects, basic }: Ledger, name: string | undefined): Fen | undefined {
  const total = (lines: readonly { readonly fen: Fen }[]) => lines.reduce((sum, { fen }) => sum + fen, 0);
  const named = projects.filter((project) => project.name === name);
  if (named.length > 0) return total(named.flatMap(({ lines }) => lines));
  const isOperating = name === undefined || name === OPERATING_NAME;
  return isOperating ? total(basic.filter(({ nature }) => nature === 'operating')) : undefined;
}
