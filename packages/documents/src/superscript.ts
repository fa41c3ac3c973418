/** Raised figures as characters of their own: a mark of a note behind an amount is none of its digits. */

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** `2` → `²`; other characters stay. */
export const superscript = (text: string): string => text.replace(/\d/g, (digit) => RAISED[Number(digit)]!);
