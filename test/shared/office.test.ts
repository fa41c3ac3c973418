/**
 * The first seed again, as its people would have made it: two units compile, one is returned and mended, the department passes, the
 * bureau settles and approves both rounds; what is published in the end is what was published, cell by cell.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Disclosure } from '@mingsuan/core/disclosure';
import type { Role } from '@mingsuan/core/process/roles';
import { differingCells } from '@mingsuan/core/restore/compare';
import { ledgerFrom } from '@mingsuan/core/restore/restore';
import { readDocument } from '@mingsuan/documents/read';
import { addUnit, grantRole, invitePerson, type Store, searchAudit, TERMINAL, verifyAudit } from '@mingsuan/store';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../packages/server/src/engine/engine.ts';
import { boards } from '../../packages/server/src/modules/work/boards.ts';
import { compiledOf, isCompiled } from '../../packages/server/src/modules/work/compiled.ts';
import { work } from '../../packages/server/src/modules/work/service.ts';
import { openNewStore } from '../../packages/store/test/support/new-database.ts';
import { finished } from './budget-rounds.ts';

const seed = join(import.meta.dirname, '../../../shared/seeds/000_1d0c52cd53116946.txt');
const isThere = existsSync(seed);
if (!isThere) console.log('跳过：没有 ../shared，真实单位的办理测试未运行');

const SINCE = '2020-01-01';
const DOCUMENT = { number: '石财预〔2021〕1号', date: '2021-02-01' };

/** How many cells with a figure the statements of a disclosure have. */
const cellsOf = ({ statements }: Disclosure): number =>
  statements.reduce((sum, { rows }) => sum + rows.reduce((all, { cells }) => all + Object.keys(cells).length, 0), 0);

describe.skipIf(!isThere)('the department of the first seed through the office', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mingsuan-office-'));
  let store: Store;
  beforeAll(async () => {
    store = await openNewStore(folder);
  });
  afterAll(async () => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('comes out cell by cell as published, and the trail tells how', { timeout: 120_000 }, async () => {
    const { disclosures } = await readDocument('seed', new Uint8Array(readFileSync(seed)));
    const [published, ...units] = disclosures as [Disclosure, ...Disclosure[]];
    const service = work({ store });
    const board = boards({ store, engine: undefined as unknown as Engine }, service.step);
    const add = (kind: 'region' | 'department' | 'unit', code: string, name: string, parentId: number | null) =>
      addUnit(
        store,
        kind,
        { code, name, parentId, nature: null, isOwnOffice: code.endsWith('001'), since: SINCE, until: null },
        TERMINAL,
      );
    const person = async (login: string, role: Role, unitId: number) => {
      const { id } = await invitePerson(store, { login, name: login }, TERMINAL);
      await grantRole(store, { personId: id, unitId, role, deputyOf: null, since: SINCE, until: null }, TERMINAL);
      return { person: { id, login, name: login, isAdministrator: false, session: 0 }, address: '10.0.0.1' };
    };
    type Who = Awaited<ReturnType<typeof person>>;
    const region = await add('region', '130100', '石家庄市', null);
    const department = await add('department', '302', published.agency.name, region);
    const finance = await person('finance', 'department-finance', department);
    const office = await person('office', 'bureau-office', region);
    const budget = await person('budget', 'bureau-budget', region);
    const { year } = published;
    const step = async (who: Who, id: number, event: string, more = {}) => {
      const { revision } = await service.get(who, id);
      return service.step(who, id, { event, revision, ...more });
    };

    const made = [];
    for (const unit of units) {
      const code = unit.agency.code!;
      const unitId = await add('unit', code, unit.agency.name, department);
      const clerk = await person(`clerk-${code}`, 'unit-clerk', unitId);
      const head = await person(`head-${code}`, 'unit-head', unitId);
      const { id } = await service.open(clerk, { process: 'round', unitId, year: year! });
      made.push({ unit, unitId, id, clerk, head, ledger: finished(ledgerFrom(unit).ledger) });
    }
    // 302001 first hands up a yuan too much, is returned, and mends it.
    for (const { id, clerk, head, ledger, unit } of made) {
      const isFirst = unit.agency.code === '302001';
      const [line, ...rest] = ledger.basic;
      const more = { ...ledger, basic: [{ ...line!, fen: line!.fen + 100 }, ...rest] };
      await service.save(clerk, id, { revision: 0, content: isFirst ? more : ledger });
      const { errors } = await service.findings(clerk, id);
      if (!isFirst) expect([unit.agency.code, errors]).toEqual([unit.agency.code, []]);
      if (isFirst) {
        expect(errors.length).toBeGreaterThan(0);
        await expect(step(clerk, id, 'submit')).rejects.toThrow('还有错误级的问题');
        await service.save(clerk, id, { revision: 1, content: ledger });
      }
      await step(clerk, id, 'submit');
      if (isFirst) {
        const fields = [{ field: 'texts.duties', reason: '职责与“三定”规定不同' }];
        await step(head, id, 'return', { reason: '请核对职责', fields });
        await step(clerk, id, 'submit');
      }
      await step(head, id, 'pass');
    }
    for (const { id } of made) await step(finance, id, 'pass');
    for (const { id } of made) await step(office, id, 'pass');
    await expect(step(budget, made[0]!.id, 'next-round')).rejects.toThrow('控制数还没有下达，不能转入下一轮。');

    // 一下: what was asked for is the control figure, of the department and split among its units.
    const dated = { year: year!, documentNumber: '石财预〔2020〕30号', documentDate: '2020-11-10' };
    const findings = await Promise.all(made.map(({ clerk, id }) => service.findings(clerk, id)));
    const whole = new Map<string, { fund: string; class: 'personnel' | 'operating' | 'project'; fen: number }>();
    for (const sum of findings.flatMap(({ sums }) => sums)) {
      const key = `${sum.fund} ${sum.class}`;
      whole.set(key, { ...sum, fen: (whole.get(key)?.fen ?? 0) + sum.fen });
    }
    await board.issueControl(
      budget,
      department,
      [...whole.values()].map((sum) => ({ ...sum, ...dated })),
    );
    for (const [i, { unitId }] of made.entries())
      await board.issueControl(
        finance,
        unitId,
        findings[i]!.sums.map((sum) => ({ ...sum, ...dated })),
      );

    // 二上, and 二下: approved.
    for (const { id } of made) await step(budget, id, 'next-round');
    for (const { id, clerk } of made) await step(clerk, id, 'submit');
    for (const { id, head } of made) await step(head, id, 'pass');
    for (const { id } of made) await step(finance, id, 'pass');
    for (const { id } of made) await step(office, id, 'pass');
    for (const { id } of made) await step(budget, id, 'approve', { document: DOCUMENT });
    expect((await service.get(finance, made[0]!.id)).due).toEqual({
      name: '公开部门预算',
      date: '2021-02-21',
      // The calendar does not know that year: the Saturday between was worked.
      lastDay: '2021-02-19',
      days: 0,
      provisional: true,
    });
    for (const { id } of made) await step(finance, id, 'publish');

    // The tables are those that were published.
    const counted: [string, number][] = [];
    for (const { unit, id, clerk } of made) {
      const { version, state, round } = await service.get(clerk, id);
      expect([state, round]).toEqual(['published', 2]);
      const compiled = compiledOf(await service.content(clerk, id, version));
      if (!isCompiled(compiled)) throw new Error('not compiled');
      expect(differingCells(unit, compiled.disclosure)).toEqual([]);
      counted.push([unit.agency.code!, cellsOf(compiled.disclosure)]);
    }
    const { disclosure, problems, units: count } = await board.aggregate(finance, department, year!);
    expect([count, problems]).toEqual([2, []]);
    expect(differingCells(published, disclosure)).toEqual([]);
    counted.push(['302', cellsOf(disclosure)]);
    expect(counted).toEqual([
      ['302001', 208],
      ['302003', 217],
      ['302', 237],
    ]);
    const projects = made.flatMap(({ ledger }) => ledger.projects.flatMap(({ lines }) => lines));
    expect(projects.reduce((sum, { fen }) => sum + fen, 0)).toBe(3_248_910_000);
    // 拟购置固定资产 222.00 are the goods (catalogue A) of what is purchased, 11.00 and 211.00; all purchases are 3,149.20.
    const purchases = made.map(({ ledger }) => ledger.procurement);
    const boughtOf = (isMeant: (code: string) => boolean) =>
      purchases.map((items) =>
        items
          .filter(({ code = '' }) => isMeant(code))
          .flatMap(({ amounts }) => amounts)
          .reduce((sum, { fen }) => sum + fen, 0),
      );
    expect(boughtOf((code) => code.startsWith('A'))).toEqual([11_000_000, 211_000_000]);
    expect(boughtOf(() => true).reduce((sum, fen) => sum + fen, 0)).toBe(3_149_200_000);

    // The trail reads as a story, and nothing is missing in it.
    const { items } = await searchAudit(store, { kind: 'work', subject: made[0]!.id });
    expect(
      [...items].reverse().map(({ person: who, title }) => `${who}：${title.replace(/^.*?：/, '')}`),
    ).toMatchInlineSnapshot(`
      [
        "clerk-302001：建立2021 年预算",
        "clerk-302001：2021 年预算（一上第 1 版）修改",
        "clerk-302001：2021 年预算（一上第 2 版）修改",
        "clerk-302001：2021 年预算（一上第 2 版）送审",
        "head-302001：2021 年预算（一上第 2 版）退回，请核对职责",
        "clerk-302001：2021 年预算（一上第 2 版）送审",
        "head-302001：2021 年预算（一上第 2 版）通过",
        "finance：2021 年预算（一上第 2 版）通过",
        "office：2021 年预算（一上第 2 版）审定",
        "budget：2021 年预算（一上第 2 版）转入下一轮",
        "clerk-302001：2021 年预算（二上第 2 版）送审",
        "head-302001：2021 年预算（二上第 2 版）通过",
        "finance：2021 年预算（二上第 2 版）通过",
        "office：2021 年预算（二上第 2 版）审定",
        "budget：2021 年预算（二上第 2 版）批复",
        "finance：2021 年预算（二上第 2 版）公开",
      ]
    `);
    expect((await verifyAudit(store)).broken).toBeUndefined();
  });
});
