/**
 * The cells of a statement packed into its own row: amounts as one matrix that SQL unnests, what else is printed beside it as JSON that
 * only this module reads. Nearly all of it follows from the rest (a text from its amount, a place from its row and from the cell above), so
 * only what does not is kept. Pure.
 */
import type { Cell, Column, Origin, Row } from '@mingsuan/core/disclosure';
import { formatAmount, type MoneyUnit, separated } from '@mingsuan/core/money';

/** A statement's cells; `fens` holds row after row as many as there are columns, null where a cell is blank. */
export interface PackedCells {
  readonly columns: readonly string[];
  readonly fens: readonly (number | null)[];
  readonly prints: Prints;
}

/** What is printed in the cells that have an amount, in their order. */
export interface Prints {
  /** How amounts are printed; texts that are printed otherwise stand in `texts` by the number of the cell. */
  readonly decimals: number;
  readonly separators?: true;
  readonly texts?: Readonly<Record<string, string>>;
  /** Of places: what is absent is as in the row's own place. */
  readonly at?: Partial<Record<PlainKey, readonly (string | number | null)[]>>;
  /** Edges of boxes, as `edges` tells them. */
  readonly box?: Edges;
  /** Places that do not fit the above, as they are. */
  readonly origins?: readonly Origin[];
}

/** In parts of a point; across, against the cell above it; down, against the row's own box. Nothing where all are 0. */
interface Edges {
  readonly parts: number;
  readonly x0?: readonly (number | null)[];
  readonly y0?: readonly (number | null)[];
  readonly x1?: readonly (number | null)[];
  readonly y1?: readonly (number | null)[];
}

const PLAIN_KEYS = ['source', 'page', 'sheet', 'address', 'line', 'picture'] as const;
type PlainKey = (typeof PLAIN_KEYS)[number];
const EDGES = ['x0', 'y0', 'x1', 'y1'] as const;
const KNOWN: ReadonlySet<string> = new Set([...PLAIN_KEYS, 'box']);
const MOST_DECIMALS = 2;
/** Finest first would be exact too, with longer numbers. */
const PARTS = [10, 100, 1000];

/** A cell that has an amount, with where it stands. */
interface Placed {
  readonly cell: Cell;
  readonly row: Row;
  readonly column: number;
}

interface Table {
  readonly columns: readonly Pick<Column, 'id'>[];
  readonly rows: readonly Row[];
  readonly unit: MoneyUnit;
}

/** Packs the cells of a statement's rows. */
export function packCells({ columns, rows, unit }: Table): PackedCells {
  const printed = new Set(rows.flatMap(({ cells }) => Object.keys(cells)));
  const ids = [...new Set([...columns.map(({ id }) => id).filter((id) => printed.has(id)), ...printed])];
  const fens = rows.flatMap(({ cells }) => ids.map((id) => cells[id]?.fen ?? null));
  const placed = rows.flatMap((row) =>
    ids.flatMap((id, column): Placed[] => (row.cells[id] ? [{ cell: row.cells[id], row, column }] : [])),
  );
  return { columns: ids, fens, prints: { ...textsOf(placed, unit), ...originsOf(placed) } };
}

/** The cells of each row as they were packed, in the order of the columns. */
export function unpackCells(
  { columns, fens, prints }: PackedCells,
  rows: readonly Omit<Row, 'cells'>[],
  unit: MoneyUnit,
): readonly Row['cells'][] {
  const width = columns.length;
  const origin = originReader(prints);
  const print = printerOf(prints, unit);
  let no = 0;
  return rows.map((row, i) => {
    const cells: Record<string, Cell> = {};
    for (const [column, id] of columns.entries()) {
      const fen = fens[i * width + column] ?? null;
      if (fen === null) continue;
      cells[id] = { fen, text: prints.texts?.[no] ?? print(fen), origin: origin(no, row.origin, column) };
      no += 1;
    }
    return cells;
  });
}

function printerOf({ decimals, separators }: Pick<Prints, 'decimals' | 'separators'>, unit: MoneyUnit) {
  return (fen: number): string => {
    const plain = formatAmount(fen, unit, decimals);
    return separators ? separated(plain) : plain;
  };
}

/** The way of printing that explains most texts, and the others. */
function textsOf(placed: readonly Placed[], unit: MoneyUnit): Pick<Prints, 'decimals' | 'separators' | 'texts'> {
  const ways = Array.from({ length: MOST_DECIMALS + 1 }, (_, i) => MOST_DECIMALS - i).flatMap((decimals) => [
    { decimals },
    { decimals, separators: true as const },
  ]);
  let best: { way: (typeof ways)[number]; texts: Record<string, string>; others: number } | undefined;
  for (const way of ways) {
    const print = printerOf(way, unit);
    const others = placed.flatMap(({ cell }, i) => (print(cell.fen) === cell.text ? [] : [[i, cell.text] as const]));
    if (best === undefined || others.length < best.others)
      best = { way, texts: Object.fromEntries(others), others: others.length };
    if (best.others === 0) break;
  }
  return { ...best!.way, ...(best!.others > 0 ? { texts: best!.texts } : {}) };
}

function originsOf(placed: readonly Placed[]): Pick<Prints, 'at' | 'box' | 'origins'> {
  const origins = placed.map(({ cell }) => cell.origin);
  const parts = PARTS.find((each) => origins.every(({ box }) => box === undefined || box.every(isIn(each))));
  const isKnown = origins.every((origin) => Object.keys(origin).every((key) => KNOWN.has(key)));
  if (!isKnown || parts === undefined) return { origins };
  const at = PLAIN_KEYS.filter((key) => placed.some(({ cell, row }) => cell.origin[key] !== row.origin[key]));
  return {
    ...(at.length > 0
      ? { at: Object.fromEntries(at.map((key) => [key, origins.map((origin) => origin[key] ?? null)])) }
      : {}),
    ...(origins.some(({ box }) => box) ? { box: edgesOf(placed, parts) } : {}),
  };
}

const isIn =
  (parts: number) =>
  (value: number): boolean =>
    Math.round(value * parts) / parts === value;

function edgesOf(placed: readonly Placed[], parts: number): Edges {
  const above = baseOf(parts);
  const told = placed.map(({ cell: { origin }, row, column }) => {
    if (!origin.box) return [null, null, null, null];
    const box = origin.box.map((value) => Math.round(value * parts));
    const base = above(row.origin, column);
    above.keep(column, box);
    return box.map((value, edge) => value - base[edge]!);
  });
  const edges = EDGES.map((name, edge) => [name, told.map((each) => each[edge]!)] as const);
  return { parts, ...Object.fromEntries(edges.filter(([, values]) => values.some((value) => value !== 0))) };
}

/** What edges are told against, in parts of a point. */
function baseOf(parts: number) {
  const last = new Map<number, readonly number[]>();
  const base = ({ box }: Origin, column: number): readonly number[] => {
    const cell = last.get(column) ?? [0, 0, 0, 0];
    const own = box?.map((value) => Math.round(value * parts)) ?? cell;
    return [cell[0]!, own[1]!, cell[2]!, own[3]!];
  };
  return Object.assign(base, { keep: (column: number, box: readonly number[]) => void last.set(column, box) });
}

/** Tells the place of each cell, one after the other. */
function originReader({ at = {}, box, origins }: Prints) {
  const above = baseOf(box?.parts ?? 1);
  return (no: number, row: Origin, column: number): Origin => {
    if (origins) return origins[no]!;
    const origin: Record<string, unknown> = {};
    for (const key of PLAIN_KEYS) {
      const value = at[key] ? at[key][no] : row[key];
      if (value !== undefined && value !== null) origin[key] = value;
    }
    const edges = box && EDGES.map((name) => (box[name] ? box[name][no]! : 0));
    if (!edges || edges[0] === null) return origin;
    const base = above(row, column);
    const own = edges.map((value, edge) => value! + base[edge]!);
    above.keep(column, own);
    return { ...origin, box: own.map((value) => value / box.parts) as unknown as NonNullable<Origin['box']> };
  };
}
