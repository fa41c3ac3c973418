/** Days as targets, results and words print them (12月底前, 2024年6月20日), and whether one is later than another. */
import { foldWidth } from '../text/fold.ts';

/** What is printed of a day. A year or a day that is not named is unknown. */
export interface PrintedDate {
  readonly year?: number;
  /** 1 to 12 */
  readonly month: number;
  readonly day?: number;
  /** 12月底前: by then, and nobody says when. */
  readonly isLimit: boolean;
  /** As printed, with what belongs to it. */
  readonly text: string;
}

const MONTH = '1[0-2]|0?[1-9]';
const DAY = '3[01]|[12]\\d|0?[1-9]';
/** A month of a span (1—6月) is no date. */
const DATE = new RegExp(
  `(?<![\\d.—–~～至\\-/月日号])[于在至到]?(?:(20\\d\\d)年|当年|本年)?(?<![—–~～\\-])(${MONTH})月(?:(${DAY})[日号]|份|[底末初]|[上中下]旬)?((?:之|以)?前)?(?![—–~～至到\\-])`,
  'g',
);
const DIGITS = new RegExp(`(?<![\\d.])(20\\d\\d)[./-](${MONTH})(?:[./-](${DAY}))?((?:之|以)?前)?(?![\\d.%])`, 'g');

/** The only day that a text prints; undefined where it prints none or several. */
export function dateIn(text: string): PrintedDate | undefined {
  const plain = foldWidth(text);
  const found = [...plain.matchAll(DATE), ...plain.matchAll(DIGITS)];
  const [match] = found;
  if (!match || found.length > 1) return undefined;
  const [printed, year, month, day, limit] = match;
  return {
    ...(year === undefined ? {} : { year: Number(year) }),
    month: Number(month),
    ...(day === undefined ? {} : { day: Number(day) }),
    isLimit: limit !== undefined,
    text: printed,
  };
}

/**
 * Whether something done on a day is late for a limit; undefined where what is printed does not tell.
 * @param year of the document, for days that name none
 */
export function isLate(done: PrintedDate, limit: PrintedDate, year?: number): boolean | undefined {
  const [doneYear, limitYear] = [done.year ?? year, limit.year ?? year];
  // Days of one unnamed year can be compared; a named one and an unnamed one cannot.
  if ((doneYear === undefined) !== (limitYear === undefined)) return undefined;
  const at = (own: number | undefined, { month }: PrintedDate, day: number) => ((own ?? 0) * 12 + month) * 31 + day - 1;
  const latest = at(limitYear, limit, limit.day ?? 31);
  if (!done.isLimit && at(doneYear, done, done.day ?? 1) > latest) return true;
  return at(doneYear, done, done.day ?? 31) <= latest ? false : undefined;
}
