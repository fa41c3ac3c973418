/**
 * Figures that were recognised and may be others: where the document's own sums hold with it, and with nothing else that the
 * recogniser saw, it is settled; where they hold with another, that is taken; both are told. What they do not settle stays as it
 * was read, doubtful.
 */
import { checkDocument } from '@mingsuan/core/check';
import type { Disclosure, DocumentReading, Origin, Problem } from '@mingsuan/core/disclosure';
import type { Finding } from '@mingsuan/core/finding';
import type { Jurisdictions } from '@mingsuan/core/jurisdictions/index';
import { parseAmount } from '@mingsuan/core/money';
import { placeOf } from '@mingsuan/core/rules/merge/doubtful';
import type { Layout, TableCell } from '../layout.ts';
import { borneOut } from './borne-out.ts';
import { impliedFigures } from './implied.ts';

/** Figures of one document that are tried: a scan with more failing ones is too poor to be put right. */
const MOST_TRIED = 20;
/** Others of one figure that are tried. */
const MOST_OTHERS = 4;

/** The reading with the figures that sums settle. */
export function settled(reading: DocumentReading, layout: Layout, jurisdictions?: Jurisdictions): DocumentReading {
  const doubtful = layout.pages.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'table' ? block.rows.flat().filter(({ doubt }) => doubt) : [])),
  );
  const check = (of: DocumentReading) =>
    checkDocument(of, jurisdictions ? { jurisdictions } : {}).findings.filter(
      ({ difference }) => difference !== undefined,
    );
  const open = new Set(doubtful);
  let now = reading;
  /** Figures that are sure by now bear out others. */
  const bearOut = (): void => {
    for (const cell of borneOut(now, [...open], jurisdictions)) {
      open.delete(cell);
      now = { ...now, problems: now.problems.map((problem) => told(problem, cell)) };
    }
  };
  bearOut();
  let failing: readonly Finding[] = check(now);
  let tried = 0;
  const take = (cell: TableCell, figures: readonly string[]): void => {
    const better = firstBetter(now, cell, figures, check, failing.length);
    if (!better) return;
    now = better.reading;
    failing = better.failing;
    open.delete(cell);
  };
  for (const cell of doubtful) {
    if (tried >= MOST_TRIED) break;
    const isTouched = failing.some(({ evidence }) => evidence.some(({ origin }) => isSame(origin, cell.origin)));
    if (!isTouched || !open.has(cell)) continue;
    tried += 1;
    take(cell, cell.doubt!.others.slice(0, MOST_OTHERS));
  }
  if (failing.length > 0)
    for (const [cell, figures] of impliedFigures(now, [...open], jurisdictions)) take(cell, figures);
  if (open.size < doubtful.length) bearOut();
  return now;
}

/** The reading with the first of the figures that makes fewer sums fail, and none that the cell stands in; undefined where none does. */
function firstBetter(
  reading: DocumentReading,
  cell: TableCell,
  figures: readonly string[],
  check: (of: DocumentReading) => readonly Finding[],
  most: number,
): { readonly reading: DocumentReading; readonly failing: readonly Finding[] } | undefined {
  for (const other of figures) {
    const changed = withFigure(reading, cell, other);
    if (!changed) continue;
    const failing = check(changed);
    const isQuiet = !failing.some(({ evidence }) => evidence.some(({ origin }) => isSame(origin, cell.origin)));
    if (failing.length >= most || !isQuiet) continue;
    const problems = changed.problems.map((problem) => told(problem, cell, other));
    return { reading: { ...changed, problems }, failing };
  }
  return undefined;
}

/** Where a recognised figure stands, in words. */
export const pictureName = ({ page, picture }: Origin): string =>
  picture === undefined ? `第 ${page} 页` : `第 ${picture} 张图片`;

const isSame = (a: Origin | undefined, b: Origin): boolean => {
  const [place] = placeOf(b);
  return place !== undefined && placeOf(a)[0] === place;
};

/** The problem of a figure that sums settle: as it was read, or as another. */
function told(problem: Problem, cell: TableCell, figure = cell.text): Problem {
  if (problem.code !== 'doubtful-figure' || !isSame(problem.origin, cell.origin)) return problem;
  const settles = figure === cell.text ? '各数之和与它相符，已按此认定' : `按各数之和认定为“${figure}”；请看图核对`;
  const message = `${pictureName(cell.origin)}的“${cell.text}”由图片识别，${settles}。`;
  return { ...problem, code: 'settled-figure', message };
}

/** The reading with another figure in the cell; undefined where no statement has it, or it is no amount. */
function withFigure(reading: DocumentReading, { origin }: TableCell, figure: string): DocumentReading | undefined {
  let isFound = false;
  const disclosures = reading.disclosures.map((disclosure): Disclosure => {
    const statements = disclosure.statements.map((statement) => {
      const amount = parseAmount(figure, statement.unit);
      if (!amount) return statement;
      const rows = statement.rows.map((row) => {
        const cells = Object.entries(row.cells).map(([column, cell]) => {
          if (!cell || !isSame(cell.origin, origin)) return [column, cell] as const;
          isFound = true;
          return [column, { ...cell, fen: amount.fen, text: figure }] as const;
        });
        return { ...row, cells: Object.fromEntries(cells) };
      });
      return { ...statement, rows };
    });
    return { ...disclosure, statements };
  });
  return isFound ? { ...reading, disclosures } : undefined;
}
