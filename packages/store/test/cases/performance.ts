/** The year of an approved budget in the store: authority lines, entries that stand, tasks opened at once. */
import type { Role } from '@mingsuan/core/process/roles';
import {
  authorise,
  countTasks,
  dayOf,
  enterExecution,
  executionEntries,
  executionItem,
  executionOf,
  explainExecution,
  listTasks,
  openExecution,
  openTasks,
  replaceResults,
  rolesOf,
  saveTask,
  searchAudit,
  takeStep,
  verifyAudit,
  type Worker,
  workContent,
  workHistory,
} from '@mingsuan/store';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import type { Backend } from '../support/backends.ts';
import { officeIn } from '../support/office.ts';
import { type Asked, rowsRead } from '../support/rows-read.ts';

const DOCUMENT = { number: '财预〔2026〕1号', date: '2026-02-10' };
const DAY = dayOf(new Date());
const LINE = {
  unit: '',
  project: '网站运维',
  functional: '2010302',
  fund: 'general-public',
  document: DOCUMENT.number,
} as const;

export function performanceCases(backend: () => Backend): void {
  const store = () => backend().store;

  async function begun() {
    const office = await officeIn(store());
    const by = async (login: string, ...roles: Role[]): Promise<Worker> => {
      const personId = await office.person(login, ...roles);
      const held = (await rolesOf(store().db, personId, DAY)).get(office.unit) ?? [];
      return { personId, person: `人${login}`, address: '10.0.0.1', roles: held };
    };
    const budget = await by('budget', 'bureau-budget');
    const id = await openExecution(store(), { unitId: office.unit, year: 2026 }, budget);
    const lines = [
      { ...LINE, id: 'Z1', amount: 1000 },
      { ...LINE, id: 'Z2', project: '宣传', amount: 500 },
    ];
    await authorise(store(), id, lines, { revision: 0, document: DOCUMENT }, budget);
    const stands = async () => (await executionItem(store().db, office.unit, 2026, DAY))!;
    return { office, by, budget, id, stands, clerk: await by('clerk', 'unit-clerk') };
  }

  it('lines come from an approval, entries are steps, and nothing is paid beyond what is available', async () => {
    const { id, budget, clerk, stands } = await begun();
    await expect(
      authorise(store(), id, [{ ...LINE, id: 'Z1', amount: 1 }], { revision: 1, document: DOCUMENT }, budget),
    ).rejects.toThrow('已经下达');
    const enter = async (event: 'pay' | 'commit' | 'adjust' | 'accept', entries: object[], who = clerk, more = {}) =>
      enterExecution(
        store(),
        id,
        { event, revision: (await stands()).revision, entries: entries as never, ...more },
        who,
      );
    await enter('commit', [{ line: 'Z1', month: 2, fen: 600, contract: 'H1' }]);
    await expect(enter('pay', [{ line: 'Z1', month: 3, fen: 401 }])).rejects.toThrow('加合同未付数超过调整后的指标数');
    await expect(enter('pay', [{ line: 'Z9', month: 3, fen: 1 }])).rejects.toThrow('没有编号为“Z9”的指标');
    await enter('pay', [{ line: 'Z1', month: 3, day: '2026-03-02', fen: 300, contract: 'H1' }]);
    await expect(
      enter('adjust', [{ line: 'Z1', month: 4, fen: -100, change: 'transfer' }], budget, {
        reason: '调剂',
        document: DOCUMENT,
      }),
    ).rejects.toThrow('调出数和调入数不相等');
    await expect(enter('adjust', [{ line: 'Z1', month: 4, fen: -100, change: 'cut' }], budget)).rejects.toThrow(
      '调整指标要写明理由',
    );
    await enter(
      'adjust',
      [
        { line: 'Z1', month: 4, fen: -100, change: 'transfer' },
        { line: 'Z2', month: 4, fen: 100, change: 'transfer' },
      ],
      budget,
      { reason: '调剂', document: DOCUMENT },
    );
    await expect(enter('pay', [{ line: 'Z1', month: 3, fen: 1 }], budget)).rejects.toThrow('要由单位经办来做');
    await enter('accept', [{ month: 5, day: '2026-05-06', fen: 600, contract: 'H1' }]);
    const { execution } = await executionOf(store().db, [id]);
    expect(execution.lines.map(({ id: line, amount, unit }) => [line, amount, unit])).toEqual([
      ['Z1', 1000, '退役军人事务局本级'],
      ['Z2', 500, '退役军人事务局本级'],
    ]);
    expect(execution.payments).toEqual([{ line: 'Z1', month: 3, amount: 300, contract: 'H1' }]);
    expect(execution.acceptances).toEqual([{ contract: 'H1', date: '2026-05-06', amount: 600 }]);
    const [newest] = await executionEntries(store().db, id, 'Z2');
    const history = await workHistory(store().db, id);
    expect(history.find(({ number }) => number === newest!.step)).toMatchObject({
      event: 'adjust',
      reason: '调剂',
      personName: '人budget',
    });
    for (const table of ['authority_lines', 'execution_entries'])
      await expect(sql`delete from ${sql.table(table)}`.execute(store().db)).rejects.toThrow('only added to');
    expect((await verifyAudit(store())).broken).toBeUndefined();
    const { items } = await searchAudit(store(), { kind: 'work', q: '记支付' });
    expect(items[0]!.after).toMatchObject({ entries: 1, fen: 300 });
  });

  it('of two who enter upon the same sight one is told; what is closed takes nothing more', async () => {
    const { id, clerk, by, stands } = await begun();
    const pay = (fen: number) =>
      enterExecution(store(), id, { event: 'pay', revision: 1, entries: [{ line: 'Z1', month: 1, fen }] }, clerk);
    const both = await Promise.allSettled([pay(1), pay(2)]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await explainExecution(
      store(),
      id,
      [
        { project: '宣传', cause: '招标推迟' },
        { project: '宣传', cause: '合同已签' },
      ],
      { revision: 2 },
      clerk,
    );
    expect((await executionOf(store().db, [id])).words).toEqual([
      { unit: '退役军人事务局本级', project: '宣传', cause: '合同已签' },
    ]);
    await takeStep(store(), id, { event: 'hand-in', revision: 3 }, clerk);
    await takeStep(store(), id, { event: 'close', revision: 4 }, await by('bureau', 'bureau-office'));
    expect((await stands()).state).toBe('closed');
    await expect(
      enterExecution(store(), id, { event: 'pay', revision: 5, entries: [{ line: 'Z1', month: 1, fen: 1 }] }, clerk),
    ).rejects.toThrow('已结账');
  });

  it('a stopped project pays nothing until its warning is answered', async () => {
    const { office, id, clerk, by, stands } = await begun();
    const watcher = await by('watcher', 'performance-office');
    const task = {
      unitId: office.unit,
      year: 2026,
      title: '网站运维：4 月预警',
      project: '网站运维',
      month: 4,
      due: '2026-05-15',
      content: { message: '慢' },
    };
    await expect(openTasks(store(), 'warning', [task], clerk)).rejects.toThrow('要由绩效处或财政业务处来建');
    const [warning] = await openTasks(store(), 'warning', [task, { ...task, unitId: office.sibling }], watcher);
    // What is there is not made again.
    expect(await openTasks(store(), 'warning', [task], watcher)).toEqual([]);
    expect(await workContent(store().db, warning!, 1)).toMatchObject({ content: { message: '慢' } });
    const bureau = await by('bureau', 'bureau-office');
    await takeStep(store(), warning!, { event: 'stop', revision: 0, reason: '逾期没有答复' }, bureau);
    const pay = async (line: string) =>
      enterExecution(
        store(),
        id,
        { event: 'pay', revision: (await stands()).revision, entries: [{ line, month: 5, fen: 1 }] },
        clerk,
      );
    await expect(pay('Z1')).rejects.toThrow('项目“网站运维”已暂停拨款');
    await pay('Z2');
    await takeStep(store(), warning!, { event: 'answer', revision: 1, reason: '六月付清' }, clerk);
    await takeStep(store(), warning!, { event: 'close', revision: 2 }, watcher);
    await pay('Z1');
    const units = [office.unit, office.sibling];
    expect(await listTasks(store().db, { process: 'warning', units, states: ['given'] })).toMatchObject([
      { unitId: office.sibling, due: '2026-05-15' },
    ]);
    const counts = await countTasks(store().db, { units, year: 2026 }, '2026-06-01');
    expect(counts.all.map(({ state, count, late }) => [state, count, late]).sort()).toEqual([
      ['closed', 1, 1],
      ['given', 1, 1],
    ]);
  });

  it('a board reads as many rows of forty projects as of ten, and counts again what changed', async () => {
    const office = await officeIn(store());
    const personId = await office.person('watcher', 'performance-office');
    const roles = (await rolesOf(store().db, personId, DAY)).get(office.unit)!;
    const worker: Worker = { personId, person: '绩效处', address: '', roles };
    const tasks = (from: number, to: number) =>
      Array.from({ length: to - from }, (_, i) => ({
        unitId: office.unit,
        year: 2026,
        title: `项目${from + i}：绩效监控`,
        project: `项目${from + i}`,
        month: 7,
        due: '2026-08-31',
        content: {},
        result: { profile: 'national-2020', light: 'green', budget: 100, executed: 40 } as const,
      }));
    const ask = ({ db }: Parameters<Asked>[0]) => countTasks(db, { units: [office.unit], year: 2026 }, '2026-09-01');
    const counted = () => ask(store());
    const [first] = await openTasks(store(), 'monitoring', tasks(0, 10), worker);
    await ask(store());
    const small = await rowsRead(store(), ask);
    await openTasks(store(), 'monitoring', tasks(10, 40), worker);
    const { all, byUnit } = await counted();
    expect(all).toMatchObject([{ state: 'draft', light: 'green', count: 40, late: 40, executed: 1600 }]);
    expect(byUnit).toMatchObject([{ unitId: office.unit, isLast: true, light: 'green', count: 40 }]);
    expect(await rowsRead(store(), ask)).toBe(small);
    await replaceResults(store(), [{ id: first!, result: { profile: 'national-2020', light: 'red' } }]);
    expect((await counted()).all.map(({ light, count }) => `${light} ${count}`).sort()).toEqual(['green 39', 'red 1']);
  });

  it('kept counts equal a fresh count after whatever was opened, filled in, passed on and scored again', async () => {
    const office = await officeIn(store());
    const personId = await office.person('watcher', 'performance-office', 'project-owner');
    const units = [office.unit, office.sibling];
    const roles = (await rolesOf(store().db, personId, DAY)).get(office.unit)!;
    const worker: Worker = { personId, person: '绩效处', address: '', roles };
    const fresh = async (unitIds: readonly number[], year: number, day: string) => {
      const tasks = await listTasks(store().db, { units: unitIds, year });
      const standings = new Map<string, number[]>();
      for (const { process, month, state, light, grade, due, project, budget, executed } of tasks) {
        const key = JSON.stringify([process, month, state, light, grade]);
        const [count, late, all, done] = standings.get(key) ?? [0, 0, 0, 0];
        const isLate = due !== null && due < day ? 1 : 0;
        // The money of a whole unit's task is that of its projects once more.
        const [money, spent] = project === null ? [0, 0] : [Number(budget ?? 0), Number(executed ?? 0)];
        standings.set(key, [count! + 1, late! + isLate, all! + money, done! + spent]);
      }
      return [...standings].sort();
    };
    const kept = async (unitIds: readonly number[], year: number, day: string) => {
      const { all } = await countTasks(store().db, { units: unitIds, year }, day);
      return all
        .map(({ process, month, state, light, grade, count, late, budget, executed }): [string, number[]] => [
          JSON.stringify([process, month, state, light, grade]),
          [count, late, Number(budget), Number(executed)],
        ])
        .sort();
    };
    const agree = async () => {
      for (const asked of [units, [office.sibling]])
        expect(await kept(asked, 2026, '2026-05-15')).toEqual(await fresh(asked, 2026, '2026-05-15'));
      expect(await kept(units, 2025, '2026-09-01')).toEqual(await fresh(units, 2025, '2026-09-01'));
    };
    const LIGHTS = ['green', 'yellow', 'red', 'none'] as const;
    const open = (process: 'monitoring' | 'evaluation' | 'warning', from: number, year: number) =>
      openTasks(
        store(),
        process,
        Array.from({ length: 6 }, (_, i) => ({
          unitId: units[(from + i) % 2]!,
          year,
          title: `${process}${from + i}`,
          ...(i % 3 === 1 ? {} : { project: `项目${i}` }),
          ...(process === 'monitoring' ? { month: 1 + ((from + i) % 3) } : {}),
          ...(i % 3 === 0 ? {} : { due: `2026-0${4 + (i % 3)}-30` }),
          content: {},
          ...(i % 4 === 0
            ? {}
            : { result: { profile: 'national-2020', light: LIGHTS[i % 4]!, budget: 7 * i, executed: 3 * i } }),
        })),
        worker,
      );
    await agree();
    const ids = [
      ...(await open('monitoring', 0, 2026)),
      ...(await open('evaluation', 0, 2026)),
      ...(await open('warning', 0, 2026)),
      ...(await open('monitoring', 0, 2025)),
    ];
    await agree();
    await replaceResults(store(), [
      { id: ids[0]!, result: { profile: 'national-2020', light: 'blue', budget: 1, executed: 1 } },
      { id: ids[7]!, result: { profile: 'national-2020', score: '91.00', grade: '优', budget: 10, executed: 9 } },
    ]);
    await agree();
    await saveTask(
      store(),
      ids[1]!,
      { revision: 0, content: { a: 1 } },
      { profile: 'national-2020', light: 'red' },
      worker,
    );
    await takeStep(store(), ids[12]!, { event: 'answer', revision: 0, reason: '六月付清' }, worker);
    await agree();
    await open('monitoring', 4, 2026);
    await agree();
  });
}
