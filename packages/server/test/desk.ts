/** Desks of an office to test at: people with roles, each asking by a cookie, and a unit whose budget is approved. */
import { exampleLedger } from '@mingsuan/core/ledger/example';
import type { Ledger } from '@mingsuan/core/ledger/ledger';
import type { Role } from '@mingsuan/core/process/roles';
import { CONDITIONS, type Condition } from '@mingsuan/core/process/transition-table';
import {
  addUnit,
  getWork,
  grantRole,
  invitePerson,
  openWork,
  type Store,
  saveApplication,
  saveVersion,
  setPasswordByToken,
  TERMINAL,
  takeStep,
  type UnitKind,
} from '@mingsuan/store';
import { expect } from 'vitest';
import type { z } from 'zod';
import type { Api } from '../src/http/env.ts';

const PASSWORD = '春江潮水连海平海上明月';
const ORIGIN = 'http://localhost';
const SINCE = '2020-01-01';
const DOCUMENT = { number: '财预〔2026〕1号', date: '2026-02-10' };

export interface Desk {
  /** Asks, and holds the answer against its schema. */
  ask<S extends z.ZodType>(method: string, path: string, schema: S, body?: unknown): Promise<z.output<S>>;
  /** The status and the sentence of what is refused. */
  refused(method: string, path: string, body?: unknown): Promise<readonly [status: number, detail: string]>;
  send(method: string, path: string, body?: unknown): Promise<Response>;
}

export interface Places {
  readonly region: number;
  readonly department: number;
  readonly unit: number;
  readonly sibling: number;
}

export async function placesIn(store: Store, region = '130110'): Promise<Places> {
  const add = (kind: UnitKind, code: string, name: string, parentId: number | null) =>
    addUnit(
      store,
      kind,
      { code, name, parentId, nature: null, isOwnOffice: false, since: SINCE, until: null },
      TERMINAL,
    );
  const top = await add('region', region, '某区', null);
  const department = await add('department', '302', '数据局', top);
  return {
    region: top,
    department,
    unit: await add('unit', '302001', '数据局本级', department),
    sibling: await add('unit', '302003', '数据中心', department),
  };
}

/** A person at a desk: signed in, with roles at a place. */
export async function deskOf(
  app: Api,
  store: Store,
  login: string,
  at: number,
  ...roles: readonly Role[]
): Promise<Desk> {
  const { id, token } = await invitePerson(store, { login, name: `人${login}` }, TERMINAL);
  await setPasswordByToken(store, token, PASSWORD, '');
  for (const role of roles)
    await grantRole(store, { personId: id, unitId: at, role, deputyOf: null, since: SINCE, until: null }, TERMINAL);
  const answer = await app.request('/api/v1/session', {
    method: 'POST',
    headers: { origin: ORIGIN, 'content-type': 'application/json' },
    body: JSON.stringify({ login, password: PASSWORD }),
  });
  const cookie = answer.headers.get('set-cookie')!.split(';')[0]!;
  const send = async (method: string, path: string, body?: unknown) => {
    const isForm = body instanceof FormData;
    return app.request(`/api/v1${path}`, {
      method,
      headers: {
        origin: ORIGIN,
        cookie,
        ...(body === undefined || isForm ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
    });
  };
  return {
    send,
    ask: async (method, path, schema, body) => {
      const given = await send(method, path, body);
      const told = (await given.json()) as Record<string, unknown>;
      expect([path, given.status, given.status === 200 ? '' : told.detail]).toEqual([path, 200, '']);
      expect(told).toEqual(schema.parse(told));
      return told as never;
    },
    refused: async (method, path, body) => {
      const given = await send(method, path, body);
      return [given.status, ((await given.json()) as { readonly detail: string }).detail];
    },
  };
}

/** A unit's budget that went up and was approved, of 2026 where the ledger names no other year. @returns the ledger */
export async function approvedBudgetOf(store: Store, unitId: number, more: Partial<Ledger> = {}): Promise<Ledger> {
  const ledger = {
    ...exampleLedger(2026),
    agency: { code: '302001', name: '数据局本级', level: 'unit' as const },
    ...more,
  };
  const facts = Object.keys(CONDITIONS) as Condition[];
  const person = async (login: string, role: Role) => ({
    ...TERMINAL,
    personId: (await invitePerson(store, { login: `${login}${unitId}`, name: login }, TERMINAL)).id,
    person: login,
    roles: [role],
  });
  const clerk = await person('clerk-of', 'unit-clerk');
  const others = [
    await person('head-of', 'unit-head'),
    await person('finance-of', 'department-finance'),
    await person('office-of', 'bureau-office'),
  ];
  const budget = await person('budget-of', 'bureau-budget');
  const id = await openWork(store, { process: 'round', unitId, year: ledger.year }, clerk);
  await saveVersion(store, id, { revision: 0, content: ledger }, clerk);
  const go = async (event: string, who: typeof clerk) => {
    const { revision } = (await getWork(store.db, id, '2026-03-01'))!;
    await takeStep(store, id, { event, revision, facts, document: DOCUMENT }, who);
  };
  for (const round of [1, 2]) {
    await go('submit', clerk);
    for (const who of others) await go('pass', who);
    await go(round === 1 ? 'next-round' : 'approve', budget);
  }
  return ledger;
}

/** A project of a budget in the library, to go on into the next year. */
export async function storedProject(
  store: Store,
  unitId: number,
  { name: title, lines, indicators }: Ledger['projects'][number],
  year: number,
): Promise<void> {
  const roles: readonly Role[] = ['project-owner', 'department-finance', 'bureau-office'];
  const by = (personId: number) => ({ ...TERMINAL, personId, person: `人${personId}`, roles });
  const id = await openWork(store, { process: 'project', unitId, year, title }, by(1));
  const plan = lines.map((line) => ({ ...line, year }));
  const application = { class: 'department', isNew: false, from: year, to: year + 1, plan, indicators } as const;
  await saveApplication(store, id, { revision: 0, application }, by(1));
  for (const [i, event] of ['apply', 'pass', 'store'].entries()) {
    const { revision } = (await getWork(store.db, id, `${year}-06-01`))!;
    await takeStep(store, id, { event, revision, facts: Object.keys(CONDITIONS) as Condition[] }, by(i + 1));
  }
}
