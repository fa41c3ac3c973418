/** People, how they sign in, the tree of units, who has which role, and the trail. */
import { z } from '@hono/zod-openapi';
import { ROLES, type Role } from '@mingsuan/core/process/roles';
import { AUDIT_KINDS, SCOPES, type Scope, UNIT_KINDS } from '@mingsuan/store';
import { id, line, list, pageOf, paging, year } from '../../contract/shared.ts';

const roles = Object.keys(ROLES) as [Role, ...Role[]];
export const role = z.enum(roles);
/** `2026-03-02` */
export const day = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/, '应是 2026-03-02 这样的日子');
const number = z.number().int().min(1).max(2_147_483_647);
const password = z.string().max(200);
const name = line.trim().min(1, '不能空着');

export const params = { id };
export const yearParams = { year };
export const done = z.object({ done: z.literal(true) }).openapi('Done');

export const account = z
  .object({
    hasAccounts: z.boolean().openapi({ description: '有没有人能登录；没有时没有办公部分' }),
    provider: z.string().nullable().openapi({ description: '统一身份认证的名称；没有设置时是 null，只用账号和密码' }),
    person: z
      .object({
        id: z.number(),
        login: z.string(),
        name: z.string(),
        isAdministrator: z.boolean(),
        isAuditor: z.boolean(),
        roles: list(z.object({ unitId: z.number(), roles: list(role) })),
      })
      .nullable(),
  })
  .openapi('Account');

export const signedOut = z
  .object({
    done: z.literal(true),
    next: z.string().nullable().openapi({ description: '用统一身份认证登录的，浏览器接着打开它来在那里退出' }),
  })
  .openapi('SignedOut');

export const signInQuestion = z.object({ login: line, password }).openapi('SignIn');
export const activation = z.object({ token: line, password }).openapi('Activation');
export const passwordQuestion = z.object({ old: password, password }).openapi('PasswordChange');

export const sessions = list(
  z.object({
    id: z.number(),
    createdAt: z.string(),
    seenAt: z.string(),
    address: z.string(),
    agent: z.string(),
    isThis: z.boolean(),
  }),
).openapi('Sessions');

const scopes = list(z.enum(Object.keys(SCOPES) as [Scope, ...Scope[]]));
export const tokens = z
  .object({
    scopes: list(z.object({ id: z.string(), name: z.string() })).openapi({ description: '令牌能做什么，可选的' }),
    tokens: list(
      z.object({
        id: z.number(),
        name: z.string(),
        scopes,
        createdAt: z.string(),
        expiresAt: z.string(),
        seenAt: z.string().nullable(),
      }),
    ),
  })
  .openapi('AccessTokens');
export const newToken = z
  .object({ name, scopes, days: z.number().int().min(1).max(366).openapi({ description: '有效多少天' }) })
  .openapi('NewAccessToken');
export const token = z
  .object({ id: z.number(), token: z.string().openapi({ description: '令牌，只给这一次' }) })
  .openapi('AccessToken');

export const person = z
  .object({
    id: z.number(),
    login: z.string(),
    name: z.string(),
    isAdministrator: z.boolean(),
    state: z.enum(['invited', 'active', 'locked', 'disabled']),
  })
  .openapi('Person');
export const people = list(person).openapi('People');
export const newPerson = z.object({ login: name, name, isAdministrator: z.boolean().optional() }).openapi('NewPerson');
export const personEdit = z
  .object({
    name: name.optional(),
    isAdministrator: z.boolean().optional(),
    isDisabled: z.boolean().optional(),
    unlock: z.literal(true).optional(),
  })
  .openapi('PersonEdit');
export const link = z
  .object({ id: z.number(), path: z.string().openapi({ description: '一次性链接，接在本站网址后面，只给这一次' }) })
  .openapi('OneTimeLink');

const unitFields = {
  code: line.trim().min(1, '不能空着'),
  name,
  parentId: number.nullable(),
  nature: line.nullable(),
  isOwnOffice: z.boolean(),
  since: day,
  until: day.nullable(),
};
export const unit = z.object({ id: z.number(), kind: z.enum(UNIT_KINDS), ...unitFields }).openapi('OfficeUnit');
export const units = list(unit).openapi('OfficeUnits');
export const newUnit = z.object({ kind: z.enum(UNIT_KINDS), ...unitFields }).openapi('NewOfficeUnit');
export const unitEdit = z.object(unitFields).openapi('OfficeUnitEdit');
export const made = z.object({ id: z.number() }).openapi('Made');
export const dated = { day: day.optional() };

const grantFields = {
  personId: number,
  unitId: number,
  role,
  deputyOf: number.nullable(),
  since: day,
  until: day.nullable(),
};
export const grants = list(z.object({ id: z.number(), person: z.string(), unit: z.string(), ...grantFields })).openapi(
  'Grants',
);
export const newGrant = z.object(grantFields).openapi('NewGrant');

const count = z.coerce.number<string>({ error: '应是正整数' }).int().min(1).max(2_147_483_647).optional();
export const auditQuestion = {
  ...paging,
  kind: z.enum(AUDIT_KINDS).optional(),
  subject: count,
  unitId: count,
  personId: count,
  q: line.optional(),
  from: day.optional(),
  until: day.optional(),
};
export const auditEntry = z
  .object({
    id: z.number(),
    at: z.string(),
    personId: z.number().nullable(),
    person: z.string(),
    role: z.enum([...roles, 'administrator', 'self']).nullable(),
    address: z.string(),
    kind: z.enum(AUDIT_KINDS),
    subject: z.number().nullable(),
    unitId: z.number().nullable(),
    title: z.string(),
    before: z.unknown(),
    after: z.unknown(),
    hash: z.string(),
  })
  .openapi('AuditEntry');
export const auditPage = pageOf(auditEntry).openapi('AuditPage');
export const verdict = z
  .object({
    entries: z.number(),
    last: z.string().openapi({ description: '最后一条的哈希；抄在别处，日后可知有没有缺' }),
    broken: z.object({ id: z.number(), why: z.string() }).optional(),
  })
  .openapi('AuditVerdict');
