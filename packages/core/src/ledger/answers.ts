/** The areas of a ledger and what a person answers of each: 有 or 无 (areas.ts says what belongs to an area). */

export const AREA_IDS = [
  'revenue',
  'basic',
  'projects',
  'other',
  'left',
  'three-publics',
  'targets',
  'procurement',
  'assets',
  'vehicles',
  'organization',
  'last-year',
] as const;

export type AreaId = (typeof AREA_IDS)[number];

export type Answer = 'some' | 'none';

export type Answers = Readonly<Partial<Record<AreaId, Answer>>>;
