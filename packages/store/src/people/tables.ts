import type { Generated } from 'kysely';
import type { Json, Moment } from '../database/column-types.ts';
import type { Scope } from './scopes.ts';

/** People, the units that they work for and what they did. */
export interface PeopleTables {
  /** Who may sign in; `password` is an argon2id hash, null until an invitation is accepted. */
  people: {
    id: Generated<number>;
    login: string;
    name: string;
    password: string | null;
    is_administrator: Generated<boolean>;
    failures: Generated<number>;
    locked_until: Moment | null;
    disabled_at: Moment | null;
    created_at: Generated<Date>;
  };
  /** What invites a person or lets one set another password, once; only the hash is kept. */
  person_tokens: {
    id: Generated<number>;
    person_id: number;
    kind: 'invitation' | 'reset';
    token_hash: string;
    expires_at: Moment;
    used_at: Moment | null;
    created_at: Generated<Date>;
  };
  person_sessions: {
    id: Generated<number>;
    person_id: number;
    token_hash: string;
    created_at: Moment;
    seen_at: Moment;
    expires_at: Moment;
    revoked_at: Moment | null;
    address: string;
    agent: string;
    /** Whether a provider of sign-in told who it is, and not a password. */
    by_provider: Generated<boolean>;
  };
  /** Whom a provider of sign-in knows a person as. */
  person_identities: {
    id: Generated<number>;
    person_id: number;
    issuer: string;
    subject: string;
    linked_at: Moment;
    linked_by: string;
  };
  /** What lets a program work in a person's name; the token's hash alone is kept. */
  access_tokens: {
    id: Generated<number>;
    person_id: number;
    name: string;
    token_hash: string;
    scopes: Json<readonly Scope[]>;
    created_at: Moment;
    expires_at: Moment;
    seen_at: Moment | null;
    revoked_at: Moment | null;
  };
  units: { id: Generated<number>; kind: 'region' | 'department' | 'unit' };
  /** What a unit is called and where it belongs, from a day on; the newest that has begun holds. */
  unit_spans: {
    id: Generated<number>;
    unit_id: number;
    code: string;
    name: string;
    parent_id: number | null;
    nature: string | null;
    is_own_office: Generated<boolean>;
    since: string;
    /** The last day of the unit itself. */
    until: string | null;
  };
  grants: {
    id: Generated<number>;
    person_id: number;
    unit_id: number;
    role: string;
    deputy_of: number | null;
    since: string;
    until: string | null;
    revoked_at: Moment | null;
  };
  /** Everything done in the office, chained by hashes; the database refuses to change or delete a row. */
  audit: {
    id: number;
    at: Moment;
    person_id: number | null;
    person: string;
    role: string | null;
    address: string;
    kind: string;
    subject: number | null;
    unit_id: number | null;
    title: string;
    before: Json<unknown> | null;
    after: Json<unknown> | null;
    previous: string;
    hash: string;
  };
}
