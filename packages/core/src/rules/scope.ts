/** When a rule holds: for which kinds of document, in which years, where. */
import type { Disclosure, Stage } from '../disclosure.ts';
import { bundled } from '../jurisdictions/bundled.ts';
import type { Jurisdictions } from '../jurisdictions/jurisdictions.ts';
import { templateById } from '../templates/index.ts';

/** What is left out does not narrow. */
export interface Scope {
  readonly kinds?: readonly Stage[];
  /** Years of the document, both included. */
  readonly years?: { readonly from?: number; readonly until?: number };
  /** Codes of regions; each stands for what lies below it: 13 for all of 1301, 130102. */
  readonly regions?: readonly string[];
  /** Whether the layout has to be one of ours, or none of them. */
  readonly template?: 'known' | 'unknown';
}

/** For every document. */
export const EVERYWHERE: Scope = {};

type Subject = Pick<Disclosure, 'stage' | 'year' | 'region' | 'template'>;

/** Whether a rule of this scope speaks of the document. A year or a region that is not known excludes nothing. */
export function isInScope(
  { kinds, years, regions, template }: Scope,
  { stage, year, region, ...own }: Subject,
  jurisdictions: Jurisdictions = bundled(),
): boolean {
  if (kinds && !kinds.includes(stage)) return false;
  if (years && year !== undefined && (year < (years.from ?? year) || year > (years.until ?? year))) return false;
  if (regions && region && !regions.some((code) => region.code.startsWith(code))) return false;
  return template === undefined || (templateById(own.template, jurisdictions) !== undefined) === (template === 'known');
}
