import type { Stage } from '@mingsuan/core/model/document-kinds';
import type { Generated } from 'kysely';
import type { Json } from '../database/column-types.ts';
import type { ItemKind } from './lines.ts';
import type { Phase } from './measures.ts';

interface Staged {
  /** 0 where a document names none. */
  year: number;
  stage: Stage;
  region: string;
}

/** What is worked out of disclosures so that questions are answered quickly; it can be made again at any time. Amounts are fen. */
export interface ProjectedTables {
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
  class_totals: { disclosure_id: number; code: string; name: string; fen: number };
  /** Regions with what is counted of them; `stale_regions` are to be counted again. */
  region_counts: {
    region: string;
    name: string;
    /** All agencies, those that nothing is here of too. */
    known: number;
    agencies: number;
    disclosures: number;
    facts: number;
    years: number[];
    default_year: number | null;
    modified: Date | null;
  };
  stale_regions: { region: string };
  /** What the overview of a region counts of its current disclosures of a year and kind, and what it adds up. */
  region_stages: Staged & {
    collected: number;
    /** How many have released errors, findings that nobody has released; how many lack a form. */
    errors: number;
    under_review: number;
    incomplete: number;
    /** How many have a score of completeness, and these together. */
    scored: number;
    score: number;
    /** Of how many the sums by class are, and of how many the tables they come from were read in part. */
    functions_of: number;
    functions_partial: number;
  };
  region_forms: Staged & { form: string; state: string; count: number };
  region_functions: Staged & { code: string; name: string; fen: number };
  /** How many of the roster are not collected, by their deadline. */
  region_awaited: Staged & { deadline: Date; count: number };
  /** How each agency stands of which something is collected, or the roster awaits something. */
  region_standings: Staged & {
    agency_id: number;
    disclosure_id: number | null;
    /** Whether it has released errors, and whether it lacks a form. */
    errors: boolean;
    incomplete: boolean;
    /** Of the roster. */
    deadline: Date | null;
    /** Fen; null where its document does not say. */
    expenditure: number | null;
  };
  /** Where overviews are to be counted again; a null is any year. */
  stale_overviews: { region: string; year: number | null };
  /** Of an item, how many print it, and how many of them with how much are added up: a unit is not where its department published. */
  item_counts: {
    item_id: number;
    year: number;
    stage: Stage;
    region: string;
    printed: number;
    agencies: number;
    fen: number;
  };
  /** Who prints an item in any kind of document of a year, with all that they print. */
  item_holders: { item_id: number; year: number; region: string; agencies: number; fen: number };
  /** Where items are to be added up again; a null is any year. */
  stale_items: { region: string; year: number | null };
  /** Where agencies of a kind stand (`Peers`), by how they are measured and within which regions; kind and region empty for all. */
  peer_quartiles: {
    measured: string;
    region: string;
    level: string;
    kind: string;
    measure: string;
    year: number;
    stages: Json<unknown>;
  };
  /** Of which quartiles are to be worked out again; a null is any. */
  stale_peers: { level: string | null; kind: string | null; year: number | null };
  /** What an agency is found by: its name, the sound of it, its code and its region. */
  agency_names: {
    agency_id: number;
    folded: string;
    words: string;
  };
  /** What is searched, once for all that print it; `key` is 48 bits of the hash of its kind and words. */
  search_texts: {
    key: number;
    kind: string;
    /** The title in the first line, then the body. */
    folded: string;
    /** Of the current disclosures that print it, `2025 2024`, 0 where one names none; maybe some that printed it once. */
    years: string;
    /** Whose it is: agencies and regions, `a17 r130100`; of many the regions, `m130100 m1302*`, `*` where that was not told yet. */
    places: string;
  };
  /** Texts whose years and places may name too much. */
  stale_texts: {
    key: number;
  };
  /** Where a text is printed (`SearchEntry`). What stands here of the disclosure and its agency is kept in step by triggers. */
  search_entries: {
    text_key: number;
    agency_id: number;
    disclosure_id: number;
    table_no: number;
    row_no: number;
    part: number;
    /** Of its disclosure, 0 where that names none. */
    year: Generated<number>;
    is_current: Generated<boolean>;
    region: Generated<string>;
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
    /** Its agency's, kept in step by triggers. */
    region: Generated<string>;
    year: number;
    stage: Stage;
    is_current: boolean;
    fen: number;
    place: Json<unknown>;
  };
}
