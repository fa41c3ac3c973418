/** Measured indicators: probes of web sites, counters, and what their raw series come to. */
import { z } from '@hono/zod-openapi';
import { CLOCK_IDS } from '@mingsuan/core/performance/clock-register';
import { COLUMN_KINDS } from '@mingsuan/core/performance/inspection';
import { PROBE_KINDS } from '@mingsuan/store';
import { id, line, list, year } from '../../contract/shared.ts';
import { day, done } from '../accounts/contract.ts';

export { done };
export const ofPlace = { id, year };
export const params = { id };
export const made = z.object({ id: z.number() }).openapi('MeasureMade');

const told = { project: line.nullable(), indicator: line.nullable() };
const rate = z.string().nullable().openapi({ description: '百分数；没有可数的为 null，不是 0' });

const watched = {
  kind: z.enum(PROBE_KINDS).openapi({ description: '打不打得开、死链、栏目更新' }),
  column: z.enum(COLUMN_KINDS).nullable().openapi({ description: '栏目的类别；首页也算一个' }),
  mostDays: z
    .number()
    .int()
    .min(1)
    .max(3660)
    .nullable()
    .openapi({ description: '承诺最多几天更新一次；空着按检查指标' }),
};
export const probe = z.object({
  id: z.number(),
  unitId: z.number(),
  ...told,
  name: z.string(),
  url: z.string(),
  everyMinutes: z.number(),
  ...watched,
  isOn: z.boolean(),
  rules: z.object({ id: z.string(), source: z.string() }),
  opens: z
    .object({
      visits: z.number(),
      opened: z.number(),
      rate,
      days: z.number(),
      availableDays: z.number(),
      failedWeeks: list(z.string()),
      last: z.object({ at: z.string(), isOpen: z.boolean(), ms: z.number(), note: z.string().nullable() }).nullable(),
    })
    .nullable(),
  links: z
    .object({
      looks: z.number(),
      open: z.number(),
      dead: z.number(),
      unknown: z
        .number()
        .openapi({ description: '没有访问的：主机不在允许之列、robots.txt 不许、要登录的；不算在比率里' }),
      rate,
      deadNow: list(z.object({ url: z.string(), why: z.string() }))
        .nullable()
        .openapi({ description: '最近一次的死链' }),
    })
    .nullable(),
  columns: z
    .object({
      looks: z.number(),
      updated: z.number(),
      stale: z.number(),
      unknown: z.number().openapi({ description: '没有读到发布日期的；不算在比率里' }),
      rate,
      state: z.enum(['updated', 'stale', 'unknown']),
      newest: day.nullable(),
    })
    .nullable(),
  note: z.string().nullable(),
});
const site = z.object({
  site: z.string(),
  columns: z.number(),
  told: z.number().openapi({ description: '没有按期更新的动态要闻、通知公告栏目' }),
  other: z.number(),
  home: z.boolean().openapi({ description: '首页没有按期更新' }),
  unknown: z.number(),
  fails: z.boolean().openapi({ description: '达到单项否决的标准' }),
});
export const counter = z.object({
  id: z.number(),
  unitId: z.number(),
  year: z.number(),
  ...told,
  name: z.string(),
  measure: z.string(),
  numerator: z.number(),
  denominator: z.number().nullable(),
  rate,
  values: z.number(),
});
export const measured = z
  .object({ probes: list(probe), sites: list(site), counters: list(counter) })
  .openapi('Measured');

const rule = z.enum(CLOCK_IDS).openapi({ description: '一般留言 5 个、简单留言 1 个、故障 2 个工作日，修复 24 小时' });
export const clock = z.object({
  id: z.number(),
  unitId: z.number(),
  year: z.number(),
  ...told,
  name: z.string(),
  rule,
  counts: z.object({ 'in-time': z.number(), late: z.number(), overdue: z.number(), running: z.number() }),
  numerator: z.number(),
  denominator: z.number().openapi({ description: '办结的和超时未办的；还没有到期的不算' }),
  rate,
  provisional: z.boolean().openapi({ description: '有的期限落在节假日还没有公布的日子' }),
});
export const clocks = list(clock).openapi('Clocks');
export const clockDetail = clock
  .extend({
    matters: list(
      z.object({
        number: z.string(),
        begun: z.string(),
        ended: z.string().nullable(),
        due: z.string(),
        state: z.enum(['in-time', 'late', 'overdue', 'running']),
        provisional: z.boolean(),
        source: z.string(),
      }),
    ),
  })
  .openapi('Clock');
export const newClock = z.object({ ...told, name: line.min(1), rule }).openapi('NewClock');
const moment = z.string().max(40).openapi({ description: '2026-03-02 或 2026-03-02 08:30（中国标准时间）' });
export const clockQuestion = z
  .object({
    source: line.min(1).openapi({ description: '从哪个系统、哪份记录来' }),
    entries: z
      .array(
        z.object({
          number: line.min(1),
          begun: moment.optional(),
          ended: moment.optional(),
          struck: z.boolean().optional().openapi({ description: '登记错了，作废' }),
        }),
      )
      .max(5000)
      .optional(),
    csv: z.string().max(500_000).optional().openapi({ description: '每行：编号,开始,办结；没有办结的空着' }),
  })
  .openapi('ClockEntries');

export const newProbe = z
  .object({
    ...told,
    name: line.min(1),
    url: z.string().max(500),
    everyMinutes: z.number().int().min(1).max(10_080),
    kind: watched.kind.default('opens'),
    column: watched.column.default(null),
    mostDays: watched.mostDays.default(null),
  })
  .openapi('NewProbe');
export const switchQuestion = z.object({ isOn: z.boolean() }).openapi('ProbeSwitch');
export const probeTold = z.object({ ...told, name: line.min(1) }).openapi('ProbeTold');
export const newCounter = z.object({ ...told, name: line.min(1), measure: z.string().max(20) }).openapi('NewCounter');

const whole = z.number().int().min(-Number.MAX_SAFE_INTEGER).max(Number.MAX_SAFE_INTEGER);
export const valuesQuestion = z
  .object({
    source: line.min(1).openapi({ description: '从哪个系统、哪份记录来' }),
    values: z
      .array(z.object({ day, numerator: whole, denominator: whole.optional() }))
      .max(5000)
      .optional(),
    csv: z.string().max(500_000).optional().openapi({ description: '每行：日期,数 或 日期,分子,分母' }),
  })
  .openapi('CounterValues');
export const taken = z.object({ values: z.number() }).openapi('ValuesTaken');
