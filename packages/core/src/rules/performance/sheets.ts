/** The sheets of targets of a document: those of its projects, and those of the whole agency or of a fund. */
import { OVERALL_PERFORMANCE, PERFORMANCE, type PerformanceTarget, type TableFormId } from '../../kinds/index.ts';
import { rowsOf } from '../../model/tables.ts';
import type { DocumentContext } from '../context.ts';

/** One sheet; `form` tells of which kind, where it is not a project's. */
export interface Sheet extends PerformanceTarget {
  readonly form?: TableFormId;
}

/** What sheets of either kind say is read alike: rules that judge a single indicator or a goal ask here. */
export const sheetsOf = ({ disclosure }: DocumentContext): readonly Sheet[] => [
  ...rowsOf(disclosure, PERFORMANCE),
  ...rowsOf(disclosure, OVERALL_PERFORMANCE).map(({ title, goal, indicators, origin }) => ({
    form: OVERALL_PERFORMANCE.id,
    title,
    ...(goal === undefined ? {} : { goal }),
    indicators,
    origin,
  })),
];

/** The form that evidence and findings of a sheet name. */
export const formOf = ({ form = PERFORMANCE.id }: Sheet): TableFormId => form;
