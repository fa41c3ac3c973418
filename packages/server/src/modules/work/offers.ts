/** What a person may do to an item now. */
import type { Role } from '@mingsuan/core/process/roles';
import { step } from '@mingsuan/core/process/step';
import { actionsOf } from '@mingsuan/core/process/tables';
import { CONDITIONS, type Condition, type Transition } from '@mingsuan/core/process/transition-table';
import { PROCESSES, type WorkEntry, type WorkItem } from '@mingsuan/store';

/** `needs` and `conditions` as its table has them. */
export type Offer = Pick<Transition, 'event' | 'name' | 'needs' | 'conditions'>;

const ALL = Object.keys(CONDITIONS) as Condition[];

/** Steps that bring a version into the portal. */
export const PUBLISHING: readonly string[] = ['publish', 'republish'];

/** Whether the version that holds came after the one that was published last. */
export const isRevised = (history: readonly WorkEntry[]): boolean => {
  const published = history.findLast(({ event }) => PUBLISHING.includes(event));
  return published !== undefined && published.version < history.at(-1)!.version;
};

/** What a person with these roles may do: the table's, but for what the history keeps from this person. */
export function offersOf(
  item: Pick<WorkItem, 'process' | 'state'>,
  history: readonly WorkEntry[],
  person: number,
  roles: readonly Role[],
): readonly Offer[] {
  const table = PROCESSES[item.process];
  const content = history.at(-1)?.content ?? '';
  const document = { number: '—', date: '2000-01-01' };
  return actionsOf(table, item.state, roles)
    .filter(({ event, isRevision }) => {
      if (isRevision || (event === 'republish' && !isRevised(history))) return false;
      const asked = { event, at: '', content, reason: '—', document, facts: ALL };
      return event === 'edit' || step(table, history, asked, { person: String(person), roles }).ok;
    })
    .map(({ event, name, needs, conditions }) => ({
      event,
      name,
      ...(needs ? { needs } : {}),
      ...(conditions ? { conditions } : {}),
    }));
}

/** Whether these roles may do anything at all in an item's state: what a person is offered is asked for only then. */
export const mayAct = (item: Pick<WorkItem, 'process' | 'state'>, roles: readonly Role[]): boolean =>
  actionsOf(PROCESSES[item.process], item.state, roles).some(({ isRevision }) => !isRevision);
