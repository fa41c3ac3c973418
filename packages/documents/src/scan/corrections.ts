/** Figures that a person read on the picture: they stand in place of what was recognised, and the document is read again with them. */
import { equationsOf } from '@mingsuan/core/check';
import type { DocumentReading, Origin, Problem } from '@mingsuan/core/disclosure';
import type { FigureEquation } from '@mingsuan/core/equations/figure-equation';
import type { Jurisdictions } from '@mingsuan/core/jurisdictions/index';
import { placeOf } from '@mingsuan/core/rules/merge/doubtful';
import type { Layout, TableCell } from '../layout.ts';
import { type Recognised, understand } from '../read.ts';
import type { Correction } from './correction-book.ts';
import { pictureName } from './settle.ts';

/** A figure that a person is asked about, with the sums that it takes part in. */
export interface DoubtfulFigure {
  readonly origin: Origin;
  /** As it was recognised, and what else it may be. */
  readonly read: string;
  readonly others: readonly string[];
  /** As a person read it, where one did. */
  readonly corrected?: string;
  readonly equations: readonly FigureEquation[];
}

/** Sums shown of one figure; the figures of longer ones are too many to look at. */
const MOST_EQUATIONS = 8;
const MOST_TERMS = 60;

/** The document read with the corrections, and the figures that are still doubtful or were corrected, in their order. */
export async function readCorrected(
  source: string,
  { layout, before }: Recognised,
  corrections: readonly Correction[],
  jurisdictions?: Jurisdictions,
): Promise<{ readonly reading: DocumentReading; readonly figures: readonly DoubtfulFigure[] }> {
  const texts = new Map(
    corrections.flatMap(({ origin, text }) => placeOf(origin).map((place) => [place, text] as const)),
  );
  const reading = await understand(source, corrected(layout, texts), before, jurisdictions);
  const asked = new Set(
    reading.problems.flatMap(({ code, origin }) => (code === 'doubtful-figure' ? placeOf(origin) : [])),
  );
  const equations = equationsOf(reading, jurisdictions ? { jurisdictions } : {});
  const figures = doubtfulCells(layout).flatMap(({ text, origin, doubt }): DoubtfulFigure[] => {
    const [place] = placeOf(origin);
    if (place === undefined || (!asked.has(place) && !texts.has(place))) return [];
    const now = texts.get(place);
    const own = equations.filter(
      ({ terms }) => terms.length <= MOST_TERMS && terms.some((term) => placeOf(term.origin)[0] === place),
    );
    return [
      {
        origin,
        read: text,
        others: doubt!.others,
        ...(now === undefined ? {} : { corrected: now }),
        equations: own.slice(0, MOST_EQUATIONS),
      },
    ];
  });
  return { reading, figures };
}

const doubtfulCells = ({ pages }: Layout): readonly TableCell[] =>
  pages.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'table' ? block.rows.flat().filter(({ doubt }) => doubt) : [])),
  );

/** The layout with other texts at their places: what a person read is not doubted. */
function corrected(layout: Layout, texts: ReadonlyMap<string, string>): Layout {
  const textAt = (origin: Origin | undefined): string | undefined => texts.get(placeOf(origin)[0] ?? '');
  const cellOf = (cell: TableCell): TableCell => {
    const text = cell.doubt && textAt(cell.origin);
    if (text === undefined) return cell;
    const { doubt: _, ...rest } = cell;
    return { ...rest, text };
  };
  const told = (problem: Problem): Problem => {
    const { code, origin } = problem;
    const text = code === 'doubtful-figure' ? textAt(origin) : undefined;
    if (text === undefined || !origin) return problem;
    return { code: 'corrected-figure', message: `${pictureName(origin)}的“${text}”由人看图认定。`, origin };
  };
  return {
    ...layout,
    problems: layout.problems.map(told),
    pages: layout.pages.map((page) => ({
      ...page,
      blocks: page.blocks.map((block) =>
        block.kind === 'table' ? { ...block, rows: block.rows.map((row) => row.map(cellOf)) } : block,
      ),
    })),
  };
}
