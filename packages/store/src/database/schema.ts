/** The tables as Kysely sees them; what each means stands in migrations. Amounts are fen, `json` columns come parsed. */
import type { Stage } from '@mingsuan/core/model/document-kinds';
import type { ColumnType, Generated } from 'kysely';
import type { ItemKind } from '../projection/lines.ts';
import type { Phase } from '../projection/measures.ts';

/** Written as text, read parsed. */
type Json<T> = ColumnType<T, string, string>;
type Moment = ColumnType<Date, Date | string | undefined, Date | string>;

export type Severity = 'error' | 'warning' | 'notice';

export interface Database {
  documents: {
    id: Generated<number>;
    sha256: string;
    name: string;
    kind: string;
    bytes_size: number;
    problems: Json<unknown>;
    /** How much of the file was read; null of what was imported before that was kept, and of data. */
    coverage: Json<unknown> | null;
    /** Its disclosures that are nobody's figures yet (`Held`); null where there are none. */
    held: Json<unknown> | null;
    /** What an operator ruled of it (`Ruling`); null where nobody did. */
    ruling: Json<unknown> | null;
    /** Numbers of its disclosures that are being made again (`Kept`). */
    kept: Json<unknown> | null;
    imported_at: Generated<Date>;
  };
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
  disclosures: {
    id: Generated<number>;
    document_id: number;
    ordinal: number;
    agency_id: number;
    /** As this document prints it; the agency's own is known from any of its documents. */
    agency_code: string | null;
    year: number | null;
    stage: Stage;
    template: string;
    version: number;
    is_current: boolean;
    contents: Json<unknown>;
    tables: Json<unknown>;
    completeness: Json<unknown>;
    score: number;
    errors: number;
    warnings: number;
    notices: number;
    fact_count: number;
    /** Findings that stand; `errors`, `warnings` and `notices` count those of them that are released. */
    found_errors: Generated<number>;
    found_warnings: Generated<number>;
    found_notices: Generated<number>;
    /** Of all its files together; null where that is not known. */
    coverage: Json<unknown> | null;
    identity: Json<unknown> | null;
    generic: Json<unknown> | null;
    /** The files that it stands in (`DisclosureSource`), its own document first. */
    sources: Json<unknown> | null;
    /** The version of the index that its lines and texts were entered by. */
    indexed: Generated<number>;
    created_at: Generated<Date>;
  };
  statements: {
    disclosure_id: number;
    ordinal: number;
    form: string;
    title: string;
    unit: string;
    note: string | null;
    columns: Json<unknown>;
    rows: Json<unknown>;
    /** What of the table was not read. */
    unread: Json<unknown> | null;
    origin: Json<unknown>;
  };
  facts: {
    disclosure_id: number;
    statement_no: number;
    row_no: number;
    fen: number;
    form: string;
    row_key: string;
    row_label: string;
    side: string | null;
    column_id: string;
    text: string;
    origin: Json<unknown>;
  };
  explanation: { disclosure_id: number; ordinal: number; number: string | null; title: string; content: Json<unknown> };
  /** Rows of record tables; `table_no` counts the disclosure's `tables`. */
  records: { disclosure_id: number; table_no: number; ordinal: number; form: string; content: Json<unknown> };
  mentions: {
    disclosure_id: number;
    ordinal: number;
    quantity: string;
    aspect: string;
    year: number | null;
    fen: number | null;
    text: string;
    origin: Json<unknown>;
  };
  measure_values: {
    disclosure_id: number;
    measure: string;
    year: number;
    stage: Phase;
    fen: number;
    source: 'table' | 'words';
    /** Where it is printed (`FigurePlace`); null of what was imported before that was kept. */
    place: Json<unknown> | null;
  };
  /** What amounts are measured by, as an operator loaded it. */
  yardsticks: {
    /** Empty: the whole country. */
    region: string;
    year: number;
    measure: 'residents' | 'price-index';
    /** Persons, or thousandths of a price index of which the year before is 100. */
    value: number;
    source: string;
    entered_at: Generated<Date>;
  };
  class_totals: { disclosure_id: number; code: string; name: string; fen: number };
  findings: {
    id: Generated<number>;
    disclosure_id: number;
    ordinal: number;
    finding_id: string;
    rule: string;
    severity: Severity;
    form: string | null;
    message: string;
    detail: Json<unknown>;
  };
  /** The findings of an agency, its department and its units of that year (0: none is known) are to be looked at again. */
  rechecks: {
    id: Generated<number>;
    agency_id: number;
    year: number;
    stage: Stage;
    due: ColumnType<Date, never, Date>;
  };
  dismissals: {
    id: Generated<number>;
    document_id: number;
    finding_id: string;
    reason: string;
    created_at: Generated<Date>;
    withdrawn_at: Moment | null;
  };
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
  search_entries: {
    id: Generated<number>;
    kind: string;
    agency_id: number;
    disclosure_id: number | null;
    title: string;
    body: string;
    folded: string;
    place: Json<unknown>;
    tsv: string;
    /** Of its disclosure, 0 where that names none; kept in step by a trigger, as `is_current` and `agency_id` are. */
    year: Generated<number>;
    is_current: Generated<boolean>;
    /** The same for the same kind and words: a text that many print is one hit. */
    text_key: Generated<number>;
  };
  /** What budgets are made of; `key` is its code, or its name folded. */
  items: {
    id: Generated<number>;
    kind: ItemKind;
    key: string;
    code: string | null;
    name: string;
    folded: string;
    tsv: string;
  };
  /** What a disclosure prints for an item. */
  item_values: {
    item_id: number;
    disclosure_id: number;
    agency_id: number;
    year: number;
    stage: Stage;
    is_current: boolean;
    fen: number;
    place: Json<unknown>;
  };
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
  /** A unit's budget of a year or a project, and where it stands; `revision` counts its history. */
  work_items: {
    id: Generated<number>;
    process: 'round' | 'project';
    unit_id: number;
    year: number;
    title: string;
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
  batches: { id: Generated<number>; kind: string; title: string; created_at: Generated<Date> };
  jobs: {
    id: Generated<number>;
    batch_id: number | null;
    kind: string;
    payload: Json<unknown>;
    state: Generated<'waiting' | 'running' | 'done' | 'failed'>;
    attempts: Generated<number>;
    locked_until: Moment | null;
    total: Generated<number>;
    done: Generated<number>;
    result: Json<unknown> | null;
    error: string | null;
    created_at: Generated<Date>;
    finished_at: Moment | null;
  };
}
