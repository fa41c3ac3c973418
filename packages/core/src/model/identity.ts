/**
 * How the fields of a document (字段: whose it is, of which region, year and kind) are known: where each is told, and how sure that
 * is. What nobody tells is unknown, and an unknown field equals nothing, not even another unknown one.
 */
import type { Origin } from './values.ts';

/**
 * Where a field is told, the plainest first: the cover, the line above a table, a running header, a heading of the text, a table's
 * title, a cell labelled 部门名称, the contents, a row that holds the whole table, a column's header, a sentence, the file's name.
 */
export const WITNESSES = [
  'cover',
  'caption',
  'running',
  'heading',
  'title',
  'cell',
  'contents',
  'row',
  'header',
  'words',
  'file',
] as const;
export type Witness = (typeof WITNESSES)[number];

/** One place that tells a field, in its own words. */
export interface Testimony {
  readonly witness: Witness;
  readonly text: string;
  readonly origin?: Origin;
}

/** `doubtful`: one weak witness only, or witnesses that contradict each other; a person has to confirm it. */
export type Confidence = 'sure' | 'doubtful' | 'unknown';

/** What is told of one field: the places that tell its value, and those that tell another. */
export interface FieldTold {
  readonly confidence: Confidence;
  readonly evidence: readonly Testimony[];
  readonly against?: readonly Testimony[];
}

/** The fields of a document that was read; one that was made has none of this. */
export interface FieldsTold {
  readonly agency: FieldTold;
  readonly year: FieldTold;
  readonly stage: FieldTold;
}

export type FieldName = keyof FieldsTold;

export const FIELD_NAMES: Readonly<Record<FieldName, string>> = { agency: '单位名称', year: '年度', stage: '文种' };

/** Fields in question of a disclosure: nobody knows them, or not for sure. None of one that was made. */
export function doubtsOf({ identity }: { readonly identity?: FieldsTold }): readonly FieldName[] {
  if (!identity) return [];
  return (Object.keys(FIELD_NAMES) as FieldName[]).filter((field) => identity[field].confidence !== 'sure');
}

/** Whether anybody tells a field; all are told of one that was made. */
export const isTold = ({ identity }: { readonly identity?: FieldsTold }, field: FieldName): boolean =>
  identity?.[field].confidence !== 'unknown';
