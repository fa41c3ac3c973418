/** What every rule says of itself, and how it runs. All of them stand in register.ts; check.ts runs them phase by phase. */
import type { Disclosure } from '../disclosure.ts';
import type { CellIndex } from '../equations/cell-index.ts';
import type { DisclosureGrids } from '../equations/disclosure-grids.ts';
import type { Evaluation, Instance } from '../equations/evaluate.ts';
import type { Family, Standing } from '../equations/family.ts';
import type { Finding, Severity } from '../finding.ts';
import type { Basis } from './basis.ts';
import type { DocumentContext } from './context.ts';
import type { Scope } from './scope.ts';

/**
 * The phases of a check, one after the other. A rule sees what the phases before its own have made, and nothing of the rules
 * beside it, so their order within a phase decides nothing but the order in which findings of equal weight are listed.
 *
 * - `prepare`: a document is put right where a slip would break everything else;
 * - `constrain`: equations over the tables become instances, each of which holds or not;
 * - `locate`: from instances that do not hold to the mistake: a wrong unit, a convention, a cell;
 * - `read`: one document alone, its words and the shape of its tables;
 * - `relate`: a document beside that of the year before, or beside the budget that it carries out;
 * - `merge`: what follows from one mistake becomes one finding (no rule of its own; merge/).
 */
export const PHASES = ['prepare', 'constrain', 'locate', 'read', 'relate', 'merge'] as const;
export type Phase = (typeof PHASES)[number];

/** How often a rule is right where it reports: doubtful rules are notices. */
export type Sureness = '确定' | '较可靠' | '供参考';

export interface Rule {
  readonly id: string;
  readonly title: string;
  readonly group: string;
  readonly scope: Scope;
  readonly basis: readonly Basis[];
  readonly severity: Severity;
  readonly sure: Sureness;
  /** What is checked, for the docs. */
  readonly check: string;
}

/** A document with what a `prepare` rule put right, and what it has to say of it. */
export interface Prepared {
  readonly disclosure: Disclosure;
  readonly findings: readonly Finding[];
}

export interface PrepareRule extends Rule {
  readonly phase: 'prepare';
  readonly run: (document: DocumentContext) => Prepared;
}

/** Makes instances over a document's cells, each a constraint that holds or not. */
export interface ConstrainRule extends Rule {
  readonly phase: 'constrain';
  readonly standing: Standing;
  /** The equations, where the rule is a family of them. */
  readonly family?: Family;
  /** `keep` says which instances are wanted: `violated` for checking, `all` as constraints for locating. */
  readonly run: (document: DocumentContext, keep: 'violated' | 'all') => Evaluation;
}

/** The cells of documents that are checked together, and the equations over them. */
export interface Equations {
  readonly cellIndex: CellIndex;
  /** All instances; worked out when first asked for. */
  readonly instances: () => readonly Instance[];
  /** Those that do not hold. */
  readonly violated: () => readonly Instance[];
}

/** A finding with the disclosure that it is about: agencies may share a name. */
export interface DocumentFinding {
  readonly grids: DisclosureGrids;
  readonly finding: Finding;
}

export interface Located {
  readonly findings: readonly DocumentFinding[];
  /** Instances that the findings explain: no cell is looked for behind them. */
  readonly explained?: ReadonlySet<Instance>;
}

export interface LocateRule extends Rule {
  readonly phase: 'locate';
  readonly run: (equations: Equations) => Located;
}

/** Reads one document; its findings carry this rule's id. */
export interface ReadRule extends Rule {
  readonly phase: 'read';
  readonly run: (document: DocumentContext) => readonly Finding[];
}

export interface RelateRule extends Rule {
  readonly phase: 'relate';
  /** Which other document; the rule does not run where there is none. */
  readonly beside: 'previous' | 'plan';
  readonly run: (document: DocumentContext, other: DocumentContext) => readonly Finding[];
}

export type AnyRule = PrepareRule | ConstrainRule | LocateRule | ReadRule | RelateRule;
