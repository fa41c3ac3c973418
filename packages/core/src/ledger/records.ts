/** The ledger as rows of its workbook's sheets, and back. */
import { groupBy } from '../group-by.ts';
import type { Fen } from '../money.ts';
import type { Value } from './cells.ts';
import type {
  BasicLine,
  IndicatorLine,
  Ledger,
  LedgerTexts,
  OtherLine,
  ProcurementItem,
  Project,
  RevenueLine,
  SpendingLine,
} from './ledger.ts';
import type { SheetId } from './sheets.ts';

/** A row by the fields of its sheet's columns; a blank cell is absent. */
export type LedgerRecord = Readonly<Record<string, Value | undefined>>;

export type LedgerRecords = Readonly<Record<SheetId, readonly LedgerRecord[]>>;

/** Required fields are there: rows without them have been told and left out. */
export function ledgerOfRecords(records: LedgerRecords): Ledger | undefined {
  const unit = records.unit[0];
  if (!unit) return undefined;
  const overall = targetsOf(records.targets.filter(({ project }) => project === undefined));
  const names = Object.fromEntries(records.names.map(({ code, name }) => [code as string, name as string]));
  return {
    agency: {
      name: unit.name as string,
      level: unit.level as 'department' | 'unit',
      ...given({ code: unit.code as string | undefined }),
    },
    ...given({
      region: unit.regionCode
        ? { code: unit.regionCode as string, name: (unit.regionName ?? '') as string }
        : undefined,
      agencyOperating: unit.agencyOperating as Fen | undefined,
      names: records.names.length > 0 ? names : undefined,
      overall: overall.goal || overall.indicators.length > 0 ? overall : undefined,
    }),
    year: unit.year as number,
    nature: unit.nature as Ledger['nature'],
    revenue: records.revenue as unknown as readonly RevenueLine[],
    basic: records.basic as unknown as readonly BasicLine[],
    projects: projectsOf(records.projects, records.targets, unit.year as number),
    other: records.other as unknown as readonly OtherLine[],
    left: records.left as unknown as readonly SpendingLine[],
    procurement: procurementOf(records.procurement),
    assets: records.assets as unknown as Ledger['assets'],
    organization: records.organization as unknown as Ledger['organization'],
    counts: Object.fromEntries(records.counts.map(({ key, count }) => [key, count])) as Ledger['counts'],
    lastYear: Object.fromEntries(records['last-year'].map(({ key, fen }) => [key, fen])) as Ledger['lastYear'],
    texts: textsOf(records.texts),
  };
}

/** A ledger as rows of the workbook's sheets; reading them gives the ledger back. */
export function recordsOfLedger(ledger: Ledger): LedgerRecords {
  const { agency, region, texts } = ledger;
  return {
    unit: [
      {
        code: agency.code,
        name: agency.name,
        level: agency.level,
        year: ledger.year,
        regionCode: region?.code,
        regionName: region?.name || undefined,
        nature: ledger.nature,
        agencyOperating: ledger.agencyOperating,
      },
    ],
    revenue: ledger.revenue as unknown as readonly LedgerRecord[],
    basic: ledger.basic as unknown as readonly LedgerRecord[],
    projects: ledger.projects.flatMap(projectRecords(ledger.year)),
    targets: [
      ...targetRecords(undefined, ledger.overall ?? { indicators: [] }),
      ...ledger.projects.flatMap((project) => targetRecords(project.name, project)),
    ],
    other: ledger.other as unknown as readonly LedgerRecord[],
    left: ledger.left as unknown as readonly LedgerRecord[],
    procurement: ledger.procurement.flatMap(({ amounts, sme, ...item }) =>
      amounts.map((amount, i) => ({ ...item, ...amount, sme: i === 0 ? sme : undefined }) as unknown as LedgerRecord),
    ),
    assets: ledger.assets as unknown as readonly LedgerRecord[],
    organization: ledger.organization as unknown as readonly LedgerRecord[],
    counts: Object.entries(ledger.counts).map(([key, count]) => ({ key, count })),
    'last-year': Object.entries(ledger.lastYear).map(([key, fen]) => ({ key, fen })),
    texts: [
      ...texts.duties.map((text) => ({ kind: 'duty', text })),
      ...Object.entries(texts.reasons).map(([key, text]) => ({ kind: 'reason', key, text })),
      ...Object.entries(texts.purposes ?? {}).map(([key, text]) => ({ kind: 'purpose', key, text })),
      ...Object.entries(texts.sections ?? {}).flatMap(([key, paragraphs]) =>
        paragraphs.map((text) => ({ kind: 'section', key, text })),
      ),
      ...(texts.glossary ?? []).map(({ term, text }) => ({ kind: 'glossary', key: term, text })),
    ],
    names: Object.entries(ledger.names ?? {}).map(([code, name]) => ({ code, name })),
  };
}

/** Rows of one name are one project; what is said of the project stands in any of them. */
function projectsOf(rows: readonly LedgerRecord[], targets: readonly LedgerRecord[], year: number): readonly Project[] {
  return [...groupBy(rows, ({ project }) => project as string)].map(([name, own]) => {
    const first = <T>(field: string) => own.find((row) => row[field] !== undefined)?.[field] as T | undefined;
    const later = (['second', 'third'] as const).flatMap((field, i) => {
      const fen = first<Fen>(field);
      return fen === undefined ? [] : [{ year: year + i + 1, fen }];
    });
    return {
      name,
      ...given({
        code: first<string>('code'),
        category: first<Project['category']>('category'),
        basis: first<string>('basis'),
        later: later.length > 0 ? later : undefined,
      }),
      lines: own.map(({ item, economic, fund, carried, fen, academic }) =>
        given({ item, economic, fund, carried, fen, academic }),
      ) as unknown as readonly SpendingLine[],
      ...targetsOf(targets.filter(({ project }) => project === name)),
    };
  });
}

const projectRecords =
  (year: number) =>
  ({ name, code, category, basis, later, lines }: Project): readonly LedgerRecord[] =>
    lines.map((line, i) => ({
      ...(line as unknown as LedgerRecord),
      project: name,
      ...(i === 0
        ? {
            code,
            category,
            basis,
            second: later?.find((other) => other.year === year + 1)?.fen,
            third: later?.find((other) => other.year === year + 2)?.fen,
          }
        : {}),
    }));

function targetsOf(rows: readonly LedgerRecord[]): { goal?: string; indicators: readonly IndicatorLine[] } {
  const goal = rows.find((row) => row.goal !== undefined)?.goal as string | undefined;
  return {
    ...given({ goal }),
    indicators: rows.map(({ level1, level2, level3, description, target, basis }) =>
      given({ level1, level2, level3, description, target, basis }),
    ) as unknown as readonly IndicatorLine[],
  };
}

function targetRecords(
  project: string | undefined,
  { goal, indicators }: { readonly goal?: string; readonly indicators: readonly IndicatorLine[] },
): readonly LedgerRecord[] {
  return indicators.map((indicator, i) => ({
    ...(indicator as unknown as LedgerRecord),
    project,
    goal: i === 0 ? goal : undefined,
  }));
}

/** Rows that say the same of the item are its amounts by fund. */
function procurementOf(rows: readonly LedgerRecord[]): readonly ProcurementItem[] {
  const sameItem = ({ project, item, code, unit, quantity, unitPrice }: LedgerRecord) =>
    JSON.stringify([project, item, code, unit, quantity, unitPrice]);
  return [...groupBy(rows, sameItem)].map(([, own]) => {
    const { project, item, code, unit, quantity, unitPrice } = own[0]!;
    const sme = own.find((row) => row.sme !== undefined)?.sme;
    return {
      ...given({ project, item, code, unit, quantity, unitPrice, sme }),
      amounts: own.map(({ fund, carried, fen }) => given({ fund, carried, fen })),
    } as unknown as ProcurementItem;
  });
}

function textsOf(rows: readonly LedgerRecord[]): LedgerTexts {
  const of = (kind: string) => rows.filter((row) => row.kind === kind);
  const sections = [...groupBy(of('section'), ({ key }) => key as string)];
  const glossary = of('glossary').map(({ key, text }) => ({ term: key as string, text: text as string }));
  return {
    duties: of('duty').map(({ text }) => text as string),
    reasons: Object.fromEntries(of('reason').map(({ key, text }) => [key, text])) as LedgerTexts['reasons'],
    ...given({
      purposes:
        of('purpose').length > 0 ? Object.fromEntries(of('purpose').map(({ key, text }) => [key, text])) : undefined,
      sections:
        sections.length > 0
          ? Object.fromEntries(sections.map(([key, own]) => [key, own.map(({ text }) => text as string)]))
          : undefined,
      glossary: glossary.length > 0 ? glossary : undefined,
    }),
  };
}

/** Without the fields that are undefined. */
function given<T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}
