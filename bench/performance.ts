/**
 * A region's year on PostgreSQL: the board and the lists of 10,000 projects monitored in each of twelve months, and the scores of all its
 * evaluations computed again. `npm run bench performance`; needs PostgreSQL.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EvaluationTask, MonitoringTask } from '@mingsuan/core/performance/task';
import {
  addUnit,
  dayOf,
  grantRole,
  invitePerson,
  maintain,
  type NewTask,
  openStore,
  openTasks,
  rolesOf,
  type Store,
  TERMINAL,
  type UnitKind,
} from '@mingsuan/store';
import { results as resultsService } from '../packages/server/src/modules/performance/results.ts';
import { performance as service } from '../packages/server/src/modules/performance/service.ts';
import { resultOf } from '../packages/server/src/modules/performance/tasks.ts';
import { startPostgres } from '../packages/store/test/support/postgres.ts';

const PROJECTS = Number(process.argv[2] ?? 10_000);
const PER_UNIT = 20;
const UNITS_OF_DEPARTMENT = 10;
const YEAR = 2026;
const MOST_MS = 300;
const MOST_RECOMPUTE_MS = 10_000;
const ROUNDS = 60;
const PROFILE = 'national-2020';
const SINCE = '2020-01-01';

const cell = (fen: number) => ({ fen, text: '', origin: {} });
const LEVELS = [
  ['产出指标', '数量指标'],
  ['产出指标', '质量指标'],
  ['产出指标', '时效指标'],
  ['效益指标', '社会效益指标'],
  ['满意度指标', '满意度指标'],
] as const;
const indicators = (done: (at: number) => object) =>
  LEVELS.map(([level1, level2], at) => ({
    level1,
    level2,
    level3: `${level2}${at}`,
    target: at === 0 ? '≥120个' : '≥90%',
    ...done(at),
    origin: {},
  }));

function monitoring(project: string, month: number, at: number): MonitoringTask {
  const paid = Math.round((1_000_000 * month * (60 + (at % 45))) / 1200);
  return {
    profile: PROFILE,
    month,
    evidence: [],
    form: {
      title: '项目支出绩效运行监控表',
      project,
      funds: [{ source: '年度资金总额', adjusted: cell(1_000_000), executed: cell(paid), origin: {} }],
      indicators: indicators((i) => ({ done: i === 0 ? `${10 * month}个` : `${80 + (at % 20)}%` })),
      origin: {},
    },
  };
}

function evaluation(project: string, at: number): EvaluationTask {
  return {
    profile: PROFILE,
    evidence: [],
    form: {
      title: '项目支出绩效自评表',
      project,
      funds: [{ source: '年度资金总额', adjusted: cell(1_000_000), executed: cell(900_000 + at), origin: {} }],
      goals: [],
      indicators: indicators((i) => ({ achieved: i === 0 ? '120个' : `${80 + (at % 20)}%` })),
      origin: {},
    },
  };
}

async function region(store: Store) {
  const add = (kind: UnitKind, code: string, parentId: number | null) =>
    addUnit(
      store,
      kind,
      { code, name: `${kind}${code}`, parentId, nature: null, isOwnOffice: false, since: SINCE, until: null },
      TERMINAL,
    );
  const top = await add('region', '999900', null);
  const units: number[] = [];
  for (let i = 0; i < Math.ceil(PROJECTS / PER_UNIT / UNITS_OF_DEPARTMENT); i++) {
    const department = await add('department', String(100 + i), top);
    for (let j = 0; j < UNITS_OF_DEPARTMENT; j++)
      units.push(await add('unit', `${100 + i}${String(j).padStart(3, '0')}`, department));
  }
  const { id } = await invitePerson(store, { login: 'office', name: '绩效处' }, TERMINAL);
  const grant = {
    personId: id,
    unitId: top,
    role: 'performance-office',
    deputyOf: null,
    since: SINCE,
    until: null,
  } as const;
  await grantRole(store, grant, TERMINAL);
  return { top, units, personId: id };
}

async function filled(store: Store, { top, units, personId }: Awaited<ReturnType<typeof region>>): Promise<void> {
  const roles = (await rolesOf(store.db, personId, dayOf(new Date()))).get(top)!;
  const worker = { personId, person: '绩效处', address: '', roles };
  const open = async (
    process: 'monitoring' | 'evaluation',
    of: (project: string, at: number) => { content: unknown; more: object },
  ) => {
    for (let from = 0; from < PROJECTS; from += 2000) {
      const tasks = Array.from({ length: Math.min(2000, PROJECTS - from) }, (_, i): NewTask => {
        const at = from + i;
        const project = `项目${at}`;
        const { content, more } = of(project, at);
        const unitId = units[Math.floor(at / PER_UNIT)]!;
        return {
          unitId,
          year: YEAR,
          title: `${project} ${JSON.stringify(more)}`,
          project,
          content,
          result: resultOf(process, content),
          ...more,
        };
      });
      await openTasks(store, process, tasks, worker);
    }
  };
  for (let month = 1; month <= 12; month++)
    await open('monitoring', (project, at) => ({
      content: monitoring(project, month, at),
      more: { month, due: '2026-08-31' },
    }));
  await open('evaluation', (project, at) => ({ content: evaluation(project, at), more: { due: '2027-03-31' } }));
  await maintain(store);
}

/** The median and the slowest twentieth, in milliseconds. */
async function timed(what: () => Promise<unknown>): Promise<{ readonly median: number; readonly p95: number }> {
  const times: number[] = [];
  for (let i = 0; i < ROUNDS; i++) {
    const begun = performance.now();
    await what();
    times.push(performance.now() - begun);
  }
  times.sort((a, b) => a - b);
  return { median: times[ROUNDS >> 1]!, p95: times[Math.ceil(ROUNDS * 0.95) - 1]! };
}

const told = ({ median, p95 }: Awaited<ReturnType<typeof timed>>) =>
  `中位 ${median.toFixed(0)}、p95 ${p95.toFixed(0)} 毫秒`;

const postgres = startPostgres();
if (typeof postgres === 'string') {
  console.log(postgres);
  process.exit(0);
}
const folder = mkdtempSync(join(tmpdir(), 'mingsuan-bench-'));
const store = await openStore({ dataDir: folder, databaseUrl: postgres.createDatabase('bench') });
try {
  const made = await region(store);
  await filled(store, made);
  const office = service({ store });
  const visit = { person: { id: made.personId, name: '绩效处' }, address: '' } as Parameters<typeof office.board>[0];
  const board = await timed(() => office.board(visit, made.top, YEAR));
  const list = await timed(() => office.list(visit, made.top, YEAR, { process: 'monitoring', month: 7, light: 'red' }));
  const todo = await timed(() => office.todo(visit));
  const { get } = resultsService({ store, engine: undefined as never });
  const results = await timed(() => get(visit, made.top, YEAR));
  const begun = performance.now();
  const { all } = await office.recompute(visit, made.top, YEAR);
  const recompute = performance.now() - begun;
  console.log(
    `${PROJECTS} 个项目 × 12 个月：看板${told(board)}，任务${told(list)}，待办${told(todo)}，结果和报告的数${told(results)}；重算 ${all} 个得分 ${(recompute / 1000).toFixed(2)} 秒；负载 ${loadavg()
      .map((load) => load.toFixed(1))
      .join('、')}`,
  );
  if (Math.max(...[board, list, todo, results].map(({ p95 }) => p95)) > MOST_MS || recompute > MOST_RECOMPUTE_MS)
    process.exitCode = 1;
} finally {
  await store.close();
  postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}
