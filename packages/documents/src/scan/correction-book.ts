/** What people settled of a scan's figures by eye, with every change ever made: kept with the file, wherever that lives. Pure. */
import type { Origin } from '@mingsuan/core/disclosure';
import { placeOf } from '@mingsuan/core/rules/merge/doubtful';

/** What stands at a place of a scan, as a person reads it. */
export interface Correction {
  readonly origin: Origin;
  readonly text: string;
}

export interface CorrectionBook {
  readonly corrections: readonly Correction[];
  /** The first first. */
  readonly log: readonly CorrectionChange[];
}

export interface CorrectionChange {
  readonly at: string;
  /** Who did it, where that is known. */
  readonly person?: string;
  readonly origin: Origin;
  /** What stood there: as it was settled before, else as it was recognised. */
  readonly from: string;
  /** Absent: it was taken back. */
  readonly to?: string;
}

export interface Rewriting {
  /** As figures were recognised, with their places. */
  readonly figures?: readonly { readonly origin: Origin; readonly read: string }[];
  /** When, as ISO time. */
  readonly at: string;
  readonly person?: string | undefined;
}

type Placed = readonly (readonly [place: string, text: string])[];

/** The book with these corrections in place of its own; what they change is added to its log. */
export function rewritten(
  { corrections: before = [], log = [] }: Partial<CorrectionBook>,
  corrections: readonly Correction[],
  { figures = [], at, person }: Rewriting,
): CorrectionBook {
  const textsOf = (list: readonly Correction[]): Placed =>
    list.flatMap(({ origin, text }) => placeOf(origin).map((place) => [place, text] as const));
  const [old, now] = [new Map(textsOf(before)), new Map(textsOf(corrections))];
  const read = new Map([
    ...textsOf(figures.map(({ origin, read: text }) => ({ origin, text }))),
    ...textsOf([...log].reverse().map(({ origin, from }) => ({ origin, text: from }))),
  ]);
  const change = (origin: Origin, to?: string): CorrectionChange[] => {
    const [place = ''] = placeOf(origin);
    if (old.get(place) === to) return [];
    const from = old.get(place) ?? read.get(place) ?? '';
    return [{ at, ...(person ? { person } : {}), origin, from, ...(to === undefined ? {} : { to }) }];
  };
  const changed = corrections.flatMap(({ origin, text }) => change(origin, text));
  const taken = before.flatMap(({ origin }) => (now.has(placeOf(origin)[0] ?? '') ? [] : change(origin)));
  return { corrections, log: [...log, ...changed, ...taken] };
}
