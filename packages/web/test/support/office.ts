/** The real server with an office in it: a department with two units, and a person for each role. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Role } from '@mingsuan/core/process/roles';
import { configOf } from '@mingsuan/server/config';
import { startServer } from '@mingsuan/server/start';
import {
  addUnit,
  grantRole,
  invitePerson,
  type Store,
  setPasswordByToken,
  TERMINAL,
  type UnitKind,
} from '@mingsuan/store';
import { pino } from 'pino';
import { openNewStore } from '../../../store/test/support/new-database.ts';
import { builtPages } from './build.ts';
import { settled, type Visitor } from './visit.ts';

export const PASSWORD = '春江潮水连海平海上明月';
const SINCE = '2020-01-01';

export interface OfficeSite {
  readonly url: string;
  readonly folder: string;
  readonly units: {
    readonly region: number;
    readonly department: number;
    readonly unit: number;
    readonly sibling: number;
  };
  close(): Promise<void>;
}

type Place = keyof OfficeSite['units'];

/** Login, name, role and where. */
export const PEOPLE: readonly (readonly [login: string, name: string, role: Role, at: Place])[] = [
  ['clerk', '张经办', 'unit-clerk', 'unit'],
  ['clerk2', '王经办', 'unit-clerk', 'unit'],
  ['other', '钱经办', 'unit-clerk', 'sibling'],
  ['head', '李审核', 'unit-head', 'unit'],
  ['head2', '周审核', 'unit-head', 'sibling'],
  ['owner', '孙项目', 'project-owner', 'unit'],
  ['finance', '赵财务', 'department-finance', 'department'],
  ['office', '吴业务处', 'bureau-office', 'region'],
  ['budget', '郑预算处', 'bureau-budget', 'region'],
  ['expert', '冯专家', 'reviewer', 'region'],
];

export async function openOffice(
  also: (store: Store, units: OfficeSite['units']) => Promise<void> = async () => {},
  env: Readonly<Record<string, string>> = {},
): Promise<OfficeSite> {
  await builtPages();
  const folder = await mkdtemp(join(tmpdir(), 'mingsuan-office-'));
  const dataDir = join(folder, 'data');
  const store = await openNewStore(dataDir);
  const add = (kind: UnitKind, code: string, name: string, parentId: number | null) =>
    addUnit(
      store,
      kind,
      { code, name, parentId, nature: null, isOwnOffice: code.endsWith('001'), since: SINCE, until: null },
      TERMINAL,
    );
  const region = await add('region', '130110', '鹿泉区', null);
  const department = await add('department', '302', '数据局', region);
  const unit = await add('unit', '302001', '数据局本级', department);
  const sibling = await add('unit', '302003', '数据中心', department);
  const units = { region, department, unit, sibling };
  for (const [login, name, role, at] of PEOPLE) {
    const { id, token } = await invitePerson(store, { login, name }, TERMINAL);
    await setPasswordByToken(store, token, PASSWORD, '');
    await grantRole(
      store,
      { personId: id, unitId: units[at], role, deputyOf: null, since: SINCE, until: null },
      TERMINAL,
    );
  }
  await also(store, units);
  await store.close();
  const config = configOf(
    { PORT: '0', LOG_LEVEL: 'silent', MINGSUAN_RATE_PER_MINUTE: '0', MINGSUAN_SAMPLES: 'off', ...env },
    folder,
  );
  const running = await startServer({ ...config, dataDir }, pino({ level: 'silent' }));
  return {
    url: running.url,
    folder,
    units,
    close: async () => {
      await running.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Signs somebody in, in place of whoever was. */
export async function signIn({ page, go }: Visitor, login: string): Promise<void> {
  await page.context().clearCookies();
  await go('/office/work');
  await page.getByLabel('账号').fill(login);
  await page.getByLabel('密码').fill(PASSWORD);
  await page.getByRole('button', { name: '登录' }).click();
  await page.getByRole('link', { name: '待办' }).waitFor();
  await settled(page);
}
