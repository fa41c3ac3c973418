/** Every concept, in the order in which lines are tried: sums and carry-overs before sources, funds before 经营收入. */
import { AGENCY_OPERATING } from './agency-operating.ts';
import { ASSET_CONCEPTS } from './assets.ts';
import { COLUMN_CONCEPTS } from './columns.ts';
import type { Concept } from './concept.ts';
import { EXPENDITURE_CONCEPTS } from './expenditure.ts';
import { FUND_CONCEPTS } from './funds.ts';
import { PROCUREMENT_CONCEPTS } from './procurement.ts';
import { PROJECT_CONCEPTS } from './projects.ts';
import { RECORD_CONCEPTS } from './records.ts';
import { APPROPRIATION, SOURCE_CONCEPTS } from './sources.ts';
import { BALANCE_SUMS, CARRIED_IN, CARRIED_OUT, EXPENDITURE_SUMS, REVENUE_SUMS } from './sums.ts';
import { THREE_PUBLICS_CONCEPTS } from './three-publics.ts';
import { VEHICLE_CONCEPTS } from './vehicles.ts';

export const CONCEPTS: readonly Concept[] = [
  ...COLUMN_CONCEPTS,
  ...REVENUE_SUMS,
  ...CARRIED_IN,
  APPROPRIATION,
  ...FUND_CONCEPTS,
  ...SOURCE_CONCEPTS,
  ...EXPENDITURE_SUMS,
  ...BALANCE_SUMS,
  ...EXPENDITURE_CONCEPTS,
  ...CARRIED_OUT,
  ...THREE_PUBLICS_CONCEPTS,
  AGENCY_OPERATING,
  ...PROCUREMENT_CONCEPTS,
  ...ASSET_CONCEPTS,
  ...RECORD_CONCEPTS,
  ...VEHICLE_CONCEPTS,
  ...PROJECT_CONCEPTS,
];

const BY_ID = new Map(CONCEPTS.map((concept) => [concept.id, concept]));

/** @throws Error for an id that is no concept: ids in the program are our own, so that is a bug */
export function conceptById(id: string): Concept {
  const concept = BY_ID.get(id);
  if (!concept) throw new Error(`unknown concept: ${id}`);
  return concept;
}

/** The column that shows a concept. */
export const columnIdOf = ({ id, column }: Concept): string => column ?? id;

/** The parts that a whole is first divided into; empty where it has none. */
export const partsOf = (id: string): readonly string[] => conceptById(id).divisions?.[0]?.parts ?? [];
