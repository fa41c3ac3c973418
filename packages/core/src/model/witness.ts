/**
 * Where a field is told, the plainest first: the cover, the line above a table, a running header, a heading of the text, a table's
 * title, a cell labelled 部门名称, the contents, a row that holds the whole table, a column's header, a sentence, the file's name. What
 * an operator confirmed is told by nobody's document.
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
  'operator',
] as const;
export type Witness = (typeof WITNESSES)[number];
