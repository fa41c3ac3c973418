/** A ledger with nothing in it but whose it is. */
import type { Agency, Region } from '../disclosure.ts';
import type { Stage } from '../model/document-kinds.ts';
import type { Ledger } from './ledger.ts';

/** A ledger of one agency and year with no lines in it; `template` is the one that it is to be compiled by. */
export function blankLedger(
  agency: Agency,
  year: number,
  region?: Region,
  template?: { readonly id: string; readonly stage: Stage },
): Ledger {
  return {
    agency,
    ...(region ? { region } : {}),
    year,
    ...(template ? { stage: template.stage, template: template.id } : {}),
    nature: 'administrative',
    revenue: [],
    basic: [],
    projects: [],
    other: [],
    left: [],
    procurement: [],
    assets: [],
    organization: [],
    counts: {},
    lastYear: {},
    texts: { duties: [], reasons: {} },
  };
}
