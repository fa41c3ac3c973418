/** Figures of a scan put right by hand, wherever the scan lives: what there is to put right, and the scan read again with it. */
import type { DocumentReading, Origin } from '@mingsuan/core/disclosure';
import { placeOf } from '@mingsuan/core/rules/merge/doubtful';
import type { Recognised } from '@mingsuan/documents/read';
import type { PageSize } from '@mingsuan/documents/report/pages';
import {
  type Correction,
  type CorrectionBook,
  type CorrectionChange,
  rewritten,
} from '@mingsuan/documents/scan/correction-book';
import type { DoubtfulFigure } from '@mingsuan/documents/scan/corrections';
import { Fault, found } from '../fault.ts';
import { type Engine, gained } from './engine.ts';

/** A scan as it is kept with the file: neither where no figure of it is doubtful, or nobody settled any. */
export interface KeptScan {
  readonly name: string;
  readonly recognised: Recognised | undefined;
  readonly book: CorrectionBook | undefined;
}

/** The figures that a person is asked about, and what was put right so far. */
export interface Figures {
  /** Empty of what has no pages of a known size. */
  readonly pageSizes: readonly PageSize[];
  readonly figures: readonly DoubtfulFigure[];
  readonly log: readonly CorrectionChange[];
}

/** All that a person settles, written anew; `seen`: how many changes that person saw. */
export interface Corrections {
  readonly corrections: readonly { readonly origin: Origin; readonly text: string }[];
  readonly seen?: number | undefined;
}

export interface Corrected {
  readonly reading: DocumentReading;
  readonly book: CorrectionBook;
  readonly shown: Figures;
}

/** What there is to put right of a scan, with the sums of each figure; nothing where it was not recognised. */
export async function figuresOf(
  { views }: Pick<Engine, 'views'>,
  { name, recognised, book }: KeptScan,
): Promise<Figures> {
  const { corrections = [], log = [] } = book ?? {};
  if (!recognised) return { pageSizes: [], figures: [], log };
  const { figures } = gained(await views.run('correct', { name, recognised, corrections }));
  return { pageSizes: sizesOf(recognised), figures, log };
}

/** A scan read with what was settled of it; undefined where nothing was. @throws Fault */
export async function settledReading(
  { uploads }: Pick<Engine, 'uploads'>,
  { name, recognised, book }: KeptScan,
): Promise<DocumentReading | undefined> {
  if (!recognised || !book) return undefined;
  return gained(await uploads.run('correct', { name, recognised, corrections: book.corrections })).reading;
}

/** A scan read again with these corrections. @throws Fault `missing` where there is none, `not-yet` where somebody else was quicker, `wrong` where a place is another document's */
export async function corrected(
  { uploads }: Pick<Engine, 'uploads'>,
  { name, recognised, book }: KeptScan,
  { corrections, seen }: Corrections,
  person?: string,
): Promise<Corrected> {
  const scan = found(recognised, '可以校对的数');
  const before = book ?? { corrections: [], log: [] };
  if (seen !== undefined && seen !== before.log.length)
    throw new Fault('not-yet', '别人刚校对过这份文件，请刷新以后再保存。');
  const texts: readonly Correction[] = corrections;
  const { reading, figures } = gained(await uploads.run('correct', { name, recognised: scan, corrections: texts }));
  const places = new Set(figures.flatMap(({ origin }) => placeOf(origin)));
  if (!texts.every(({ origin }) => placeOf(origin).some((place) => places.has(place))))
    throw new Fault('wrong', '有的位置不是这份文件里把握不大的数，请刷新以后再校对。');
  const now = rewritten(before, texts, { figures, at: new Date().toISOString(), person });
  return { reading, book: now, shown: { pageSizes: sizesOf(scan), figures, log: now.log } };
}

const sizesOf = ({ layout }: Recognised): readonly PageSize[] =>
  layout.pages.map(({ width = 0, height = 0 }) => ({ width, height }));
