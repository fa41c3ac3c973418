/**
 * What follows from an approved budget knows its project by the code that it had there: a unit may have several of one name. Tasks keep it
 * where projects of the library keep theirs (`work_items.code`). Going back keeps the column.
 */
export const projectCodes: readonly string[] = [
  `alter table authority_lines add column if not exists project_code text`,
];
