/** Where the heads of a document's tables stand: a figure cut out of a table is read by its title and column headers. */
import type { DocumentReading, Origin } from '@mingsuan/core/disclosure';
import type { Box } from '../pdf/geometry.ts';
import { locate, type PageWords } from './locate.ts';

interface Table {
  readonly form: string;
  readonly title: string;
  readonly page: number;
  /** Of the grid on its first page. */
  readonly box: Box;
  /** Where its rows begin there. */
  readonly rowsFrom: number;
}

/** A strip of a page from a table's title, or its headers where the title is not found, to its first row. */
export interface TableHead {
  readonly page: number;
  readonly region: Box;
}

/** Above a grid a title stands within so much, in points; a head that is higher says too little for its room. */
const TITLE_REACH = 130;
const MOST_HEAD = 190;
/** Around what is cut out. */
const MARGIN = 6;

interface Printed {
  readonly form: string;
  readonly title: string;
  readonly origin: Origin;
  readonly rows: readonly { readonly origin: Origin; readonly cells?: object }[];
}

/** The tables of a reading that say where they stand. */
export function tablesOn({ disclosures }: Pick<DocumentReading, 'disclosures'>): readonly Table[] {
  return disclosures
    .flatMap(({ statements, tables }): readonly Printed[] => [...statements, ...tables])
    .flatMap(({ form, title, origin: { page, box }, rows }): Table[] => {
      if (page === undefined || box === undefined) return [];
      const tops = rows
        .flatMap(({ origin, cells }) => [origin, ...originsOf(cells)])
        .flatMap((origin) => (origin.page === page && origin.box ? [origin.box[1]] : []));
      return tops.length === 0 ? [] : [{ form, title, page, box, rowsFrom: Math.min(...tops) }];
    });
}

const originsOf = (cells: object | undefined): readonly Origin[] =>
  Object.values(cells ?? {}).flatMap((cell) => (cell as { readonly origin?: Origin } | null)?.origin ?? []);

/** The head of the table of a form that a place of a page is in; undefined where none is known, or it is too high to be shown. */
export function headOf(
  tables: readonly Table[],
  { form, page, top }: { readonly form: string; readonly page: number; readonly top: number },
  wordsOn: (page: number) => PageWords | undefined,
): TableHead | undefined {
  const table = tables.findLast(
    (one) => one.form === form && (one.page < page || (one.page === page && one.box[1] - MARGIN <= top)),
  );
  if (!table) return undefined;
  const [x0, y0, x1] = table.box;
  const bottom = table.rowsFrom - 1;
  const words = wordsOn(table.page);
  const titleTop = words && titleAbove(words, table);
  const from = (titleTop ?? y0) - MARGIN;
  const reach = bottom - from > MOST_HEAD ? y0 - MARGIN : from;
  if (bottom - reach > MOST_HEAD || bottom <= reach) return undefined;
  return { page: table.page, region: [x0 - MARGIN, reach, x1 + MARGIN, bottom] };
}

/** Where the title begins above the grid. */
function titleAbove(words: PageWords, { title, box: [x0, y0, x1] }: Table): number | undefined {
  const above: Box = [x0, y0 - TITLE_REACH, x1, y0];
  const tops = locate(words, title, above).flatMap((box) => (box === above || box[3] > y0 + 2 ? [] : [box[1]]));
  return tops.length === 0 ? undefined : Math.min(...tops);
}
