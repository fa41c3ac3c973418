export { type CheckedDocument, checkSchema } from './check.ts';
export { ledgerSchema } from './ledger.ts';
export { FORM_IDS, STATEMENT_FORM_IDS, TABLE_FORM_IDS } from './parts.ts';
export { readSchema } from './read.ts';
export type { Schema } from './schema.ts';
export { type Departure, validate } from './validate.ts';
