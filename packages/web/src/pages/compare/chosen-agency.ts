/** The agencies of a comparison, by the names that lasting addresses give them. */
import type { AgencyItem } from '../../api/types.ts';

export interface ChosenAgency {
  readonly id: number;
  readonly slug: string;
  /** `130100/石家庄市财政局` */
  readonly publicId: string;
  /** Told from others of that name in words. */
  readonly name: string;
  readonly level: AgencyItem['level'];
  readonly kind: string | null;
  readonly region: string | null;
  readonly regionName: string | null;
}

/** What an address calls an agency; its number where its name has a comma, which parts the list. */
export const publicIdOf = ({ id, region, slug }: Pick<AgencyItem, 'id' | 'region' | 'slug'>): string =>
  slug.includes(',') ? String(id) : `${region ?? 'unknown'}/${slug}`;

export function chosenAgency(item: AgencyItem): ChosenAgency {
  const { id, slug, title, level, kind, region, regionName } = item;
  return { id, slug, publicId: publicIdOf(item), name: title, level, kind, region, regionName };
}

/** The name in an address, before more is known. */
export const nameInAddress = (publicId: string): string => publicId.slice(publicId.indexOf('/') + 1);
