/** A statement's columns say what is printed above them; of those stored before, nothing is known but their ids. */
export const columns: readonly string[] = [
  `update statements set columns = (
     select json_agg(json_build_object('id', c.id) order by c.no)
     from json_array_elements_text(columns) with ordinality c (id, no)
   ) where json_typeof(columns -> 0) = 'string'`,
];
