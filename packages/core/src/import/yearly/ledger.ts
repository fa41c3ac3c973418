/**
 * The yearly report of final accounts → a ledger's money, counts and amounts. Every figure is the report's own; where its tables
 * leave two readings (own money of several sources, an item's own carry-over without 财决02表) the lines are marked for a
 * person to confirm, and what contradicts itself is told with both figures.
 */

import { lookup } from '../../classification/index.ts';
import type { BasicLine, Fund, Ledger, OtherLine, RevenueLine, SpendingLine } from '../../ledger/ledger.ts';
import { marked } from '../../ledger/unconfirmed.ts';
import { thingOf } from '../../model/quantity.ts';
import type { Fen } from '../../money.ts';
import { type Group, type SpentKind, solveSections } from './groups.ts';
import { ownFlows, ownPaid } from './own-money.ts';
import { FUND_TABLES, type Paid, pay, type Source, SPENT, sum, usesOf, yuan } from './paid.ts';
import { namedProjects } from './projects.ts';
import type { ByField, Figure, YearlyReport } from './report.ts';
import { totalProblems } from './totals.ts';

export interface YearlyLedger extends Pick<Ledger, 'revenue' | 'basic' | 'projects' | 'other' | 'left'> {
  readonly distributed: readonly SpendingLine[];
  readonly counts: Ledger['counts'];
  readonly amounts: Readonly<Record<string, Fen>>;
  /** 年初预算数 and 全年预算数 of the quantities that the report tells them of. */
  readonly lastYear: Ledger['lastYear'];
  readonly agencyOperating?: Fen;
  readonly names: Readonly<Record<string, string>>;
  readonly problems: readonly string[];
}

/** The ledger's money of a year's report; `year` chooses the lists of codes. */
export function ledgerOfReport(report: YearlyReport, year: number): YearlyLedger {
  const problems: string[] = [];
  const items = [...new Set([...report.byItem.values()].flatMap((table) => [...table.keys()]))].sort();
  if (!report.byItem.has('04')) problems.push('缺财决04表（支出决算表）：财政拨款以外的支出没有导入。');
  if (!report.byItem.has('07'))
    problems.push('缺财决07表（一般公共预算财政拨款收入支出决算表）：一般公共预算没有导入。');
  const own = ownFlows(report, items, problems);
  const paid = items.flatMap((item): readonly Paid[] => {
    const groups = groupsOf(report, item, problems);
    solveSections(item, groups, report);
    tellSections(item, groups, problems);
    return [
      ...FUND_TABLES.flatMap(([fund, id]) =>
        appropriationPaid(item, fund, report.byItem.get(id)?.get(item), groups, problems),
      ),
      ...ownPaid(item, own.get(item)!, groups, problems),
    ];
  });
  const { counts, stated, amounts } = report.agency;
  const agencyOperating =
    amounts.get('agency-operating')?.actual ??
    (amounts.has('agency-operating:administrative') || amounts.has('agency-operating:civil-service-managed')
      ? (amounts.get('agency-operating:administrative')?.actual ?? 0) +
        (amounts.get('agency-operating:civil-service-managed')?.actual ?? 0)
      : undefined);
  const ledger = {
    revenue: revenueOf(paid),
    basic: paid.flatMap(basicLine),
    projects: namedProjects(paid.filter(({ kind }) => kind === 'project').map(spending), report.projects, problems),
    other: paid.flatMap((part): OtherLine[] =>
      part.kind === 'business' || part.kind === 'remittance' || part.kind === 'affiliate-subsidy'
        ? [{ ...spending(part), kind: part.kind }]
        : [],
    ),
    distributed: paid.filter(({ kind }) => kind === 'distributed').map(spending),
    left: paid.filter(({ kind }) => kind === 'left').map(spending),
    counts,
    amounts: stated,
    lastYear: plannedOf(report),
    ...(agencyOperating === undefined ? {} : { agencyOperating }),
    names: Object.fromEntries(Object.entries(report.names).filter(([code]) => !lookup('function', code, year))),
  };
  return { ...ledger, problems: [...problems, ...totalProblems(report, ledger)] };
}

/** The expenditure of an item by payer and kind. */
function groupsOf({ byItem }: YearlyReport, item: string, problems: string[]): Group[] {
  const groups: Group[] = FUND_TABLES.flatMap(([fund, id]) => {
    const { basic = 0, project = 0, total = basic + project } = byItem.get(id)?.get(item) ?? {};
    // A table without its parts has what is not basic as projects.
    const projects = project === 0 && basic === 0 ? total : project;
    return [
      { payer: fund, kind: 'basic', fen: basic } as const,
      { payer: fund, kind: 'project', fen: projects } as const,
    ];
  });
  const all = byItem.get('04')?.get(item);
  if (!all) return groups;
  for (const kind of SPENT) {
    const appropriated = sum(groups.filter((group) => group.kind === kind).map(({ fen }) => fen));
    const rest = (all[kind] ?? 0) - appropriated;
    if (rest < 0)
      problems.push(
        `${item}：财决04表的${KIND_NAMES[kind]} ${yuan(all[kind] ?? 0)}，少于财政拨款各表的 ${yuan(appropriated)}，请核对。`,
      );
    groups.push({ payer: 'own', kind, fen: Math.max(0, rest) });
  }
  return groups;
}

const KIND_NAMES: Readonly<Record<SpentKind, string>> = {
  basic: '基本支出',
  project: '项目支出',
  business: '经营支出',
  remittance: '上缴上级支出',
  'affiliate-subsidy': '对附属单位补助支出',
};

/** Basic expenditure without its sections cannot be printed by them. */
function tellSections(item: string, groups: readonly Group[], problems: string[]): void {
  const open = groups.filter(
    ({ kind, fen, sections, payer }) => kind === 'basic' && payer === 'general-public' && fen > 0 && !sections,
  );
  for (const { fen } of open)
    problems.push(
      `${item}：一般公共预算基本支出 ${yuan(fen)}的经济科目与财决08-1表对不上，或缺这张表：经济科目请补填。`,
    );
}

/** A fund's money of an item. What it had before is taken to be spent first, as the rules of carry-over have it. */
function appropriationPaid(
  item: string,
  fund: Fund,
  fields: ByField | undefined,
  groups: readonly Group[],
  problems: string[],
): readonly Paid[] {
  if (!fields) return [];
  const { carryover = 0, revenue = 0, left = 0 } = fields;
  const uses = usesOf(groups.filter(({ payer }) => payer === fund));
  const spent = sum(uses.map(({ fen }) => fen));
  const rest = carryover + revenue - spent;
  if (rest !== left)
    problems.push(
      `${item}：年初结转和结余 ${yuan(carryover)}，加本年收入 ${yuan(revenue)}，减本年支出 ${yuan(spent)}，是 ${yuan(rest)}；表里的年末结转和结余是 ${yuan(left)}，请核对。`,
    );
  const sources: Source[] = [
    { fund, carried: true, fen: carryover },
    { fund, carried: false, fen: revenue },
  ];
  return pay(item, sources, [...uses, { kind: 'left', fen: left }], false);
}

function spending({ item, economic, source: { fund, carried }, fen, isGuess }: Paid): SpendingLine {
  const line: SpendingLine = { item, ...(economic ? { economic } : {}), fund, ...(carried ? { carried } : {}), fen };
  return isGuess ? marked(line, 'spread') : line;
}

/** 301 and 303 pay persons (人员经费), all else is 公用经费. */
const basicLine = (part: Paid): BasicLine[] =>
  part.kind === 'basic'
    ? [{ ...spending(part), nature: /^30[13]/.test(part.economic ?? '') ? 'personnel' : 'operating' }]
    : [];

function revenueOf(paid: readonly Paid[]): RevenueLine[] {
  const sums = new Map<string, RevenueLine>();
  for (const { source, fen } of paid) {
    const key = `${source.fund}/${source.carried}`;
    sums.set(key, {
      fund: source.fund,
      ...(source.carried ? { carried: true } : {}),
      fen: (sums.get(key)?.fen ?? 0) + fen,
    });
  }
  return [...sums.values()];
}

const SUFFIXES: readonly (readonly [Figure, string])[] = [
  ['initial', ':initial'],
  ['adjusted', ':adjusted'],
];

/** What the report prints beside its own figures: the budget of the beginning and of the whole year. */
function plannedOf({ balance, appropriations, agency }: YearlyReport): Record<string, Fen> {
  const planned: Record<string, Fen> = {};
  const add = (quantity: string, figures: Readonly<Partial<Record<Figure, Fen>>> | undefined) => {
    for (const [figure, suffix] of SUFFIXES)
      if (figures?.[figure] !== undefined) planned[quantity + suffix] = figures[figure];
  };
  add('balance[总计]', balance.get('expenditure/支出总计') ?? balance.get('revenue/收入总计'));
  for (const [quantity, figures] of appropriations) add(quantity, figures);
  for (const [quantity, figures] of agency.amounts) if (thingOf(quantity) === 'three-publics') add(quantity, figures);
  return planned;
}
