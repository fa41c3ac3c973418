import type { Generated } from 'kysely';
import type { Json, Moment } from '../database/column-types.ts';

/** Budgets and projects on their way, each version and step of them, and what they may ask for. Amounts are fen. */
export interface WorkTables {
  /** A unit's budget of a year or a project, and where it stands; `revision` counts its history. */
  work_items: {
    id: Generated<number>;
    process:
      | 'round'
      | 'adjustment'
      | 'project'
      | 'execution'
      | 'monitoring'
      | 'evaluation'
      | 'warning'
      | 'rectification';
    unit_id: number;
    year: number;
    title: string;
    /** Of what follows from an approved budget: the project, the month up to which, by when, and the item it follows from. */
    project: Generated<string | null>;
    month: Generated<number | null>;
    due: Generated<string | null>;
    source_id: Generated<number | null>;
    /** Of an adjustment, and the version of its budget that it goes on from. */
    kind: Generated<string | null>;
    base_version: Generated<number | null>;
    /** Of a project, and of what follows from one: the 21 characters that it is known by. */
    code: Generated<string | null>;
    state: string;
    round: Generated<number>;
    version: Generated<number>;
    revision: Generated<number>;
    created_at: Generated<Date>;
    changed_at: Moment;
  };
  work_versions: {
    item_id: number;
    number: number;
    round: number;
    content: Json<unknown>;
    hash: string;
    person_id: number;
    at: Moment;
  };
  work_history: {
    item_id: number;
    number: number;
    event: string;
    name: string;
    person_id: number;
    person: string;
    role: string;
    from_state: string;
    to_state: string;
    at: Moment;
    round: number;
    version: number;
    content: string;
    reason: string | null;
    fields: Json<unknown> | null;
    document_number: string | null;
    document_date: string | null;
  };
  /** What was published of an item: the file of the portal by its content. */
  work_publications: { item_id: number; version: number; sha256: string; at: Moment };
  /** Files that prove what an item says, by content; `revision`: the item's when they came. A row stays when its bytes go. */
  attachments: {
    id: Generated<number>;
    item_id: number;
    revision: number;
    about: string;
    name: string;
    kind: string;
    size: number;
    sha256: string;
    person_id: number;
    person: string;
    role: string;
    at: Moment;
    withdrawn_at: Generated<Moment | null>;
    withdrawn_by: Generated<string | null>;
    forgotten_at: Generated<Moment | null>;
  };
  /** By when units hand up in a round: of a region, or of a department; the newest holds. */
  work_deadlines: {
    id: Generated<number>;
    unit_id: number;
    year: number;
    round: number;
    due: string;
    person_id: number;
    at: Moment;
  };
  reminders: {
    id: Generated<number>;
    unit_id: number;
    year: number;
    text: string;
    person_id: number;
    person: string;
    at: Moment;
  };
  /** What a unit or department may at most ask for, of a fund and a class; the newest of them holds. */
  control_figures: {
    id: Generated<number>;
    unit_id: number;
    year: number;
    fund: string;
    class: string;
    fen: number;
    document_number: string;
    document_date: string;
    person_id: number;
    at: Generated<Date>;
  };
}
