/** What a person may do to an item now. */
import type { Role } from '@mingsuan/core/process/roles';
import { roundFact } from '@mingsuan/core/process/rounds';
import { step } from '@mingsuan/core/process/step';
import { actionsOf } from '@mingsuan/core/process/tables';
import { CONDITIONS, type Condition, type Transition } from '@mingsuan/core/process/transition-table';
import { PROCESSES, type WorkEntry, type WorkItem } from '@mingsuan/store';

/** `needs` and `conditions` as its table has them. */
export type Offer = Pick<Transition, 'event' | 'name' | 'needs' | 'conditions'>;

const ALL = Object.keys(CONDITIONS) as Condition[];
const OF_ROUND: readonly Condition[] = ['first-round', 'last-round'];

/** Conditions that are found out before a step is offered: the item's round, and whether its unit has control figures. */
export interface Standing {
  readonly round?: number | undefined;
  readonly hasControl?: boolean | undefined;
}

/** All conditions but those that are known not to hold: what a person may mend is offered and, where it is not mended, refused. */
const factsOf = ({ round, hasControl }: Standing): readonly Condition[] =>
  ALL.filter(
    (one) =>
      (round === undefined || !OF_ROUND.includes(one) || one === roundFact(round)) &&
      (hasControl !== false || one !== 'control-issued'),
  );

/** Steps that bring a version into the portal. */
export const PUBLISHING: readonly string[] = ['publish', 'republish'];

/** Whether the version that holds came after the one that was published last. */
export const isRevised = (history: readonly WorkEntry[]): boolean => {
  const published = history.findLast(({ event }) => PUBLISHING.includes(event));
  return published !== undefined && published.version < history.at(-1)!.version;
};

/** What a person with these roles may do: the table's, but for what the history keeps from this person. */
export function offersOf(
  item: Pick<WorkItem, 'process' | 'state'> & Standing,
  history: readonly WorkEntry[],
  person: number,
  roles: readonly Role[],
  hasControl?: boolean,
): readonly Offer[] {
  return stepsOf(item, history, person, roles, factsOf({ round: item.round, hasControl }));
}

function stepsOf(
  item: Pick<WorkItem, 'process' | 'state'>,
  history: readonly WorkEntry[],
  person: number,
  roles: readonly Role[],
  facts: readonly Condition[],
): readonly Offer[] {
  const table = PROCESSES[item.process];
  const content = history.at(-1)?.content ?? '';
  const document = { number: '—', date: '2000-01-01' };
  return actionsOf(table, item.state, roles)
    .filter(({ event, isRevision }) => {
      if (isRevision || (event === 'republish' && !isRevised(history))) return false;
      const asked = { event, at: '', content, reason: '—', document, facts };
      return event === 'edit' || step(table, history, asked, { person: String(person), roles }).ok;
    })
    .map(({ event, name, needs, conditions }) => ({
      event,
      name,
      ...(needs ? { needs } : {}),
      ...(conditions ? { conditions } : {}),
    }));
}

/** What this person could do now but for the control figures, each with why not. */
export function waitsOf(
  item: Pick<WorkItem, 'process' | 'state'> & Standing,
  history: readonly WorkEntry[],
  person: number,
  roles: readonly Role[],
  hasControl: boolean,
): readonly string[] {
  const offered = new Set(offersOf(item, history, person, roles, hasControl).map(({ event }) => event));
  return offersOf(item, history, person, roles, true)
    .filter(({ event }) => !offered.has(event))
    .map(({ name }) => `${CONDITIONS['control-issued']}，不能${name}。`);
}

/** What these roles do now and this person does not, who made or sent on what is under way: each with why not. */
export function ownOf(
  item: Pick<WorkItem, 'process' | 'state'>,
  history: readonly WorkEntry[],
  person: number,
  roles: readonly Role[],
): readonly string[] {
  const table = PROCESSES[item.process];
  const offered = new Set(offersOf(item, history, person, roles).map(({ event }) => event));
  return actionsOf(table, item.state, roles)
    .filter(({ event, isCheck, isRevision }) => isCheck && !isRevision && !offered.has(event))
    .flatMap(({ event }) => {
      const document = { number: '—', date: '2000-01-01' };
      const asked = { event, at: '', content: history.at(-1)?.content ?? '', reason: '—', document, facts: ALL };
      const found = step(table, history, asked, { person: String(person), roles });
      return found.ok ? [] : [found.refusal];
    });
}

/** Whether a step from this state asks for control figures. */
export const asksControl = ({ process, state }: Pick<WorkItem, 'process' | 'state'>): boolean =>
  PROCESSES[process].transitions.some(
    ({ from, conditions }) => from === state && conditions?.includes('control-issued') === true,
  );

/** Whether these roles may do anything at all in an item's state: what a person is offered is asked for only then. */
export const mayAct = (item: Pick<WorkItem, 'process' | 'state'>, roles: readonly Role[]): boolean =>
  actionsOf(PROCESSES[item.process], item.state, roles).some(({ isRevision }) => !isRevision);
