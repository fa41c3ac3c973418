/** What an address asks to compare. */
import type { ComparedBy, Stage } from '../../api/types.ts';

export const MEASURED_BY = ['amount', 'share', 'resident', 'real'] as const satisfies readonly ComparedBy[];

export interface CompareSearch {
  /** As lasting addresses name them: `130100/石家庄市财政局`. Numbers of older addresses are understood too. */
  readonly agencies?: string;
  readonly measures?: string;
  readonly years?: string;
  readonly stage?: Stage;
  /** The region whose agencies are peers. */
  readonly peers?: string;
  /** `level`: peers are all of the level, of whatever kind. */
  readonly like?: 'level' | '';
  readonly by?: ComparedBy;
  /** `phases`: budget, adjusted budget and accounts of one year. */
  readonly view?: 'phases' | '';
}

export interface Choice {
  readonly agencies: readonly string[];
  readonly measures: readonly string[];
  /** Empty: all. */
  readonly years: readonly number[];
  readonly stage: Stage;
  readonly peers: string | undefined;
  readonly like: 'level' | undefined;
  readonly by: ComparedBy;
  readonly view: 'years' | 'phases';
}

const USUAL = ['expenditure', 'basic', 'project', 'three-publics'];

const split = (list: string | undefined): readonly string[] => (list ? list.split(',') : []);

export const choiceOf = ({
  agencies,
  measures,
  years,
  stage = 'budget',
  peers,
  like,
  by = 'amount',
  view,
}: CompareSearch): Choice => ({
  agencies: split(agencies),
  measures: measures ? split(measures) : USUAL,
  years: split(years).map(Number),
  stage,
  peers: peers || undefined,
  like: like || undefined,
  by,
  view: view || 'years',
});
