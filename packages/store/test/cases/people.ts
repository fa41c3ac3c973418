/** Accounts, sessions, units day by day, roles and deputies, and the trail that the database keeps. */
import {
  addUnit,
  administratorLink,
  changePassword,
  changeUnit,
  editPerson,
  endSession,
  grantRole,
  invitePerson,
  listPeople,
  listSessions,
  listUnits,
  resetPerson,
  revokeGrant,
  rolesOf,
  searchAudit,
  setPasswordByToken,
  signedIn,
  signIn,
  TERMINAL,
  verifyAudit,
} from '@mingsuan/store';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import type { Backend } from '../support/backends.ts';
import { officeIn, PASSWORD } from '../support/office.ts';

const NOW = new Date('2026-01-05T01:00:00Z');
const after = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);

export function peopleCases(backend: () => Backend): void {
  const store = () => backend().store;
  const enter = (login: string, password: string, now = NOW) =>
    signIn(store(), { login, password, address: '10.0.0.1', agent: '浏览器' }, now);
  const invited = async (login: string) => {
    const { id, token } = await invitePerson(store(), { login, name: `人${login}` }, TERMINAL, NOW);
    await setPasswordByToken(store(), token, PASSWORD, '', NOW);
    return id;
  };

  it('an invitation sets a password once; a session begins, is listed and ends', async () => {
    const { id, token } = await invitePerson(store(), { login: 'Zhang.San', name: '张三' }, TERMINAL, NOW);
    expect(await listPeople(store())).toMatchObject([{ id, login: 'zhang.san', state: 'invited' }]);
    expect(await enter('zhang.san', '')).toBeUndefined();
    await expect(setPasswordByToken(store(), token, '短', '', NOW)).rejects.toThrow('至少要有 10 个字');
    await expect(setPasswordByToken(store(), token, 'zhang.san-12345', '', NOW)).rejects.toThrow('不能有账号');
    expect(await setPasswordByToken(store(), token, PASSWORD, '', NOW)).toMatchObject({ state: 'active' });
    await expect(setPasswordByToken(store(), token, PASSWORD, '', NOW)).rejects.toThrow('已经用过或过期');
    const { token: cookie } = (await enter('ZHANG.SAN', PASSWORD))!;
    const person = (await signedIn(store(), cookie, after(1)))!;
    expect(person).toMatchObject({ id, name: '张三', isAdministrator: false });
    expect(await listSessions(store(), id, NOW)).toMatchObject([{ address: '10.0.0.1', agent: '浏览器' }]);
    const doer = { personId: id, person: '张三', address: '' };
    expect(await endSession(store(), id, person.session, doer, NOW)).toBe(true);
    expect(await signedIn(store(), cookie, after(1))).toBeUndefined();
    // Neither the password nor any token stands in the database.
    const { rows } = await sql<{ all: string }>`select (select json_agg(p) from people p)::text ||
      (select json_agg(t) from person_tokens t)::text || (select json_agg(s) from person_sessions s)::text ||
      (select json_agg(a) from audit a)::text as all`.execute(store().db);
    for (const secret of [token, cookie, PASSWORD]) expect(rows[0]!.all).not.toContain(secret);
    expect(rows[0]!.all).toContain('$argon2id$v=19$m=19456,t=2,p=1$');
  });

  it('a session ends when nobody uses it, and in the end in any case', async () => {
    await invited('li');
    const { token } = (await enter('li', PASSWORD))!;
    expect(await signedIn(store(), token, after(119))).toBeDefined();
    expect(await signedIn(store(), token, after(230))).toBeDefined();
    expect(await signedIn(store(), token, after(351))).toBeUndefined();
    const other = (await enter('li', PASSWORD))!;
    for (let at = 100; at < 720; at += 100) expect(await signedIn(store(), other.token, after(at))).toBeDefined();
    expect(await signedIn(store(), other.token, after(721))).toBeUndefined();
  });

  it('five wrong passwords lock an account, also where they are tried at once; it opens by time or by an administrator', async () => {
    const id = await invited('wang');
    const tries = await Promise.all(Array.from({ length: 8 }, () => enter('wang', 'not the password')));
    expect(tries.filter((one) => one !== undefined)).toEqual([]);
    expect(await enter('wang', PASSWORD, after(14))).toBeUndefined();
    expect(await enter('wang', PASSWORD, after(16))).toBeDefined();
    for (let i = 0; i < 5; i++) await enter('wang', 'wrong again', after(17));
    expect(await enter('wang', PASSWORD, after(18))).toBeUndefined();
    await editPerson(store(), await administrator(), { isAdministrator: true }, TERMINAL);
    await editPerson(store(), id, { unlock: true }, TERMINAL);
    expect(await enter('wang', PASSWORD, after(18))).toBeDefined();
    const { items } = await searchAudit(store(), { q: '锁定' });
    expect(items.map(({ title }) => title)).toEqual(['人wang连续输错密码，锁定', '人wang连续输错密码，锁定']);
  });

  const administrator = async () => {
    const token = await administratorLink(store(), { login: 'root', name: '管理员' }, TERMINAL, NOW);
    return (await setPasswordByToken(store(), token, PASSWORD, '', NOW)).id;
  };

  it('a reset, another password and disabling end what was open; the last administrator stays', async () => {
    const root = await administrator();
    const id = await invited('zhao');
    const first = (await enter('zhao', PASSWORD))!;
    const person = (await signedIn(store(), first.token, NOW))!;
    const second = (await enter('zhao', PASSWORD))!;
    const doer = { personId: id, person: '赵', address: '' };
    await expect(changePassword(store(), person, 'wrong', '另一个够长的密码啊', doer)).rejects.toThrow(
      '原来的密码不对',
    );
    await changePassword(store(), person, PASSWORD, '另一个够长的密码啊呀', doer, NOW);
    expect(await signedIn(store(), first.token, NOW)).toBeDefined();
    expect(await signedIn(store(), second.token, NOW)).toBeUndefined();
    const old = (await resetPerson(store(), id, TERMINAL, NOW))!;
    const reset = (await resetPerson(store(), id, TERMINAL, NOW))!;
    await expect(setPasswordByToken(store(), old, PASSWORD, '', NOW)).rejects.toThrow('已经用过');
    await expect(setPasswordByToken(store(), reset, PASSWORD, '', after(24 * 60 + 1))).rejects.toThrow('过期');
    await setPasswordByToken(store(), reset, PASSWORD, '', NOW);
    expect(await signedIn(store(), first.token, NOW)).toBeUndefined();
    const third = (await enter('zhao', PASSWORD))!;
    await editPerson(store(), id, { isDisabled: true }, TERMINAL, NOW);
    expect(await signedIn(store(), third.token, NOW)).toBeUndefined();
    expect(await enter('zhao', PASSWORD)).toBeUndefined();
    await expect(editPerson(store(), root, { isDisabled: true }, TERMINAL)).rejects.toThrow('至少要留一位管理员');
    await expect(invitePerson(store(), { login: 'ZHAO', name: '又' }, TERMINAL)).rejects.toThrow('已有账号');
    // Whoever has the terminal is never shut out.
    expect(await administratorLink(store(), { login: 'root', name: '' }, TERMINAL)).toMatch(/^[\w-]{43}$/);
  });

  it('units are known as they were on each day', async () => {
    const { region, department, unit } = await officeIn(store());
    const fields = { nature: null, isOwnOffice: false, until: null };
    const other = await addUnit(
      store(),
      'department',
      { ...fields, code: '303', name: '民政局', parentId: region, since: '2020-01-01' },
      TERMINAL,
    );
    const moved = { ...fields, code: '303002', name: '服务中心', parentId: other, since: '2026-03-01' };
    expect(await changeUnit(store(), unit, moved, TERMINAL)).toBe(true);
    const on = async (day: string) => (await listUnits(store(), day)).find(({ id }) => id === unit);
    expect(await on('2026-02-28')).toMatchObject({ code: '302001', parentId: department });
    expect(await on('2026-03-01')).toMatchObject({ code: '303002', parentId: other });
    expect(await on('2019-12-31')).toBeUndefined();
    await expect(changeUnit(store(), unit, { ...moved, since: '2026-02-01' }, TERMINAL)).rejects.toThrow('更早的日子');
    await expect(changeUnit(store(), unit, { ...moved, parentId: region }, TERMINAL)).rejects.toThrow('要属于一个部门');
    await expect(
      addUnit(
        store(),
        'department',
        { ...fields, code: '302', name: '又', parentId: region, since: '2026-01-01' },
        TERMINAL,
      ),
    ).rejects.toThrow('已由“退役军人事务局”使用');
  });

  it('a role holds below where it is given, in its time; a deputy has it with a last day and not without the holder', async () => {
    const { region, department, unit, sibling, person } = await officeIn(store());
    const head = await person('head', 'unit-head');
    const finance = await person('finance', 'department-finance');
    const office = await person('office', 'bureau-office');
    const deputy = await person('deputy');
    const roles = async (id: number, day = '2026-01-05') => [...(await rolesOf(store().db, id, day)).entries()];
    expect(await roles(head)).toEqual([[unit, ['unit-head']]]);
    expect((await roles(finance)).map(([at]) => at)).toEqual([department, unit, sibling]);
    expect((await roles(office)).map(([at]) => at)).toEqual([region, department, unit, sibling]);
    const since = '2026-01-01';
    const grant = { personId: deputy, unitId: unit, role: 'unit-head' as const, since, until: '2026-01-10' };
    const [main] = (await sql<{ id: number }>`select id from grants where person_id = ${head}`.execute(store().db))
      .rows;
    await expect(grantRole(store(), { ...grant, deputyOf: main!.id, until: null }, TERMINAL)).rejects.toThrow(
      '到哪天为止',
    );
    await expect(grantRole(store(), { ...grant, unitId: region, deputyOf: null }, TERMINAL)).rejects.toThrow('单位上');
    await grantRole(store(), { ...grant, deputyOf: main!.id }, TERMINAL);
    expect(await roles(deputy)).toEqual([[unit, ['unit-head']]]);
    expect(await roles(deputy, '2026-01-11')).toEqual([]);
    expect(await revokeGrant(store(), main!.id, TERMINAL)).toBe(true);
    expect(await roles(head)).toEqual([]);
    expect(await roles(deputy)).toEqual([]);
  });

  it('the trail is a chain that the database itself keeps; what is changed behind its back is found', async () => {
    await officeIn(store());
    await Promise.all(['a1', 'a2', 'a3', 'a4'].map((login) => invitePerson(store(), { login, name: login }, TERMINAL)));
    const { entries } = await verifyAudit(store());
    expect(entries).toBe(8);
    expect((await searchAudit(store(), { kind: 'unit', q: '302%' })).items).toEqual([]);
    expect((await searchAudit(store(), { kind: 'unit', q: '302' })).items).toHaveLength(3);
    const { db } = store();
    await expect(sql`update audit set title = '' where id = 3`.execute(db)).rejects.toThrow('only added to');
    await expect(sql`delete from audit where id = 3`.execute(db)).rejects.toThrow('only added to');
    await expect(sql`truncate audit`.execute(db)).rejects.toThrow('only added to');
    const behind = async (change: string) => {
      await sql
        .raw(`do $$ begin alter table audit disable trigger audit_stands; ${change};
        alter table audit enable trigger audit_stands; end $$`)
        .execute(db);
      return (await verifyAudit(store())).broken;
    };
    expect(await behind(`update audit set title = title || '。' where id = 3`)).toEqual({
      id: 3,
      why: '内容与哈希不符',
    });
    expect(await behind('delete from audit where id = 3')).toEqual({ id: 4, why: '缺少第 3 条' });
  });
}
