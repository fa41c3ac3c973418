/** The template that an agency of a region uses in a year. */
import type { Stage } from '../disclosure.ts';
import { TEMPLATES } from './index.ts';
import type { Template } from './template.ts';

/**
 * The region's own before the national one; of several, the one that serves the year, else the latest before it.
 * @param region code of the region, where it is known
 */
export function chooseTemplate(region: string | undefined, year: number, stage: Stage): Template | undefined {
  const fits = TEMPLATES.filter((template) => template.stage === stage && template.years[0] <= year);
  const own = fits.filter((template) => template.region && region?.startsWith(template.region));
  const candidates = own.length > 0 ? own : fits.filter((template) => !template.region);
  const serving = candidates.filter(({ years: [, to] }) => to === undefined || year <= to);
  return (serving.length > 0 ? serving : candidates).reduce<Template | undefined>(
    (best, template) => (best && best.years[0] >= template.years[0] ? best : template),
    undefined,
  );
}
