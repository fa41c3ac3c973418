export const SECTIONS = [
  'inbox',
  'agencies',
  'imports',
  'release',
  'roster',
  'yardsticks',
  'feedback',
  'changes',
  'system',
] as const;
export type SectionName = (typeof SECTIONS)[number];

/** What an address asks of the inbox. */
export interface OperatorSearch {
  readonly state?: string;
  readonly q?: string;
}
