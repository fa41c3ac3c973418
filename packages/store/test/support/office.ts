/** A small office to work in: a region, department 302 with two units, and people with roles. */
import type { Role } from '@mingsuan/core/process/roles';
import {
  addUnit,
  grantRole,
  invitePerson,
  type Store,
  setPasswordByToken,
  TERMINAL,
  type UnitKind,
} from '@mingsuan/store';

export const PASSWORD = '春江潮水连海平海上明月';
const SINCE = '2020-01-01';

export interface Office {
  readonly region: number;
  readonly department: number;
  readonly unit: number;
  readonly sibling: number;
  /** Invites a person and gives roles, each at its place in the tree of 302001. @returns the number */
  person(login: string, ...roles: Role[]): Promise<number>;
  /** As `person`, at another unit. */
  personAt(unit: number, login: string, ...roles: Role[]): Promise<number>;
}

export async function officeIn(store: Store, { withPassword = false } = {}): Promise<Office> {
  const add = (kind: UnitKind, code: string, name: string, parentId: number | null) =>
    addUnit(
      store,
      kind,
      { code, name, parentId, nature: null, isOwnOffice: code.endsWith('001'), since: SINCE, until: null },
      TERMINAL,
    );
  const region = await add('region', '130110', '鹿泉区', null);
  const department = await add('department', '302', '退役军人事务局', region);
  const unit = await add('unit', '302001', '退役军人事务局本级', department);
  const sibling = await add('unit', '302003', '光荣院', department);
  const personAt = async (at: number, login: string, ...roles: Role[]) => {
    const { id, token } = await invitePerson(store, { login, name: `人${login}` }, TERMINAL);
    if (withPassword) await setPasswordByToken(store, token, PASSWORD, '');
    for (const role of roles) {
      const isOfUnit = ['unit-clerk', 'unit-head', 'project-owner'].includes(role);
      const unitId = isOfUnit ? at : role === 'department-finance' ? department : region;
      await grantRole(store, { personId: id, unitId, role, deputyOf: null, since: SINCE, until: null }, TERMINAL);
    }
    return id;
  };
  return { region, department, unit, sibling, personAt, person: (login, ...roles) => personAt(unit, login, ...roles) };
}
