export const SECTIONS = [
  'work',
  'boards',
  'library',
  'execution',
  'performance',
  'reviews',
  'people',
  'audit',
  'account',
] as const;
export type SectionName = (typeof SECTIONS)[number];
