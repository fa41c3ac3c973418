/** Every transition table, and the permissions that follow from them: role × object × state × action. */
import { ADJUSTMENT } from './adjustments.ts';
import { EVALUATION, EXECUTION, MONITORING, RECTIFICATION, WARNING } from './performance.ts';
import { PROJECT } from './projects.ts';
import { REVIEW, REVIEW_FINDING } from './reviews.ts';
import type { Role } from './roles.ts';
import { ROUND } from './rounds.ts';
import type { Transition, TransitionTable } from './transition-table.ts';

export const TABLES: readonly TransitionTable[] = [
  ROUND,
  ADJUSTMENT,
  PROJECT,
  EXECUTION,
  MONITORING,
  EVALUATION,
  WARNING,
  RECTIFICATION,
  REVIEW,
];

/** Of the parts that a table's object holds: who made them is checked with the whole. */
export const PART_TABLES: readonly TransitionTable[] = [REVIEW_FINDING];

export interface Permission {
  readonly role: Role;
  /** Of the table of the object. */
  readonly object: string;
  readonly state: string;
  readonly action: string;
}

/** Who may do what in which state; what is not here nobody may do. Whoever made the thing may still not check it (`step`). */
export const PERMISSIONS: readonly Permission[] = [...TABLES, ...PART_TABLES].flatMap(({ id: object, transitions }) =>
  transitions.flatMap(({ roles, from: state, event: action }) =>
    roles.map((role): Permission => ({ role, object, state, action })),
  ),
);

/** What somebody with these roles is offered in a state. */
export const actionsOf = <S extends string>(
  { transitions }: TransitionTable<S>,
  state: S,
  roles: readonly Role[],
): readonly Transition<S>[] =>
  transitions.filter(({ from, roles: able }) => from === state && able.some((role) => roles.includes(role)));
