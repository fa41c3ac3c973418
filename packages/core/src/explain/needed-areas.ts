/** Which areas of a ledger a document needs: those that its tables print and its explanation tells. */
import type { Agency } from '../disclosure.ts';
import type { Jurisdictions } from '../jurisdictions/jurisdictions.ts';
import { AREA_IDS, type AreaId, areasOf, areasOfForm } from '../ledger/areas.ts';
import { formsOf } from '../templates/fill.ts';
import type { Template } from '../templates/template.ts';
import { needsOf } from './needs.ts';

/** The areas that a template of a place needs answered, for a department or a unit. */
export function neededAreas(
  template: Template,
  level: Agency['level'],
  jurisdictions: Jurisdictions,
): ReadonlySet<AreaId> {
  const needs = needsOf(template, jurisdictions);
  const needed = new Set<AreaId>(formsOf(template, level).flatMap(({ form }) => areasOfForm(form)));
  for (const quantity of needs?.quantities ?? []) for (const area of areasOf(quantity)) needed.add(area);
  if (needs?.lists.has('organization')) needed.add('organization');
  if (needs && (needs.last.size > 0 || needs.items.last)) needed.add('last-year');
  return new Set(AREA_IDS.filter((id) => needed.has(id)));
}
