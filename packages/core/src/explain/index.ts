/** The explanation, written from the figures. */
export { type ExplainedFigure, type Explanation, explain } from './explain.ts';
export type { ExplainInput } from './input.ts';
export type { LastYear } from './last-year.ts';
export type { Condition, ParagraphPlan, PartPlan, Phrase, Plan, SectionPlan } from './plan.ts';
export type { LedgerRecords } from './records.ts';
export { placeholder } from './writer.ts';
