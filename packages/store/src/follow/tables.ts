import type { Generated } from 'kysely';
import type { Json, Moment } from '../database/column-types.ts';

/** What readers follow. */
export interface FollowTables {
  /** Who is told of what by e-mail; `due` is null until that is confirmed. */
  subscriptions: {
    id: Generated<number>;
    email: string;
    /** An agency, a region or a search (`Followed`). */
    about: Json<unknown>;
    /** Confirms and ends it. */
    token: string;
    asked_at: Generated<Date>;
    confirmed_at: Moment | null;
    /** What came in until then was told. */
    told_until: Generated<Date>;
    due: Moment | null;
  };
}
