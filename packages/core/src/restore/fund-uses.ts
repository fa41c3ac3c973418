/** Who pays for what: each item's expenditure by kind, and the sources that pay it, as far as tables tell and spread where they do not. */
import type { Disclosure, StatementFormId } from '../disclosure.ts';
import { figure } from '../figures/index.ts';
import { APPROPRIATIONS, type Fund, SURPLUS } from '../ledger/ledger.ts';
import type { Guess } from '../ledger/unconfirmed.ts';
import { addressOf } from '../model/quantity.ts';
import type { Fen } from '../money.ts';
import { crossedColumn } from '../vocabulary/crossed.ts';
import { conceptById } from '../vocabulary/index.ts';
import { type Flow, flowsOf, OWN_FUNDS, sum } from './flows.ts';
import { type CodedTable, codedTable, columnSum, type LineFigures, lineFigures } from './published.ts';
import { spread } from './spread.ts';

export type UseKind = 'basic' | 'project' | 'business' | 'remittance' | 'affiliate-subsidy' | 'distributed' | 'left';

/** An amount of one item, kind and source. */
export interface FundUse {
  readonly item: string;
  readonly kind: UseKind;
  readonly fund: Fund;
  readonly carried: boolean;
  readonly fen: Fen;
  /** How it was guessed, where tables do not tell it. */
  readonly guess?: Guess | undefined;
}

const KINDS = ['basic', 'project', 'business', 'remittance', 'affiliate-subsidy'] as const;

/** Balance lines of the sources beside appropriations. */
const ROLES: Readonly<Partial<Record<Fund, string>>> = {
  'special-account': '财政专户',
  institutional: '事业收入',
  business: '经营收入',
  'superior-subsidy': '上级补助',
  'affiliate-payment': '附属单位上缴',
  other: '其他收入',
  [SURPLUS]: conceptById(SURPLUS).role!,
};

type ByKind = Partial<Record<UseKind, Fen>>;

/** Each item's expenditure by kind and source, in fen, from the published tables. */
export function usesOf(disclosure: Disclosure): readonly FundUse[] {
  const expenditure = codedTable(disclosure, 'expenditure');
  const revenue = codedTable(disclosure, 'revenue');
  const funds = APPROPRIATIONS.map((fund) => codedTable(disclosure, fund as StatementFormId));
  const line = lineFigures(disclosure);
  const items = [
    ...new Set([expenditure, revenue, ...funds].flatMap((table) => [...(table?.leaves.keys() ?? [])])),
  ].sort();

  const appropriated = items.map((item) => funds.map((table) => byFundTable(table, item)));
  const own = items.map((item, i) => {
    const printed = expenditure?.leaves.get(item) ?? {};
    const { personnel = 0, operating = 0, basic = personnel + operating } = printed;
    const spent: ByKind = { ...printed, basic };
    return Object.fromEntries(
      KINDS.map((kind) => [kind, Math.max(0, (spent[kind] ?? 0) - sum(appropriated[i]!.map((by) => by[kind] ?? 0)))]),
    ) as ByKind;
  });
  const spent = items.map((_, i) => [...appropriated[i]!, own[i]!].map((by) => sum(Object.values(by))));
  const flows = flowsOf({ items, spent, revenue, line });
  const withheld = new Set([expenditure, revenue, ...funds].flatMap((table) => [...(table?.withheld ?? [])]));
  const uses = [
    ...items.flatMap((item, i) => appropriationUses(item, appropriated[i]!, flows[i]!)),
    ...ownUses(items, own, flows, revenue, line),
  ].filter(({ fen }) => fen > 0);
  const special = figure(disclosure, addressOf(`revenue[total].${CARRIED_SPECIAL}`)).figure?.fen ?? 0;
  const known = fromSpecialAccount(uses, special);
  return distribution(known, line('balance.expenditure', '结余分配', 'amount') ?? 0).map((use) =>
    withheld.has(use.item) ? { ...use, guess: 'withheld' } : use,
  );
}

const CARRIED_SPECIAL = crossedColumn('carryover', 'special-account');

/** Of what was carried over of other money than appropriations, the part that tables print as the special account's. */
function fromSpecialAccount(uses: readonly FundUse[], whole: Fen): readonly FundUse[] {
  let rest = whole;
  return uses.flatMap((use): FundUse[] => {
    if (!use.carried || use.fund !== 'other' || rest === 0) return [use];
    const fen = Math.min(rest, use.fen);
    rest -= fen;
    const parts: FundUse[] = [
      { ...use, fund: 'special-account', fen, guess: use.guess ?? 'spread' },
      { ...use, fen: use.fen - fen },
    ];
    return parts.filter((part) => part.fen > 0);
  });
}

/** Of what is left of the unit's own money, the part that is distributed. */
function distribution(uses: readonly FundUse[], whole: Fen): readonly FundUse[] {
  let rest = whole;
  return uses.flatMap((use): FundUse[] => {
    if (use.kind !== 'left' || APPROPRIATIONS.includes(use.fund) || rest === 0) return [use];
    const fen = Math.min(rest, use.fen);
    rest -= fen;
    const parts: FundUse[] = [
      { ...use, kind: 'distributed', fen, guess: use.guess ?? 'spread' },
      { ...use, fen: use.fen - fen },
    ];
    return parts.filter((part) => part.fen > 0);
  });
}

function byFundTable(table: CodedTable | undefined, item: string): ByKind {
  const printed = table?.leaves.get(item) ?? {};
  const { total = 0, personnel = 0, operating = 0, basic = personnel + operating } = printed;
  const { project = Math.max(0, total - basic) } = printed;
  return { basic, project };
}

/** Money of last year is taken to pay projects first. */
function appropriationUses(item: string, byFund: readonly ByKind[], { carried, left, certain }: Flow): FundUse[] {
  return APPROPRIATIONS.flatMap((fund, f) => {
    const needs: ByKind = { ...byFund[f]!, left: left[f]! };
    const use = { item, fund, guess: certain ? undefined : ('spread' as const) };
    let rest = carried[f]!;
    return (['project', 'basic', 'left'] as const).flatMap((kind): FundUse[] => {
      const fen = needs[kind] ?? 0;
      const before = Math.min(rest, fen);
      rest -= before;
      return [
        { ...use, kind, carried: true, fen: before },
        { ...use, kind, carried: false, fen: fen - before },
      ];
    });
  });
}

/** What appropriations do not pay is paid by the other sources, whose totals are printed, and their items mostly too. */
function ownUses(
  items: readonly string[],
  own: readonly ByKind[],
  flows: readonly Flow[],
  revenue: CodedTable | undefined,
  line: LineFigures,
): FundUse[] {
  const last = APPROPRIATIONS.length;
  const needs = own.map((by, i): ByKind => ({ ...by, left: flows[i]!.left[last]! }));
  const rows = needs.map((need) => sum(Object.values(need)));
  if (sum(rows) === 0) return [];
  const carried = flows.map((flow) => flow.carried[last]!);
  const totals = OWN_FUNDS.map((fund) => {
    const stated = columnSum(revenue, fund);
    return stated > 0 ? stated : (line('balance.revenue', ROLES[fund]!, 'amount') ?? 0);
  });
  // A source that no table names is 其他收入.
  totals[OWN_FUNDS.indexOf('other')]! += Math.max(
    0,
    sum(rows) - sum(totals) - Math.max(0, sum(carried) - totals[OWN_FUNDS.indexOf(SURPLUS)]!),
  );
  const statesItems = revenue !== undefined && revenue.leaves.size > 0;
  // What was saved before is, by item, part of what the flows take for carried over.
  const before = Math.max(0, sum(carried) - totals[OWN_FUNDS.indexOf(SURPLUS)]!);
  const bySource = spread(rows, [...totals, before], (i, s) => {
    if (!statesItems) return 1;
    const fund = OWN_FUNDS[s];
    const printed = revenue.leaves.get(items[i]!) ?? {};
    const savedHere = revenue.columns.has(SURPLUS) ? (printed[SURPLUS] ?? 0) : undefined;
    if (fund === undefined) return Math.max(0, carried[i]! - (savedHere ?? 0));
    return fund === SURPLUS ? (savedHere ?? carried[i]!) : (printed[fund] ?? 0);
  });
  return items.flatMap((item, i) => {
    const kinds = Object.entries(needs[i]!) as [UseKind, Fen][];
    const byKind = spread(
      kinds.map(([, fen]) => fen),
      bySource.cells[i]!,
      (k, s) => (kinds[k]![0] === 'business' && OWN_FUNDS[s] !== 'business' ? 0 : 1),
    );
    const isSure = (bySource.certain || statesItems) && byKind.certain && flows[i]!.certain;
    const guess = isSure ? undefined : ('spread' as const);
    return kinds.flatMap(([kind], k) =>
      byKind.cells[k]!.map((fen, s): FundUse => {
        const fund = OWN_FUNDS[s];
        return { item, kind, fund: fund ?? 'other', carried: fund === undefined, fen, guess };
      }),
    );
  });
}
