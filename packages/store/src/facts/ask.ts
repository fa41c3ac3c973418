/** Questions put to an engine by the one SQL text, and its rows made into answers. */
import { binaryOrder } from './binary-order.ts';
import type { Fact } from './fact.ts';
import { FACT_FIELDS, type FactField } from './fact.ts';
import type { Distribution, FactFilter, FactStore, Group, SeriesPoint, Total } from './fact-store.ts';
import { disclosuresSql, distributionSql, factsSql, type Relation, topSql, totalsSql } from './sql.ts';

export type EngineRow = Readonly<Record<string, unknown>>;

/** What an engine must do. */
export interface Engine {
  /** The facts at a snapshot, at least those of the filter. `use` is done while they stay as they are. @throws SnapshotGone */
  read<T>(
    filter: FactFilter,
    at: number | undefined,
    use: (relation: Relation, rows: (sql: string) => Promise<readonly EngineRow[]>) => Promise<T>,
  ): Promise<T>;
}

/** Facts that are held in memory at once by a scan. */
const SCANNED = 100_000;

/** An exact integer, as engines give it: number, bigint or digits. @throws RangeError beyond exact integers */
export function integerIn(value: unknown): number {
  const number = Number(value ?? 0);
  if (!Number.isSafeInteger(number)) throw new RangeError(`beyond exact integers: ${value}`);
  return number;
}

type Questions = Pick<FactStore, 'totals' | 'series' | 'distribution' | 'top' | 'scan'>;

/** The questions of a `FactStore`, over an engine. */
export function questionsTo(engine: Engine): Questions {
  const totals: Questions['totals'] = async ({ by, at, ...question }) => {
    const rows = await engine.read(question, at, (relation, ask) => ask(totalsSql(question, by, relation)));
    const found = rows.map(
      (row): Total => ({
        group: groupOf(row, by),
        fen: integerIn(row.amount),
        facts: integerIn(row.facts),
        disclosures: integerIn(row.disclosures),
      }),
    );
    return found.filter(({ facts }) => facts > 0).sort((a, b) => inGroups(a.group, b.group));
  };
  return {
    totals,
    series: async (question) =>
      (await totals({ ...question, by: ['year', 'stage'] })).map(
        ({ group: [year, stage], fen }) => ({ year, stage, fen }) as SeriesPoint,
      ),
    distribution: async ({ by, at, ...question }) => {
      const rows = await engine.read(question, at, (relation, ask) => ask(distributionSql(question, by, relation)));
      const found = rows.map(
        (row): Distribution => ({
          group: groupOf(row, by),
          agencies: integerIn(row.of_agencies),
          least: integerIn(row.least),
          lower: integerIn(row.lower_quartile),
          median: integerIn(row.median_one),
          upper: integerIn(row.upper_quartile),
          most: integerIn(row.most),
          fen: integerIn(row.all_of_them),
        }),
      );
      return found.filter(({ agencies }) => agencies > 0).sort((a, b) => inGroups(a.group, b.group));
    },
    top: async ({ limit, at, ...question }) => {
      const rows = await engine.read(question, at, (relation, ask) => ask(topSql(question, limit, relation)));
      return rows.map((row) => ({
        agency: integerIn(row.agency),
        region: integerIn(row.of_region),
        fen: integerIn(row.amount),
      }));
    },
    scan: ({ at, ...filter }) => scanOf(engine, filter, at),
  };
}

async function* scanOf(engine: Engine, filter: FactFilter, at: number | undefined): AsyncGenerator<readonly Fact[]> {
  const found = await engine.read(filter, at, (relation, ask) => ask(disclosuresSql(filter, relation)));
  let first: number | undefined;
  let facts = 0;
  for (const [i, row] of found.entries()) {
    const disclosure = integerIn(row.disclosure);
    first ??= disclosure;
    facts += integerIn(row.facts);
    const after = found[i + 1];
    if (after && facts + integerIn(after.facts) <= SCANNED) continue;
    const range = [first, disclosure] as const;
    const rows = await engine.read(filter, at, (relation, ask) => ask(factsSql(filter, range, relation)));
    yield rows.map(factOf).sort(asPrinted);
    [first, facts] = [undefined, 0];
  }
}

const FIELDS = Object.entries(FACT_FIELDS) as [FactField, (typeof FACT_FIELDS)[FactField]][];

/** Engines write what is yes or no as a boolean or as 1 and 0. */
const valueIn = (value: unknown, type: (typeof FACT_FIELDS)[FactField]['type']): unknown => {
  if (type === 'boolean') return value === true || value === 1;
  return type === 'text' ? value : integerIn(value);
};

const factOf = (row: EngineRow): Fact =>
  Object.fromEntries(FIELDS.map(([name, { type }]) => [name, valueIn(row[name], type)])) as Fact;

const asPrinted = (a: Fact, b: Fact): number =>
  a.disclosure - b.disclosure ||
  a.statement_no - b.statement_no ||
  a.row_no - b.row_no ||
  binaryOrder(a.column_id, b.column_id);

const WORDS: ReadonlySet<Group> = new Set(['stage', 'side', 'row_key']);

const groupOf = (row: EngineRow, by: readonly Group[]): Total['group'] =>
  by.map((name) => (WORDS.has(name) ? String(row[name]) : integerIn(row[name])));

/** Numbers by size, words by their characters. */
function inGroups(a: Total['group'], b: Total['group']): number {
  for (const [i, value] of a.entries()) {
    const other = b[i]!;
    const order = typeof value === 'number' ? value - (other as number) : binaryOrder(value, other as string);
    if (order !== 0) return order;
  }
  return 0;
}
