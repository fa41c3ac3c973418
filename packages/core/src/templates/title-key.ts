/** Titles of tables as templates and documents are compared by. */
import { bareTitle } from '../forms/index.ts';

/** A title without its year, what a template leaves open, and the word for the level, which differs between a department and a unit. */
export const titleKey = (title: string): string =>
  bareTitle(title.replace(/\{year\}年度?/g, '').replace(/\{\w+\}/g, '')).replace(/(?:预算)?(?:部门|单位)/g, '');
