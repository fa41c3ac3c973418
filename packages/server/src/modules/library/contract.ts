/** The project library over HTTP. Money in fen. */
import { z } from '@hono/zod-openapi';
import { AMOUNT_KINDS } from '@mingsuan/core/library/amounts';
import { FINDINGS, VERDICTS } from '@mingsuan/core/library/opinions';
import {
  REVIEW_CHECKS,
  REVIEW_OUTCOMES,
  type ReviewCheck,
  type ReviewGrade,
} from '@mingsuan/core/performance/target-review';
import { PROJECT, type ProjectState } from '@mingsuan/core/process/projects';
import { CLASS_IDS } from '@mingsuan/core/schema/application';
import { fen, id, line, list, year } from '../../contract/shared.ts';
import { day, done } from '../accounts/contract.ts';
import { documentOf, item, offers, revision } from '../work/contract.ts';

export { done, item };
export const params = { id };
export const ofPlace = { id, year };

const yearNumber = z.number().int().min(1949).max(2200);
const money = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);
const words = z.string().trim().min(1, '请写明理由').max(1000);
const state = z.enum(Object.keys(PROJECT.states) as [ProjectState, ...ProjectState[]]);
const projectClass = z.enum(CLASS_IDS);
const amounts = z
  .object(
    Object.fromEntries(AMOUNT_KINDS.map((kind) => [kind, fen.optional()])) as Record<
      (typeof AMOUNT_KINDS)[number],
      z.ZodOptional<typeof fen>
    >,
  )
  .openapi({ description: '这一年预算的申报、核定、控制、再次申报、批复数，没有的还没有' });

const share = z
  .object({
    numerator: z.number(),
    denominator: z.number(),
    percent: z.string().nullable().openapi({ description: '没有可数的为 null，不是 0，也不是 100' }),
  })
  .openapi('Share');

const projectFields = {
  id: z.number(),
  code: z.string().nullable().openapi({ description: '21 位项目编码' }),
  unitId: z.number(),
  unitCode: z.string(),
  unit: z.string(),
  departmentId: z.number().nullable(),
  year: z.number().openapi({ description: '设立年度' }),
  title: z.string(),
  state,
  version: z.number(),
  revision: z.number(),
  changedAt: z.string(),
  class: projectClass.nullable(),
  isNew: z.boolean(),
  leader: z.string(),
  fromYear: z.number().nullable(),
  toYear: z.number().nullable(),
  asked: fen.openapi({ description: '设立年度申报数' }),
  total: fen.openapi({ description: '各年合计' }),
  priority: z.number().nullable().openapi({ description: '部门排的次序' }),
  amounts,
  reviewers: z.number(),
  opinions: z.number().openapi({ description: '请的专家中已给意见的' }),
  score: z.number().nullable().openapi({ description: '评审平均分，百分之一分' }),
};
export const projects = list(z.object(projectFields)).openapi('LibraryProjects');
export const listQuestion = {
  q: z.string().max(100).optional().openapi({ description: '名称、编码或负责人的一部分' }),
  state: state.optional(),
  class: projectClass.optional(),
  setUp: z.coerce.number<string>().int().optional().openapi({ description: '设立年度' }),
  after: z.coerce.number<string>().int().min(0).optional().openapi({ description: '上一页最后一项的编号' }),
};

export const settings = z
  .object({ sinceYear: yearNumber.nullable(), reviewDays: z.number().int().min(1).max(365).nullable() })
  .openapi('LibrarySettings', { description: '自哪年预算起先入库、后安排；初审的工作日，没有定的为 null' });

export const board = z
  .object({
    name: z.string(),
    year: z.number(),
    settings,
    states: z.record(z.string(), z.number()),
    counters: z.object({
      coverage: share,
      timeliness: share
        .extend({ late: z.number(), running: z.number(), provisional: z.boolean() })
        .nullable()
        .openapi({ description: '本地没有定初审期限的为 null' }),
      saving: share.openapi({ description: '节约财政资金比例；分子是核减数' }),
    }),
    ranking: list(
      z.object({
        id: z.number(),
        place: z.number(),
        why: z.string(),
        title: z.string(),
        unit: z.string(),
        code: z.string().nullable(),
        amount: fen.nullable(),
        sum: fen.openapi({ description: '到这一项为止的累计' }),
      }),
    ).openapi({ description: '已入库、还没有安排的，按次序' }),
    may: z.object({ set: z.boolean(), control: z.boolean() }),
  })
  .openapi('LibraryBoard');

const application = z.record(z.string(), z.unknown()).openapi({ description: 'docs/schema/application.schema.json' });
export const applicationQuestion = z.object({ revision, application }).openapi('SaveApplication');
export const reviewerQuestion = z
  .object({ personId: z.number().int().min(1), due: day.nullable() })
  .openapi('AskReviewer');
const opinionFields = {
  verdict: z.enum(VERDICTS),
  fen: money,
  score: z.number().int().min(0).max(100),
  reason: words,
};
export const opinionQuestion = z.object(opinionFields).openapi('ReviewOpinion');
export const reviewedQuestion = z.object({ fen: money, reason: words }).openapi('ReviewedAmount');
export const controlQuestion = z
  .object({ year: yearNumber, fen: money, reason: words, document: documentOf })
  .openapi('ProjectControl');
export const priorityQuestion = z
  .object({ priority: z.number().int().min(1).max(100_000).nullable() })
  .openapi('ProjectPriority');
const grade = z.enum(Object.keys(REVIEW_OUTCOMES) as ReviewGrade[]);
export const gradeQuestion = z.object({ grade, reason: words }).openapi('TargetGrade', {
  description: '绩效目标审核的等级：优、良可以入库，中退回修改，差不安排',
});
const finding = z.enum(FINDINGS);
const inspectionFields = { scope: finding, effect: finding, sharing: finding, note: words };
export const inspectionQuestion = z.object({ revision, ...inspectionFields }).openapi('NewInspection');
export const resultsQuestion = z
  .object({
    document: documentOf,
    cuts: z
      .array(z.object({ unitId: z.number().int(), project: line.min(1), fen: money }))
      .max(5000)
      .openapi({ description: '评为压减的，压减到多少' }),
  })
  .openapi('UseOfResults');
export const proposed = z
  .object({
    controls: list(
      z.object({
        unitId: z.number(),
        unit: z.string(),
        project: z.string(),
        grade: z.string(),
        name: z.string().openapi({ description: '怎样应用：保持、压减、取消' }),
        last: fen.openapi({ description: '评价的那一年的预算' }),
        now: fen.nullable().openapi({ description: '下一年现在的控制数，没有的为 null' }),
        most: fen.nullable().openapi({ description: '改成多少；要人写压减到多少的为 null' }),
      }),
    ),
    left: list(z.string()).openapi({ description: '不改的，和为什么' }),
  })
  .openapi('ProposedControls');
export const used = z.object({ made: z.number(), left: list(z.string()) }).openapi('ResultsUsed');

export const project = z
  .object({
    ...projectFields,
    offers,
    application: application.nullable(),
    faults: list(z.string()).openapi({ description: '申报前还要改的' }),
    targets: z
      .object({
        points: list(
          z.object({
            check: z.enum(Object.keys(REVIEW_CHECKS) as ReviewCheck[]),
            isSevere: z.boolean(),
            message: z.string(),
          }),
        ),
        inWords: z.number(),
        indicators: z.number(),
        best: grade.openapi({ description: '照查出的问题，最高能评到' }),
        given: z.object({ grade, reason: z.string(), person: z.string(), at: z.string() }).nullable(),
      })
      .nullable()
      .openapi({ description: '绩效目标审核；没有申报、不要目标的为 null' }),
    reviews: list(
      z.object({
        id: z.number(),
        version: z.number(),
        person: z.string().nullable().openapi({ description: '对单位不写名字' }),
        due: z.string().nullable(),
        isMine: z.boolean(),
        isGiven: z.boolean(),
        opinion: z
          .object({ ...opinionFields, at: z.string() })
          .nullable()
          .openapi({ description: '自己没有给意见以前，看不到别人的' }),
      }),
    ),
    experts: list(z.object({ personId: z.number(), person: z.string() })).openapi({ description: '可以请的专家' }),
    given: list(
      z.object({
        year: z.number(),
        kind: z.enum(AMOUNT_KINDS),
        fen,
        asked: fen.nullable(),
        reason: z.string().nullable(),
        documentNumber: z.string().nullable(),
        documentDate: z.string().nullable(),
        sourceId: z.number().nullable(),
        person: z.string(),
        at: z.string(),
      }),
    ).openapi({ description: '历次的申报、核定、控制、批复数，新的在前' }),
    inspections: list(z.object({ ...inspectionFields, person: z.string(), at: z.string() })),
    budgets: list(z.object({ id: z.number(), year: z.number(), state: z.string() })),
    procurement: list(z.object({ year: z.number(), item: z.string(), quantity: z.string(), fen })),
    tasks: list(
      z.object({ id: z.number(), process: z.string(), title: z.string(), year: z.number(), state: z.string() }),
    ),
    history: list(
      z.object({
        number: z.number(),
        event: z.string(),
        name: z.string(),
        person: z.string(),
        at: z.string(),
        version: z.number(),
        reason: z.string().optional(),
      }),
    ),
    may: z.object({
      save: z.boolean(),
      assign: z.boolean(),
      opine: z.boolean(),
      amount: z.boolean(),
      grade: z.boolean(),
      control: z.boolean(),
      rank: z.boolean(),
      inspect: z.boolean(),
    }),
  })
  .openapi('LibraryProject');

export const reviews = list(
  z.object({
    id: z.number(),
    unit: z.string(),
    title: z.string(),
    year: z.number(),
    due: z.string().nullable(),
    isGiven: z.boolean(),
  }),
).openapi('ProjectReviews');
