/** Findings with screenshots of what they speak of, as a reviewer would paste them. */
import type { Finding } from '@mingsuan/core/finding';
import { type Box, union } from '../pdf/geometry.ts';
import { OpenPdf } from './pdfium.ts';
import { type Mark, type PagePlace, placeFinder } from './places.ts';
import { type Crop, type Picture, takePicture } from './render.ts';

export type { Picture } from './render.ts';

/** A finding with its pictures, the most telling first; none where its document has no pages. */
export interface IllustratedFinding extends Finding {
  readonly pictures: readonly Picture[];
}

/** What a report of one document needs, limited so that a workbook of many stays one that opens. */
const MOST_PICTURES = 3;
const MOST_PICTURES_OF_DOCUMENT = 300;

/** Sharp enough to print at a third of a page; a whole page is only an overview. */
const SCALE = 2;
const PAGE_SCALE = 0.7;

/** Around what is framed, in points: some lines above and below, and the words before and after. */
const MARGIN_X = 30;
const MARGIN_Y = 22;
/** A crop is no narrower, for a sentence says more than a word; what stands farther apart than this height gets its own. */
const WIDTH = 420;
const MOST_HEIGHT = 170;

/** Findings with pictures of the places they speak of, framed in red. */
export async function illustrate(
  findings: readonly Finding[],
  bytes: Uint8Array,
): Promise<readonly IllustratedFinding[]> {
  const pdf = await OpenPdf.open(bytes);
  if (!pdf) return findings.map((finding) => ({ ...finding, pictures: [] }));
  try {
    const placesOf = placeFinder(pdf);
    let left = MOST_PICTURES_OF_DOCUMENT;
    return findings.map((finding) => {
      const crops = placesOf(finding.evidence).flatMap((place) => cropsOf(pdf, place));
      const pictures = crops
        .slice(0, Math.min(MOST_PICTURES, left))
        .map((crop) => takePicture(pdf, crop))
        .filter((picture) => picture !== undefined);
      left -= pictures.length;
      return { ...finding, pictures };
    });
  } finally {
    pdf.close();
  }
}

function cropsOf(pdf: OpenPdf, { page, marks }: PagePlace): readonly Crop[] {
  const size = pdf.withPage(page, ({ width, height }) => [width, height] as const);
  if (!size) return [];
  if (marks.length === 0) return [{ page, region: [0, 0, ...size], frames: [], scale: PAGE_SCALE }];
  return clusters(marks).map((group) => ({
    page,
    region: around(extent(group), size),
    frames: group.map(({ box }) => box),
    scale: SCALE,
  }));
}

/** Marks that one crop can show together. */
function clusters(marks: readonly Mark[]): Mark[][] {
  const groups: Mark[][] = [];
  for (const mark of marks) {
    const group = groups.find((members) => isLow(extent([...members, mark])));
    if (group) group.push(mark);
    else groups.push([mark]);
  }
  return groups;
}

const extent = (marks: readonly Mark[]): Box => union(marks.map(({ context }) => context));

const isLow = ([, y0, , y1]: Box): boolean => y1 - y0 <= MOST_HEIGHT;

function around([x0, y0, x1, y1]: Box, [width, height]: readonly [number, number]): Box {
  const wide = Math.min(width, Math.max(WIDTH, x1 - x0 + 2 * MARGIN_X));
  const left = Math.max(0, Math.min(width - wide, (x0 + x1 - wide) / 2));
  const region: Box = [left, Math.max(0, y0 - MARGIN_Y), left + wide, Math.min(height, y1 + MARGIN_Y)];
  return region.map(Math.round) as unknown as Box;
}
