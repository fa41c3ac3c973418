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

export interface NamedEvent {
  /** Of the table and of the transition: `round.submit`. */
  readonly id: string;
  readonly name: string;
}

/** What can happen to each kind of object, by its table; a transition that is called differently in several states has all its names. */
export const EVENTS: readonly { readonly object: string; readonly events: readonly NamedEvent[] }[] = [
  ...TABLES,
  ...PART_TABLES,
].map(({ id, name: object, transitions }) => {
  const names = new Map<string, Set<string>>();
  for (const { event, name } of transitions) names.set(event, (names.get(event) ?? new Set()).add(name));
  return { object, events: [...names].map(([event, all]) => ({ id: `${id}.${event}`, name: [...all].join('、') })) };
});

/** What somebody with these roles is offered in a state. */
export const actionsOf = <S extends string>(
  { transitions }: TransitionTable<S>,
  state: S,
  roles: readonly Role[],
): readonly Transition<S>[] =>
  transitions.filter(({ from, roles: able }) => from === state && able.some((role) => roles.includes(role)));

/** Whether a step sends an item back, stops it or ends it: of what an object in a state is offered, that does not stand out. */
export const isSetback = (object: string, state: string, event: string): boolean =>
  TABLES.some(
    ({ id, transitions }) =>
      id === object && transitions.some((one) => one.from === state && one.event === event && one.isSetback === true),
  );
