/** The list of kinds, in the order in which documents print them where nothing else says. */
import { ASSETS } from './assets.ts';
import { DETAILS } from './details.ts';
import { DUTY_PERFORMANCE } from './duty-performance.ts';
import { EXECUTION_REPORT } from './execution-report.ts';
import type { RecordRow, TableKind } from './kind.ts';
import { MONITORING } from './monitoring.ts';
import { ORGANIZATION } from './organization.ts';
import { OVERALL_PERFORMANCE } from './overall-performance.ts';
import { OVERALL_SELF_EVALUATION } from './overall-self-evaluation.ts';
import { PERFORMANCE } from './performance.ts';
import { PROCUREMENT } from './procurement.ts';
import { PROJECTS } from './projects.ts';
import { PURCHASED_SERVICES } from './purchased-services.ts';
import { SELF_EVALUATION } from './self-evaluation.ts';
import { TABLE_LIST } from './table-list.ts';

const ALL = [
  TABLE_LIST,
  ORGANIZATION,
  OVERALL_PERFORMANCE,
  PERFORMANCE,
  DUTY_PERFORMANCE,
  OVERALL_SELF_EVALUATION,
  SELF_EVALUATION,
  MONITORING,
  EXECUTION_REPORT,
  PURCHASED_SERVICES,
  PROJECTS,
  PROCUREMENT,
  ASSETS,
  DETAILS,
] as const;

type AnyKind = (typeof ALL)[number];
export type TableFormId = AnyKind['id'];

type RowsOf<K> = K extends TableKind<infer Row, string, string> ? readonly Row[] : never;

/** The rows of each kind by its property, as a disclosure's JSON has them. */
export type RowsByProperty = { readonly [K in AnyKind as K['property']]: RowsOf<K> };

export const KINDS: readonly TableKind<RecordRow, TableFormId>[] = ALL;

const BY_ID: ReadonlyMap<string, TableKind<RecordRow, TableFormId>> = new Map(KINDS.map((kind) => [kind.id, kind]));

/** The kind of that form; undefined for a statement. */
export const kindOf = (form: string | undefined): TableKind<RecordRow, TableFormId> | undefined =>
  form === undefined ? undefined : BY_ID.get(form);
