import type { Stage } from '@mingsuan/core/model/document-kinds';
import type { Generated } from 'kysely';
import type { Json } from '../database/column-types.ts';
import type { ItemKind } from './lines.ts';
import type { Phase } from './measures.ts';

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
}
