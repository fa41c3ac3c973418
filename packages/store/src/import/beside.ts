/**
 * Which files in the store hold the rest of a disclosure: its words in one file, its tables in another, its targets in a third. What
 * waits because its year is told by its file's name only is one of them, too: with the others it is known.
 */
import type { Agency, Region, Stage } from '@mingsuan/core/disclosure';
import { type Holding, isBeside } from '@mingsuan/core/join';
import type { FieldsTold } from '@mingsuan/core/model/identity';
import { fullBrackets } from '@mingsuan/core/text/fold';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../database/schema.ts';
import { spellingsOf } from './agencies.ts';

type Db = Kysely<Database>;

/** A file that holds a disclosure or a part of it. */
export interface DisclosureSource {
  readonly document: number;
  readonly holding: Holding;
}

/** What is to be joined: whose, of when, and what its file holds of it. */
export interface PartSubject {
  readonly agency: Agency;
  readonly region?: Region;
  readonly year: number | undefined;
  readonly stage: Stage;
  readonly holding: Holding;
}

/** A disclosure that is not published, as its document keeps it. */
export interface Held extends PartSubject {
  /** Fields in question, `form` of a form that nobody filled in. */
  readonly doubts: readonly string[];
  /** Its place in its file's reading; of what was held before that was kept, the first. */
  readonly at?: number;
  /** Each field with the places that tell it. */
  readonly identity?: FieldsTold;
  /** How many tables it has. */
  readonly tables?: number;
}

/** The files that hold what these disclosures' own file does not, each of which prints nothing twice; but not `own`. */
export async function besideOf(db: Db, subjects: readonly PartSubject[], own?: number): Promise<readonly number[]> {
  const found = new Set<number>();
  for (const subject of subjects) {
    const { agency, year } = subject;
    if (agency.name === '' || year === undefined) continue;
    const taken = [subject.holding];
    for (const { document, holding } of [...(await currentSources(db, subject)), ...(await heldSources(db, subject))]) {
      if (document === own || found.has(document) || !taken.every((other) => isBeside(other, holding))) continue;
      taken.push(holding);
      found.add(document);
    }
  }
  return [...found].sort((a, b) => a - b);
}

async function currentSources(db: Db, { agency, region, year, stage }: PartSubject): Promise<DisclosureSource[]> {
  const rows = await db
    .selectFrom('disclosures as d')
    .innerJoin('agencies as a', 'a.id', 'd.agency_id')
    .select(['d.sources', 'a.code'])
    .where('a.region', '=', region?.code ?? '')
    .where('a.level', '=', agency.level)
    .where('a.name', 'in', spellingsOf(agency.name))
    .where('d.year', '=', year!)
    .where('d.stage', '=', stage)
    .where('d.is_current', '=', true)
    .execute();
  return rows
    .filter(({ code }) => (code ?? agency.code) === (agency.code ?? code ?? undefined))
    .flatMap(({ sources }) => (sources ?? []) as DisclosureSource[]);
}

async function heldSources(db: Db, { agency, year, stage }: PartSubject): Promise<DisclosureSource[]> {
  const { rows } = await sql<{ id: number; held: readonly Held[] }>`
    select o.id, o.held from documents o, json_array_elements(o.held) h
    where o.held is not null and json_array_length(o.held) = 1 and translate(h -> 'agency' ->> 'name', '()', '（）') = ${fullBrackets(agency.name)}
      and h -> 'agency' ->> 'level' = ${agency.level} and h ->> 'year' = ${String(year)} and h ->> 'stage' = ${stage}
    order by o.id`.execute(db);
  return rows.flatMap(({ id, held: [only] }) =>
    only?.holding && !only.doubts.includes('agency') ? [{ document: id, holding: only.holding }] : [],
  );
}
