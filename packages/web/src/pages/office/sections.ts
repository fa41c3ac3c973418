export const SECTIONS = ['work', 'boards', 'people', 'audit', 'account'] as const;
export type SectionName = (typeof SECTIONS)[number];
