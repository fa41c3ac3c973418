/** Which reviews a person sees: a bureau's office and its auditors all, an expert those that are assigned. */
import type { Role } from '@mingsuan/core/process/roles';
import {
  getReview,
  listReviewBatches,
  type ReviewBatch,
  type ReviewItem,
  rolesOf,
  type Store,
  type Worker,
} from '@mingsuan/store';
import { found } from '../../fault.ts';
import { doerOf, type Visit } from '../accounts/service.ts';
import { today } from '../execution/scope.ts';

const SEEING_ALL: readonly Role[] = ['bureau-office', 'auditor'];

/** Whether these roles at a region let all of its reviews be seen. */
export const seesAll = (roles: readonly Role[]): boolean => SEEING_ALL.some((role) => roles.includes(role));

export interface SeenBatch {
  readonly batch: ReviewBatch;
  readonly worker: Worker;
  /** Else what is assigned to the person alone. */
  readonly isWhole: boolean;
}

/** @throws Fault `missing` for what a person does not see, whether it is there or not */
export const reviewSight = ({ store }: { readonly store: Pick<Store, 'db'> }) => {
  const { db } = store;
  const workersOf = async (visit: Visit) => {
    const roles = await rolesOf(db, visit.person.id, today());
    return {
      roles,
      at: (unitId: number): Worker => ({
        ...doerOf(visit),
        personId: visit.person.id,
        roles: roles.get(unitId) ?? [],
      }),
    };
  };
  const batchesFor = async (visit: Visit, id?: number): Promise<readonly SeenBatch[]> => {
    const { roles, at } = await workersOf(visit);
    const units = [...roles].flatMap(([unitId, held]) => (seesAll(held) ? [unitId] : []));
    const asked = { units, personId: visit.person.id, ...(id === undefined ? {} : { id }) };
    const batches = await listReviewBatches(db, asked);
    return batches.flatMap((batch) => {
      const worker = at(batch.unitId);
      const isWhole = seesAll(worker.roles);
      return isWhole || worker.roles.includes('reviewer') ? [{ batch, worker, isWhole }] : [];
    });
  };
  return {
    workersOf,
    batchesFor,
    batch: async (visit: Visit, id: number): Promise<SeenBatch> => found((await batchesFor(visit, id))[0], '这个批次'),
    review: async (
      visit: Visit,
      id: number,
    ): Promise<{ readonly item: ReviewItem; readonly worker: Worker; readonly isWhole: boolean }> => {
      const item = await getReview(db, id);
      const worker = (await workersOf(visit)).at(item?.unitId ?? 0);
      const isWhole = seesAll(worker.roles);
      const isOwn = worker.roles.includes('reviewer') && item?.reviewerId === visit.person.id;
      return { item: found(item && (isWhole || isOwn) ? item : undefined, '这份文本'), worker, isWhole };
    },
    /** A region whose bureau this person is of. */
    place: async (visit: Visit, unitId: number): Promise<Worker> => {
      const worker = (await workersOf(visit)).at(unitId);
      return found(seesAll(worker.roles) ? worker : undefined, '这个地区');
    },
  };
};
