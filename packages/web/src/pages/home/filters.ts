/** What a search is narrowed to, as its address has it. */
import type { SearchQuery } from '../../api/queries.ts';
import { SEARCH_KINDS } from '../../api/search-kinds.ts';
import type { ItemKind, SearchKind } from '../../api/types.ts';

export const ITEM_KINDS = [
  'function',
  'economic',
  'measure',
  'project',
  'procurement',
] as const satisfies readonly ItemKind[];

export interface HomeSearch {
  readonly q?: string;
  readonly kind?: SearchKind;
  readonly year?: number;
  readonly region?: string;
  readonly level?: 'department' | 'unit';
  readonly item?: ItemKind;
  /** 万元. */
  readonly from?: number;
  readonly to?: number;
  readonly sort?: 'amount';
}

const FEN_OF_WAN = 1_000_000;

const oneOf = <T extends string>(list: readonly T[], value: unknown): T | undefined =>
  list.find((one) => one === value);
const wholeOf = (value: unknown): number | undefined => {
  const number = Number(value === '' || value === undefined ? Number.NaN : value);
  return Number.isSafeInteger(number) && Math.abs(number) < 1e9 ? number : undefined;
};

/** An address's parameters; what is no choice is left out. */
export function homeSearchOf(search: Readonly<Record<string, unknown>>): HomeSearch {
  const { q, region } = search;
  const given: { [K in keyof HomeSearch]: HomeSearch[K] | undefined } = {
    q: typeof q === 'string' || typeof q === 'number' ? String(q) : '',
    kind: oneOf(SEARCH_KINDS, search.kind),
    year: wholeOf(search.year),
    region: typeof region === 'string' && /^\d{6}$/.test(region) ? region : undefined,
    level: oneOf(['department', 'unit'], search.level),
    item: oneOf(ITEM_KINDS, search.item),
    from: wholeOf(search.from),
    to: wholeOf(search.to),
    sort: oneOf(['amount'], search.sort),
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

/** The same as the API is asked: in fen. */
export const queryOf = ({ q = '', from, to, ...others }: HomeSearch): SearchQuery => ({
  q,
  ...others,
  ...(from === undefined ? {} : { from: from * FEN_OF_WAN }),
  ...(to === undefined ? {} : { to: to * FEN_OF_WAN }),
});
