/**
 * How much of a document was read, how its fields are known, which files hold it and what was kept under its shape stand beside a
 * disclosure. What is nobody's was published under the empty name, where all such files were one agency: it is nobody's figures,
 * and waits with its original.
 */
const NAMELESS = `select d.id from disclosures d join agencies a on a.id = d.agency_id where a.name = ''`;

const PARTS = [
  'statements',
  'facts',
  'explanation',
  'records',
  'mentions',
  'measure_values',
  'class_totals',
  'findings',
  'search_entries',
];

export const coverage: readonly string[] = [
  `alter table documents add column coverage json, add column held json`,
  `create index documents_held on documents (id) where held is not null`,
  `alter table disclosures add column coverage json, add column identity json, add column generic json,
    add column sources json`,
  `alter table statements add column unread json`,
  `update documents o set held = (
     select json_agg(json_build_object('agency', json_build_object('name', '', 'level', a.level), 'year', d.year,
       'stage', d.stage, 'doubts', json_build_array('agency')) order by d.ordinal)
     from disclosures d join agencies a on a.id = d.agency_id where a.name = '' and d.document_id = o.id)
   where id in (select document_id from disclosures where id in (${NAMELESS}))`,
  ...PARTS.map((table) => `delete from ${table} where disclosure_id in (${NAMELESS})`),
  `delete from search_entries where agency_id in (select id from agencies where name = '')`,
  `delete from rechecks where agency_id in (select id from agencies where name = '')`,
  `delete from disclosures where id in (${NAMELESS})`,
  `update agencies set parent_id = null where parent_id in (select id from agencies where name = '')`,
  `delete from agencies where name = ''`,
];
