/** All figures of an explanation by `quantity:aspect`: levels from the tables, the rest computed exactly from them and last year's. */
import { figure as figureAt } from '../figures/index.ts';
import { addressOf } from '../model/quantity.ts';
import { isCount } from '../model/stated.ts';
import type { Fen } from '../money.ts';
import type { Aspect } from '../words/mention.ts';
import type { Written } from '../words/write.ts';
import { percentOf, toWords } from './exact.ts';
import { type LastYear, lastOf, underAnyName } from './last-year.ts';
import { type Base, countOf, isStanding, levelOf } from './levels.ts';

export interface Source {
  readonly level: (quantity: string) => Fen | undefined;
  /** Last year's figure, or what was executed of it where that is given. */
  readonly last: (quantity: string) => Fen | undefined;
  readonly executed: (quantity: string) => Fen | undefined;
  readonly initial: (quantity: string) => Fen | undefined;
  readonly change: (quantity: string) => Fen | undefined;
  /** The figure of a key; `lead` is the whole that shares are of. */
  readonly figure: (key: string, lead: string | undefined) => Written | undefined;
}

/** Wholes that do not stand at the beginning of their sentence. */
const WHOLES: Readonly<Record<string, string>> = {
  'general-public[total].total': 'balance[本年支出合计]',
  'procurement[sme]': 'procurement[total]',
  'procurement[small-micro]': 'procurement[sme]',
};

/** Looks figures up by quantity and aspect, fen or counts; undefined is unknown and never zero. */
export function sourceOf(base: Base, lastYear: LastYear, isNew = false): Source {
  const level = once((quantity) => (isCount(quantity) ? countOf(base, quantity) : levelOf(base, quantity)));
  const executed = once((quantity) => underAnyName(lastYear, quantity, ':executed'));
  const last = once((quantity) => (isNew ? 0 : (executed(quantity) ?? lastOf(lastYear, quantity))));
  const initial = once(
    (quantity) =>
      underAnyName(lastYear, quantity, ':initial') ??
      figureAt(base.disclosure, addressOf(quantity, 'budget')).figure?.fen,
  );
  const both = <T>(a: Fen | undefined, b: Fen | undefined, of: (a: Fen, b: Fen) => T) =>
    a === undefined || b === undefined ? undefined : of(a, b);
  const change = (quantity: string) =>
    isStanding(base, quantity) ? undefined : both(level(quantity), last(quantity), (now, then) => now - then);
  const percent = (part: Fen | undefined, whole: Fen | undefined) => {
    const value = both(part, whole, percentOf);
    return value === undefined ? undefined : { percent: value };
  };
  const amount = (fen: Fen | undefined) => (fen === undefined ? undefined : { fen: toWords(fen) });

  const of: Readonly<Record<Aspect, (quantity: string, lead?: string) => Written | undefined>> = {
    level: (quantity) => {
      const value = level(quantity);
      return isCount(quantity) ? (value === undefined ? undefined : { count: value }) : amount(value);
    },
    last: (quantity) => amount(last(quantity)),
    initial: (quantity) => amount(initial(quantity)),
    adjusted: (quantity) => amount(figureAt(base.disclosure, addressOf(quantity, 'adjusted')).figure?.fen),
    change: (quantity) => amount(change(quantity)),
    percent: (quantity) => {
      const moved = change(quantity);
      const value = moved && toWords(moved) !== 0 ? percent(moved, last(quantity)) : undefined;
      return value?.percent ? value : undefined;
    },
    share: (quantity, lead) => percent(level(quantity), level(WHOLES[quantity] ?? lead ?? '')),
    completion: (quantity) => percent(level(quantity), initial(quantity)),
    order: (quantity) =>
      both(level(quantity), initial(quantity), (now, then) => ({
        direction: toWords(now) === toWords(then) ? 'flat' : now > then ? 'up' : 'down',
      })),
  };
  return {
    level,
    last,
    executed,
    initial,
    change,
    figure: (key, lead) => {
      const [quantity = '', aspect = 'level'] = splitKey(key);
      return of[aspect as Aspect](quantity, lead);
    },
  };
}

/** The same question is asked for many sides of a figure. */
function once<T>(of: (quantity: string) => T): (quantity: string) => T {
  const known = new Map<string, T>();
  return (quantity) => {
    if (!known.has(quantity)) known.set(quantity, of(quantity));
    return known.get(quantity) as T;
  };
}

/** Project names may hold a colon, so the aspect is what stands after the last one and is one. */
function splitKey(key: string): readonly [string, string] {
  const match = /^(.*):(last|initial|change|percent|share|completion|order)$/s.exec(key);
  return match ? [match[1]!, match[2]!] : [key, 'level'];
}
