import type { Generated } from 'kysely';

/** What readers say. */
export interface FeedbackTables {
  /** Of an agency's document of a year; `about` is what it is called, `see` its place as an address has it, both empty of the whole. */
  feedback: {
    id: Generated<number>;
    agency_id: number;
    year: number;
    stage: string;
    about: string;
    see: string;
    text: string;
    state: Generated<'new' | 'shown' | 'hidden'>;
    reply: Generated<string>;
    received_at: Generated<Date>;
  };
}
