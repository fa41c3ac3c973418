/**
 * How the fields of a document (字段: whose it is, of which region, year and kind) are known: where each is told, and how sure that
 * is. What nobody tells is unknown, and an unknown field equals nothing, not even another unknown one.
 */
import type { Model } from '../schema/define.ts';
import type { Parts } from '../schema/document.ts';

export { WITNESSES, type Witness } from './witness.ts';

/** One place that tells a field, in its own words. */
export interface Testimony extends Model<Parts['testimony']> {}

/** What is told of one field: the places that tell its value, and those that tell another. */
export interface FieldTold extends Model<Parts['fieldTold']> {}

/** `doubtful`: one weak witness only, or witnesses that contradict each other; a person has to confirm it. */
export type Confidence = FieldTold['confidence'];

/** The fields of a document that was read; one that was made has none of this. */
export interface FieldsTold extends Model<Parts['identity']> {}

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
