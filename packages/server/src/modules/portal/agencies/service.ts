/** Agencies: found by name or code, followed over the years. */
import { AGENCY_KINDS } from '@mingsuan/core/vocabulary/index';
import {
  type AgencyAnswer,
  type AgencyFilter,
  agencyAt,
  agencyTrend,
  getAgency,
  listAgencies,
  MEASURES,
  presentAgency,
  type Store,
  withdrawalsOfAgency,
} from '@mingsuan/store';
import { Fault, found } from '../../../fault.ts';

const MEASURE_IDS = MEASURES.map((measure) => measure.id);

/** What the portal is asked about agencies. @throws Fault `missing` for an agency, `wrong` for a measure that there is not */
export const agencies = (store: Store) => ({
  list: (filter: AgencyFilter) => listAgencies(store, filter),
  /** The number of the agency that this one is by now. */
  present: async (id: number): Promise<number> => found(await presentAgency(store, id), '这个单位'),
  get: async (id: number): Promise<AgencyAnswer> => found(await getAgency(store, id), '这个单位'),
  /** By region (empty where none is known) and the name in addresses. */
  at: async (region: string, slug: string): Promise<AgencyAnswer> => {
    const id = await agencyAt(store, region, slug);
    return found(id === undefined ? undefined : await getAgency(store, id), '这个单位');
  },
  /** What of it was published and taken back, by the year and kind that the address had. */
  withdrawn: async (id: number) => ({ items: await withdrawalsOfAgency(store, id) }),
  /** Without a measure: all of them. */
  trend: (id: number, measure?: string) => agencyTrend(store, id, measure && knownMeasure(measure)),
  measures: () => MEASURES,
  kinds: () => AGENCY_KINDS,
});

/** @throws Fault `wrong` for a measure that there is not */
export function knownMeasure(measure: string): string {
  if (MEASURE_IDS.includes(measure)) return measure;
  throw new Fault('wrong', `没有指标“${measure}”，请从 /api/v1/measures 里选。`);
}
