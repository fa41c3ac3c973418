/** The measures by which agencies are compared: what each shows. */
import type { Concept } from './concept.ts';
import { conceptById } from './concepts.ts';

const CONCEPT_OF: Readonly<Record<string, string>> = {
  revenue: 'revenue-total',
  expenditure: 'expenditure-total',
  'general-public': 'general-public-expenditure',
  'government-fund': 'government-fund-expenditure',
};

/** The concept that a measure shows; its name is the measure's. */
export const conceptOfMeasure = (measure: string): Concept => conceptById(CONCEPT_OF[measure] ?? measure);
