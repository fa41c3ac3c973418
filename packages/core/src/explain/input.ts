/** What an explanation is written from, and what is written. */
import type { Disclosure } from '../disclosure.ts';
import type { Jurisdictions } from '../jurisdictions/jurisdictions.ts';
import type { AreaId } from '../ledger/areas.ts';
import type { Counts, LedgerTexts, UnitNature } from '../ledger/ledger.ts';
import type { Fen } from '../money.ts';
import type { Template } from '../templates/template.ts';
import type { WrittenFigure } from '../words/write.ts';
import type { AskedLast, LastYear } from './last-year.ts';
import type { LedgerRecords } from './records.ts';

export interface ExplainInput {
  /** With its statements, procurement, assets, performance and organization filled in. */
  readonly disclosure: Disclosure;
  readonly template: Template;
  readonly lastYear: LastYear;
  /** An agency without a last year: nothing of it was budgeted. */
  readonly isNew?: boolean;
  /** Areas of the ledger that nobody has answered: what rests on them is unknown, not nothing. */
  readonly unanswered?: ReadonlySet<AreaId>;
  /** Areas with last year's amounts that nobody has gone over: what follows from them by themselves is not said. */
  readonly standing?: ReadonlySet<AreaId>;
  /** `sections` by the keys of the plan (`others`, `performance-goal`, `甲项目/plan`), or by a section's title: these are added at its end. */
  readonly texts: LedgerTexts;
  readonly counts: Counts;
  /** Amounts that a person states for want of lines that give them, by quantity. */
  readonly amounts?: Readonly<Record<string, Fen>>;
  /** Undefined for a department whose units differ. */
  readonly nature?: UnitNature;
  /** The ledger, for what the template prints no table of: its projects, procurement, units. */
  readonly ledger?: LedgerRecords;
  /** Those that the template is of; the bundled ones where none are given. */
  readonly jurisdictions?: Jurisdictions;
}

/** A paragraph as written: its text, its figures, and what is asked for in it. */
export interface Paragraph {
  readonly text: string;
  readonly figures: readonly WrittenFigure[];
  readonly asked: readonly Asked[];
}

/** What a person has still to give, by name, and where in the ledger it goes. */
export interface Asked {
  readonly what: string;
  readonly path?: string;
  /** The figure of last year that is lacking. */
  readonly last?: AskedLast;
}
