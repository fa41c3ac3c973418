/** Which profile a place scores by in a year. */
import { bundled } from '../jurisdictions/bundled.ts';
import type { Jurisdictions } from '../jurisdictions/jurisdictions.ts';
import type { PerformanceProfile } from './profile.ts';

/** The profile of this id; undefined where there is none. */
export const profileById = (id: string, { all }: Jurisdictions = bundled()): PerformanceProfile | undefined =>
  all.flatMap(({ performance }) => performance).find((profile) => profile.id === id);

/**
 * The city's own before its province's, and that before the national one; of several the latest that holds by the year.
 * @param region code of the region, where it is known
 */
export function profileFor(
  region: string | undefined,
  year: number,
  { all }: Jurisdictions = bundled(),
): PerformanceProfile | undefined {
  const places = all
    .filter(({ region: own }) => own === undefined || region?.startsWith(own))
    .toSorted((a, b) => (b.region?.length ?? 0) - (a.region?.length ?? 0));
  for (const { performance } of places) {
    const fits = performance.filter(({ from, choose }) => from <= year && choose === undefined);
    if (fits.length > 0) return fits.reduce((best, each) => (each.from > best.from ? each : best));
  }
  return undefined;
}
