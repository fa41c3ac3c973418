/** Kinds of document (文种): what each is called, of which periods it prints figures, and which document it follows. */
import { PERIOD_NAMES, type Period } from './period.ts';

/** The kinds that are read, written and published today, in the order of the year; `stage` of a disclosure is one of them. */
export const STAGES = ['budget', 'final-accounts'] as const;
export type Stage = (typeof STAGES)[number];

export type DocumentKindId = Stage | 'self-evaluation';

/** A document that another one is read beside: of which kind, and how many years before it. */
export interface Precedent {
  readonly kind: Stage;
  readonly yearsBefore: number;
}

export interface DocumentKind {
  readonly id: DocumentKindId;
  readonly name: string;
  readonly english: string;
  /** Words by which a title tells the kind. */
  readonly titles: readonly string[];
  /** What its figures are of where nothing else is said. */
  readonly period: Period;
  /** All that its tables may print, its own among them. */
  readonly periods: ReadonlySet<Period>;
  /** Whether it reports what was carried out; what does not, plans. */
  readonly executes: boolean;
  /** Phase of the Fiscal Data Package. */
  readonly openDataPhase: 'approved' | 'executed';
  readonly follows: readonly Precedent[];
}

export const DOCUMENT_KINDS: Readonly<Record<DocumentKindId, DocumentKind>> = {
  budget: {
    id: 'budget',
    name: '预算',
    english: 'budget',
    titles: ['预算'],
    period: 'budget',
    periods: new Set<Period>(['budget', 'previous', 'executed', 'forecast']),
    executes: false,
    openDataPhase: 'approved',
    follows: [{ kind: 'budget', yearsBefore: 1 }],
  },
  'final-accounts': {
    id: 'final-accounts',
    name: '决算',
    english: 'final accounts',
    titles: ['决算'],
    period: 'actual',
    periods: new Set<Period>(['budget', 'adjusted', 'actual', 'previous']),
    executes: true,
    openDataPhase: 'executed',
    follows: [
      { kind: 'budget', yearsBefore: 0 },
      { kind: 'final-accounts', yearsBefore: 1 },
    ],
  },
  'self-evaluation': {
    id: 'self-evaluation',
    name: '绩效自评',
    english: 'self-evaluation',
    titles: ['绩效自评', '自评价'],
    period: 'actual',
    periods: new Set<Period>(['budget', 'adjusted', 'actual']),
    executes: true,
    openDataPhase: 'executed',
    follows: [{ kind: 'final-accounts', yearsBefore: 0 }],
  },
};

/** What is known of a kind of document. */
export const kindOf = (id: DocumentKindId): DocumentKind => DOCUMENT_KINDS[id];

/** What the kind's own figures are headed with: 预算数, 决算数. */
export const figureName = (id: DocumentKindId): string => PERIOD_NAMES[kindOf(id).period];

/** The kind that a title tells: 决算 before 预算, for the accounts of a budget are accounts. */
export const stageInTitle = (title: string): Stage | undefined =>
  STAGES.findLast((id) => kindOf(id).titles.some((word) => title.includes(word)));

/** Kind and year of a document. */
export interface Time<K extends DocumentKindId = DocumentKindId> {
  readonly stage: K;
  readonly year: number;
}

/** The document of the same kind that one is compared with: 上年. None for a kind that follows no earlier one of its own. */
export function previousOf<K extends DocumentKindId>({ stage, year }: Time<K>): Time<K> | undefined {
  const before = kindOf(stage).follows.find(({ kind }) => kind === stage);
  return before && { stage, year: year - before.yearsBefore };
}

/** The documents that one is read beside, as `follows` tells: the next of its kind, and what carries it out. */
export const followersOf = ({ stage, year }: Time<Stage>): readonly Time<Stage>[] =>
  STAGES.flatMap((kind) =>
    kindOf(kind)
      .follows.filter((precedent) => precedent.kind === stage)
      .map(({ yearsBefore }) => ({ stage: kind, year: year + yearsBefore })),
  );

/** The plan that a document carries out: the budget of its year; a budget is its own. */
export function planOf({ stage, year }: Time<Stage>): Time<Stage> {
  const sameYear = kindOf(stage).follows.find(({ yearsBefore }) => yearsBefore === 0);
  return sameYear ? planOf({ stage: sameYear.kind, year }) : { stage, year };
}
