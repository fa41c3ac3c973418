import type { Generated } from 'kysely';
import type { Json } from '../database/column-types.ts';

/** Whose disclosures are, and what operators changed of that. */
export interface IdentityTables {
  agencies: {
    id: Generated<number>;
    region: string;
    region_name: string;
    code: string | null;
    name: string;
    level: 'department' | 'unit';
    parent_id: number | null;
    /** By its name (`AGENCY_KINDS`); null where that tells none. */
    kind: string | null;
  };
  /** Names and numbers that agencies went by before; what is looked for under one is found under the agency. */
  former_agencies: {
    id: Generated<number>;
    agency_id: number;
    /** Of an agency that was merged into it. */
    former_id: number | null;
    region: string;
    level: 'department' | 'unit';
    name: string;
    code: string | null;
  };
  /** Changes that operators made, only ever added to; `subject` is the number of what `kind` changes. */
  changes: {
    id: Generated<number>;
    at: Generated<Date>;
    kind: string;
    subject: number;
    /** What was changed, in words of that moment. */
    title: string;
    /** Who did it, as far as that person said. */
    person: string;
    reason: string;
    before: Json<unknown> | null;
    after: Json<unknown> | null;
    /** The change that this one takes back. */
    undoes: number | null;
  };
}
