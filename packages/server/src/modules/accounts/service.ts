/** Accounts and what is kept of them: signing in and out, people, units, roles, the trail. */
import { csvLine } from '@mingsuan/core/csv';
import { capacityName } from '@mingsuan/core/process/roles';
import {
  type AuditEntry,
  type AuditQuestion,
  addUnit,
  audit,
  changePassword,
  changeUnit,
  createAccessToken,
  type Doer,
  dayOf,
  editPerson,
  endSession,
  grantRole,
  hasPeople,
  invitePerson,
  listAccessTokens,
  listGrants,
  listPeople,
  listSessions,
  listUnits,
  MOST_ITEMS,
  type NewAccessToken,
  type NewGrant,
  type NewPerson,
  type PersonEdit,
  resetPerson,
  revokeAccessToken,
  revokeGrant,
  rolesOf,
  SCOPES,
  type SignedIn,
  type SignIn,
  type Store,
  searchAudit,
  setPasswordByToken,
  signedIn,
  signIn,
  type UnitFields,
  type UnitKind,
  verifyAudit,
  workingBy,
} from '@mingsuan/store';
import type { Config } from '../../config.ts';
import { Fault, found } from '../../fault.ts';
import { yearFile } from './year-file.ts';

/** Who is signed in, and from where. */
export interface Visit {
  readonly person: SignedIn;
  readonly address: string;
}

/** Who is told as having done it. */
export const doerOf = ({ person, address }: Visit): Doer => ({ personId: person.id, person: person.name, address });

/** The page that takes a token, which stands where no log keeps it. */
export const linkPath = (token: string): string => `/office/activate#${token}`;

const PERSON = '这个人';
const today = (): string => dayOf(new Date());

/** @throws Fault `forbidden` where the person is no administrator */
export function assureAdministrator({ person }: Visit): void {
  if (!person.isAdministrator) throw new Fault('forbidden', '要由管理员来做。');
}

/** @throws Fault `forbidden` or `missing`; ChangeRefused for what cannot be done as asked */
export const accounts = ({ store, config }: { readonly store: Store; readonly config: Pick<Config, 'signOn'> }) => {
  const provider = config.signOn?.name ?? null;
  const isAuditor = async (id: number) =>
    [...(await rolesOf(store.db, id, today())).values()].some((roles) => roles.includes('auditor'));
  const assureReader = async ({ person }: Visit) => {
    if (!person.isAdministrator && !(await isAuditor(person.id)))
      throw new Fault('forbidden', '审计记录由管理员和审计查看。');
  };
  return {
    find: Object.assign((token: string) => signedIn(store, token), {
      byToken: (token: string) => workingBy(store, token),
    }),
    tokens: async ({ person }: Visit) => ({
      scopes: Object.entries(SCOPES).map(([id, name]) => ({ id, name })),
      tokens: await listAccessTokens(store, person.id),
    }),
    createToken: (visit: Visit, token: NewAccessToken) =>
      createAccessToken(store, visit.person.id, token, doerOf(visit)),
    revokeToken: async (visit: Visit, id: number) => {
      if (!(await revokeAccessToken(store, visit.person.id, id, doerOf(visit)))) found(undefined, '这个令牌');
    },
    account: async (person: SignedIn | undefined) => {
      if (!person) return { hasAccounts: await hasPeople(store), provider, person: null };
      const roles = [...(await rolesOf(store.db, person.id, today()))].map(([unitId, held]) => ({
        unitId,
        roles: held,
      }));
      const { session: _, ...known } = person;
      return { hasAccounts: true, provider, person: { ...known, isAuditor: await isAuditor(person.id), roles } };
    },
    signIn: async (question: SignIn) => {
      const session = await signIn(store, question);
      if (!session) throw new Fault('forbidden', '账号或密码不对；连续输错五次锁定一刻钟，管理员可以解锁。');
      return session;
    },
    signOut: (visit: Visit) => endSession(store, visit.person.id, visit.person.session, doerOf(visit)),
    sessions: async ({ person }: Visit) =>
      (await listSessions(store, person.id)).map((one) => ({ ...one, isThis: one.id === person.session })),
    endSession: async (visit: Visit, session: number) => {
      if (!(await endSession(store, visit.person.id, session, doerOf(visit)))) found(undefined, '这次登录');
    },
    activate: (token: string, password: string, address: string) => setPasswordByToken(store, token, password, address),
    changePassword: (visit: Visit, old: string, password: string) =>
      changePassword(store, visit.person, old, password, doerOf(visit)),
    people: (visit: Visit) => {
      assureAdministrator(visit);
      return listPeople(store);
    },
    invite: async (visit: Visit, person: NewPerson) => {
      assureAdministrator(visit);
      const { id, token } = await invitePerson(store, person, doerOf(visit));
      return { id, path: linkPath(token) };
    },
    reset: async (visit: Visit, id: number) => {
      assureAdministrator(visit);
      return { id, path: linkPath(found(await resetPerson(store, id, doerOf(visit)), PERSON)) };
    },
    edit: async (visit: Visit, id: number, edit: PersonEdit) => {
      assureAdministrator(visit);
      return found(await editPerson(store, id, edit, doerOf(visit)), PERSON);
    },
    units: (day = today()) => listUnits(store, day),
    addUnit: async (visit: Visit, kind: UnitKind, fields: UnitFields) => {
      assureAdministrator(visit);
      return { id: await addUnit(store, kind, fields, doerOf(visit)) };
    },
    changeUnit: async (visit: Visit, id: number, fields: UnitFields) => {
      assureAdministrator(visit);
      if (!(await changeUnit(store, id, fields, doerOf(visit)))) found(undefined, '这个单位');
    },
    grants: (visit: Visit) => {
      assureAdministrator(visit);
      return listGrants(store, today());
    },
    grant: async (visit: Visit, grant: NewGrant) => {
      assureAdministrator(visit);
      return { id: await grantRole(store, grant, doerOf(visit)) };
    },
    revoke: async (visit: Visit, id: number) => {
      assureAdministrator(visit);
      if (!(await revokeGrant(store, id, doerOf(visit)))) found(undefined, '这个角色');
    },
    audit: async (visit: Visit, question: AuditQuestion) => {
      await assureReader(visit);
      return searchAudit(store, question);
    },
    verify: async (visit: Visit) => {
      await assureReader(visit);
      return verifyAudit(store);
    },
    /** The trail as CSV, the newest first; that it was taken out is told by the trail itself. */
    exportYear: async (visit: Visit, year: number) => {
      assureAdministrator(visit);
      return yearFile(store, year, doerOf(visit));
    },
    exportAudit: async (visit: Visit, question: AuditQuestion) => {
      await assureReader(visit);
      const role = visit.person.isAdministrator ? 'administrator' : 'auditor';
      const entry = { kind: 'export', subject: null, role, title: `${visit.person.name}导出审计记录` } as const;
      await store.db.transaction().execute((tx) => audit(tx, doerOf(visit), entry));
      return auditLines((cursor) => searchAudit(store, { ...question, limit: MOST_ITEMS, cursor }));
    },
  };
};

export type Accounts = ReturnType<typeof accounts>;

const COLUMNS = ['编号', '时间', '谁', '角色', '从哪里', '做了什么', '改前', '改后', '哈希'];

async function* auditLines(
  page: (cursor: string | undefined) => ReturnType<typeof searchAudit>,
): AsyncGenerator<string> {
  yield csvLine(COLUMNS);
  let cursor: string | undefined;
  do {
    const { items, next } = await page(cursor);
    yield items.map(lineOf).join('');
    cursor = next;
  } while (cursor !== undefined);
}

const lineOf = ({ id, at, person, role, address, title, before, after, hash }: AuditEntry): string => {
  const told = (value: unknown) => (value === null ? '' : JSON.stringify(value));
  return csvLine([
    id,
    at,
    person,
    role === null ? '' : capacityName(role),
    address,
    title,
    told(before),
    told(after),
    hash,
  ]);
};
