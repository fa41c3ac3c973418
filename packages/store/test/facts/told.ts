/** What a `FactStore` has to answer, worked out of the export of the same store in the plainest way. */
import {
  type Distribution,
  type Fact,
  type FactRow,
  type FactStore,
  factBatches,
  type SeriesPoint,
  type Store,
  type SumQuestion,
  type TopEntry,
  type Total,
} from '@mingsuan/store';
import { sql } from 'kysely';

const GENERAL = { form: 'general-public', column: 'total' } as const;
const ASKED: readonly SumQuestion[] = [
  { ...GENERAL, stage: 'budget' },
  { ...GENERAL, stage: 'budget', year: 2023 },
  { ...GENERAL, region: '130100' },
  { ...GENERAL, region: '130000', row: 'total' },
  { ...GENERAL, level: 1 },
  { form: 'expenditure', column: 'basic', year: 2022 },
  { form: 'balance', column: 'amount', side: 'revenue' },
  { ...GENERAL, region: '990000' },
];

/** The answers of a store of facts to every kind of question, but those `without` which it is asked. */
export async function answersOf(
  facts: FactStore,
  at?: number,
  without: readonly (keyof Answers)[] = [],
): Promise<Answers> {
  const asked = at === undefined ? {} : { at };
  const scanned: Fact[] = [];
  for await (const batch of facts.scan(asked)) scanned.push(...batch);
  const agencies = [...new Set(scanned.map(({ agency }) => agency))].sort((a, b) => a - b);
  const whole = !without.includes('distribution');
  return {
    scanned,
    totals: await all(ASKED, (q) => facts.totals({ ...q, ...asked, by: ['prov', 'region', 'year'] })),
    lines: await all(ASKED.slice(0, 2), (q) => facts.totals({ ...q, ...asked, by: ['row_key', 'stage', 'level'] })),
    whole: await all(ASKED, (q) => facts.totals({ ...q, ...asked, by: [] })),
    distribution: await all(whole ? ASKED : [], (q) => facts.distribution({ ...q, ...asked, by: ['year', 'stage'] })),
    spread: await all(whole ? ASKED : [], (q) => facts.distribution({ ...q, ...asked, by: [] })),
    top: await all(ASKED, (q) => facts.top({ ...q, ...asked, limit: 4 })),
    series: await all(agencies, (agency) => facts.series({ ...GENERAL, ...asked, agency, row: 'total' })),
  };
}

export interface Answers {
  readonly scanned: readonly Fact[];
  readonly totals: readonly (readonly Total[])[];
  readonly lines: readonly (readonly Total[])[];
  readonly whole: readonly (readonly Total[])[];
  readonly distribution: readonly (readonly Distribution[])[];
  readonly spread: readonly (readonly Distribution[])[];
  readonly top: readonly (readonly TopEntry[])[];
  readonly series: readonly (readonly SeriesPoint[])[];
}

async function all<Q, A>(questions: readonly Q[], ask: (question: Q) => Promise<A>): Promise<readonly A[]> {
  const answers: A[] = [];
  for (const question of questions) answers.push(await ask(question));
  return answers;
}

/** The same answers out of the export's rows, without any SQL of ours. */
export async function answersTold(store: Store, without: readonly (keyof Answers)[] = []): Promise<Answers> {
  const rows: FactRow[] = [];
  const whole = !without.includes('distribution');
  for await (const batch of factBatches(store)) rows.push(...batch);
  const { rows: levels } = await levelsOf(store);
  const facts = rows.map((row, i) => factOf(row, levels[i]!));
  const agencies = [...new Set(facts.map(({ agency }) => agency))].sort((a, b) => a - b);
  return {
    scanned: facts,
    totals: ASKED.map((q) => totalsOf(chosen(facts, q), ['prov', 'region', 'year'])),
    lines: ASKED.slice(0, 2).map((q) => totalsOf(chosen(facts, q), ['row_key', 'stage', 'level'])),
    whole: ASKED.map((q) => totalsOf(chosen(facts, q), [])),
    distribution: (whole ? ASKED : []).map((q) => distributionOf(chosen(facts, q), ['year', 'stage'])),
    spread: (whole ? ASKED : []).map((q) => distributionOf(chosen(facts, q), [])),
    top: ASKED.map((q) =>
      totalsOf(chosen(facts, q), ['agency'])
        .map(({ group: [agency], fen }) => ({
          agency: agency as number,
          region: facts.find((fact) => fact.agency === agency)!.region,
          fen,
        }))
        .sort((a, b) => b.fen - a.fen || a.agency - b.agency)
        .slice(0, 4),
    ),
    series: agencies.map((agency) =>
      totalsOf(chosen(facts, { ...GENERAL, agency, row: 'total' }), ['year', 'stage']).map(
        ({ group: [year, stage], fen }) => ({ year, stage, fen }) as SeriesPoint,
      ),
    ),
  };
}

/** Where rows stand, as the store has it beside its cells. */
const levelsOf = (store: Store) =>
  sql<{ statement_no: number; row_no: number; level: number }>`
    select s.ordinal as statement_no, cast(n / cardinality(s.cell_columns) as integer) as row_no,
      s.row_levels[n / cardinality(s.cell_columns) + 1] as level
    from statements s join disclosures d on d.id = s.disclosure_id and d.is_current,
      generate_series(0, cardinality(s.fens) - 1) n
    where s.fens[n + 1] is not null order by s.disclosure_id, s.ordinal, n`.execute(store.db);

type Levelled = Awaited<ReturnType<typeof levelsOf>>['rows'][number];

function factOf(row: FactRow, { statement_no, row_no, level }: Levelled): Fact {
  const region = Number(row.region ?? 0);
  return {
    year: row.year ?? 0,
    prov: Math.floor(region / 10_000),
    region,
    agency: row.agency_id!,
    agency_level: row.level!,
    in_department: row.in_department!,
    stage: row.stage!,
    disclosure: row.disclosure_id!,
    statement_no,
    row_no,
    form: row.form!,
    side: row.side ?? '',
    row_key: row.row_key!,
    row_label: row.row_label!,
    column_id: row.column!,
    fen: row.fen!,
    leaf: row.is_leaf!,
    level: level!,
  };
}

function chosen(facts: readonly Fact[], question: SumQuestion): readonly Fact[] {
  const { region, agency, year, stage, form, column, side, row, level } = question;
  const prefix = region?.replace(/(?:00)+$/, '');
  return facts.filter(
    (fact) =>
      fact.form === form &&
      fact.column_id === column &&
      (prefix === undefined || String(fact.region).startsWith(prefix)) &&
      (agency === undefined ? !fact.in_department : fact.agency === agency) &&
      (year === undefined || fact.year === year) &&
      (stage === undefined || fact.stage === stage) &&
      (side === undefined || fact.side === side) &&
      (row === undefined || fact.row_key === row) &&
      (level === undefined || fact.level === level) &&
      (row !== undefined || level !== undefined || fact.leaf),
  );
}

type Name = 'prov' | 'region' | 'agency' | 'year' | 'stage' | 'row_key' | 'level';

function groupsOf(facts: readonly Fact[], by: readonly Name[]) {
  const groups = new Map<string, Fact[]>();
  for (const fact of facts) {
    const key = JSON.stringify(by.map((name) => fact[name]));
    groups.set(key, [...(groups.get(key) ?? []), fact]);
  }
  return [...groups]
    .map(([key, own]) => ({ group: JSON.parse(key) as (string | number)[], own }))
    .sort((a, b) => {
      const at = a.group.findIndex((value, i) => value !== b.group[i]);
      return at < 0 ? 0 : a.group[at]! < b.group[at]! ? -1 : 1;
    });
}

const sum = (facts: readonly Fact[]) => facts.reduce((total, { fen }) => total + fen, 0);

const totalsOf = (facts: readonly Fact[], by: readonly Name[]) =>
  groupsOf(facts, by).map(({ group, own }) => ({
    group,
    fen: sum(own),
    facts: own.length,
    disclosures: new Set(own.map(({ disclosure }) => disclosure)).size,
  }));

const distributionOf = (facts: readonly Fact[], by: readonly Name[]) =>
  groupsOf(facts, by).map(({ group, own }) => {
    const sums = groupsOf(own, ['agency'])
      .map((each) => sum(each.own))
      .sort((a, b) => a - b);
    const at = (quarters: number) => sums[Math.ceil((sums.length * quarters) / 4) - 1]!;
    const [least, most] = [sums[0]!, sums.at(-1)!];
    return {
      group,
      agencies: sums.length,
      least,
      lower: at(1),
      median: at(2),
      upper: at(3),
      most,
      fen: sums.reduce((total, fen) => total + fen, 0),
    };
  });
