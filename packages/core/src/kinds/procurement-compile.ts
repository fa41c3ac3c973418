/** How the rows of 政府采购预算表 are compiled: from the ledger's items, each with the money of what pays for it. */
import { amountColumns, printAmount, printCells } from '../compile/print.ts';
import { APPROPRIATIONS, type Ledger, type ProcurementItem, type Project, type Source } from '../ledger/ledger.ts';
import { projectNamed } from '../ledger/projects.ts';
import type { Fen } from '../money.ts';
import { parseQuantity } from '../quantity.ts';
import type { Asked, PrintedForm } from './kind.ts';
import { PROCUREMENT_FIELDS, type ProcurementRow } from './procurement-fields.ts';

/** What pays where no project does. */
const OPERATING_NAME = '公用经费';

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

/** A 合计 row and the ledger's items, their money in fen in the columns that the template prints; nothing where the ledger buys nothing. */
export function compileProcurement(ledger: Ledger, form: PrintedForm): ProcurementRow[] {
  if (ledger.procurement.length === 0) return [];
  const columns = amountColumns(form).filter((id) => id in PROCUREMENT_FIELDS.cells.fields);
  const shown = ledger.procurement.map((item) => amountsOf(item, columns));
  const total = Object.fromEntries(
    columns.map((id) => [id, shown.reduce((sum, own) => sum + (own[id] ?? 0), 0)] as const),
  );
  return [
    { kind: 'total', label: '合计', cells: printCells(total, form.unit, form.amounts), origin: {} },
    ...ledger.procurement.map((item, i) => itemRow(ledger, form, item, shown[i]!)),
  ];
}

/** Purchases that lack how many or at which price, where the table prints it. */
export function asksOfProcurement({ procurement }: Ledger, { columns }: PrintedForm): readonly Asked[] {
  const printed = columns.map(([id]) => id);
  const [hasQuantity, hasPrice] = [printed.includes('quantity'), printed.includes('unitPrice')];
  return procurement.flatMap(({ item, quantity, unitPrice }, i): readonly Asked[] => {
    const lacks = [
      ...(hasQuantity && quantity === undefined ? [['quantity', '数量'] as const] : []),
      ...(hasPrice && unitPrice === undefined ? [['unitPrice', '单价'] as const] : []),
    ];
    const [first] = lacks;
    if (!first) return [];
    const message = `采购“${item}”的${lacks.map(([, name]) => name).join('、')}没有填：请补填。`;
    return [{ code: 'procurement-unknown', path: `procurement[${i}].${first[0]}`, message }];
  });
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
  { unit: moneyUnit, amounts }: Pick<PrintedForm, 'unit' | 'amounts'>,
  { project: paidBy, item, code, unit, quantity, unitPrice }: ProcurementItem,
  shown: Record<string, Fen>,
): ProcurementRow {
  const own = paidBy === undefined ? undefined : projectNamed(ledger.projects, paidBy);
  const project = own?.name ?? paidBy ?? OPERATING_NAME;
  const funds = fundsOf(ledger, own, project);
  const count = parseQuantity(quantity ?? '');
  return {
    kind: 'item',
    label: project,
    project,
    ...(funds === undefined ? {} : { projectFunds: printAmount(funds, moneyUnit, amounts) }),
    item,
    ...(code ? { code } : {}),
    ...(unit ? { unit } : {}),
    ...(count ? { quantity: count } : {}),
    ...(unitPrice === undefined ? {} : { unitPrice: printAmount(unitPrice, moneyUnit, amounts) }),
    cells: printCells(shown, moneyUnit, amounts),
    origin: {},
  };
}

/** The money of the project, or all operating expenditure; undefined where there is no such project. */
function fundsOf({ basic }: Ledger, project: Project | undefined, name: string): Fen | undefined {
  const total = (lines: readonly { readonly fen: Fen }[]) => lines.reduce((sum, { fen }) => sum + fen, 0);
  if (project) return total(project.lines);
  return name === OPERATING_NAME ? total(basic.filter(({ nature }) => nature === 'operating')) : undefined;
}
