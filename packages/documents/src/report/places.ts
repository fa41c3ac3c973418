/** Where a finding stands on its pages: for each page the boxes of its words and figures. */
import type { Evidence } from '@mingsuan/core/finding';
import { type Box, union } from '../pdf/geometry.ts';
import { lineStart, locate, type PageWords, wordsOf } from './locate.ts';
import type { OpenPdf } from './pdfium.ts';

export interface PagePlace {
  readonly page: number;
  /** Empty where the whole page is meant. */
  readonly marks: readonly Mark[];
}

/** What is meant, and what has to be seen with it: a figure of a table is nothing without the label of its row. */
export interface Mark {
  readonly box: Box;
  readonly context: Box;
  /** Of the table that it is a figure of. */
  readonly form?: string;
}

/** The words of a document's pages, each read once. */
export function wordsFinder(pdf: OpenPdf): (page: number) => PageWords | undefined {
  const known = new Map<number, PageWords | undefined>();
  return (page) => {
    if (!known.has(page)) known.set(page, pdf.withPage(page, wordsOf));
    return known.get(page);
  };
}

/** Finds the places of findings in one document: what is named to stand in `source`, else what is not named to stand elsewhere. */
export function placeFinder(
  pdf: OpenPdf,
  wordsOn = wordsFinder(pdf),
  source?: string,
): (evidence: readonly Evidence[]) => readonly PagePlace[] {
  return (evidence) => {
    const pages = new Map<number, Mark[]>();
    for (const { form, text, origin } of evidence) {
      // What stands in another file has no place on these pages.
      const words = origin.page === undefined || origin.source !== source ? undefined : wordsOn(origin.page);
      if (!words) continue;
      const marks = pages.get(origin.page!) ?? [];
      pages.set(origin.page!, marks);
      const boxes = origin.box ? locate(words, text, origin.box) : [];
      for (const box of boxes)
        if (!marks.some((mark) => isSame(mark.box, box)))
          marks.push(form ? { box, form, context: union([box, lineStart(words, box)]) } : { box, context: box });
    }
    return [...pages].map(([page, marks]) => ({ page, marks }));
  };
}

const isSame = (a: Box, b: Box) => a.every((side, i) => Math.abs(side - b[i]!) < 1);
