/** Measured indicators: probes of web sites, counters, and what their raw series come to. */
import { z } from '@hono/zod-openapi';
import { id, line, list, year } from '../../contract/shared.ts';
import { day, done } from '../accounts/contract.ts';

export { done };
export const ofPlace = { id, year };
export const params = { id };
export const made = z.object({ id: z.number() }).openapi('MeasureMade');

const told = { project: line.nullable(), indicator: line.nullable() };
const rate = z.string().nullable().openapi({ description: '百分数；没有可数的为 null，不是 0' });

export const probe = z.object({
  id: z.number(),
  unitId: z.number(),
  ...told,
  name: z.string(),
  url: z.string(),
  everyMinutes: z.number(),
  isOn: z.boolean(),
  rules: z.object({ id: z.string(), source: z.string() }),
  visits: z.number(),
  opened: z.number(),
  rate,
  days: z.number(),
  availableDays: z.number(),
  failedWeeks: list(z.string()),
  last: z.object({ at: z.string(), isOpen: z.boolean(), ms: z.number(), note: z.string().nullable() }).nullable(),
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
export const measured = z.object({ probes: list(probe), counters: list(counter) }).openapi('Measured');

export const newProbe = z
  .object({ ...told, name: line.min(1), url: z.string().max(500), everyMinutes: z.number().int().min(1).max(10_080) })
  .openapi('NewProbe');
export const switchQuestion = z.object({ isOn: z.boolean() }).openapi('ProbeSwitch');
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
