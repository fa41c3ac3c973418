/** What a person sees of the office's work, and as whom that person acts there. */
import {
  dayOf,
  getWork,
  listUnits,
  mayView,
  type OfficeUnit,
  rolesOf,
  type Store,
  type Worker,
  type WorkItem,
  workContent,
} from '@mingsuan/store';
import { found } from '../../fault.ts';
import { doerOf, type Visit } from '../accounts/service.ts';

/** The day it is. */
export const today = (): string => dayOf(new Date());

/** @throws Fault `missing` for what a person does not see, whether it is there or not */
export const sight = ({ store }: { readonly store: Store }) => {
  const { db } = store;
  const rolesIn = ({ person }: Visit) => rolesOf(db, person.id, today());
  const workerAt = async (visit: Visit, unitId: number): Promise<Worker> => ({
    ...doerOf(visit),
    personId: visit.person.id,
    roles: (await rolesIn(visit)).get(unitId) ?? [],
  });
  return {
    rolesIn,
    workerAt,
    /** The item where this person has a role that sees it, with that person's roles there. */
    seen: async (visit: Visit, id: number): Promise<{ readonly item: WorkItem; readonly worker: Worker }> => {
      const item = await getWork(db, id, today());
      const worker = await workerAt(visit, item?.unitId ?? 0);
      return { item: found(item && mayView(worker.roles) ? item : undefined, '这项工作'), worker };
    },
    /** A department that this person sees, with the units that it has now. */
    department: async (
      visit: Visit,
      id: number,
    ): Promise<{ readonly department: OfficeUnit; readonly units: readonly OfficeUnit[]; readonly worker: Worker }> => {
      const worker = await workerAt(visit, id);
      const all = mayView(worker.roles) ? await listUnits(store, today(), true) : [];
      const department = found(
        all.find((one) => one.id === id && one.kind === 'department'),
        '这个部门',
      );
      return { department, units: all.filter(({ parentId }) => parentId === id), worker };
    },
    contentOf: async (id: number, number: number) => found(await workContent(db, id, number), '这一版'),
  };
};

export type Sight = ReturnType<typeof sight>;
