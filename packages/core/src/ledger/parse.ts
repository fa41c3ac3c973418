/** A ledger from data of unknown shape, such as a JSON file. */

import { validate } from '../schema/index.ts';
import type { Ledger } from './ledger.ts';
import type { LedgerProblem } from './problems.ts';

/** How many departures are told at once. */
const LIMIT = 50;

export interface ParsedLedger {
  /** Absent where the value is no ledger. */
  readonly ledger?: Ledger;
  readonly problems: readonly LedgerProblem[];
}

/** Takes a value for a ledger where it keeps to the schema; each departure is one sentence with its path. */
export function parseLedger(value: unknown): ParsedLedger {
  const departures = validate('ledger', value, LIMIT);
  if (departures.length === 0) return { ledger: value as Ledger, problems: [] };
  const problems = departures.map(({ path, expected }) => {
    const cents = /(?:\.fen|unitPrice|value|sme|agencyOperating)$/.test(path) ? '（金额以分为单位）' : '';
    const message = `台账的${path === '' ? '内容' : ` ${path} `}${expected}${cents}。`;
    return { code: 'ledger-shape', path, message };
  });
  return { problems };
}
