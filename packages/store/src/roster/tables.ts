import type { Stage } from '@mingsuan/core/model/document-kinds';
import type { Generated } from 'kysely';

/** Who has to publish. */
export interface RosterTables {
  /** Who has to publish what by when. */
  roster: {
    id: Generated<number>;
    agency_id: number;
    year: number;
    stage: Stage;
    deadline: string;
    source: string;
    entered_at: Generated<Date>;
  };
}
