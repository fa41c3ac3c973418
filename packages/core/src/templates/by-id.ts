/** The template of an id. */
import { bundled } from '../jurisdictions/bundled.ts';
import type { Jurisdictions } from '../jurisdictions/jurisdictions.ts';
import type { Template } from './template.ts';

/** Of the bundled jurisdictions where none are given; undefined where there is none of this id. */
export function templateById(
  id: string,
  { templates }: Pick<Jurisdictions, 'templates'> = bundled(),
): Template | undefined {
  return templates.find((template) => template.id === id);
}
