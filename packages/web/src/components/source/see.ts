/** The place in a source that is shown, as an address has it: a link opens the same page at the same frame. */
import type { Origin } from '../../api/types.ts';

export interface Place {
  /** What stands there, as a reader would call it. */
  readonly label: string;
  /** As printed. */
  readonly text: string;
  readonly origin: Origin;
}

/** Neither stands in labels or printed amounts; both are plain in addresses. */
const PART = '~';
const FIELD = '!';

/** `label~text~page!box!line!sheet!address!source`. */
export function seeOf({ label, text, origin }: Place): string {
  const { page, box, line, sheet, address, source } = origin;
  const fields = [page, box?.map((side) => Math.round(side * 10) / 10).join('_'), line, sheet, address, source];
  return [label, text, fields.map((field) => field ?? '').join(FIELD)]
    .map((part) => part.replaceAll(PART, ' '))
    .join(PART);
}

/** Undefined where an address names no place. */
export function placeOf(see: string | undefined): Place | undefined {
  const [label, text, fields] = see?.split(PART) ?? [];
  if (label === undefined || text === undefined || fields === undefined) return undefined;
  const [page, box, line, sheet, address, source] = fields.split(FIELD);
  const sides = box ? box.split('_').map(Number) : [];
  const number = (value: string | undefined) =>
    value && Number.isSafeInteger(Number(value)) ? Number(value) : undefined;
  const given = {
    page: number(page),
    line: number(line),
    sheet: sheet || undefined,
    address: address || undefined,
    source: source || undefined,
    box: sides.length === 4 && sides.every(Number.isFinite) ? (sides as [number, number, number, number]) : undefined,
  };
  return {
    label,
    text,
    origin: Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Origin,
  };
}
