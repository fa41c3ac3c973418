import type { Stage } from '@mingsuan/core/model/document-kinds';
import type { ColumnType, Generated } from 'kysely';
import type { Json, Moment } from '../database/column-types.ts';

/** What is waiting to be done. */
export interface JobTables {
  batches: { id: Generated<number>; kind: string; title: string; created_at: Generated<Date> };
  jobs: {
    id: Generated<number>;
    batch_id: number | null;
    kind: string;
    payload: Json<unknown>;
    state: Generated<'waiting' | 'running' | 'done' | 'failed'>;
    attempts: Generated<number>;
    /** Its place among the jobs of all batches: those of its own one after the other, from where the queue stood. */
    turn: Generated<number>;
    locked_until: Moment | null;
    total: Generated<number>;
    done: Generated<number>;
    result: Json<unknown> | null;
    error: string | null;
    created_at: Generated<Date>;
    finished_at: Moment | null;
  };
  /** The findings of an agency, its department and its units of that year (0: none is known) are to be looked at again. */
  rechecks: {
    id: Generated<number>;
    agency_id: number;
    year: number;
    stage: Stage;
    due: ColumnType<Date, never, Date>;
  };
}
