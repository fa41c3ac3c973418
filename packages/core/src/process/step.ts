/**
 * One event upon an object that moves through a transition table: its next state, or why not. Who made what is read from the
 * history, which is the only memory: nobody checks what they sent on, and what has left its first state keeps its content.
 */
import { ROLES, type Role } from './roles.ts';
import { CONDITIONS, type Condition, type Transition, type TransitionTable } from './transition-table.ts';

export interface Actor {
  readonly person: string;
  /** Those that this person has at the unit, its department or the bureau at this moment. */
  readonly roles: readonly Role[];
}

export interface ProcessEvent {
  readonly event: string;
  /** ISO 8601. */
  readonly at: string;
  /** Hash of the content that the event is about. */
  readonly content: string;
  readonly reason?: string;
  /** 文号 and date of the document that says so. */
  readonly document?: { readonly number: string; readonly date: string };
  /** What was found out of the content; what is absent is not true. */
  readonly facts?: readonly Condition[];
}

/** An event that took place: who, in which role, when, from where to where, upon which content. */
export interface HistoryEntry<S extends string = string> extends Omit<ProcessEvent, 'facts'> {
  readonly person: string;
  readonly role: Role;
  readonly from: S;
  readonly to: S;
}

export type Step<S extends string> =
  | { readonly ok: true; readonly state: S; readonly entry: HistoryEntry<S> }
  | { readonly ok: false; readonly refusal: string };

/** The state that a history leads to. */
export const stateOf = <S extends string>(table: TransitionTable<S>, history: readonly HistoryEntry<S>[]): S =>
  history.at(-1)?.to ?? table.initial;

/** The next state and the entry that leads there, or one Chinese sentence that says what stands against it. */
export function step<S extends string>(
  table: TransitionTable<S>,
  history: readonly HistoryEntry<S>[],
  event: ProcessEvent,
  actor: Actor,
): Step<S> {
  const from = stateOf(table, history);
  const transition = table.transitions.find((one) => one.from === from && one.event === event.event);
  if (!transition) return refused(`现在是“${table.states[from]}”，不能这样做。`);
  const role = transition.roles.find((one) => actor.roles.includes(one));
  if (!role)
    return refused(`“${transition.name}”要由${transition.roles.map((one) => ROLES[one].name).join('或')}来做。`);
  const refusal = obstacleOf(table, transition, history, event, actor);
  if (refusal !== undefined) return refused(refusal);
  const { facts: _, ...kept } = event;
  const entry: HistoryEntry<S> = { ...kept, person: actor.person, role, from, to: transition.to };
  return { ok: true, state: transition.to, entry };
}

const refused = (refusal: string) => ({ ok: false, refusal }) as const;

function obstacleOf<S extends string>(
  table: TransitionTable<S>,
  { name, from, isCheck, isOwn, isRevision, needs = [], conditions = [] }: Transition<S>,
  history: readonly HistoryEntry<S>[],
  { reason = '', document, content, facts = [] }: ProcessEvent,
  { person }: Actor,
): string | undefined {
  const last = history.at(-1);
  if (isOwn && last?.person !== person) return `只有送出的人能${name}。`;
  if (isCheck && makersOf(table, history, isCheck === 'of-first').has(person))
    return `自己送出的不能由自己${name}，请换一个人。`;
  if (!isRevision && !table.editable.includes(from) && last?.content !== content)
    return '内容和送出时的不一样，请刷新后重试。';
  if (needs.includes('reason') && reason.trim() === '') return `${name}要写明理由。`;
  if (needs.includes('document') && !(document && document.number.trim() !== '' && isDate(document.date))) {
    return `${name}要有文号和日期。`;
  }
  const missing = conditions.find((one) => !facts.includes(one));
  return missing && `${CONDITIONS[missing]}，不能${name}。`;
}

const isDate = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));

/**
 * Who made or sent on what is under way: everybody since it was last back in its first state, and who edited it there.
 * @param ofFirst only those who did so in the first state
 */
function makersOf<S extends string>(
  { initial }: TransitionTable<S>,
  history: readonly HistoryEntry<S>[],
  ofFirst: boolean,
): ReadonlySet<string> {
  const begun = history.findLastIndex(({ from, to }) => to === initial && from !== initial);
  const since = history.slice(begun + 1);
  return new Set(since.filter(({ from }) => !ofFirst || from === initial).map(({ person }) => person));
}
