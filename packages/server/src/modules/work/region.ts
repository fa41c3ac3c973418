/** The region that a unit's work belongs to. */
import type { Ledger } from '@mingsuan/core/ledger/ledger';
import { listUnits, type Store, type WorkItem } from '@mingsuan/store';
import { today } from './sight.ts';

/** The region above the department, as a ledger names it; undefined where the tree has none. */
export async function regionOf(
  store: Store,
  { departmentId }: Pick<WorkItem, 'departmentId'>,
): Promise<Ledger['region']> {
  const units = await listUnits(store, today());
  const above = units.find(({ id }) => id === departmentId)?.parentId;
  const region = units.find(({ id }) => id === above);
  return region && { code: region.code, name: region.name };
}
