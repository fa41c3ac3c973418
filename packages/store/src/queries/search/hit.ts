/** What a search finds. */
import { regionTitle } from '@mingsuan/core/classification/index';
import type { ItemKind, LinePlace } from '../../projection/lines.ts';
import type { SearchPlace } from '../../projection/search-entries.ts';
import type { Stage } from '../types.ts';
import type { SearchKind } from './question.ts';

/** A hit before its agency is told from others of its name. */
export interface FoundHit {
  readonly kind: SearchKind;
  /** With [[hits]] marked, as the snippet. */
  readonly title: string;
  readonly snippet: string;
  /** Null for an item, which is nobody's. */
  readonly agency: {
    readonly id: number;
    readonly name: string;
    readonly level: 'department' | 'unit';
    readonly region: string | null;
    readonly regionName: string | null;
  } | null;
  readonly year: number | null;
  readonly stage: Stage | null;
  /** Of an agency its newest; null for an item. */
  readonly disclosureId: number | null;
  readonly place: (LinePlace & Pick<Partial<SearchPlace>, 'project'>) | null;
  /** The item with a page of its own that it is, or is of. */
  readonly item: { readonly kind: ItemKind; readonly key: string; readonly code: string | null } | null;
  /** Fen; of an item what all agencies print that its newest year knows, of an agency its expenditure. */
  readonly fen: number | null;
  /** Of an item: the agencies with it in that year; of a text: those who print the same. */
  readonly agencies: number;
  /** The years that it is printed in, the newest first. */
  readonly years: readonly number[];
}

export interface SearchHit extends FoundHit {
  /** `title`: the name, with what tells it from others of that name. */
  readonly agency: (NonNullable<FoundHit['agency']> & { readonly title: string }) | null;
}

/** What a row says of the disclosure that it stands in and of whose that is; an empty region and the year 0 are unknown. */
interface Placed {
  readonly agency_id: number;
  readonly agency: string;
  readonly level: 'department' | 'unit';
  readonly region: string;
  readonly region_name: string;
  readonly year: number;
  readonly stage: Stage;
  readonly disclosure_id: number;
}

/** The disclosure of a hit and whose it is. */
export const disclosureOf = (row: Placed): Pick<FoundHit, 'agency' | 'year' | 'stage' | 'disclosureId'> => ({
  agency: {
    id: row.agency_id,
    name: row.agency,
    level: row.level,
    region: row.region || null,
    regionName: regionTitle(row.region, row.region_name) || null,
  },
  year: row.year || null,
  stage: row.stage,
  disclosureId: row.disclosure_id,
});

/** `isWhole`: all of it; else there are at least so many, of texts as far as a sample tells. */
export interface Count {
  readonly count: number;
  readonly isWhole: boolean;
}
