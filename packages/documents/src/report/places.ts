/** Where a finding stands on its pages: for each page the boxes of its words and figures. */
import { type Finding, suspectOf } from '@mingsuan/core/finding';
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
  /** Whether it speaks against what is in question, which stands elsewhere. */
  readonly isWitness: boolean;
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
): (finding: Pick<Finding, 'actual' | 'evidence'>) => readonly PagePlace[] {
  return (finding) => {
    const suspect = suspectOf(finding);
    const pages = new Map<number, Mark[]>();
    for (const fact of finding.evidence) {
      const { form, text, origin } = fact;
      const isWitness = suspect !== undefined && fact !== suspect;
      // What stands in another file has no place on these pages.
      const words = origin.page === undefined || origin.source !== source ? undefined : wordsOn(origin.page);
      if (!words) continue;
      const marks = pages.get(origin.page!) ?? [];
      pages.set(origin.page!, marks);
      const boxes = origin.box ? locate(words, text, origin.box) : [];
      for (const box of boxes)
        if (!marks.some((mark) => isSame(mark.box, box)))
          marks.push({
            box,
            isWitness,
            ...(form ? { form, context: union([box, lineStart(words, box)]) } : { context: box }),
          });
    }
    return [...pages].map(([page, marks]) => ({ page, marks }));
  };
}

const isSame = (a: Box, b: Box) => a.every((side, i) => Math.abs(side - b[i]!) < 1);
