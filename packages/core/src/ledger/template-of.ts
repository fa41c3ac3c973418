/** Whose document a ledger is compiled into. */
import { bundled } from '../jurisdictions/bundled.ts';
import type { Jurisdictions } from '../jurisdictions/jurisdictions.ts';
import { chooseTemplate } from '../templates/choose.ts';
import { type Template, templateById } from '../templates/index.ts';
import type { Ledger } from './ledger.ts';

/** The template that a ledger names, else that of its region and year. */
export function templateOf(
  { template, region, year, stage = 'budget' }: Pick<Ledger, 'template' | 'region' | 'year' | 'stage'>,
  jurisdictions: Jurisdictions = bundled(),
): Template | undefined {
  const named = template === undefined ? undefined : templateById(template, jurisdictions);
  return named ?? chooseTemplate(region?.code, year, stage, jurisdictions);
}
