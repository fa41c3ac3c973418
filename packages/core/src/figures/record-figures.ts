/** Figures of the tables that are no statements, as their kinds tell them. */
import type { Disclosure } from '../disclosure.ts';
import { kindOf } from '../kinds/index.ts';
import type { Address } from '../model/address.ts';
import { tablesOf } from '../model/tables.ts';
import type { Figure } from './figure.ts';
import { stepOf } from './precision.ts';

/** `procurement[total].total`, `assets[total].value`: the best first; none where the kind has no figures by address. */
export function recordFigures(disclosure: Disclosure, { form, row, column, period }: Address): readonly Figure[] {
  const kind = kindOf(form);
  if (period !== undefined || !kind?.figures) return [];
  const found = kind.figures(tablesOf(disclosure, kind), { row, column });
  if (found.length === 0) return [];
  const step = stepOf(disclosure, kind.id);
  return found.map((figure) => ({ form: kind.id, ...figure, step }));
}
