/** Execution of approved budgets: authority lines, what is entered on them, and what they come to. Money in fen. */
import { z } from '@hono/zod-openapi';
import { ADJUSTMENTS } from '@mingsuan/core/performance/execution';
import { ENTRY_KINDS, ENTRY_OF, type EntryEvent } from '@mingsuan/store';
import { fen, id, line, list, year } from '../../contract/shared.ts';
import { day } from '../accounts/contract.ts';
import { documentOf, item, itemFields, offers, revision } from '../work/contract.ts';

export { item };
export const params = { id, year };
const month = z.number().int().min(1).max(12);
export const atMonth = {
  month: z.coerce.number<string>({ error: '应是 1 到 12' }).int().min(1).max(12).optional(),
};
export const ofYear = { year: year.optional() };
const percent = z.string().openapi({ description: '百分数，两位小数；没有预算的没有' });

const project = z.string().openapi({ description: '项目；单位里有同名的，前面是编码' });
const code = z.string().openapi({ description: '项目编码' });
const row = z.object({
  unit: z.string(),
  project,
  code: code.optional(),
  initial: fen,
  adjustment: fen,
  adjusted: fen,
  month: fen.openapi({ description: '本月支出' }),
  cumulative: fen,
  committed: fen,
  available: fen,
  rate: percent.optional(),
  pace: percent,
  gap: percent.optional(),
  lastYear: fen.optional(),
  forecast: fen.optional(),
  cause: z.string().optional(),
});
const fault = z.object({
  code: z.string(),
  line: z.string().optional(),
  message: z.string(),
  provisional: z.boolean().optional().openapi({ description: '期限是暂定的口径' }),
});

export const profile = z
  .object({ id: z.string(), name: z.string(), source: z.string(), provisional: z.string().optional() })
  .openapi('PerformanceProfile');

export const lineState = z.object({
  number: z.string(),
  unit: z.string(),
  project,
  code: code.optional(),
  functional: z.string(),
  economic: z.string().optional(),
  fund: z.string(),
  document: z.string(),
  isLumpSum: z.boolean(),
  initial: fen,
  adjusted: fen,
  planned: fen.optional(),
  paid: fen,
  committed: fen,
  available: fen,
});

export const executionAnswer = z
  .object({
    unitId: z.number(),
    name: z.string(),
    year: z.number(),
    month,
    profile,
    item: z
      .object({ ...itemFields, offers })
      .nullable()
      .openapi({ description: '一个单位的；部门的没有' }),
    mayAuthorise: z.boolean().openapi({ description: '有批复的预算、还没有下达指标，这个人可以下达' }),
    lines: list(lineState),
    rows: list(row),
    total: row,
    faults: list(fault),
    differences: list(z.object({ functional: z.string(), lines: fen, document: fen })).openapi({
      description: '一个单位的：下达的指标和批复的预算不一致的功能科目',
    }),
    mayAdopt: z.number().openapi({ description: '批复的预算调整过，还有几条指标要跟着调整，这个人可以办' }),
    due: list(
      z.object({
        unitId: z.number(),
        project,
        code: code.optional(),
        kind: z.enum(['date', 'gap']),
        message: z.string(),
      }),
    ),
    mayWarn: z.boolean().openapi({ description: '这个人可以发出预警' }),
    warnings: list(
      z.object({ id: z.number(), unit: z.string(), title: z.string(), state: z.string(), due: z.string().nullable() }),
    ),
  })
  .openapi('Execution');

export const executions = list(
  z.object({
    unitId: z.number(),
    code: z.string(),
    name: z.string(),
    kind: z.string(),
    isOpen: z.boolean(),
    total: row,
  }),
).openapi('Executions');

export const authoriseQuestion = z
  .object({
    document: documentOf,
    lumpSums: z
      .array(line.min(1))
      .max(500)
      .optional()
      .openapi({ description: '代编的项目（名称或编码）：以后要细化到单位和项目' }),
  })
  .openapi('Authorise');

export const accountsQuestion = z
  .object({ ledger: z.record(z.string(), z.unknown()).openapi({ description: '决算台账（docs/schema/ledger.json）' }) })
  .openapi('AccountsToReconcile');
export const reconciliation = z
  .object({
    unit: z.string(),
    year: z.number(),
    items: list(
      z.object({
        functional: z.string(),
        budget: fen.nullable().openapi({ description: '批复的年初预算；没有的为 null' }),
        initial: fen.openapi({ description: '下达的指标' }),
        adjusted: fen,
        paid: fen,
        accounts: fen,
      }),
    ),
    differences: list(
      z.object({ at: z.enum(['budget', 'accounts']), functional: z.string(), lines: fen, document: fen }),
    ).openapi({ description: '下达的和批复的、支付的和决算的不一致的功能科目，到分' }),
  })
  .openapi('Reconciliation');

export const adoptQuestion = z
  .object({ revision, month, reason: z.string().trim().min(1, '请写明理由').max(500), document: documentOf })
  .openapi('AdoptAdjustments');

const events = Object.keys(ENTRY_OF) as [EntryEvent, ...EntryEvent[]];
const changes = Object.keys(ADJUSTMENTS) as [keyof typeof ADJUSTMENTS, ...(keyof typeof ADJUSTMENTS)[]];
const amount = z.number().int().min(-Number.MAX_SAFE_INTEGER).max(Number.MAX_SAFE_INTEGER);
export const entriesQuestion = z
  .object({
    revision,
    event: z.enum(events),
    entries: z
      .array(
        z.object({
          line: line.min(1).optional(),
          month,
          day: day.optional(),
          fen: amount,
          contract: line.min(1).optional(),
          change: z.enum(changes).optional(),
        }),
      )
      .min(1)
      .max(1000),
    reason: z.string().trim().max(500, '最多 500 字').optional(),
    document: documentOf.optional(),
  })
  .openapi('ExecutionEntries');

export const wordsQuestion = z
  .object({
    revision,
    words: z
      .array(
        z.object({
          project: line.min(1),
          lastYear: amount.optional(),
          forecast: amount.optional(),
          cause: z.string().trim().max(500).optional(),
        }),
      )
      .min(1)
      .max(500),
  })
  .openapi('ExecutionWords');

export const entries = list(
  z.object({
    id: z.number(),
    kind: z.enum(ENTRY_KINDS),
    line: z.string().nullable(),
    month,
    day: z.string().nullable(),
    fen,
    contract: z.string().nullable(),
    change: z.string().nullable(),
    documentNumber: z.string().nullable(),
    reason: z.string().nullable(),
    origin: z.unknown(),
    person: z.string(),
    at: z.string(),
  }),
).openapi('ExecutionEntryList');
export const ofLine = { line: line.optional() };

const flag = z.enum(['true', 'false']).optional();
export const importQuestion = {
  revision: z.coerce.number<string>({ error: '应是整数' }).int().min(0).max(2_147_483_647),
  preview: flag.openapi({ description: '只看会导入什么，不导入' }),
};
export const importAnswer = z
  .object({
    payments: z.number(),
    fen,
    sums: z.number().openapi({ description: '没有导入的合计行' }),
    faults: list(z.object({ message: z.string(), sheet: z.string().optional(), address: z.string().optional() })),
    first: list(
      z.object({ line: z.string(), month, day: z.string().optional(), fen, contract: z.string().optional() }),
    ),
    item: item.nullable(),
  })
  .openapi('PaymentImport');

export const warningsQuestion = z.object({ month }).openapi('NewWarnings');
export const made = z.object({ made: z.number() }).openapi('TasksMade');

export const reportParams = { ...params, format: z.enum(['docx', 'pdf', 'xlsx']) };
