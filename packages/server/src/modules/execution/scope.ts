/** Whose year somebody asks about: a unit, or all units of a department or a region, as far as a role there lets them be seen. */
import { profileFor } from '@mingsuan/core/performance/choose-profile';
import type { PerformanceProfile } from '@mingsuan/core/performance/profile';
import type { Role } from '@mingsuan/core/process/roles';
import { dayOf, listUnits, mayView, type OfficeUnit, rolesOf, type Store, type Worker } from '@mingsuan/store';
import { found } from '../../fault.ts';
import { doerOf, type Visit } from '../accounts/service.ts';

/** The day that a person's roles and the tree are asked of. */
export const today = (): string => dayOf(new Date());

export interface Scope {
  readonly place: OfficeUnit;
  /** The units in it that this person sees. */
  readonly units: readonly OfficeUnit[];
  /** The region that all of it belongs to. */
  readonly region: OfficeUnit;
  /** With the roles that count at the place. */
  readonly worker: Worker;
  readonly roles: ReadonlyMap<number, readonly Role[]>;
}

/** @throws Fault `missing` for what this person does not see, whether it is there or not */
export async function scopeOf({ store }: { readonly store: Store }, visit: Visit, id: number): Promise<Scope> {
  const [all, roles] = await Promise.all([listUnits(store, today()), rolesOf(store.db, visit.person.id, today())]);
  const byId = new Map(all.map((unit) => [unit.id, unit]));
  const place = byId.get(id);
  const isWithin = (unit: OfficeUnit): boolean =>
    unit.id === id || (unit.parentId !== null && byId.has(unit.parentId) && isWithin(byId.get(unit.parentId)!));
  const units = all.filter((unit) => unit.kind === 'unit' && isWithin(unit) && mayView(roles.get(unit.id)));
  const isSeen = place && (mayView(roles.get(id)) || (place.kind === 'department' && units.length > 0));
  const seen = found(isSeen ? place : undefined, '这个单位');
  let region = seen;
  while (region.parentId !== null) region = byId.get(region.parentId)!;
  return {
    place: seen,
    units,
    region,
    worker: { ...doerOf(visit), personId: visit.person.id, roles: roles.get(id) ?? [] },
    roles,
  };
}

/** The profile of a place and a year. @throws Fault `missing` where no folder has one */
export const profileIn = ({ region }: Pick<Scope, 'region'>, year: number): PerformanceProfile =>
  found(profileFor(region.code, year), `适用于 ${year} 年的绩效口径`);
