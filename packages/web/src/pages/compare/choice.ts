/** What an address asks to compare. */
import type { Stage } from '../../api/types.ts';

export interface CompareSearch {
  readonly agencies?: string;
  readonly measures?: string;
  readonly years?: string;
  readonly stage?: Stage;
  /** The region whose agencies are peers. */
  readonly peers?: string;
}

export interface Choice {
  readonly ids: readonly number[];
  readonly measures: readonly string[];
  /** Empty: all. */
  readonly years: readonly number[];
  readonly stage: Stage;
  readonly peers: string | undefined;
}

const USUAL = ['expenditure', 'basic', 'project', 'three-publics'];

const split = (list: string | undefined): readonly string[] => (list ? list.split(',') : []);

export const choiceOf = ({ agencies, measures, years, stage = 'budget', peers }: CompareSearch): Choice => ({
  ids: split(agencies).map(Number),
  measures: measures ? split(measures) : USUAL,
  years: split(years).map(Number),
  stage,
  peers: peers || undefined,
});
