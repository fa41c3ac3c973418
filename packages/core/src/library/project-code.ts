/** The 21 characters that a project is known by from its application to its end: region, year set up, class, number. */
import { PROJECT_CLASSES, type ProjectClass } from './classes.ts';

const CODE = /^\d{8}[0-9A-Z]{13}$/;

/** Whether a text has the shape of a project's code: six digits of the region, two of the year, thirteen digits and capitals. */
export const isProjectCode = (text: string): boolean => CODE.test(text);

/** The code of a project that no other system has numbered. @param number unique in the library, at most twelve digits */
export const projectCode = (
  { region, year, class: of }: { readonly region: string; readonly year: number; readonly class: ProjectClass },
  number: number,
): string => {
  const place = region.replace(/\D/g, '').padEnd(6, '0').slice(0, 6);
  return `${place}${String(year % 100).padStart(2, '0')}${PROJECT_CLASSES[of].letter}${String(number).padStart(12, '0')}`;
};
