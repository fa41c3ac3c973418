/** A ledger with nothing in it but whose it is. */
import type { Agency, Region } from '../disclosure.ts';
import type { Ledger } from './ledger.ts';

/** A ledger of one agency and year with no lines in it. */
export function blankLedger(agency: Agency, year: number, region?: Region): Ledger {
  return {
    agency,
    ...(region ? { region } : {}),
    year,
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
