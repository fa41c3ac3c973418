/** The nine statements and their variants, and what a table without a name is by its cells. */

export const STATEMENT_FORM_IDS = [
  'balance',
  'revenue',
  'expenditure',
  'appropriation-balance',
  'appropriation',
  'general-public',
  'general-economic',
  'basic',
  'basic-function',
  'basic-sources',
  'appropriation-basic',
  'government-fund',
  'state-capital',
  'three-publics',
  'operating',
  'by-function',
  'by-economic',
] as const;
export type StatementFormId = (typeof STATEMENT_FORM_IDS)[number];

/**
 * What a table is by its cells where nobody knows its name: rows keyed by functional or economic codes, labelled lines, items in
 * one row, a tree told by indentation, a list of free rows.
 */
export const SHAPE_IDS = ['coded-function', 'coded-economic', 'lines', 'items', 'tree', 'list'] as const;
export type ShapeId = (typeof SHAPE_IDS)[number];
