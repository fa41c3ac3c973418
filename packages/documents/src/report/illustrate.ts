/** Findings with screenshots of what they speak of, as a reviewer would paste them. */
import type { DocumentReading } from '@mingsuan/core/disclosure';
import type { Finding } from '@mingsuan/core/finding';
import { type Box, union } from '../pdf/geometry.ts';
import { OpenPdf } from './pdfium.ts';
import { type Mark, type PagePlace, placeFinder, wordsFinder } from './places.ts';
import { type Crop, type Picture, takePicture } from './render.ts';
import { headOf, type TableHead, tablesOn } from './table-heads.ts';

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

/** Between a table's head and a row that is shown in one piece with it, in points. */
const NEAR_HEAD = 30;

/** Another file that was checked beside it, which evidence may stand in. */
export interface BesideFile {
  readonly reading: Pick<DocumentReading, 'source' | 'disclosures'>;
  readonly bytes: Uint8Array;
}

/** Findings with pictures of the places they speak of, framed in red, what speaks against them in blue; a figure of a table comes with the table's title and headers. */
export async function illustrate(
  findings: readonly Finding[],
  bytes: Uint8Array,
  reading: Pick<DocumentReading, 'disclosures'> = { disclosures: [] },
  beside: readonly BesideFile[] = [],
): Promise<readonly IllustratedFinding[]> {
  const own = await opened(bytes, reading);
  const named = new Set(findings.flatMap(({ evidence }) => evidence.flatMap(({ origin }) => origin.source ?? [])));
  const others: File[] = [];
  for (const { reading, bytes } of beside)
    if (named.has(reading.source)) others.push(...(await opened(bytes, reading, reading.source)));
  const files = [...own, ...others];
  try {
    let left = MOST_PICTURES_OF_DOCUMENT;
    return findings.map((finding) => {
      const [here, there] = [own, others].map((some) =>
        some.flatMap((file) => file.cropsOf(finding).map((crop) => ({ file, crop }))),
      ) as [Cut[], Cut[]];
      // What another file says against it is seen too, however many places there are here.
      const pictures = [...here.slice(0, there.length > 0 ? MOST_PICTURES - 1 : MOST_PICTURES), ...there]
        .slice(0, Math.min(MOST_PICTURES, left))
        .flatMap(({ file, crop }) => {
          const picture = takePicture(file.pdf, crop);
          return picture ? [file.source === undefined ? picture : { ...picture, source: file.source }] : [];
        });
      left -= pictures.length;
      return { ...finding, pictures };
    });
  } finally {
    for (const { pdf } of files) pdf.close();
  }
}

interface Cut {
  readonly file: File;
  readonly crop: Crop;
}

interface File {
  /** Of another file than the one that is reported on. */
  readonly source?: string;
  readonly pdf: OpenPdf;
  readonly cropsOf: (finding: Finding) => readonly Crop[];
}

/** None where the bytes have no pages. */
async function opened(
  bytes: Uint8Array,
  reading: Pick<DocumentReading, 'disclosures'>,
  source?: string,
): Promise<readonly File[]> {
  const pdf = await OpenPdf.open(bytes);
  if (!pdf) return [];
  const wordsOn = wordsFinder(pdf);
  const placesOf = placeFinder(pdf, wordsOn, source);
  const tables = tablesOn(reading);
  const headAt = (page: number, { form, context }: Mark) =>
    form === undefined ? undefined : headOf(tables, { form, page, top: context[1] }, wordsOn);
  const cropsOf = (finding: Finding) => placesOf(finding).flatMap((place) => crops(pdf, place, headAt));
  return [{ ...(source === undefined ? {} : { source }), pdf, cropsOf }];
}

function crops(
  pdf: OpenPdf,
  { page, marks }: PagePlace,
  headAt: (page: number, mark: Mark) => TableHead | undefined,
): readonly Crop[] {
  const size = pdf.withPage(page, ({ width, height }) => [width, height] as const);
  if (!size) return [];
  if (marks.length === 0) return [{ page, region: [0, 0, ...size], frames: [], scale: PAGE_SCALE }];
  return clusters(marks).map((group) => ({
    page,
    ...within(page, around(extent(group), size), headAt(page, group[0]!), size),
    frames: boxesOf(group, false),
    witnesses: boxesOf(group, true),
    scale: SCALE,
  }));
}

const boxesOf = (marks: readonly Mark[], witnesses: boolean): readonly Box[] =>
  marks.flatMap(({ box, isWitness }) => (isWitness === witnesses ? [box] : []));

/** As wide as its table, with the table's head: in one piece where it is near, else as a strip above. */
function within(
  page: number,
  region: Box,
  head: TableHead | undefined,
  [width]: readonly [number, number],
): Pick<Crop, 'region' | 'above'> {
  if (!head) return { region };
  const [x0, x1] = [
    Math.max(0, Math.min(region[0], head.region[0])),
    Math.min(width, Math.max(region[2], head.region[2])),
  ];
  const [, top, , bottom] = head.region;
  const isNear = head.page === page && region[1] <= bottom + NEAR_HEAD;
  const whole = [x0, isNear ? Math.min(region[1], top) : region[1], x1, region[3]].map(Math.round) as unknown as Box;
  if (isNear) return { region: whole };
  return {
    region: whole,
    above: { page: head.page, region: [whole[0], Math.round(top), whole[2], Math.round(bottom)] },
  };
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
