/** What the pages ask, as react-query options: one function a question, so that a question has one cache key. */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { Language } from '../i18n/index.tsx';
import { ask, askText } from './client.ts';
import type {
  AgencyAnswer,
  AgencyItem,
  AgencyLevel,
  Changed,
  CheckAnswer,
  ComparedBy,
  Comparison,
  DisclosureAnswer,
  FeedbackShown,
  FindingItem,
  Flows,
  ItemAnswer,
  ItemKind,
  Measure,
  Overview,
  OverviewFilter,
  Page,
  RegionItem,
  RuleItem,
  ScanFigures,
  SearchAnswer,
  SearchKind,
  Site,
  Stage,
  StorySentence,
  Term,
  Tree,
  TrendPoint,
  WithdrawnText,
  Yardstick,
} from './types.ts';

/** Lists come bare or as a page. */
const listed = <T>(answer: readonly T[] | Page<T>): readonly T[] => ('items' in answer ? answer.items : answer);

const list = <T>(path: string, query?: Record<string, string | number | undefined>) =>
  queryOptions({
    queryKey: [path, query ?? {}],
    queryFn: async ({ signal }) => listed(await ask<readonly T[] | Page<T>>(path, query, { signal })),
  });

const one = <T>(path: string, query?: Record<string, string | number | undefined>) =>
  queryOptions({ queryKey: [path, query ?? {}], queryFn: ({ signal }) => ask<T>(path, query, { signal }) });

export const regions = () => list<RegionItem>('/regions');
/** Residents and price indices, as they were loaded. */
export const yardsticks = () => list<Yardstick>('/yardsticks');
export const measures = () => list<Measure>('/measures');
export const agency = (id: number) => one<AgencyAnswer>(`/agencies/${id}`);
/** An agency by its region's code and its name in addresses. */
export const agencyAt = (region: string, slug: string) =>
  one<AgencyAnswer>(`/agencies/at/${region}/${encodeURIComponent(slug)}`);
/** What of an agency was published and taken back. */
export const withdrawnOf = (id: number) => list<WithdrawnText>(`/agencies/${id}/withdrawn`);
export const trend = (id: number) => list<TrendPoint>(`/agencies/${id}/trend`);
export const disclosure = (id: number) => one<DisclosureAnswer>(`/disclosures/${id}`);
export const story = (id: number) => list<StorySentence>(`/disclosures/${id}/story`);
export const flows = (id: number) => one<Flows>(`/disclosures/${id}/flows`);
export const tree = (id: number, by: 'function' | 'economic') => one<Tree>(`/disclosures/${id}/tree`, { by });
export const findings = (id: number) => list<FindingItem>(`/disclosures/${id}/findings`);
export const feedback = (id: number) => list<FeedbackShown>(`/disclosures/${id}/feedback`);
export const agencies = (q: string, region?: string, limit = 20) => list<AgencyItem>('/agencies', { q, region, limit });
export const item = (
  kind: ItemKind,
  key: string,
  query: {
    readonly year?: number | undefined;
    readonly stage?: Stage | undefined;
    readonly region?: string | undefined;
  },
) => one<ItemAnswer>(`/items/${kind}/${encodeURIComponent(key)}`, { ...query, limit: 50 });
type Titles = Readonly<Record<Language, string>>;

/** What bulk files there are: a Data Package. */
export const dictionary = () =>
  one<{
    /** Of the data; none where nothing is held. */
    readonly version?: string;
    readonly modified?: string;
    readonly licenses: readonly { readonly path: string; readonly title: string }[];
    readonly resources: readonly {
      readonly name: string;
      readonly titles: Titles;
      readonly descriptions: Titles;
      readonly version?: string;
      readonly modified?: string;
      readonly schema: {
        readonly fields: readonly {
          readonly name: string;
          readonly titles: Partial<Titles> & { readonly zh: string };
        }[];
      };
    }[];
  }>('/exports/datapackage.json');
export const site = () => one<Site>('/site');
export const glossary = () => list<Term>('/glossary');
export const rules = () => list<RuleItem>('/rules');

export interface SearchQuery {
  readonly q: string;
  readonly kind?: SearchKind | undefined;
  readonly year?: number | undefined;
  readonly region?: string | undefined;
  readonly level?: AgencyLevel | undefined;
  readonly item?: ItemKind | undefined;
  /** Fen. */
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  readonly sort?: 'newest' | 'amount' | undefined;
}

/** Pages of hits, one after the other. */
export const search = (question: SearchQuery) =>
  infiniteQueryOptions({
    queryKey: ['/search', { ...question }],
    queryFn: ({ signal, pageParam }) =>
      ask<SearchAnswer>('/search', { ...question, limit: 30, cursor: pageParam }, { signal }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });

/** The lines of a text as it was published. */
export const sourceText = (document: number) =>
  queryOptions({
    queryKey: ['source text', document],
    queryFn: async ({ signal }) => (await askText(`/documents/${document}/file`, { signal })).split(/\r\n?|\n/),
  });

/** `within`: with the regions that belong to it. */
export const overview = (
  region: string,
  year: number,
  stage: Stage,
  within: boolean,
  listed: {
    readonly show?: OverviewFilter | undefined;
    readonly q?: string | undefined;
    readonly sort?: 'expenditure' | undefined;
    readonly limit?: number | undefined;
  } = {},
) => one<Overview>(`/regions/${region}/overview`, { year, stage, within: within ? 'true' : undefined, ...listed });
export const changed = (region: string, year: number, stage: Stage, within: boolean) =>
  one<Changed>(`/regions/${region}/changed`, { year, stage, within: within ? 'true' : undefined });
export interface CompareQuestion {
  /** By number, or as lasting addresses name them. */
  readonly agencies: readonly string[];
  readonly measures: readonly string[];
  /** Empty: all. */
  readonly years: readonly number[];
  readonly stage: Stage;
  /** Only agencies of a region are peers; of all without. */
  readonly peers: string | undefined;
  readonly like: 'level' | undefined;
  readonly by: ComparedBy;
  /** `phases`: all of a year, not one stage. */
  readonly view: 'years' | 'phases';
}

export const compare = ({ agencies, measures, years, stage, peers, like, by, view }: CompareQuestion) =>
  one<Comparison>('/compare', {
    agencies: agencies.join(','),
    measures: measures.join(','),
    years: years.length > 0 ? years.join(',') : undefined,
    stage: view === 'phases' ? undefined : stage,
    peersRegion: peers,
    peersBy: like,
    by,
  });

/** Asks again while the check runs. */
export const check = (id: string) =>
  queryOptions({
    ...one<CheckAnswer>(`/checks/${id}`),
    refetchInterval: ({ state: { data } }) => (data?.state === 'done' || data?.state === 'failed' ? false : 700),
  });

/** The figures of a scan that a person is asked about. */
export const checkFigures = (id: string, document: number) =>
  queryOptions({
    ...one<ScanFigures>(`/checks/${id}/documents/${document}/figures`),
    staleTime: Number.POSITIVE_INFINITY,
  });
