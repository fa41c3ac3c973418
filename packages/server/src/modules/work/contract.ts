/** Budgets in their rounds and projects of the library: what is asked and answered. */
import { z } from '@hono/zod-openapi';
import { ADJUSTMENTS, type AdjustmentKind } from '@mingsuan/core/process/adjustments';
import { PROGRESS, type Progress } from '@mingsuan/core/process/progress';
import { CONDITIONS, type Condition } from '@mingsuan/core/process/transition-table';
import { type AnyProcess, CONTROL_CLASSES, PROCESSES } from '@mingsuan/store';
import { fen, id, line, list, year } from '../../contract/shared.ts';
import { day, done, role } from '../accounts/contract.ts';

export { done };

const number = z.number().int().min(1).max(2_147_483_647);
const process = z.enum(['round', 'project']);
const anyProcess = z.enum(Object.keys(PROCESSES) as [AnyProcess, ...AnyProcess[]]);
const conditions = Object.keys(CONDITIONS) as [Condition, ...Condition[]];

export const offers = list(
  z.object({
    event: z.string(),
    name: z.string(),
    needs: list(z.enum(['reason', 'document'])).optional(),
    conditions: list(z.enum(conditions)).optional(),
  }),
).openapi({ description: '这个人现在能做的' });

export const itemFields = {
  id: z.number(),
  process: anyProcess,
  unitId: z.number(),
  unitCode: z.string(),
  unit: z.string(),
  departmentId: z.number().nullable(),
  year: z.number(),
  title: z.string(),
  state: z.string(),
  round: z.number(),
  version: z.number().openapi({ description: '现在的一版；0 是还没有' }),
  revision: z.number().openapi({ description: '改动、送审时要写的，说明看到的是哪一步' }),
  changedAt: z.string(),
};
export const item = z.object(itemFields).openapi('WorkItem');
const returned = z
  .object({ person: z.string(), reason: z.string() })
  .nullable()
  .openapi({ description: '退回以后还没有再送审的：谁退回、为什么' });
export const items = list(z.object({ ...itemFields, offers, returned })).openapi('WorkList');

const fieldReasons = list(z.object({ field: line.min(1), reason: z.string().trim().min(1).max(500) }));
export const documentOf = z.object({ number: line.trim(), date: day });

const adjustmentKind = z.enum(Object.keys(ADJUSTMENTS) as [AdjustmentKind, ...AdjustmentKind[]]);
export const newAdjustment = z.object({ kind: adjustmentKind }).openapi('NewAdjustment');

export const workAnswer = z
  .object({
    ...itemFields,
    offers,
    waits: list(z.string()).openapi({ description: '要等别的事的：现在为什么还不能做' }),
    due: z
      .object({
        name: z.string(),
        date: z.string(),
        lastDay: z.string().openapi({ description: '到期以前的最后一个工作日' }),
        days: z.number().openapi({ description: '到那天为止还有几个工作日，今天算在内' }),
        provisional: z.boolean(),
      })
      .nullable(),
    base: z
      .object({ id: z.number(), kind: adjustmentKind, version: z.number(), fault: z.string().nullable() })
      .nullable()
      .openapi({ description: '调整件：调整的是哪项预算的哪一版；fault 是与种类不符的地方' }),
    adjustments: list(z.object({ id: z.number(), title: z.string(), state: z.string(), kind: adjustmentKind })),
    mayAdjust: list(adjustmentKind).openapi({ description: '这个人现在能提出的调整' }),
    publication: z
      .object({ version: z.number(), at: z.string(), disclosureId: z.number().nullable() })
      .nullable()
      .openapi({ description: '公开了哪一版，在门户里是哪一份' }),
    versions: list(
      z.object({ number: z.number(), round: z.number(), hash: z.string(), person: z.string(), at: z.string() }),
    ),
    history: list(
      z.object({
        number: z.number(),
        event: z.string(),
        name: z.string(),
        person: z.string(),
        role,
        from: z.string(),
        to: z.string(),
        at: z.string(),
        round: z.number(),
        version: z.number(),
        content: z.string(),
        reason: z.string().optional(),
        fields: fieldReasons,
        document: z.object({ number: z.string(), date: z.string() }).optional(),
      }),
    ),
  })
  .openapi('WorkAnswer');

export const params = { id };
export const versionParams = { id, number: id };
export const ofYear = { id, year };
export const newItem = z
  .object({ process, unitId: number, year: z.number().int().min(1949).max(2200), title: line.optional() })
  .openapi('NewWork');
export const made = z.object({ id: z.number() }).openapi('WorkMade');

export const revision = z.number().int().min(0).max(2_147_483_647);
export const versionQuestion = z
  .object({
    revision,
    content: z.record(z.string(), z.unknown()).openapi({ description: '预算台账（docs/schema/ledger.json），或项目' }),
  })
  .openapi('WorkVersion');
export const content = z.object({ hash: z.string(), content: z.unknown() }).openapi('WorkContent');

export const stepQuestion = z
  .object({
    revision,
    event: line,
    reason: z.string().trim().max(500, '最多 500 字').optional(),
    fields: fieldReasons.optional(),
    document: documentOf.optional(),
  })
  .openapi('WorkStep');

export const between = { from: id, to: id };
export const differences = list(
  z.object({
    part: z.string(),
    label: z.string(),
    before: fen.optional(),
    after: fen.optional(),
    change: fen.optional(),
    was: z.string().optional(),
    now: z.string().optional(),
  }),
).openapi('WorkDifferences', { description: 'before、after 是金额；文字、数量等其他内容逐格写在 was、now' });

const controlClass = z.enum(CONTROL_CLASSES);
const sums = list(z.object({ fund: z.string(), class: controlClass, fen }));
const control = list(
  z.object({
    unitId: z.number(),
    year: z.number(),
    fund: z.string(),
    class: controlClass,
    fen,
    documentNumber: z.string(),
    documentDate: z.string(),
  }),
);
export const findings = z.object({ errors: list(z.string()), sums, control }).openapi('WorkFindings');

const progress = z.enum(Object.keys(PROGRESS) as [Progress, ...Progress[]]);
const counts = z.object(
  Object.fromEntries(Object.keys(PROGRESS).map((id) => [id, z.number()])) as Record<Progress, z.ZodNumber>,
);
export const overview = list(
  z.object({
    departmentId: z.number(),
    code: z.string(),
    name: z.string(),
    units: z.number(),
    counts,
    late: z.number(),
    sums,
    control,
  }),
).openapi('WorkOverview');

const round = z.number().int().min(1).max(2);
export const board = z
  .object({
    departmentId: z.number(),
    name: z.string(),
    control,
    deadlines: list(z.object({ round: z.number(), due: z.string() })),
    may: z.object({
      issueControl: z.boolean(),
      splitControl: z.boolean(),
      setDeadline: z.boolean(),
      remind: z.boolean(),
    }),
    units: list(
      z.object({
        unitId: z.number(),
        code: z.string(),
        name: z.string(),
        item: item.nullable(),
        offers,
        progress,
        due: z.string().nullable(),
        isLate: z.boolean(),
        returned: z.object({ person: z.string(), reason: z.string(), at: z.string(), event: z.string() }).nullable(),
        reminded: z.object({ person: z.string(), at: z.string() }).nullable(),
        sums,
        control,
      }),
    ),
  })
  .openapi('WorkBoard');

export const manySteps = z
  .object({
    event: line,
    reason: z.string().trim().max(500, '最多 500 字').optional(),
    document: documentOf.optional(),
    items: z
      .array(z.object({ id: number, revision }))
      .min(1)
      .max(500),
  })
  .openapi('WorkManySteps');
export const manyDone = list(z.object({ id: z.number(), refusal: z.string().nullable() })).openapi('WorkManyDone', {
  description: 'refusal 是没有做成的理由',
});

export const remindQuestion = z
  .object({ units: z.array(number).min(1).max(500), text: z.string().trim().min(1).max(500, '最多 500 字') })
  .openapi('WorkRemind');
export const reminders = list(
  z.object({
    id: z.number(),
    unitId: z.number(),
    unit: z.string(),
    year: z.number(),
    text: z.string(),
    person: z.string(),
    at: z.string(),
  }),
).openapi('Reminders');
export const deadlineQuestion = z.object({ round, due: day }).openapi('WorkDeadline');
export const inYear = { year };

export const aggregateAnswer = z
  .object({ units: z.number(), problems: list(z.string()), disclosure: z.unknown() })
  .openapi('WorkAggregate');

export const controlQuestion = z
  .object({
    figures: z
      .array(
        z.object({ fund: line.min(1), class: controlClass, fen: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER) }),
      )
      .min(1)
      .max(100),
    document: documentOf,
  })
  .openapi('ControlFigures');
