/**
 * How much of what is printed was read: every amount is in a table that was understood, in one kept under its shape, or in
 * neither, and then its table is named. Counted from the grids, so that recognition cannot count its own blindness.
 */
import type { Disclosure, Origin, Problem } from '@mingsuan/core/disclosure';
import type { Jurisdictions } from '@mingsuan/core/jurisdictions/index';
import { cellFields, isWords } from '@mingsuan/core/kinds/field';
import { kindOf } from '@mingsuan/core/kinds/index';
import { derived } from '@mingsuan/core/memo';
import {
  addTallies,
  type Coverage,
  coverageOf,
  type ReadState,
  stateOf,
  type TableCoverage,
  type Tally,
} from '@mingsuan/core/model/coverage';
import { unspaced } from '@mingsuan/core/text/fold';
import { wordsCoverage } from '@mingsuan/core/words/coverage';
import type { Layout, Table, TableCell } from '../layout.ts';
import type { LogicalTable } from './logical-table.ts';
import type { TablePiece } from './pieces.ts';
import { cellKind, isAmount } from './shape/cells.ts';
import { gridFields } from './shape/roles.ts';

/** Problems that say that something printed was not read. Those of tables are counted by their amounts. */
const UNREAD = new Set([
  'attachments',
  'damaged-page',
  'embedded-object',
  'formula-without-value',
  'no-disclosure',
  'of-government',
  'pictures',
  'rows-not-read',
  'scanned-page',
  'unmapped-text',
]);

/**
 * What became of all that a layout prints. `tables` are those that recognition made of its grids, which give them their titles;
 * a grid in none of them is a table under the line above it. `ownerOf` says which disclosure a table is of, where there are several.
 */
export function documentCoverage(
  layout: Layout,
  tables: readonly LogicalTable[],
  disclosures: readonly Disclosure[],
  problems: readonly Problem[],
  jurisdictions: Jurisdictions,
  ownerOf: (table: LogicalTable) => number | undefined,
): Coverage {
  const generic = placesRead(disclosures.map((disclosure) => disclosure.generic));
  const known = disclosures.map(({ generic: _, contents, explanation, ...rest }) => rest);
  const read = new Set([...placesRead(known), ...placesInWords(tables, known)]);
  const kept = new Set(disclosures.flatMap((disclosure) => (disclosure.generic ?? []).map(({ origin }) => origin)));
  const stateIn = (cell: TableCell, owner: LogicalTable | undefined): ReadState => {
    const key = placeKey(cell.text, cell.origin);
    if (read.has(key)) return 'read';
    return generic.has(key) || (owner && !owner.form && kept.has(owner.origin)) ? 'generic' : 'unread';
  };
  const perTable = eachTable(layout, tables, amountCellIn(known)).flatMap(
    ({ owner, near, origin, cells }): TableCoverage[] => {
      const amounts = cells.map((cell) => TALLY[stateIn(cell, owner)]).reduce(addTallies, NONE);
      if (cells.length === 0 && !owner?.form && !(owner && kept.has(owner.origin))) return [];
      const title = unspaced(owner?.title || near).slice(0, LONGEST_TITLE);
      const disclosure = owner && ownerOf(owner);
      const whose = disclosure === undefined ? {} : { disclosure };
      const state = cells.length > 0 || owner?.form ? stateOf(amounts) : 'generic';
      return [{ title, ...placeOf(origin), ...whose, state, amounts }];
    },
  );
  const paragraphs = layout.pages.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : [])),
  );
  const places = problems.filter(({ code }) => UNREAD.has(code)).length;
  return coverageOf(perTable, wordsCoverage(disclosures, paragraphs, jurisdictions), places);
}

const LONGEST_TITLE = 60;
const NONE: Tally = { printed: 0, read: 0, generic: 0, unread: 0 };
const TALLY: Readonly<Record<ReadState, Tally>> = {
  read: { ...NONE, printed: 1, read: 1 },
  generic: { ...NONE, printed: 1, generic: 1 },
  unread: { ...NONE, printed: 1, unread: 1 },
};

/** A printed table and its cells with amounts; `near` is the last line printed above it. */
interface PrintedTable {
  readonly owner: LogicalTable | undefined;
  readonly near: string;
  readonly origin: Origin;
  readonly cells: TableCell[];
}

/** In a document whose money is printed as bare whole numbers, what no table tells and is at least this is one too: no number of a line or row. */
const LEAST_BARE = 100;

/**
 * Tells cells with amounts. Whole numbers that no column tells to be money are it where they were read as money, and where most of the
 * money of the document is printed so, in tables that nobody knows wherever they are large.
 */
function amountCellIn(reading: unknown): (cell: TableCell, owner: LogicalTable | undefined) => boolean {
  const bare = new Set<string>();
  let others = 0;
  eachFigure(reading, (text, origin) => {
    if (/^[-−]?\d+$/.test(text)) bare.add(placeKey(text, origin));
    else if (/\d/.test(text)) others += 1;
  });
  const isUsual = bare.size > others;
  const isUntold = derived((owner: LogicalTable) => !owner.form && !owner.pieces.some(tellsFigures));
  return (cell, owner) =>
    isAmount(cell) ||
    (bare.size > 0 &&
      cellKind(cell) !== 'blank' &&
      /^\s*[-−]?\d+\s*$/.test(cell.text) &&
      (bare.has(placeKey(cell.text, cell.origin)) ||
        (isUsual &&
          (owner === undefined || isUntold(owner)) &&
          cellKind(cell) === 'integer' &&
          Math.abs(Number(cell.text.replace('−', '-'))) >= LEAST_BARE)));
}

/** Whether columns say what their numbers are. */
const tellsFigures = ({ rows }: TablePiece): boolean =>
  rows.some((row) => row.some(({ figure }) => figure !== undefined));

/** The tables of a layout in their order: grids that recognition joined are one, a grid that it cut is several. */
function eachTable(
  layout: Layout,
  tables: readonly LogicalTable[],
  isAmountCell: (cell: TableCell, owner: LogicalTable | undefined) => boolean,
): PrintedTable[] {
  const owners = ownersOf(tables);
  const repeated = new Set(tables.flatMap((table) => table.repeated.flat().map(({ origin }) => origin)));
  const found = new Map<LogicalTable | Table, PrintedTable>();
  for (const page of layout.pages) {
    let near = page.name ?? '';
    for (const block of page.blocks) {
      if (block.kind === 'paragraph') {
        near = block.text;
        continue;
      }
      let whole: LogicalTable | undefined;
      for (const cell of block.rows.flat()) {
        const { table: owner, figure } = owners.get(cell.origin) ?? {};
        whole = owner ?? whole;
        const isMoney =
          !cell.covered &&
          !repeated.has(cell.origin) &&
          isAmountCell(figure ? { ...cell, figure } : cell, owner ?? whole);
        if (!owner && !isMoney) continue;
        const key = owner ?? whole ?? block;
        const known = found.get(key) ?? { owner: owner ?? whole, near, origin: block.origin, cells: [] };
        found.set(key, known);
        if (isMoney) known.cells.push(cell);
      }
    }
  }
  return [...found.values()];
}

interface Owned {
  readonly table: LogicalTable;
  readonly figure: TableCell['figure'];
}

/** Cells keep the place they were read at, whatever recognition makes of their rows. */
function ownersOf(tables: readonly LogicalTable[]): ReadonlyMap<Origin, Owned> {
  const owners = new Map<Origin, Owned>();
  for (const table of tables)
    for (const { lead, headerRows, rows } of table.pieces)
      for (const row of [...lead, ...headerRows, ...rows])
        for (const { origin, figure } of row) owners.set(origin, { table, figure });
  return owners;
}

const placeOf = ({ page, sheet, line }: Origin) => ({
  ...(page === undefined ? {} : { page }),
  ...(sheet === undefined ? {} : { sheet }),
  ...(line === undefined ? {} : { line }),
});

/** A printed text by its place. */
export const placeKey = (text: string, { page, box, sheet, address, line }: Origin): string =>
  `${page} ${box} ${sheet} ${address} ${line} ${text.trim()}`;

/** The places of everything short that a reading holds. */
export function placesRead(reading: unknown): ReadonlySet<string> {
  const places = new Set<string>();
  collect(reading, places);
  return places;
}

/**
 * The places of figures that a sheet's words hold: 11.42 of the target ≤11.42万元, whose sign and unit stand in cells beside it. Each is
 * sought in the words read on its page.
 */
export function placesInWords(tables: readonly LogicalTable[], reading: unknown): ReadonlySet<string> {
  const cells = tables.flatMap(({ form, pieces }) => {
    const kind = kindOf(form?.id);
    if (!kind?.isSheet) return [];
    const words = new Set(
      cellFields(gridFields(form!)).flatMap(([id, field]) => (isWords(field) ? [field.column ?? id] : [])),
    );
    return pieces.flatMap(({ roles, rows }) =>
      rows.flatMap((row) =>
        row.filter((cell, c) => roles[c]?.kind === 'value' && words.has(roles[c].id) && isAmount(cell)),
      ),
    );
  });
  if (cells.length === 0) return new Set();
  const said = new Map<string, Set<string>>();
  collectWords(reading, said);
  return new Set(
    cells.flatMap(({ text, origin }) => (said.get(pageKey(origin))?.has(text.trim()) ? [placeKey(text, origin)] : [])),
  );
}

const pageKey = ({ page, sheet }: Origin): string => `${page} ${sheet}`;

/** The numbers in the words of everything that has a place, by its page. */
function collectWords(value: unknown, into: Map<string, Set<string>>): void {
  if (typeof value !== 'object' || value === null) return;
  const { origin } = value as { origin?: Origin };
  for (const each of Object.values(value)) {
    if (typeof each === 'string' && origin) {
      const key = pageKey(origin);
      const numbers = into.get(key) ?? new Set();
      into.set(key, numbers);
      for (const [number] of each.matchAll(/\d[\d,，]*(?:[.．]\d+)?/g)) numbers.add(number);
    } else collectWords(each, into);
  }
}

/** Every amount of money that a reading holds, as printed, with its place. */
function eachFigure(value: unknown, tell: (text: string, origin: Origin) => void): void {
  if (typeof value !== 'object' || value === null) return;
  const { fen, text, origin } = value as { fen?: unknown; text?: unknown; origin?: Origin };
  if (typeof fen === 'number' && typeof text === 'string' && origin) tell(text.trim(), origin);
  for (const each of Object.values(value)) eachFigure(each, tell);
}

/** Everything that has a text and a place, wherever it stands in a reading. */
function collect(value: unknown, into: Set<string>): void {
  if (Array.isArray(value)) {
    for (const each of value) collect(each, into);
  } else if (typeof value === 'object' && value !== null) {
    const { text, origin } = value as { text?: unknown; origin?: Origin };
    if (typeof text === 'string' && origin && text.length < 60) into.add(placeKey(text, origin));
    for (const each of Object.values(value)) if (typeof each === 'object') collect(each, into);
  }
}
