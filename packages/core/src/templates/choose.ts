/** The template that an agency of a region uses in a year. */
import type { Stage } from '../disclosure.ts';
import { bundled } from '../jurisdictions/bundled.ts';
import type { Jurisdictions } from '../jurisdictions/jurisdictions.ts';
import type { Template } from './template.ts';

/**
 * The city's own before its province's, and that before the national one; of several, the one that serves the year, else the latest before it.
 * @param region code of the region, where it is known
 */
export function chooseTemplate(
  region: string | undefined,
  year: number,
  stage: Stage,
  { templates }: Pick<Jurisdictions, 'templates'> = bundled(),
): Template | undefined {
  const fits = templates.filter((template) => template.stage === stage && template.years[0] <= year);
  const own = fits.filter((template) => template.region && region?.startsWith(template.region));
  const nearest = Math.max(0, ...own.map((template) => template.region!.length));
  const candidates =
    nearest > 0
      ? own.filter((template) => template.region!.length === nearest)
      : fits.filter((template) => !template.region);
  const serving = candidates.filter(({ years: [, to] }) => to === undefined || year <= to);
  return (serving.length > 0 ? serving : candidates).reduce<Template | undefined>(
    (best, template) => (best && best.years[0] >= template.years[0] ? best : template),
    undefined,
  );
}
