/** The ledger as rows of its workbook's sheets, and back. */
import { groupBy } from '../group-by.ts';
import type { Fen } from '../money.ts';
import type { Answers, AreaId } from './areas.ts';
import type { Value } from './cells.ts';
import type {
  AssetLine,
  BasicLine,
  IndicatorLine,
  Ledger,
  OrganizationLine,
  OtherLine,
  ProcurementItem,
  Project,
  RevenueLine,
  SpendingLine,
} from './ledger.ts';
import { codesOfName, projectKey, projectLabel, projectNamed } from './projects.ts';
import { given, type LedgerRecord, type LedgerRecords } from './record.ts';
import type { SheetId } from './sheets.ts';
import { recordsOfTexts, textKeyOf, textsOf } from './text-records.ts';
import { guessOf, type Unconfirmed } from './unconfirmed.ts';

/** A ledger with the row that each part of it was read from, by its path: `projects[2].lines[0]`. */
export interface PlacedLedger {
  readonly ledger: Ledger;
  readonly rows: ReadonlyMap<string, LedgerRecord>;
  /** Rows that name a project that there is not, or that may be several. */
  readonly strays: readonly Stray[];
}

/** A row whose project is none of the ledger, or may be any of those with these codes. */
export interface Stray {
  readonly row: LedgerRecord;
  readonly sheet: SheetId;
  readonly project: string;
  readonly codes: readonly string[];
}

/** Required fields are there: rows without them have been told and left out. */
export function ledgerOfRecords(records: LedgerRecords): PlacedLedger | undefined {
  const unit = records.unit[0];
  if (!unit) return undefined;
  const rows = new Map<string, LedgerRecord>();
  const listed = <T>(path: string, all: readonly LedgerRecord[], of: (row: LedgerRecord) => T): readonly T[] =>
    all.map((row, i) => {
      rows.set(`${path}[${i}]`, row);
      return of(row);
    });
  const { projects, strays } = projectsOf(records, unit.year as number, rows);
  const overall = targetsOf(records.targets.filter(({ project }) => project === undefined));
  const names = Object.fromEntries(records.names.map(({ code, name }) => [code as string, name as string]));
  for (const field of ['agencyOperating', 'nature', 'year', 'stage', 'template', 'agency', 'code', 'regionCode'])
    rows.set(field, unit);
  for (const row of records.names) rows.set(`names[${row.code}]`, row);
  for (const row of records.answers) rows.set(`answers[${row.area}]`, row);
  for (const row of records.counts) rows.set(`counts[${row.key}]`, row);
  for (const row of records.amounts) rows.set(`amounts[${row.key}]`, row);
  for (const row of records.purposes) rows.set(`purposes[${row.item}]`, row);
  for (const row of records.glossary) rows.set(`glossary[${row.term}]`, row);
  for (const [key, own] of groupBy(records.texts, (row) => textKeyOf(row, projects))) {
    if (own[0]) rows.set(`texts[${key}]`, own[0]);
    for (const [i, row] of own.entries()) rows.set(`texts[${key}][${i}]`, row);
  }
  for (const row of records['last-year']) rows.set(`lastYear[${row.key}]`, row);
  const ledger: Ledger = {
    agency: {
      name: unit.name as string,
      level: unit.level as 'department' | 'unit',
      ...given({ code: unit.code as string | undefined }),
    },
    ...given({
      region: unit.regionCode
        ? { code: unit.regionCode as string, name: (unit.regionName ?? '') as string }
        : undefined,
      stage: unit.stage as Ledger['stage'],
      moneyUnit: unit.moneyUnit as Ledger['moneyUnit'],
      template: unit.template as string | undefined,
      answers: answersOf(records.answers),
      agencyOperating: unit.agencyOperating as Fen | undefined,
      names: records.names.length > 0 ? names : undefined,
      overall: overall.goal || overall.indicators.length > 0 ? overall : undefined,
    }),
    year: unit.year as number,
    nature: unit.nature as Ledger['nature'],
    revenue: listed('revenue', records.revenue, moneyLine<RevenueLine>),
    basic: listed('basic', records.basic, moneyLine<BasicLine>),
    projects,
    other: listed('other', records.other, moneyLine<OtherLine>),
    ...(records.distributed.length > 0
      ? { distributed: listed('distributed', records.distributed, moneyLine<SpendingLine>) }
      : {}),
    left: listed('left', records.left, moneyLine<SpendingLine>),
    procurement: procurementOf(records.procurement, projects, rows),
    assets: listed('assets', records.assets, assetLine),
    organization: listed('organization', records.organization, (row) => row as unknown as OrganizationLine),
    counts: Object.fromEntries(records.counts.map(({ key, count }) => [key, count])) as Ledger['counts'],
    ...(records.amounts.length > 0
      ? { amounts: Object.fromEntries(records.amounts.map(({ key, fen }) => [key as string, fen as Fen])) }
      : {}),
    lastYear: lastYearOf(records['last-year']),
    texts: textsOf(records, projects),
  };
  return { ledger, rows, strays };
}

/** A line of money; a mark whose amount is no longer the line's has been answered. */
function moneyLine<T>({ unconfirmed, ...row }: LedgerRecord): T {
  return { ...row, ...markOf(row.fen as Fen, unconfirmed) } as unknown as T;
}

function assetLine({ unconfirmed, ...row }: LedgerRecord): AssetLine {
  return { ...row, ...markOf(row.value as Fen, unconfirmed) } as unknown as AssetLine;
}

function markOf(fen: Fen, mark: Value | undefined): { readonly unconfirmed?: Unconfirmed } {
  return typeof mark === 'object' && guessOf({ fen, unconfirmed: mark }) ? { unconfirmed: mark } : {};
}

function answersOf(rows: readonly LedgerRecord[]): Answers | undefined {
  const stated = rows.filter(({ answer }) => answer === 'some' || answer === 'none');
  return stated.length > 0 ? Object.fromEntries(stated.map(({ area, answer }) => [area as AreaId, answer])) : undefined;
}

const LAST_FIELDS = [
  ['fen', ''],
  ['executed', ':executed'],
  ['initial', ':initial'],
  ['adjusted', ':adjusted'],
] as const;

function lastYearOf(rows: readonly LedgerRecord[]): Ledger['lastYear'] {
  const figures: Record<string, Fen> = {};
  for (const row of rows)
    for (const [field, suffix] of LAST_FIELDS)
      if (row[field] !== undefined) figures[`${row.key}${suffix}`] = row[field] as Fen;
  return figures;
}

function recordsOfLastYear({ lastYear, texts: { reasons } }: Ledger): readonly LedgerRecord[] {
  const quantityOf = (key: string) => key.replace(/:(?:executed|initial|adjusted)$/, '');
  const keys = new Set([...Object.keys(lastYear), ...Object.keys(reasons)].map(quantityOf));
  return [...keys].map((key) => ({
    key,
    ...given(Object.fromEntries(LAST_FIELDS.map(([field, suffix]) => [field, lastYear[key + suffix]]))),
    ...given({ reason: reasons[key], order: reasons[`${key}:initial`] }),
  })) as readonly LedgerRecord[];
}

/** A ledger as rows of the workbook's sheets; reading them gives the ledger back. */
export function recordsOfLedger(ledger: Ledger): LedgerRecords {
  const { agency, region, projects } = ledger;
  const asRecords = (lines: readonly object[]) => lines as readonly LedgerRecord[];
  const labels = new Map(projects.map((project) => [project, projectLabel(project, projects)] as const));
  return {
    unit: [
      {
        code: agency.code,
        name: agency.name,
        level: agency.level,
        stage: ledger.stage,
        year: ledger.year,
        regionCode: region?.code,
        regionName: region?.name || undefined,
        nature: ledger.nature,
        agencyOperating: ledger.agencyOperating,
        moneyUnit: ledger.moneyUnit,
        template: ledger.template,
      },
    ],
    answers: Object.entries(ledger.answers ?? {}).map(([area, answer]) => ({ area, answer })),
    revenue: asRecords(ledger.revenue),
    basic: asRecords(ledger.basic),
    projects: projects.map(({ code, name, category, basis, goal, later }) =>
      given({
        code,
        name,
        category,
        basis,
        goal,
        second: later?.find((other) => other.year === ledger.year + 1)?.fen,
        third: later?.find((other) => other.year === ledger.year + 2)?.fen,
      }),
    ),
    'project-lines': projects.flatMap((project) =>
      asRecords(project.lines).map((line) => ({ ...line, project: labels.get(project)! })),
    ),
    targets: [
      ...overallRecords(ledger.overall),
      ...projects.flatMap((project) =>
        project.indicators.map((indicator) => ({ ...indicator, project: labels.get(project)! })),
      ),
    ],
    other: asRecords(ledger.other),
    distributed: asRecords(ledger.distributed ?? []),
    left: asRecords(ledger.left),
    procurement: recordsOfProcurement(ledger),
    assets: asRecords(ledger.assets),
    organization: asRecords(ledger.organization),
    counts: Object.entries(ledger.counts).map(([key, count]) => ({ key, count })),
    amounts: Object.entries(ledger.amounts ?? {}).map(([key, fen]) => ({ key, fen })),
    'last-year': recordsOfLastYear(ledger),
    ...recordsOfTexts(ledger),
    names: Object.entries(ledger.names ?? {}).map(([code, name]) => ({ code, name })),
  };
}

/** Projects with their lines and indicators, each found by code or name. */
function projectsOf(records: LedgerRecords, year: number, rows: Map<string, LedgerRecord>) {
  const declared = records.projects.map((row): Omit<Project, 'lines' | 'indicators'> & { readonly name: string } => {
    const later = (['second', 'third'] as const).flatMap((field, i) =>
      row[field] === undefined ? [] : [{ year: year + i + 1, fen: row[field] as Fen }],
    );
    const { code, name, category, basis, goal } = row as unknown as Project;
    return { name, ...given({ code, category, basis, goal, later: later.length > 0 ? later : undefined }) };
  });
  const strays: Stray[] = [];
  const own = (sheet: 'project-lines' | 'targets' | 'procurement' | 'texts') => {
    const byProject = declared.map((): LedgerRecord[] => []);
    for (const row of records[sheet]) {
      const project = row.project as string | undefined;
      if (project === undefined) continue;
      const codes = codesOfName(declared, project);
      const found = codes.length > 0 ? undefined : projectNamed(declared, project);
      if (found) byProject[declared.indexOf(found)]!.push(row);
      // Of a purchase that names no project the ledger's own checks tell.
      else if (sheet !== 'procurement' || codes.length > 0) strays.push({ row, sheet, project, codes });
    }
    return byProject;
  };
  const [lines, targets] = [own('project-lines'), own('targets'), own('procurement'), own('texts')];
  const projects = declared.map((project, p): Project => {
    rows.set(`projects[${p}]`, records.projects[p]!);
    for (const [i, row] of lines[p]!.entries()) rows.set(`projects[${p}].lines[${i}]`, row);
    for (const [i, row] of targets[p]!.entries()) rows.set(`projects[${p}].indicators[${i}]`, row);
    return {
      ...project,
      lines: lines[p]!.map(({ project: _, ...row }) => moneyLine<SpendingLine>(row)),
      indicators: targets[p]!.map(indicatorOf),
    };
  });
  return { projects, strays };
}

/** A place that prints no levels has indicators without. */
const indicatorOf = ({
  level1 = '',
  level2 = '',
  level3,
  description,
  target,
  basis,
  office,
}: LedgerRecord): IndicatorLine =>
  given({ level1, level2, level3, description, target, basis, office }) as unknown as IndicatorLine;

function targetsOf(rows: readonly LedgerRecord[]): { goal?: string; indicators: readonly IndicatorLine[] } {
  const goal = rows.find((row) => row.goal !== undefined)?.goal as string | undefined;
  return { ...given({ goal }), indicators: rows.map(indicatorOf) };
}

function overallRecords(overall: Ledger['overall']): readonly LedgerRecord[] {
  return (overall?.indicators ?? []).map((indicator, i) => ({
    ...indicator,
    ...(i === 0 ? given({ goal: overall?.goal }) : {}),
  }));
}

/** Each row is a purchase of its own; rows of one number are the funds of one purchase, unless they buy different things. */
function procurementOf(
  all: readonly LedgerRecord[],
  projects: readonly Project[],
  rows: Map<string, LedgerRecord>,
): readonly ProcurementItem[] {
  const groups = groupBy(
    all.map((row, i) => ({ row, key: row.number === undefined ? `row ${i}` : `number ${row.number} ${row.item}` })),
    ({ key }) => key,
  );
  return [...groups].map(([, own], p) => {
    const first = own[0]!.row;
    const { item, code, unit, quantity, unitPrice } = first;
    const named = first.project === undefined ? undefined : projectNamed(projects, first.project as string);
    const project = named ? projectKey(named) : first.project;
    const sme = own.find(({ row }) => row.sme !== undefined)?.row.sme;
    rows.set(`procurement[${p}]`, first);
    for (const [i, { row }] of own.entries()) rows.set(`procurement[${p}].amounts[${i}]`, row);
    return {
      ...given({ project, item, code, unit, quantity, unitPrice, sme }),
      amounts: own.map(({ row: { fund, carried, fen, unconfirmed } }) =>
        moneyLine<RevenueLine>(given({ fund, carried, fen, unconfirmed })),
      ),
    } as unknown as ProcurementItem;
  });
}

function recordsOfProcurement({ procurement, projects }: Ledger): readonly LedgerRecord[] {
  let number = 0;
  return procurement.flatMap(({ amounts, sme, project, ...item }) => {
    const named = project === undefined ? undefined : projectNamed(projects, project);
    if (amounts.length > 1) number += 1;
    const shared = amounts.length > 1 ? { number: String(number) } : {};
    return amounts.map(
      (amount, i) =>
        ({
          ...shared,
          ...item,
          ...given({ project: named ? projectLabel(named, projects) : project, sme: i === 0 ? sme : undefined }),
          ...amount,
        }) as LedgerRecord,
    );
  });
}
