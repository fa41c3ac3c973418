/** Rounds in the store: versions that stand, steps one at a time, control figures, and the invariants over any sequence of actions. */
import type { Role } from '@mingsuan/core/process/roles';
import { ROUND } from '@mingsuan/core/process/rounds';
import { CONDITIONS, type Condition } from '@mingsuan/core/process/transition-table';
import {
  ChangeRefused,
  controlFigures,
  dayOf,
  getWork,
  hashOfContent,
  issueControl,
  openWork,
  rolesOf,
  saveVersion,
  searchAudit,
  takeStep,
  verifyAudit,
  type Worker,
  workContent,
  workHistory,
  workVersions,
} from '@mingsuan/store';
import fc from 'fast-check';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { type Backend, empty } from '../support/backends.ts';
import { type Office, officeIn } from '../support/office.ts';

const ALL = Object.keys(CONDITIONS) as Condition[];
const DOCUMENT = { number: '财预〔2026〕1号', date: '2026-02-10' };
const DAY = dayOf(new Date());

export function workCases(backend: () => Backend): void {
  const store = () => backend().store;
  const worker = async (personId: number, unit: number): Promise<Worker> => ({
    personId,
    person: `人${personId}`,
    address: '10.0.0.1',
    roles: (await rolesOf(store().db, personId, DAY)).get(unit) ?? [],
  });
  const stands = async (id: number) => (await getWork(store().db, id, DAY))!;

  async function begun(): Promise<Office & { readonly id: number; readonly clerk: Worker }> {
    const office = await officeIn(store());
    const clerk = await worker(await office.person('clerk', 'unit-clerk'), office.unit);
    const id = await openWork(store(), { process: 'round', unitId: office.unit, year: 2026 }, clerk);
    return { ...office, id, clerk };
  }

  it('a budget goes up, is returned once, and is approved; the trail tells it as a story', async () => {
    const { id, clerk, unit, department, person } = await begun();
    const by = async (login: string, ...roles: Role[]) => worker(await person(login, ...roles), unit);
    const head = await by('head', 'unit-head');
    const finance = await by('finance', 'department-finance');
    const office = await by('office', 'bureau-office');
    const budget = await by('budget', 'bureau-budget');
    const go = async (who: Worker, event: string, more = {}) =>
      takeStep(store(), id, { event, revision: (await stands(id)).revision, facts: ALL, ...more }, who);
    await saveVersion(store(), id, { revision: 0, content: { a: 1, b: 2 } }, clerk);
    // The same content is no other version, whatever the order of its keys.
    expect(await saveVersion(store(), id, { revision: 1, content: { b: 2, a: 1 } }, clerk)).toMatchObject({
      version: 1,
    });
    await expect(go(clerk, 'submit', { facts: [] })).rejects.toThrow('还有错误级的问题没有改正，不能送审。');
    await go(clerk, 'submit');
    await expect(go({ ...clerk, roles: ['unit-head'] }, 'pass')).rejects.toThrow('自己送出的不能由自己通过');
    await expect(saveVersion(store(), id, { revision: 2, content: {} }, clerk)).rejects.toThrow('不能这样做');
    const fields = [{ field: 'basic', reason: '公用经费偏大' }];
    await go(head, 'return', { reason: '公用经费偏大', fields });
    await saveVersion(store(), id, { revision: 3, content: { a: 1 } }, clerk);
    await go(clerk, 'submit');
    await go(head, 'pass');
    await go(finance, 'pass');
    await go(office, 'pass');
    await go(budget, 'next-round');
    expect(await stands(id)).toMatchObject({ state: 'draft', round: 2, version: 2 });
    await go(clerk, 'submit');
    for (const who of [head, finance, office]) await go(who, 'pass');
    await expect(go(budget, 'approve')).rejects.toThrow('批复要有文号和日期。');
    await go(budget, 'approve', { document: DOCUMENT });
    expect(await stands(id)).toMatchObject({
      state: 'approved',
      round: 2,
      version: 2,
      unitCode: '302001',
      departmentId: department,
    });
    expect((await workVersions(store().db, id)).map(({ number, round }) => [number, round])).toEqual([
      [1, 1],
      [2, 1],
    ]);
    expect(await workContent(store().db, id, 1)).toEqual({
      content: { a: 1, b: 2 },
      hash: hashOfContent({ a: 1, b: 2 }),
    });
    const history = await workHistory(store().db, id);
    expect(history.find(({ event }) => event === 'return')).toMatchObject({
      reason: '公用经费偏大',
      fields,
      role: 'unit-head',
    });
    expect(history.at(-1)).toMatchObject({ document: DOCUMENT, content: hashOfContent({ a: 1 }) });
    const { items } = await searchAudit(store(), { kind: 'work' });
    expect(items.map(({ title }) => title.replace(/^.*?：/, '')).reverse()).toEqual([
      '建立2026 年预算',
      '2026 年预算（一上第 1 版）修改',
      '2026 年预算（一上第 1 版）送审',
      '2026 年预算（一上第 1 版）退回，公用经费偏大',
      '2026 年预算（一上第 2 版）修改',
      '2026 年预算（一上第 2 版）送审',
      '2026 年预算（一上第 2 版）通过',
      '2026 年预算（一上第 2 版）通过',
      '2026 年预算（一上第 2 版）审定',
      '2026 年预算（一上第 2 版）转入下一轮',
      '2026 年预算（二上第 2 版）送审',
      '2026 年预算（二上第 2 版）通过',
      '2026 年预算（二上第 2 版）通过',
      '2026 年预算（二上第 2 版）审定',
      '2026 年预算（二上第 2 版）批复',
    ]);
    for (const table of ['work_versions', 'work_history'])
      await expect(sql`delete from ${sql.table(table)}`.execute(store().db)).rejects.toThrow('only added to');
  });

  it('of many who act at once upon what they saw, one does; the others are told who was quicker', async () => {
    const { id, clerk, unit, person } = await begun();
    const other = await worker(await person('other', 'unit-clerk'), unit);
    const saves = await Promise.allSettled(
      [clerk, other, clerk, other].map((who, i) => saveVersion(store(), id, { revision: 0, content: { i } }, who)),
    );
    expect(saves.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const save of saves) {
      if (save.status === 'fulfilled') continue;
      expect(save.reason).toBeInstanceOf(ChangeRefused);
      expect(save.reason.message).toMatch(/^人\d+刚刚修改过，请刷新后看过再做。$/);
    }
    expect(await stands(id)).toMatchObject({ version: 1, revision: 1 });
    expect(await workVersions(store().db, id)).toHaveLength(1);
    await expect(openWork(store(), { process: 'round', unitId: unit, year: 2026 }, clerk)).rejects.toThrow('已有');
    await expect(
      openWork(store(), { process: 'round', unitId: unit, year: 2027 }, { ...clerk, roles: [] }),
    ).rejects.toThrow('经办');
  });

  it('a project of the library goes through its own table', async () => {
    const { unit, person } = await officeIn(store());
    const owner = await worker(await person('owner', 'project-owner'), unit);
    const finance = await worker(await person('finance', 'department-finance'), unit);
    const id = await openWork(store(), { process: 'project', unitId: unit, year: 2026, title: '烈士陵园维修' }, owner);
    await saveVersion(store(), id, { revision: 0, content: { name: '烈士陵园维修' } }, owner);
    const office = await worker(await person('office', 'bureau-office'), unit);
    await takeStep(store(), id, { event: 'apply', revision: 1, facts: ALL }, owner);
    await expect(takeStep(store(), id, { event: 'pass', revision: 1 }, finance)).rejects.toThrow('刚刚申报过');
    // A department checks; what is stored the bureau has appraised.
    expect(await takeStep(store(), id, { event: 'pass', revision: 2 }, finance)).toMatchObject({ state: 'appraisal' });
    await expect(takeStep(store(), id, { event: 'store', revision: 3, facts: ALL }, finance)).rejects.toThrow(
      '财政业务处',
    );
    expect(await takeStep(store(), id, { event: 'store', revision: 3, facts: ALL }, office)).toMatchObject({
      state: 'stored',
    });
  });

  it('control figures are issued to the department and split within them', async () => {
    const { department, unit, sibling, person } = await officeIn(store());
    const budget = await worker(await person('budget', 'bureau-budget'), department);
    const finance = await worker(await person('finance', 'department-finance'), unit);
    const figure = (fen: number) => [
      {
        year: 2026,
        fund: 'general-public',
        class: 'project' as const,
        fen,
        documentNumber: '财预〔2025〕9号',
        documentDate: '2025-11-01',
      },
    ];
    await expect(issueControl(store(), department, figure(100), finance)).rejects.toThrow('财政预算处');
    await issueControl(store(), department, figure(100), budget);
    await issueControl(store(), unit, figure(60), finance);
    await expect(issueControl(store(), sibling, figure(50), finance)).rejects.toThrow('超过了部门的控制数');
    await issueControl(store(), unit, figure(40), finance);
    await issueControl(store(), sibling, figure(50), finance);
    const standing = await controlFigures(store().db, [department, unit, sibling], 2026);
    expect(standing.map(({ fen }) => fen)).toEqual([100, 40, 50]);
  });

  it('no sequence of actions by any set of roles breaks the invariants', { timeout: 120_000 }, async () => {
    const ROLES_OF: readonly Role[] = [
      'unit-clerk',
      'unit-head',
      'department-finance',
      'bureau-office',
      'bureau-budget',
    ];
    const reached = new Set<string>();
    const attempt = fc.record({
      who: fc.nat({ max: 4 }),
      event: fc.oneof(
        { arbitrary: fc.nat({ max: 9 }), weight: 4 },
        fc.constantFrom('edit', 'pass', 'return', 'withdraw'),
      ),
      behind: fc.oneof({ arbitrary: fc.constant(0), weight: 6 }, fc.constant(1)),
      content: fc.nat({ max: 3 }),
    });
    const everybody = fc.oneof(fc.constant(ROLES_OF), fc.subarray([...ROLES_OF]));
    await fc.assert(
      fc.asyncProperty(
        fc.tuple(everybody, everybody, everybody, everybody, everybody),
        fc.array(attempt, { maxLength: 40, size: 'max' }),
        async (roles, attempts) => {
          await empty(store());
          const office = await officeIn(store());
          const people = await Promise.all(roles.map((held, i) => office.person(`p${i}`, ...held)));
          const workers = await Promise.all(people.map((one) => worker(one, office.unit)));
          const opener = workers.find((one) => one.roles.includes('unit-clerk'));
          if (!opener) return;
          const id = await openWork(store(), { process: 'round', unitId: office.unit, year: 2026 }, opener);
          let saved = 0;
          for (const { who, event: chosen, behind, content } of attempts) {
            const { state, revision } = await stands(id);
            const able = ROUND.transitions.filter(({ from, to }) => from === state && to !== 'draft');
            const event = typeof chosen === 'string' ? chosen : (able[0]?.event ?? 'edit');
            const at = revision - behind;
            const doing =
              event === 'edit'
                ? saveVersion(store(), id, { revision: at, content: { content } }, workers[who]!)
                : takeStep(
                    store(),
                    id,
                    { event, revision: at, facts: ALL, reason: '口径不同', document: DOCUMENT },
                    workers[who]!,
                  );
            const done = await doing.catch((error: unknown) => expect(error).toBeInstanceOf(ChangeRefused));
            if (done && 'revision' in done && done.revision > revision) {
              expect(behind).toBe(0);
              saved++;
            }
          }
          const history = await workHistory(store().db, id);
          const versions = await workVersions(store().db, id);
          const item = await stands(id);
          // Nothing that was acknowledged is missing, and nothing else is there.
          expect(history.map(({ number }) => number)).toEqual(Array.from({ length: saved }, (_, i) => i + 1));
          expect(item).toMatchObject({ revision: saved, version: versions.length });
          history.forEach((entry, i) => {
            const before = history[i - 1];
            reached.add(entry.to);
            expect(workers.find(({ personId }) => String(personId) === entry.person)!.roles).toContain(entry.role);
            expect(entry.from).toBe(before?.to ?? 'draft');
            if (entry.version > 0) expect(entry.content).toBe(versions[entry.version - 1]!.hash);
            // Money changes only by a new version, and only in a draft.
            if (entry.from !== 'draft')
              expect([entry.content, entry.version]).toEqual([before!.content, before!.version]);
            if (['pass', 'return', 'approve'].includes(entry.event)) {
              const begun = history.slice(0, i).findLastIndex((one) => one.to === 'draft' && one.from !== 'draft');
              expect(history.slice(begun + 1, i).map(({ person }) => person)).not.toContain(entry.person);
            }
          });
          expect((await verifyAudit(store())).broken).toBeUndefined();
          expect((await searchAudit(store(), { kind: 'work', limit: 500 })).items).toHaveLength(saved + 1);
        },
      ),
      { numRuns: 20, seed: 14 },
    );
    expect([...reached].sort()).toEqual(Object.keys(ROUND.states).sort());
  });
}
