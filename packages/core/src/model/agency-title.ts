/** What an agency is called where others of its name may stand beside it. */
import type { Language } from '../language.ts';

const TOLD_APART = [
  [/[（(]部门[)）]$/u, ' (department)'],
  [/[（(]本级[)）]$/u, ' (own office)'],
] as const;

/** Whether a title says of which level its agency is, because another has its name. */
export const saysLevel = (title: string): boolean => TOLD_APART.some(([suffix]) => suffix.test(title));

/** An agency's title: what tells a department from its own office in the reader's words, the name as it is. */
export const agencyTitleIn = (language: Language, title: string): string =>
  language === 'en' ? TOLD_APART.reduce((told, [suffix, words]) => told.replace(suffix, words), title) : title;
