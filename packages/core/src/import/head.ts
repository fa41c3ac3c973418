/** The head of an export's sheet: which column is which field, which are funds, and the unit of its amounts. */
import { isTotalLabel } from '../forms/index.ts';
import type { SheetText } from '../ledger/find-sheets.ts';
import type { Fund } from '../ledger/ledger.ts';
import type { MoneyUnit } from '../money.ts';
import { squeeze } from '../text/fold.ts';
import { areAmounts, areNamesOf, type ToldByCells, toldByCells } from './by-cells.ts';
import { IMPORT_FIELDS, type ImportField, type ImportMapping } from './mapping.ts';

export interface ColumnOf<F extends string = ImportField> {
  readonly row: number;
  readonly fields: ReadonlyMap<F, number>;
  readonly funds: readonly { readonly fund: Fund; readonly at: number }[];
  readonly unknown: readonly { readonly text: string; readonly at: number }[];
  readonly unit: MoneyUnit;
}

const HEADER_ROWS = 15;
/** So many columns must be known before a row is a head. */
const FEWEST = 3;

/** What a mapping says of an export's head, for its own fields. */
export interface HeadMapping<F extends string> extends Pick<ImportMapping, 'ignored'> {
  readonly headings: Readonly<Partial<Record<F, readonly string[]>>>;
  readonly fundHeadings?: ImportMapping['fundHeadings'];
}

/** A head with the columns that nobody knows by their headings, and that their cells tell. */
export interface BudgetHead extends ColumnOf {
  readonly told: readonly { readonly text: string; readonly at: number; readonly field: ImportField }[];
  /** Columns with the names of the codes that another has. */
  readonly names: ReadonlyMap<'item' | 'economic', number>;
}

/** The row that names most fields of a budget's export; undefined where none names enough. */
export function headOf(sheet: SheetText, mapping: ImportMapping): BudgetHead | undefined {
  const head = headFor(sheet, mapping, IMPORT_FIELDS);
  if (!head) return undefined;
  const below = sheet.rows.slice(head.row + 1).filter((cells) => !isSumRow(cells) && !isHeading(cells, head));
  const fields = new Map(head.fields);
  const told: { text: string; at: number; field: ImportField }[] = [];
  const column = (at: number) => below.map((cells) => cells[at] ?? '');
  const unread = head.unknown.filter(({ text, at }) => {
    const is: ToldByCells | undefined = toldByCells(column(at), mapping);
    if (is === undefined || (is !== 'counted' && fields.has(is))) return true;
    if (is === 'counted') return false;
    fields.set(is, at);
    told.push({ text, at, field: is });
    return false;
  });
  const names = new Map<'item' | 'economic', number>();
  const unnamed = unread.filter(({ at }) => {
    const of = (['item', 'economic', 'governmentEconomic'] as const).find((field) => {
      const codes = fields.get(field);
      return (
        codes !== undefined &&
        areNamesOf(
          field,
          below.map((cells) => ({ name: cells[at] ?? '', code: cells[codes] ?? '' })),
        )
      );
    });
    if (of === 'item' || of === 'economic') names.set(of, at);
    return of === undefined;
  });
  // The only money in an export is its amount, whatever it is called.
  const sums = sheet.rows.slice(head.row + 1).filter(isSumRow);
  const money = unnamed.filter(({ at }) =>
    areAmounts(
      column(at),
      sums.map((cells) => cells[at] ?? ''),
    ),
  );
  const [amount] = money;
  if (!amount || money.length > 1 || fields.has('amount') || head.funds.length > 0)
    return { ...head, fields, unknown: unnamed, told, names };
  fields.set('amount', amount.at);
  told.push({ ...amount, field: 'amount' });
  return { ...head, fields, unknown: unnamed.filter((each) => each !== amount), told, names };
}

/** Whether a row of an export is a sum of others: 合计 and its like stand at its beginning. */
export const isSumRow = (cells: readonly string[]): boolean =>
  cells.slice(0, 4).some((text) => text.trim() !== '' && isTotalLabel(squeeze(text)));

/** Whether a row has but one text beside its money: the heading or the sum of those under it. */
const isHeading = (cells: readonly string[], { fields, funds }: ColumnOf): boolean => {
  const money = new Set([...funds.map(({ at }) => at), fields.get('amount')]);
  return cells.filter((text, at) => text.trim() !== '' && !money.has(at)).length <= 1;
};

/** As `headOf`, of an export with other fields. */
export function headFor<F extends string>(
  { rows }: SheetText,
  mapping: HeadMapping<F>,
  of: readonly F[],
): ColumnOf<F> | undefined {
  const found = rows.slice(0, HEADER_ROWS).map((cells, row) => columnsOf(cells, row, mapping, of));
  const best = found.reduce<ColumnOf<F> | undefined>((a, b) => (a && sizeOf(a) >= sizeOf(b) ? a : b), undefined);
  if (!best || sizeOf(best) < FEWEST) return undefined;
  const above = rows
    .slice(0, best.row + 1)
    .flat()
    .join(' ');
  return { ...best, unit: /万元/.test(above) ? '万元' : '元' };
}

const sizeOf = ({ fields, funds }: ColumnOf<string>) => fields.size + funds.length;

/** Without a unit in brackets: 金额（元）. */
const headingKey = (text: string): string =>
  squeeze(text)
    .replace(/[（(][^（()）]*元[）)]$/, '')
    .replace(/\*$/, '');

function columnsOf<F extends string>(
  cells: readonly string[],
  row: number,
  mapping: HeadMapping<F>,
  of: readonly F[],
): ColumnOf<F> {
  const fields = new Map<F, number>();
  const funds: { fund: Fund; at: number }[] = [];
  const unknown: { text: string; at: number }[] = [];
  const headings = cells.map(headingKey);
  const taken = new Set<number>();
  for (const field of of) {
    // The words of a field stand in the order of their worth: 金额 before 合计.
    for (const word of mapping.headings[field] ?? []) {
      const at = headings.findIndex((heading, i) => !taken.has(i) && heading === headingKey(word));
      if (at < 0) continue;
      fields.set(field, at);
      taken.add(at);
      break;
    }
  }
  for (const [at, heading] of headings.entries()) {
    if (heading === '' || taken.has(at) || mapping.ignored?.some((word) => headingKey(word) === heading)) continue;
    const fund = (Object.entries(mapping.fundHeadings ?? {}) as [Fund, readonly string[]][]).find(([, words]) =>
      words.some((word) => headingKey(word) === heading),
    )?.[0];
    if (fund) funds.push({ fund, at });
    else unknown.push({ text: cells[at]!.trim(), at });
  }
  return { row, fields, funds, unknown, unit: '元' };
}
