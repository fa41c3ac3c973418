/** The kinds of record tables: one file each, and the list of them. */
export { type AssetRow, isAssetTotal } from './asset-fields.ts';
export { ASSETS } from './assets.ts';
export { DUTY_PERFORMANCE, type DutyPerformanceRow } from './duty-performance.ts';
export type * from './field.ts';
export type { Indicator } from './indicators.ts';
export type * from './kind.ts';
export * from './kinds.ts';
export { ORGANIZATION, type OrganizationRow } from './organization.ts';
export { OVERALL_PERFORMANCE, type OverallTarget } from './overall-performance.ts';
export { PERFORMANCE, type PerformanceTarget } from './performance.ts';
export { PROCUREMENT } from './procurement.ts';
export type { ProcurementRow } from './procurement-fields.ts';
export { procurementAmount } from './procurement-figures.ts';
export { PROJECTS, type ProjectRow } from './projects.ts';
export { PURCHASED_SERVICES, type PurchasedServiceRow } from './purchased-services.ts';
export { SELF_EVALUATION, type SelfEvaluation } from './self-evaluation.ts';
