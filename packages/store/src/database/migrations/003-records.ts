/**
 * Rows of every kind of record table in one table, and all of a disclosure's record tables in its `tables`: a kind more needs no
 * table more. The kinds of that day are named here, for their tables go.
 */
const TABLES: Readonly<Record<string, string>> = {
  organization: 'organization',
  'duty-performance': 'duties',
  procurement: 'procurement',
  assets: 'assets',
};

/** An entry for rows that no table was listed for. */
const unlisted = Object.entries(TABLES).map(
  ([form, table], i) => `
    select 1, ${i}, json_build_object('form', '${form}', 'title', '', 'origin', '{}'::json)
    where exists (select 1 from ${table} r where r.disclosure_id = d.id)
      and not exists (select 1 from json_array_elements(d.tables) t where t ->> 'form' = '${form}')`,
);

/** Each project is a table of its own: one entry and one row, which holds its indicators. */
const project = `select 2, p.ordinal, json_build_object('form', 'performance', 'title', p.title, 'origin', p.content -> 'origin')
    from projects p where p.disclosure_id = d.id`;

/** Where the rows of a form stand: in its first table. */
const home = (form: string) => `select d.id, min(t.no) - 1 as no
    from disclosures d, json_array_elements(d.tables) with ordinality t (info, no)
    where t.info ->> 'form' = '${form}' group by d.id`;

export const records: readonly string[] = [
  `create table records (
    disclosure_id integer not null,
    table_no integer not null,
    ordinal integer not null,
    form text not null,
    content json not null,
    primary key (disclosure_id, table_no, ordinal)
  )`,
  `update disclosures d set tables = coalesce((select json_agg(t.info order by t.part, t.no) from (
    select 0 as part, e.no, e.info from json_array_elements(d.tables) with ordinality e (info, no)
      where e.info ->> 'form' <> 'performance'
    union all ${[...unlisted, project].join('\n    union all ')}
  ) t), '[]')`,
  ...Object.entries(TABLES).map(
    ([form, table]) => `insert into records (disclosure_id, table_no, ordinal, form, content)
    select r.disclosure_id, h.no, r.ordinal, '${form}', r.content
    from ${table} r join (${home(form)}) h on h.id = r.disclosure_id`,
  ),
  `insert into records (disclosure_id, table_no, ordinal, form, content)
    select p.disclosure_id, h.no + p.ordinal, 0, 'performance', (p.content::jsonb || jsonb_build_object('indicators',
      coalesce((select jsonb_agg(i.content::jsonb order by i.ordinal) from indicators i
        where i.disclosure_id = p.disclosure_id and i.project_no = p.ordinal), '[]'::jsonb)))::json
    from projects p join (${home('performance')}) h on h.id = p.disclosure_id`,
  ...['projects', 'indicators', ...Object.values(TABLES)].map((table) => `drop table ${table}`),
];
