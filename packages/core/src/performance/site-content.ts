/**
 * What looking into a site's pages found: which links of a page lead nowhere, and when a column last changed. What could not be seen is
 * neither good nor bad: it is counted by itself.
 */
import { dayOf } from './availability.ts';
import { type Rate, rateOf } from './counters.ts';
import { type ColumnKind, type InspectionRules, type Term, updatedSince } from './inspection.ts';

/** A link that did not open, or was not asked, with why. */
export interface LinkSeen {
  readonly url: string;
  readonly why: string;
}

/** One look at a page, as it is kept. `at`: `2026-03-02T08:00:00.000Z`. */
export type SiteCheck = { readonly at: string } & (
  | {
      readonly kind: 'links';
      /** How many opened. */
      readonly open: number;
      /** Asked twice, and dead both times. */
      readonly dead: readonly LinkSeen[];
      /** Not told: forbidden by robots.txt, at a host that may not be asked, refused to programs, beyond the most of one look. */
      readonly unknown: readonly LinkSeen[];
    }
  | {
      readonly kind: 'column';
      /** The day of the newest item, `2026-03-02`; null where no item has one that can be read. */
      readonly newest: string | null;
      /** Items that have a day. */
      readonly items: number;
    }
  /** The page itself could not be had. */
  | { readonly kind: 'unseen'; readonly why: string }
);

export interface LinksFound {
  readonly looks: number;
  readonly open: number;
  readonly dead: number;
  readonly unknown: number;
  /** Open ÷ (open + dead), of all looks. */
  readonly rate: Rate;
  /** Of the newest look. */
  readonly last: Extract<SiteCheck, { kind: 'links' }> | undefined;
}

/** What the looks of a series come to, the first first. */
export function linksFound(checks: readonly SiteCheck[]): LinksFound {
  const looks = checks.filter((check) => check.kind === 'links');
  const sum = (of: (look: (typeof looks)[number]) => number) => looks.reduce((all, look) => all + of(look), 0);
  const [open, dead] = [sum((look) => look.open), sum((look) => look.dead.length)];
  return {
    looks: looks.length,
    open,
    dead,
    unknown: sum((look) => look.unknown.length),
    rate: rateOf({ numerator: open, denominator: open + dead }),
    last: looks.at(-1),
  };
}

/** How soon a column must change: what was promised of it, else what the inspection asks; undefined where neither says it. */
export function termOf(
  { column, mostDays }: { readonly column: ColumnKind; readonly mostDays: number | null },
  rules: InspectionRules,
): Term | undefined {
  if (mostDays !== null) return { days: mostDays };
  return column === 'other' ? undefined : rules.terms[column];
}

export type ColumnState = 'updated' | 'stale' | 'unknown';

/** How a column stood at a look. A newest day after the look itself is none that can be believed. */
export function columnState(check: SiteCheck, term: Term | undefined): ColumnState {
  if (check.kind !== 'column' || check.newest === null || term === undefined) return 'unknown';
  const day = dayOf(check.at);
  if (check.newest > day) return 'unknown';
  return check.newest >= updatedSince(day, term) ? 'updated' : 'stale';
}

export interface ColumnFound {
  readonly looks: number;
  readonly updated: number;
  readonly stale: number;
  readonly unknown: number;
  /** Updated ÷ (updated + stale), of all looks. */
  readonly rate: Rate;
  /** At the newest look. */
  readonly state: ColumnState;
  readonly newest: string | null;
}

/** What the looks at a column come to, the first first. */
export function columnFound(checks: readonly SiteCheck[], term: Term | undefined): ColumnFound {
  const states = checks.map((check) => columnState(check, term));
  const count = (state: ColumnState) => states.filter((one) => one === state).length;
  const [updated, stale] = [count('updated'), count('stale')];
  const last = checks.findLast((check) => check.kind === 'column');
  return {
    looks: checks.length,
    updated,
    stale,
    unknown: count('unknown'),
    rate: rateOf({ numerator: updated, denominator: updated + stale }),
    state: states.at(-1) ?? 'unknown',
    newest: last?.kind === 'column' ? last.newest : null,
  };
}

/** What an inspection says of a site by its columns as they stand. */
export interface ColumnsJudged {
  readonly told: number;
  readonly other: number;
  readonly home: boolean;
  readonly unknown: number;
  /** It breaks a rule; what is unknown breaks none. */
  readonly fails: boolean;
}

/** `columns` of one site. */
export function judgeColumns(
  columns: readonly { readonly column: ColumnKind; readonly state: ColumnState }[],
  { staleFrom }: InspectionRules,
): ColumnsJudged {
  const stale = columns.filter(({ state }) => state === 'stale').map(({ column }) => column);
  const told = stale.filter((column) => column === 'news' || column === 'notice').length;
  const other = stale.filter((column) => column === 'other').length;
  const home = stale.includes('home');
  return {
    told,
    other,
    home,
    unknown: columns.filter(({ state }) => state === 'unknown').length,
    fails: home || told >= staleFrom.told || other >= staleFrom.other,
  };
}
