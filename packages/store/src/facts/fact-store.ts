/**
 * The one interface by which figures are asked for, whatever keeps them: the store's own PostgreSQL, a lake of Parquet files, a
 * cluster. Every implementation gives the same answers (one contract test runs over all); each may be asked as it was at a snapshot.
 */
import type { Stage } from '@mingsuan/core/model/document-kinds';
import type { Fact } from './fact.ts';

/** Which facts; what is absent does not narrow. */
export interface FactFilter {
  /** A region's code: those within it too. */
  readonly region?: string | undefined;
  readonly agency?: number | undefined;
  readonly disclosure?: number | undefined;
  readonly year?: number | undefined;
  readonly stage?: Stage | undefined;
  readonly form?: string | undefined;
  readonly column?: string | undefined;
  readonly side?: string | undefined;
  readonly row?: string | undefined;
  readonly level?: number | undefined;
}

/** As it was when; without, as it is now. */
export interface At {
  readonly at?: number | undefined;
}

/**
 * What is summed: figures of one table and column, each counted once. Without `row` or `level` these are the leaves; without `agency`
 * units are left out whose department's own disclosure is here.
 */
export interface SumQuestion extends FactFilter, At {
  readonly form: string;
  readonly column: string;
  readonly stage?: Stage | undefined;
}

export const GROUPS = ['prov', 'region', 'agency', 'year', 'stage', 'side', 'row_key', 'level'] as const;
export type Group = (typeof GROUPS)[number];

/** A sum in fen, of so many facts of so many disclosures; `group` in the order in which it was asked for. */
export interface Total {
  readonly group: readonly (string | number)[];
  readonly fen: number;
  readonly facts: number;
  readonly disclosures: number;
}

/** What agencies amount to, in fen: nearest-rank quartiles, each one agency's own figure. */
export interface Distribution {
  readonly group: readonly (string | number)[];
  readonly agencies: number;
  readonly least: number;
  readonly lower: number;
  readonly median: number;
  readonly upper: number;
  readonly most: number;
  readonly fen: number;
}

export interface SeriesPoint {
  readonly year: number;
  readonly stage: Stage;
  readonly fen: number;
}

export interface TopEntry {
  readonly agency: number;
  readonly region: number;
  readonly fen: number;
}

export interface FactState {
  /** The newest; 0 where only the present can be asked for. */
  readonly snapshot: number;
  /** The oldest that can be asked for. */
  readonly oldest: number;
  readonly facts: number;
  readonly disclosures: number;
  /** Of the newest snapshot; 0 where it has no files of its own. */
  readonly files: number;
  readonly bytes: number;
  /** Changes of the store that are not brought here yet. */
  readonly waiting: number;
}

/** What `verify` found of a year and province, against the store. */
export interface Verified {
  readonly year: number;
  readonly province: number;
  readonly disclosures: number;
  readonly facts: number;
  /** Disclosures that differ from the store, are missing or too many. */
  readonly differing: readonly number[];
  /** Files that are gone, or other than they were written. */
  readonly broken: readonly string[];
}

/** Facts on their way from the store to another keeper. */
export interface FactBatch {
  /** The same for the same marks, whenever the batch is made again. */
  readonly id: string;
  /** Numbers of the marks in the outbox that it answers. */
  readonly marks: readonly number[];
  /** Disclosures whose facts of before are no longer. */
  readonly renewed: readonly number[];
  /** What those print now, as lines of CSV with the columns of `FACT_FIELDS`; nothing of those that are not current. */
  rows(): AsyncGenerator<string>;
}

export interface FactStore {
  readonly kind: 'postgres' | 'lake' | 'clickhouse';
  /** Takes a batch in, all of it or nothing; the same batch again changes nothing. @returns the newest snapshot */
  apply(batch: FactBatch): Promise<number>;
  totals(question: SumQuestion & { readonly by: readonly Group[] }): Promise<readonly Total[]>;
  /** Years and kinds in their order. */
  series(question: SumQuestion): Promise<readonly SeriesPoint[]>;
  distribution(question: SumQuestion & { readonly by: readonly Group[] }): Promise<readonly Distribution[]>;
  /** The largest first; of equal ones the agency that came in first. */
  top(question: SumQuestion & { readonly limit: number }): Promise<readonly TopEntry[]>;
  /** All facts by disclosure, in the order printed, batch by batch. */
  scan(question: FactFilter & At): AsyncGenerator<readonly Fact[]>;
  state(): Promise<FactState>;
  verify(year: number, province: number): Promise<Verified>;
  /** Files of a partition become one, without what is no longer. What it was at earlier snapshots can still be asked for. @returns the newest snapshot */
  compact(): Promise<number>;
  /** Only this snapshot and later ones can be asked for from now on; what stands in none of them is erased. */
  retain(from: number): Promise<void>;
  close(): Promise<void>;
}

/** The snapshot asked for is no longer kept, or never was: one Chinese sentence. */
export class SnapshotGone extends Error {
  override readonly name = 'SnapshotGone';
  constructor(at: number, oldest: number, newest: number) {
    super(
      newest === 0
        ? `这里只能问现在的数，不能问第 ${at} 次快照；要问过去的，请用数据湖（MINGSUAN_FACTS=lake:文件夹）。`
        : `没有第 ${at} 次快照：现在有第 ${oldest} 到第 ${newest} 次，请改问其中一次。`,
    );
  }
}
