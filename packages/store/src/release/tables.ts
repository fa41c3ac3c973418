import type { Generated } from 'kysely';
import type { Moment } from '../database/column-types.ts';

/** What is said in public of findings: released, dismissed, answered. */
export interface ReleaseTables {
  /** What is released: a finding, all of a rule, all rules of a sureness (named in `rule`). */
  releases: {
    id: Generated<number>;
    scope: 'finding' | 'rule' | 'sureness';
    document_id: number | null;
    finding_id: string | null;
    rule: string | null;
    released_at: Generated<Date>;
    withdrawn_at: Moment | null;
  };
  dismissals: {
    id: Generated<number>;
    document_id: number;
    finding_id: string;
    reason: string;
    created_at: Generated<Date>;
    withdrawn_at: Moment | null;
  };
  /** What agencies answered to findings. */
  answers: {
    id: Generated<number>;
    document_id: number;
    finding_id: string;
    text: string;
    person: string;
    answered_at: Generated<Date>;
    withdrawn_at: Moment | null;
  };
}
