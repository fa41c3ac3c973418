import type { Generated } from 'kysely';

/** Facts on their way to another keeper of them, and the manifest of a lake. Numbers of disclosures outlive these: none refers to them. */
export interface FactTables {
  /** One row while facts are kept elsewhere too; its name is the lake's. */
  fact_feed: { id: number; name: string; since: Generated<Date> };
  /** Disclosures that changed since. */
  fact_outbox: { id: Generated<number>; disclosure: number; at: Generated<Date> };
  lake_snapshots: { id: number; at: Generated<Date>; batch: string | null; facts: number; disclosures: number };
  lake_files: {
    id: Generated<number>;
    /** Within the lake's folder, with `/`. */
    path: string;
    year: number;
    prov: number;
    facts: number;
    bytes: number;
    sha256: string;
    /** The first snapshot that it stands in, and the first that it no longer does. */
    added: number;
    removed: number | null;
  };
  /** The file in which a disclosure stands now. */
  lake_live: { disclosure: number; file_id: number; facts: number };
  /** From this snapshot on the file's rows of the disclosure are no longer. */
  lake_dead: { file_id: number; disclosure: number; snapshot: number };
}
