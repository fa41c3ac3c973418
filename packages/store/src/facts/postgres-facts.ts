/** The store's own database answers: nothing is kept twice, and only the present can be asked for. */
import { sql } from 'kysely';
import type { Store } from '../open.ts';
import { type Engine, type EngineRow, integerIn, questionsTo } from './ask.ts';
import { type FactStore, SnapshotGone } from './fact-store.ts';
import { packFacts } from './pack.ts';
import { type Relation, sizeSql } from './sql.ts';
import { REGION, storedFacts } from './stored-facts.ts';

/** Facts as the store's own database has them. */
export const STORED: Relation = {
  relation: storedFacts(),
  quote: (text) => `'${text.replaceAll("'", "''")}'`,
};

/** Opens it: what an earlier version stored is packed first. */
export async function openPostgresFacts({ db }: Pick<Store, 'db'>): Promise<FactStore> {
  await packFacts(db);
  const rows = async (text: string) => (await sql.raw<EngineRow>(text).execute(db)).rows;
  const engine: Engine = {
    read: async (_, at, use) => {
      if (at !== undefined && at !== 0) throw new SnapshotGone(at, 0, 0);
      return use(STORED, rows);
    },
  };
  const only = async (): Promise<number> => 0;
  return {
    kind: 'postgres',
    ...questionsTo(engine),
    // An import's own transaction has written what the batch tells.
    apply: only,
    compact: only,
    retain: async () => {},
    state: async () => {
      const [size] = await rows(sizeSql(STORED));
      const facts = integerIn(size!.facts);
      return {
        snapshot: 0,
        oldest: 0,
        facts,
        disclosures: integerIn(size!.disclosures),
        files: 0,
        bytes: 0,
        waiting: 0,
      };
    },
    verify: async (year, province) => {
      const counted = await sql<{ id: number; facts: number; told: number }>`
        select d.id, d.fact_count as told, cast(coalesce(sum(cardinality(array_remove(s.fens, null))), 0) as integer) as facts
        from disclosures d join agencies a on a.id = d.agency_id left join statements s on s.disclosure_id = d.id
        where d.is_current and coalesce(d.year, 0) = ${year}
          and ${sql.raw(REGION)} / 10000 = ${province}
        group by d.id, d.fact_count order by d.id`.execute(db);
      return {
        year,
        province,
        disclosures: counted.rows.length,
        facts: counted.rows.reduce((sum, { facts }) => sum + facts, 0),
        differing: counted.rows.filter(({ facts, told }) => facts !== told).map(({ id }) => id),
        broken: [],
      };
    },
    close: async () => {},
  };
}
