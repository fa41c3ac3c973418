/** The kinds of record tables, in the order in which documents print them where nothing else says. */
import { ASSETS } from './assets.ts';
import { DUTY_PERFORMANCE } from './duty-performance.ts';
import type { RecordRow, TableKind } from './kind.ts';
import { ORGANIZATION } from './organization.ts';
import { OVERALL_PERFORMANCE } from './overall-performance.ts';
import { PERFORMANCE } from './performance.ts';
import { PROCUREMENT } from './procurement.ts';
import { PROJECTS } from './projects.ts';
import { PURCHASED_SERVICES } from './purchased-services.ts';
import { SELF_EVALUATION } from './self-evaluation.ts';

export { ASSETS, type AssetRow } from './assets.ts';
export { DUTY_PERFORMANCE, type DutyPerformanceRow } from './duty-performance.ts';
export type * from './field.ts';
export type { Indicator } from './indicators.ts';
export type * from './kind.ts';
export { ORGANIZATION, type OrganizationRow } from './organization.ts';
export { OVERALL_PERFORMANCE, type OverallTarget } from './overall-performance.ts';
export { PERFORMANCE, type PerformanceTarget } from './performance.ts';
export { PROCUREMENT, type ProcurementRow } from './procurement.ts';
export { PROJECTS, type ProjectRow } from './projects.ts';
export { PURCHASED_SERVICES, type PurchasedServiceRow } from './purchased-services.ts';
export { SELF_EVALUATION, type SelfEvaluation } from './self-evaluation.ts';

const ALL = [
  ORGANIZATION,
  OVERALL_PERFORMANCE,
  PERFORMANCE,
  DUTY_PERFORMANCE,
  SELF_EVALUATION,
  PURCHASED_SERVICES,
  PROJECTS,
  PROCUREMENT,
  ASSETS,
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
