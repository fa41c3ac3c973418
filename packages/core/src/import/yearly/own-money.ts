/** An item's own money, that appropriations do not pay: from 财决02 and 03表, or from the sums of 财决01表 where 02 is lacking. */
import { SURPLUS } from '../../ledger/ledger.ts';
import type { Fen } from '../../money.ts';
import { conceptById } from '../../vocabulary/index.ts';
import type { Group } from './groups.ts';
import { FUND_TABLES, type Paid, pay, type Source, SPENT, sum, type Use, usesOf, yuan } from './paid.ts';
import type { YearlyReport } from './report.ts';

const OWN_SOURCES = [
  'superior-subsidy',
  'special-account',
  'institutional',
  'business',
  'affiliate-payment',
  'other',
] as const;

/** An item's own money: what it had before, was saved, came in by source, was distributed and is left. */
export interface OwnFlow {
  readonly before: Fen;
  readonly saved: Fen;
  readonly sources: readonly Source[];
  readonly distributed: Fen;
  readonly left: Fen;
  readonly isGuess: boolean;
}

/** Each item's own money. */
export function ownFlows(
  report: YearlyReport,
  items: readonly string[],
  problems: string[],
): ReadonlyMap<string, OwnFlow> {
  const { byItem, balance } = report;
  const flows = byItem.get('02');
  const appropriated = (item: string, field: string) =>
    sum(FUND_TABLES.map(([, id]) => byItem.get(id)?.get(item)?.[field] ?? 0));
  const sourcesOf = (item: string): Source[] => {
    const received = byItem.get('03')?.get(item) ?? {};
    return OWN_SOURCES.map((fund) => {
      // 教育收费 is printed as a part of 事业收入.
      const fen = (received[fund] ?? 0) - (fund === 'institutional' ? (received['special-account'] ?? 0) : 0);
      return { fund, carried: false, fen };
    }).filter(({ fen }) => fen > 0);
  };
  if (flows)
    return new Map(
      items.map((item) => {
        const { carryover = 0, surplus = 0, distributed = 0, left = 0 } = flows.get(item) ?? {};
        const own = { before: carryover - appropriated(item, 'carryover'), left: left - appropriated(item, 'left') };
        return [item, { ...own, saved: surplus, distributed, sources: sourcesOf(item), isGuess: false }];
      }),
    );
  const actual = (key: string) => balance.get(key)?.actual ?? 0;
  const all = (field: string) => sum(items.map((item) => appropriated(item, field)));
  const totals = {
    before: actual('revenue/上年结转') - all('carryover'),
    saved: actual(`revenue/${conceptById(SURPLUS).role}`),
    distributed: actual('expenditure/结余分配'),
    left: actual('expenditure/年终结转') - all('left'),
  };
  return withoutFlows(items, totals, sourcesOf, (item) => ownSpent(report, item), problems);
}

const ownSpent = ({ byItem }: YearlyReport, item: string): Fen =>
  sum(SPENT.map((kind) => byItem.get('04')?.get(item)?.[kind] ?? 0)) -
  sum(
    FUND_TABLES.map(([, id]) => {
      const { basic = 0, project = 0, total = basic + project } = byItem.get(id)?.get(item) ?? {};
      return total;
    }),
  );

/** Without 财决02表 the sums of the balance are one item's where only one has own money; else they are laid on the items and marked. */
function withoutFlows(
  items: readonly string[],
  totals: Readonly<Record<'before' | 'saved' | 'distributed' | 'left', Fen>>,
  sourcesOf: (item: string) => Source[],
  spentOf: (item: string) => Fen,
  problems: string[],
): ReadonlyMap<string, OwnFlow> {
  const own = items.filter((item) => sourcesOf(item).length > 0 || spentOf(item) > 0);
  const isGuess = own.length > 1 && Object.values(totals).some((fen) => fen !== 0);
  if (isGuess)
    problems.push(
      '没有财决02表，财政拨款以外的结转、结余按科目分不出，已按收支差额和金额最大的科目记入并标“待确认”：请导入财决02表，或逐行核对。',
    );
  const rest = { ...totals };
  const take = (key: keyof typeof rest, fen: Fen): Fen => {
    const part = Math.max(0, Math.min(rest[key], fen));
    rest[key] -= part;
    return part;
  };
  const flows = own.map((item) => {
    const gap = spentOf(item) - sum(sourcesOf(item).map(({ fen }) => fen));
    const before = take('before', gap);
    const saved = take('saved', gap - before);
    const distributed = take('distributed', -gap);
    return { item, before, saved, distributed, left: take('left', -gap - distributed) };
  });
  const largest = flows.reduce<(typeof flows)[number] | undefined>(
    (a, b) => (a && spentOf(a.item) >= spentOf(b.item) ? a : b),
    undefined,
  );
  return new Map(
    items.map((item) => {
      const flow = flows.find((each) => each.item === item) ?? { before: 0, saved: 0, distributed: 0, left: 0 };
      const more = (key: keyof typeof rest) => flow[key] + (flow === largest ? Math.max(0, rest[key]) : 0);
      return [
        item,
        {
          before: more('before'),
          saved: more('saved'),
          distributed: more('distributed'),
          left: more('left'),
          sources: sourcesOf(item),
          isGuess,
        },
      ];
    }),
  );
}

/** An item's own money by source. Where several sources pay several uses, which pays which is for a person to confirm. */
export function ownPaid(item: string, flow: OwnFlow, groups: readonly Group[], problems: string[]): readonly Paid[] {
  const [only] = flow.sources;
  const sources: Source[] = [
    // What was left of a source before is that source's; nobody says so where there are several.
    { fund: flow.sources.length === 1 ? only!.fund : 'other', carried: true, fen: flow.before },
    { fund: SURPLUS, carried: false, fen: flow.saved },
    ...flow.sources,
  ];
  const uses: Use[] = [
    ...usesOf(groups.filter(({ payer }) => payer === 'own')),
    { kind: 'distributed' as const, fen: flow.distributed },
    { kind: 'left' as const, fen: flow.left },
  ].filter(({ fen }) => fen > 0);
  const [got, went] = [sum(sources.map(({ fen }) => fen)), sum(uses.map(({ fen }) => fen))];
  if (got !== went)
    problems.push(
      `${item}：财政拨款以外的收入、年初结转和使用的结余共 ${yuan(got)}，支出、结余分配和年末结转共 ${yuan(went)}，请核对。`,
    );
  // What was there before is spent first; of several sources of the year nobody says which pays what.
  const isSpread = flow.sources.length > 1 && uses.length > 1;
  return pay(item, sources, uses, flow.isGuess || isSpread);
}
