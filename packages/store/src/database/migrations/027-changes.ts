/**
 * What of the open data changed, so that whoever took them before need not take all again. Whoever changes what is published leaves a mark
 * in `stale_changes`; marks are told as one version when somebody next asks (`data_changes`), so that no version comes late with a smaller
 * number. A mark that is not `anew` may have changed nothing: what stands in `stood` is compared. Numbers outlive what they name.
 */
export const changes: readonly string[] = [
  `create table data_changes (
    subject text not null,
    subject_id integer not null,
    first integer not null,
    version integer not null,
    at timestamptz not null,
    is_gone boolean not null,
    stood text,
    primary key (subject, subject_id)
  )`,
  'create index data_changes_version on data_changes (version, subject, subject_id)',
  `create table stale_changes (
    subject text not null,
    subject_id integer not null,
    anew boolean not null,
    at timestamptz not null default now()
  )`,
  `insert into stale_changes select 'disclosure', id, true, created_at from disclosures`,
  `insert into stale_changes select 'agency', id, true, now() from agencies`,
  `create function mark_published() returns trigger language plpgsql as $$
  begin
    if tg_op <> 'INSERT' then
      insert into stale_changes values ('disclosure', old.id, false);
      if old.is_current then
        insert into stale_changes select 'disclosure', d.id, false from agencies a join disclosures d on d.agency_id = a.id
          where a.parent_id = old.agency_id and d.is_current and d.year = old.year and d.stage = old.stage;
      end if;
    end if;
    if tg_op <> 'DELETE' then
      insert into stale_changes values ('disclosure', new.id, tg_op = 'INSERT');
      if new.is_current then
        insert into stale_changes select 'disclosure', d.id, false from agencies a join disclosures d on d.agency_id = a.id
          where a.parent_id = new.agency_id and d.is_current and d.year = new.year and d.stage = new.stage;
      end if;
    end if;
    return null;
  end $$`,
  `create trigger disclosures_published after insert or delete or update of agency_id, year, stage, version, is_current
    on disclosures for each row execute function mark_published()`,
  `create function mark_said() returns trigger language plpgsql as $$
  begin
    insert into stale_changes values ('findings', new.id, true);
    return null;
  end $$`,
  `create trigger disclosures_said after update of errors, warnings, notices on disclosures for each row
    when ((old.errors, old.warnings, old.notices) is distinct from (new.errors, new.warnings, new.notices))
    execute function mark_said()`,
  `create function mark_answered() returns trigger language plpgsql as $$
  begin
    insert into stale_changes select 'findings', d.id, true from disclosures d where d.document_id = new.document_id;
    return null;
  end $$`,
  `create trigger answers_said after insert or update on answers for each row execute function mark_answered()`,
  `create trigger dismissals_said after insert or update on dismissals for each row execute function mark_answered()`,
  `create function mark_found() returns trigger language plpgsql as $$
  begin
    insert into stale_changes select distinct 'findings', disclosure_id, true from gone;
    return null;
  end $$`,
  `create trigger findings_replaced after delete on findings referencing old table as gone
    for each statement execute function mark_found()`,
  `create function mark_named() returns trigger language plpgsql as $$
  begin
    if tg_op = 'DELETE' then
      insert into stale_changes values ('agency', old.id, true);
    else
      insert into stale_changes values ('agency', new.id, true);
      insert into stale_changes select 'disclosure', id, false from disclosures where agency_id = new.id;
    end if;
    return null;
  end $$`,
  `create trigger agencies_named after insert or delete on agencies for each row execute function mark_named()`,
  `create trigger agencies_renamed after update of region, region_name, code, name, level, parent_id on agencies for each row
    when ((old.region, old.region_name, old.code, old.name, old.level, old.parent_id)
      is distinct from (new.region, new.region_name, new.code, new.name, new.level, new.parent_id))
    execute function mark_named()`,
];
