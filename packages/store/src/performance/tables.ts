/** The tables of the year of an approved budget; amounts are fen. */
import type { ColumnKind } from '@mingsuan/core/performance/inspection';
import type { SiteCheck } from '@mingsuan/core/performance/site-content';
import type { Generated } from 'kysely';
import type { Json, Moment } from '../database/column-types.ts';

/** Whether a site opens, where its links lead, when a column last changed. */
export const PROBE_KINDS = ['opens', 'links', 'column'] as const;
export type ProbeKind = (typeof PROBE_KINDS)[number];

export interface PerformanceTables {
  /** 指标 of a unit's year, and what was done on them; both are only added to. */
  authority_lines: {
    item_id: number;
    number: string;
    /** The project's label, and its code where it has one. */
    project: string;
    project_code: Generated<string | null>;
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
  /** How many tasks of a unit and a year stand where; `stale_task_counts` are to be counted again. */
  task_counts: {
    unit_id: number;
    year: number;
    process: string;
    month: number | null;
    state: string;
    light: string | null;
    grade: string | null;
    due: string | null;
    count: number;
    budget: number;
    executed: number;
  };
  stale_task_counts: { unit_id: number; year: number };
  surveys: {
    id: Generated<number>;
    unit_id: number;
    year: number;
    project: string | null;
    indicator: string;
    target: string;
    title: string;
    questions: Json<unknown>;
    measure: 'top-two' | 'mean-index';
    population: number | null;
    channel: string;
    since: string;
    until: string;
    closed_at: Moment | null;
    person_id: number;
  };
  /** An invitation knows whether it was used, not by which answer. */
  survey_tokens: { token_hash: string; survey_id: number; is_used: Generated<boolean> };
  survey_answers: { id: string; survey_id: number; answers: Json<unknown> };
  probes: {
    id: Generated<number>;
    unit_id: number;
    project: string | null;
    indicator: string | null;
    name: string;
    url: string;
    every_minutes: number;
    is_on: Generated<boolean>;
    asked_at: Moment | null;
    person_id: number;
    kind: Generated<ProbeKind>;
    /** Of a column that is watched. */
    site_column: ColumnKind | null;
    most_days: number | null;
  };
  /** What looking into a site's pages found, as it was seen. */
  site_checks: { probe_id: number; at: Moment; found: Json<SiteCheck> };
  /** The raw series of a probe. */
  visits: { probe_id: number; at: Moment; is_open: boolean; status: number | null; ms: number; note: string | null };
  counters: {
    id: Generated<number>;
    unit_id: number;
    year: number;
    project: string | null;
    indicator: string | null;
    name: string;
    measure: string;
    person_id: number;
  };
  counter_values: {
    id: Generated<number>;
    counter_id: number;
    day: string;
    numerator: number;
    denominator: number | null;
    source: string;
    person_id: number;
    at: Moment;
  };
  /** Matters that run against a clock; `clock_entries` are only added to. */
  clocks: {
    id: Generated<number>;
    unit_id: number;
    year: number;
    project: string | null;
    indicator: string | null;
    name: string;
    rule: string;
    person_id: number;
  };
  clock_entries: {
    id: Generated<number>;
    clock_id: number;
    number: string;
    kind: 'begun' | 'ended' | 'struck';
    /** `2026-03-02`, or a moment with the country's time. */
    at: string;
    source: string;
    person_id: number;
    entered_at: Moment;
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
