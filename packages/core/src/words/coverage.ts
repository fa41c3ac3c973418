/**
 * How much of the words was understood: their figures, and those of them that a mention gives a meaning, or that are the whole
 * or a part of a list that adds up to what it is of.
 */
import type { Disclosure, ExplanationSection } from '../disclosure.ts';
import type { Jurisdictions } from '../jurisdictions/jurisdictions.ts';
import { type Coverage, coverageOf, type WordsCoverage } from '../model/coverage.ts';
import { plainText } from '../text/fold.ts';
import { economicRunsOf } from './economic-runs.ts';
import { figuresOf, type Printed } from './figures.ts';
import { listingsOf } from './listings.ts';
import { isGlossary, readMentions } from './read.ts';

/**
 * Figures of a document's words and how many of them are understood. A glossary explains terms and has no figures of its own.
 * @param printed the texts of all paragraphs of the file: what no explanation holds is printed all the same
 */
export function wordsCoverage(
  disclosures: readonly Disclosure[],
  printed: readonly string[],
  jurisdictions?: Jurisdictions,
): WordsCoverage {
  const sections = disclosures.flatMap(({ explanation }) => explanation);
  const own = figuresIn(textsOf(sections.filter((section) => !isGlossary(section))));
  const glossary = figuresIn(textsOf(sections.filter(isGlossary)));
  return {
    figures: Math.max(own, figuresIn(printed) - glossary),
    understood: disclosures.reduce((sum, disclosure) => sum + understoodIn(disclosure, jurisdictions), 0),
  };
}

/**
 * How much was read of each disclosure of a file that holds several: its own tables and words. What belongs to none of them may be any
 * one's and counts with each.
 */
export function coverageOfEach(
  whole: Coverage,
  disclosures: readonly Disclosure[],
  jurisdictions?: Jurisdictions,
): readonly Coverage[] {
  if (disclosures.length < 2) return disclosures.map(() => whole);
  const words = disclosures.map((disclosure) => wordsCoverage([disclosure], [], jurisdictions));
  const nobodys = Math.max(0, whole.words.figures - words.reduce((sum, { figures }) => sum + figures, 0));
  return words.map(({ figures, understood }, at) =>
    coverageOf(
      whole.perTable.filter(({ disclosure = at }) => disclosure === at),
      { figures: figures + nobodys, understood },
      whole.unreadPlaces,
    ),
  );
}

const textsOf = (sections: readonly ExplanationSection[]) =>
  sections.flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text));

const figuresIn = (texts: readonly string[]): number =>
  texts.reduce((sum, text) => sum + (/\p{N}/u.test(text) ? figuresOf(plainText(text)).filter(isFigure).length : 0), 0);

/** Words that stand for a figure (持平, 大于) are none. */
const isFigure = ({ printed }: { readonly printed: Printed }): boolean =>
  printed.kind !== 'flat' && printed.kind !== 'order';

function understoodIn(disclosure: Disclosure, jurisdictions: Jurisdictions | undefined): number {
  const mentioned = readMentions(disclosure, jurisdictions)
    .filter(isFigure)
    .map(({ place }) => place);
  const listed = listingsOf(disclosure).flatMap(({ head, parts }) => [head, ...parts].map(({ at }) => at));
  const economic = economicRunsOf(disclosure).flatMap((run) => run.map(({ told }) => told.at));
  return new Set(
    [...mentioned, ...listed, ...economic].map(({ section, paragraph, start }) => `${section} ${paragraph} ${start}`),
  ).size;
}
