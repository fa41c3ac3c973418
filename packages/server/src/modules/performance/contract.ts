/** Monitoring, self-evaluation, rectification and results of the projects of approved budgets. Money in fen. */
import { z } from '@hono/zod-openapi';
import { AMOUNT_KINDS } from '@mingsuan/core/library/amounts';
import { TASK_STANDINGS } from '@mingsuan/store';
import { fen, id, line, list, year } from '../../contract/shared.ts';
import { day, done } from '../accounts/contract.ts';
import { lineState, made, profile } from '../execution/contract.ts';
import { item, itemFields, offers, revision } from '../work/contract.ts';

export { done, item, made };
export const params = { id };
export const ofPlace = { id, year };
const month = z.number().int().min(1).max(12);
const monthAsked = z.coerce.number<string>({ error: '应是 1 到 12' }).int().min(1).max(12).optional();
const words = z.string().trim().max(500, '最多 500 字').optional();

const light = z.enum(['red', 'yellow', 'green', 'blue', 'none']);
const confirmedKind = z.enum(['flow', 'level']);
const taskProcess = z.enum(['monitoring', 'evaluation', 'warning', 'rectification']);

/** What a survey, a probe, a counter or a register says of an indicator, with what it rests on. */
const measurement = z.object({
  indicator: z.string(),
  achieved: z.string(),
  evidence: z.string(),
  series: list(z.object({ name: z.string(), path: z.string() })).openapi({ description: '原始记录（CSV）' }),
});

const code = z.string().openapi({ description: '项目编码' });
export const task = z.object({
  id: z.number(),
  process: taskProcess,
  unitId: z.number(),
  unitCode: z.string(),
  unit: z.string(),
  departmentId: z.number().nullable(),
  year: z.number(),
  title: z.string(),
  project: z.string().nullable().openapi({ description: '项目；单位里有同名的，前面是编码' }),
  code: code.nullable(),
  month: z.number().nullable(),
  due: z.string().nullable(),
  sourceId: z.number().nullable(),
  state: z.string(),
  version: z.number(),
  revision: z.number(),
  changedAt: z.string(),
  profile: z.string().nullable(),
  light: light.nullable(),
  score: z.string().nullable(),
  grade: z.string().nullable(),
  budget: fen.nullable(),
  executed: fen.nullable(),
});
const listed = task.extend({ offices: list(z.string()).openapi({ description: '对其中的指标负责的处室' }) });
export const tasks = list(listed).openapi('PerformanceTasks');
export const todo = list(listed.extend({ offers: list(z.string()) })).openapi('PerformanceTodo');

export const listQuestion = {
  process: taskProcess.optional(),
  month: monthAsked,
  project: line.optional(),
  state: line.optional(),
  light: light.optional(),
  grade: line.optional(),
  office: line.optional().openapi({ description: '责任处室' }),
  standing: z.enum(TASK_STANDINGS).optional().openapi({
    description:
      'open 没有办完，late 逾期，projects 项目的（不含部门整体），scored、unscored 项目里评了分、没有评分的，tracked 每个监控过的项目最近一次',
  }),
  after: z.coerce.number<string>().int().min(0).optional().openapi({ description: '上一页最后一项的编号' }),
};

export const openQuestion = z
  .object({ process: z.enum(['monitoring', 'evaluation']), month: month.optional() })
  .openapi('NewPerformanceTasks');

const money = z.object({
  source: z.string(),
  initial: fen.optional(),
  adjusted: fen.optional(),
  executed: fen.optional(),
});
const indicatorHead = {
  level1: z.string(),
  level2: z.string(),
  name: z.string(),
  target: z.string(),
  office: z.string().nullable().openapi({ description: '责任处室；没有写明的为空' }),
  evidence: z.string(),
};
export const taskAnswer = z
  .object({
    ...itemFields,
    project: z.string().nullable(),
    code: code.nullable(),
    month: z.number().nullable(),
    due: z.string().nullable(),
    sourceId: z.number().nullable(),
    offers,
    waits: list(z.string()).openapi({ description: '要由别人来办的，和为什么' }),
    mayRectify: z.boolean().openapi({ description: '这个人可以把其中的问题列入整改' }),
    profile: profile.nullable(),
    missing: list(z.string()).openapi({ description: '报送前还要填的' }),
    history: list(
      z.object({
        event: z.string(),
        name: z.string(),
        person: z.string(),
        at: z.string(),
        reason: z.string().optional(),
        version: z.number(),
      }),
    ),
    /** 监控 */
    monitoring: z
      .object({
        light,
        budget: z.object({ light, reason: z.string() }),
        funds: list(money),
        expected: fen.nullable(),
        rectification: z.string(),
        rectified: z.string(),
        indicators: list(
          z.object({
            ...indicatorHead,
            light,
            reason: z.string(),
            done: z.string(),
            expected: z.string(),
            causeKind: z.string(),
            cause: z.string(),
            likelihood: z.string(),
            kind: confirmedKind.nullable().openapi({ description: '人定的类型：flow 累计，level 现状；没有定的为空' }),
            guess: z
              .object({ kind: confirmedKind, reason: z.string() })
              .nullable()
              .openapi({ description: '由名称和单位猜的类型；日期、文字不用定，为空' }),
          }),
        ),
      })
      .nullable(),
    /** 自评 */
    evaluation: z
      .object({
        isOverall: z.boolean(),
        funds: list(money),
        goals: list(z.object({ expected: z.string(), achieved: z.string() })),
        tasks: list(
          z.object({ name: z.string(), done: z.string(), budget: fen.nullable(), spent: fen.nullable() }),
        ).openapi({ description: '部门整体的年度主要任务' }),
        indicators: list(
          z.object({
            ...indicatorHead,
            achieved: z.string(),
            weight: z.string(),
            ownWeight: z.boolean().openapi({ description: '分值是目标里写定的，不能改' }),
            cause: z.string(),
          }),
        ),
        conclusion: z.string(),
        problems: z.string(),
        remedies: z.string(),
        parts: list(
          z.object({
            name: z.string(),
            weight: z.string(),
            points: z.string().nullable(),
            own: z.string().nullable().openapi({ description: '自评的分，复评改过的与 points 不同' }),
            formula: z.string(),
          }),
        ),
        total: z.string().nullable(),
        ownTotal: z.string().nullable(),
        grade: z.string().nullable(),
        faults: list(z.string()),
        doubts: list(z.string()).openapi({ description: '得分是否合理，请复核的人看' }),
      })
      .nullable(),
    /** 预警、整改 */
    measured: list(measurement).openapi({
      description: '调查、监测、计数里对应这些指标的数，连同份数、次数',
    }),
    problem: z.record(z.string(), z.unknown()).nullable(),
  })
  .openapi('PerformanceTask');

const amount = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);
export const monitoringQuestion = z
  .object({
    revision,
    expected: amount.optional().openapi({ description: '全年预计执行数' }),
    rectification: words,
    rectified: words,
    indicators: z
      .array(
        z.object({
          done: line.optional(),
          expected: line.optional(),
          causeKind: line.optional(),
          cause: words,
          likelihood: line.optional(),
          kind: confirmedKind.nullable().optional(),
          evidence: words,
        }),
      )
      .max(200),
  })
  .openapi('MonitoringAnswers');

export const evaluationQuestion = z
  .object({
    revision,
    goals: z.array(words).max(100),
    tasks: z.array(words).max(100).optional().openapi({ description: '各项年度主要任务的完成情况' }),
    spent: z.array(amount.nullable()).max(100).optional().openapi({ description: '各项年度主要任务的支出金额' }),
    indicators: z
      .array(z.object({ achieved: line.optional(), weight: line.optional(), cause: words, evidence: words }))
      .max(200),
    conclusion: words,
    problems: words,
    remedies: words,
  })
  .openapi('EvaluationAnswers');

export const reviewQuestion = z
  .object({
    revision,
    reason: z.string().trim().min(1, '请写明复评的意见').max(500),
    parts: z
      .array(
        z.object({ part: z.number().int().min(0).max(500), points: line.min(1), reason: z.string().trim().max(500) }),
      )
      .min(1)
      .max(200),
  })
  .openapi('EvaluationReview');

export const rectifyQuestion = z
  .object({
    problem: z.string().trim().min(1, '请写明问题').max(500),
    demand: z.string().trim().min(1, '请写明要求').max(500),
    due: day,
  })
  .openapi('NewRectification');

export const recomputed = z.object({ all: z.number(), changed: z.number() }).openapi('Recomputed');

const counts = z.record(z.string(), z.number());
export const board = z
  .object({
    name: z.string(),
    year: z.number(),
    profile,
    months: list(z.object({ month, lights: counts, open: z.number(), late: z.number(), all: z.number() })),
    processes: list(z.object({ process: taskProcess, states: counts, late: z.number() })),
    grades: counts,
    money: z.object({ budget: fen, executed: fen }),
    units: list(
      z.object({
        unitId: z.number(),
        name: z.string(),
        lights: counts,
        late: z.number(),
        open: z.number(),
        budget: fen,
        executed: fen,
      }),
    ).openapi({ description: '按最近一次监控' }),
  })
  .openapi('PerformanceBoard');

export const resultsAnswer = z
  .object({
    name: z.string(),
    year: z.number(),
    profile,
    withTargets: z.object({ projects: z.number(), fen }),
    tracked: z.object({ projects: z.number(), fen }),
    evaluated: z.object({
      projects: z.number(),
      budget: fen,
      executed: fen,
      scored: z.number(),
      mean: z.string().optional(),
      grades: counts,
    }),
    problems: z.object({ found: z.number(), corrected: z.number(), open: z.number() }),
    sentences: list(z.string()).openapi({ description: '决算公开里写的话' }),
  })
  .openapi('PerformanceResults');

export const proposalsQuestion = { after: z.coerce.number<string>().int().min(0).default(0) };
export const proposals = z
  .object({
    proposals: list(
      z.object({
        id: z.number().openapi({ description: '自评的编号' }),
        unit: z.string(),
        project: z.string(),
        grade: z.string(),
        use: z.string(),
        name: z.string(),
        last: fen,
        most: fen.optional(),
      }),
    ),
    next: z.number().nullable().openapi({ description: '下一页的 after；没有下一页是 null' }),
  })
  .openapi('ResultProposals', { description: '结果应用：下一年控制数怎样定，一百项自评一页' });

export const targets = list(
  z.object({ unitId: z.number(), unit: z.string(), project: z.string(), code: code.nullable(), fen }),
).openapi('ProjectsWithTargets');

export const indicators = list(
  z.object({
    project: z.string().nullable().openapi({ description: '单位整体的没有项目' }),
    level1: z.string(),
    level2: z.string(),
    name: z.string(),
    target: z.string(),
  }),
).openapi('ApprovedIndicators');

export const accountsQuestion = z
  .object({ ledger: z.record(z.string(), z.unknown()).openapi({ description: '决算台账（docs/schema/ledger.json）' }) })
  .openapi('AccountsLedger');
export const accountsAnswer = z
  .object({ ledger: z.unknown(), profile: z.string() })
  .openapi('AccountsWithResults', { description: '绩效的项目数、金额、等级、平均分、整改数取自当年的结果' });

export const projectParams = { id, year };
export const projectQuestion = { project: line.min(1) };
const amounts = list(z.object({ kind: z.enum(AMOUNT_KINDS), fen, reason: z.string().nullable() }));
export const projectAnswer = z
  .object({
    unitId: z.number(),
    unit: z.string(),
    year: z.number(),
    project: z.string(),
    code: code.nullable(),
    applied: list(
      z.object({
        id: z.number(),
        title: z.string(),
        year: z.number(),
        state: z.string(),
        amounts,
        next: amounts.openapi({ description: '下一年的' }),
      }),
    ),
    budget: z
      .object({
        id: z.number().nullable().openapi({ description: '批复的预算' }),
        goal: z.string(),
        fen,
        indicators: z.number(),
      })
      .nullable(),
    money: z
      .object({ initial: fen, adjusted: fen, paid: fen, committed: fen, available: fen, rate: z.string().optional() })
      .nullable(),
    lines: list(lineState).openapi({ description: '指标，逐笔在 /execution/{单位}/{年}/entries' }),
    contracts: list(z.object({ contract: z.string(), committed: fen, accepted: fen, paid: fen })),
    measured: list(measurement),
    tasks: list(task),
  })
  .openapi('ProjectLife');

export const publicResults = list(
  z.object({
    unit: z.string(),
    project: z.string(),
    year: z.number(),
    score: z.string().nullable(),
    grade: z.string().nullable(),
    budget: fen.nullable(),
    executed: fen.nullable(),
    profile: z.string().nullable(),
  }),
).openapi('PublishedResults');
export const publicQuestion = { year: year.optional() };

export const reportParams = { id, year, format: z.enum(['docx', 'pdf', 'xlsx']) };
export const reportQuestion = { process: z.enum(['monitoring', 'evaluation']), month: monthAsked };
