import type { Generated } from 'kysely';
import type { Json, Moment } from '../database/column-types.ts';

export interface WebhookTables {
  /** Where a program is told of which events (`round.submit`); the secret signs what it is told. */
  webhooks: {
    id: Generated<number>;
    url: string;
    events: Json<readonly string[]>;
    secret: string;
    is_on: Generated<boolean>;
    created_by: string;
    created_at: Moment;
  };
  /** One event for one address. `due_at`: when it is sent next, null when it arrived or was given up; `sent_at`: when it arrived. */
  webhook_deliveries: {
    id: Generated<number>;
    webhook_id: number;
    event: string;
    payload: Json<unknown>;
    created_at: Moment;
    attempts: Generated<number>;
    due_at: Moment | null;
    sent_at: Moment | null;
    /** What the other side answered, and what went wrong, the last time. */
    status: number | null;
    note: string | null;
  };
}
