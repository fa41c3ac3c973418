/**
 * The unit of a row is a field of its own, where it was a prefix of the row's key (`302001:2010301`), or, of a unit's own row
 * of a classified table, its `code`.
 */
const PREFIXED = '^([^:]+):([0-9]{3,7})$';

export const units: readonly string[] = [
  String.raw`update statements set rows = (
    select json_agg(case
      when r.row ->> 'key' ~ '${PREFIXED}' then ((r.row::jsonb - 'code') || jsonb_build_object(
        'key', regexp_replace(r.row ->> 'key', '${PREFIXED}', '\2'),
        'unit', regexp_replace(r.row ->> 'key', '${PREFIXED}', '\1')))::json
      when r.row ->> 'code' is not null then ((r.row::jsonb - 'code') || jsonb_build_object('unit', r.row ->> 'code'))::json
      else r.row end order by r.no)
    from json_array_elements(rows) with ordinality r (row, no)
  ) where form not in ('balance', 'appropriation-balance')
    and (rows::text like '%"code"%' or rows::text ~ '"key": ?"[^":]+:[0-9]{3,7}"')`,
];
