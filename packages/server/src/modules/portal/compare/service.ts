/** Agencies compared with one another and with their peers. */
import {
  agencyAt,
  type CompareQuestion,
  type Comparison,
  compareAgencies,
  MEASURES,
  presentAgency,
  type Store,
} from '@mingsuan/store';
import { found } from '../../../fault.ts';
import { knownMeasure } from '../agencies/service.ts';

interface Question extends Omit<CompareQuestion, 'measures' | 'agencies'> {
  /** By number, or by `region/name` as in lasting addresses. */
  readonly agencies: readonly (number | string)[];
  /** All of them without. */
  readonly measures?: readonly string[] | undefined;
}

/** One comparison. @throws Fault `wrong` for a measure that there is not, `missing` for an agency that an address names and nobody knows */
export const comparing =
  (store: Store) =>
  async ({ agencies, measures, ...question }: Question): Promise<Comparison> => {
    const ids = await Promise.all(agencies.map((one) => numberOf(store, one)));
    return compareAgencies(store, {
      ...question,
      agencies: [...new Set(ids)],
      measures: measures?.map(knownMeasure) ?? MEASURES.map(({ id }) => id),
    });
  };

/** A number that leads nowhere stays as it is: it compares with nothing. */
async function numberOf(store: Store, agency: number | string): Promise<number> {
  if (typeof agency === 'number') return (await presentAgency(store, agency)) ?? agency;
  const at = agency.indexOf('/');
  const region = agency.slice(0, at);
  return found(await agencyAt(store, region === 'unknown' ? '' : region, agency.slice(at + 1)), `“${agency}”这个单位`);
}
