/** The tables of the year of an approved budget; amounts are fen. */
import type { Generated } from 'kysely';
import type { Json } from '../database/column-types.ts';

export interface PerformanceTables {
  /** 指标 of a unit's year, and what was done on them; both are only added to. */
  authority_lines: {
    item_id: number;
    number: string;
    project: string;
    functional: string;
    economic: string | null;
    fund: string;
    carried: Generated<boolean>;
    is_lump_sum: Generated<boolean>;
    fen: number;
    document_number: string;
    step: number;
  };
  execution_entries: {
    id: Generated<number>;
    item_id: number;
    kind: 'adjustment' | 'plan' | 'payment' | 'commitment' | 'acceptance';
    /** Null of an acceptance, which is of a contract. */
    line: string | null;
    month: number;
    day: string | null;
    fen: number;
    contract: string | null;
    change: string | null;
    document_number: string | null;
    reason: string | null;
    /** Where it was read: file, sheet and cell. */
    origin: Json<unknown> | null;
    /** Of the item's history, which tells who and when. */
    step: number;
  };
  /** What a task's newest version comes to by its profile. */
  task_results: {
    item_id: number;
    profile: string;
    light: string | null;
    score: string | null;
    grade: string | null;
    budget: number | null;
    executed: number | null;
  };
  /** What people say of a project's money; the newest of a project holds. */
  execution_words: {
    id: Generated<number>;
    item_id: number;
    project: string;
    last_year: number | null;
    forecast: number | null;
    cause: string | null;
    step: number;
  };
}
