/** The lasting address of an agency and of its disclosures: `/a/<region>/<name>/<year>/<kind>`. */
import type { AgencyDisclosure, AgencyItem, Stage } from '../../api/types.ts';

/** What of a page is chosen: the source that is open, the drill, the measure, the table, an earlier version. */
export interface AgencySearch {
  readonly see?: string;
  readonly by?: 'economic';
  readonly code?: string;
  readonly measure?: string;
  readonly table?: number;
  readonly version?: number;
}

type Subject = Pick<AgencyItem, 'region' | 'slug'>;

export const agencyParams = ({ region, slug }: Subject) => ({ region: region ?? 'unknown', slug });

export const disclosureParams = (agency: Subject, { year, stage }: Pick<AgencyDisclosure, 'year' | 'stage'>) => ({
  ...agencyParams(agency),
  year: year === null ? 'unknown' : String(year),
  kind: stage,
});

/** The disclosure that an address names among an agency's; its current version where it names none. */
export const disclosureAt = (
  disclosures: readonly AgencyDisclosure[],
  year: string,
  kind: Stage | string,
  version?: number,
): AgencyDisclosure | undefined =>
  disclosures.find(
    (one) =>
      String(one.year ?? 'unknown') === year &&
      one.stage === kind &&
      (version === undefined ? one.isCurrent : one.version === version),
  );
