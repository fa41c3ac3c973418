/** A ledger's money as one list, and where each part of it is printed. */
import { APPROPRIATIONS, type Fund, type Ledger, type SpendingLine, SURPLUS } from '../ledger/ledger.ts';
import type { Fen } from '../money.ts';
import { crossedAt } from '../vocabulary/crossed.ts';
import { FUND_IDS, SOURCE_IDS } from '../vocabulary/index.ts';

export type Kind =
  | 'personnel'
  | 'operating'
  | 'project'
  | 'business'
  | 'remittance'
  | 'affiliate-subsidy'
  | 'distributed'
  | 'left';

/** An amount with all that decides in which cells it counts. `distributed` (结余分配) and `left` (年终结转结余) are not spent in the year. */
export interface Entry {
  readonly item: string;
  readonly economic?: string;
  readonly fund: Fund;
  readonly carried: boolean;
  readonly kind: Kind;
  readonly academic: boolean;
  readonly fen: Fen;
}

/** All money of a ledger as one list, each amount in fen with who pays it, what for, and its kind. */
export function entriesOf({ basic, projects, other, distributed = [], left }: Ledger): readonly Entry[] {
  const entry = ({ item, economic, fund, carried, academic, fen }: SpendingLine, kind: Kind): Entry => ({
    item,
    ...(economic ? { economic } : {}),
    fund,
    carried: carried === true,
    kind,
    academic: academic === true,
    fen,
  });
  return [
    ...basic.map((line) => entry(line, line.nature)),
    ...projects.flatMap(({ lines }) => lines.map((line) => entry(line, 'project'))),
    ...other.map((line) => entry(line, line.kind)),
    ...distributed.map((line) => entry(line, 'distributed')),
    ...left.map((line) => entry(line, 'left')),
  ].filter(({ fen }) => fen !== 0);
}

/** Whether fiscal appropriation (财政拨款) pays it: one of the three budgets. */
export const isAppropriation = ({ fund }: Pick<Entry, 'fund'>): boolean => APPROPRIATIONS.includes(fund);

/** Whether it is expenditure of the year, and neither distributed nor left for the next. */
export const isSpent = ({ kind }: Entry): boolean => kind !== 'left' && kind !== 'distributed';

/** Whether it is basic expenditure (基本支出): personnel or operating. */
export const isBasic = ({ kind }: Entry): boolean => kind === 'personnel' || kind === 'operating';

/** Where a source is shown whose own column or line a template does not print. */
const SOURCE_FALLBACK: Readonly<Record<string, string>> = {
  ...Object.fromEntries(SOURCE_IDS.filter((id) => id !== 'other').map((id) => [id, 'other'])),
  ...Object.fromEntries(FUND_IDS.map((id) => [id, 'appropriation'])),
  'special-account': 'institutional',
  [SURPLUS]: 'other',
  other: 'unit-funds',
};

/** The column or line among `printed` that shows where the money comes from. */
export function sourceShown(entry: Pick<Entry, 'fund' | 'carried'>, printed: ReadonlySet<string>): string | undefined {
  if (entry.carried && printed.has('carryover')) return 'carryover';
  let shown: string | undefined = entry.fund;
  while (shown !== undefined && !printed.has(shown)) shown = SOURCE_FALLBACK[shown];
  return shown;
}

/** Sources that are no appropriation and have lines of their own beside 单位资金. */
const BESIDE_UNIT_FUNDS = new Set(['carryover', 'special-account', SURPLUS]);

export type Test = (entry: Entry) => boolean;

/** Tells which entries a source column or line of that id adds up. */
export function sourceTest(id: string, printed: ReadonlySet<string>): Test {
  switch (id) {
    case 'total':
      return () => true;
    case 'subtotal':
      return (entry) => sourceShown(entry, printed) !== 'carryover';
    case 'appropriation':
      return (entry) => isAppropriation(entry) && sourceShown(entry, printed) !== 'carryover';
    case 'unit-funds':
      return (entry) => !isAppropriation(entry) && !BESIDE_UNIT_FUNDS.has(sourceShown(entry, printed) ?? '');
    default:
      return carriedTest(id) ?? ((entry) => sourceShown(entry, printed) === id);
  }
}

/** Of a column for what was carried over of one source (上年结转结余 / 单位资金), the entries it adds up; undefined of any other. */
function carriedTest(id: string): Test | undefined {
  const crossed = crossedAt(id);
  if (crossed?.measure !== 'carryover') return undefined;
  const { source } = crossed;
  const isUnitFunds = (entry: Entry) => !isAppropriation(entry) && entry.fund !== 'special-account';
  return (entry) => entry.carried && (source === 'unit-funds' ? isUnitFunds(entry) : entry.fund === source);
}

/** Kinds of expenditure, as columns and lines of further panels name them. */
export const KINDS: readonly string[] = [
  'basic',
  'project',
  'personnel',
  'operating',
  'business',
  'remittance',
  'affiliate-subsidy',
];

/** Tells which entries an expenditure column adds up; kinds without a column of their own count as projects. */
export function kindTest(id: string, printed: ReadonlySet<string>): Test {
  switch (id) {
    case 'total':
    case 'amount':
      return isSpent;
    case 'basic':
      return isBasic;
    case 'project':
      return (entry) => entry.kind === 'project' || (isSpent(entry) && !isBasic(entry) && !printed.has(entry.kind));
    case 'personnel':
    case 'operating':
    case 'business':
    case 'remittance':
    case 'affiliate-subsidy':
      return (entry) => entry.kind === id;
    case 'carryover':
      return ({ carried }) => carried;
    case 'revenue':
      return ({ carried }) => !carried;
    case 'year-end':
      return ({ kind }) => kind === 'left';
    default:
      return (entry) => isSpent(entry) && entry.fund === id;
  }
}

/** The fen of all entries that pass a test. */
export function sum(entries: readonly Entry[], test: Test): Fen {
  let total = 0;
  for (const entry of entries) if (test(entry)) total += entry.fen;
  return total;
}
