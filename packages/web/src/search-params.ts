/** What an address says behind its question mark, read: nothing else of it is believed. */
import { STAGES } from '@mingsuan/core/model/document-kinds';
import type { Stage } from './api/types.ts';
import type { AgencySearch } from './pages/agency/address.ts';
import type { LedgerSearch } from './pages/ledger/address.ts';

export type Search = Record<string, unknown>;

/** A word of the address; what is none is empty. */
export const text = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';
/** A whole number of the address: a year, a table, a version. */
export const number = (value: unknown): number | undefined => {
  const parsed = Number(text(value) || Number.NaN);
  return Number.isSafeInteger(parsed) ? parsed : undefined;
};
/** 2024,2025 */
export const numbers = (value: unknown): readonly number[] =>
  text(value)
    .split(',')
    .flatMap((part) => number(part) ?? []);
/** Names with commas between them. */
export const words = (value: unknown): readonly string[] =>
  text(value)
    .split(',')
    .filter((part) => part !== '');
/** Six digits of GB/T 2260. */
export const regionCode = (value: unknown): string | undefined =>
  /^\d{6}$/.test(text(value)) ? text(value) : undefined;
/** The kind of document; the budget where the address names none that we know. */
export const stage = (value: unknown): Stage => STAGES.find((id) => id === value) ?? 'budget';

/** The place in the source that is shown. */
export const seen = ({ see }: Search): { see?: string } => (text(see) === '' ? {} : { see: text(see) });

/** The sheet of a ledger, or its preview. */
export const ledgerSearch = ({ sheet, view }: Search): LedgerSearch => ({
  ...(text(sheet) === '' ? {} : { sheet: text(sheet) }),
  ...(view === 'preview' ? { view } : {}),
});

/** What of an agency is opened: place in the source, classification, code, measure, table, version. */
export function agencySearch({ see, by, code, measure, table, version }: Search): AgencySearch {
  const given = {
    see: text(see) || undefined,
    by: by === 'economic' ? by : undefined,
    code: /^\d{3,7}$/.test(text(code)) ? text(code) : undefined,
    measure: /^[a-z-]+$/.test(text(measure)) ? text(measure) : undefined,
    table: number(table),
    version: number(version),
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}
