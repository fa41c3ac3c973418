export const SECTIONS = ['work', 'people', 'audit', 'account'] as const;
export type SectionName = (typeof SECTIONS)[number];
