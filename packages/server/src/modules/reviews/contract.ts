/** The reviewer's desk: what is asked and answered. */
import { z } from '@hono/zod-openapi';
import { OWN_GROUP } from '@mingsuan/core/checklist/items';
import { REVIEW, REVIEW_FINDING, type ReviewFindingState, type ReviewState } from '@mingsuan/core/process/reviews';
import { coverageCounts, finding } from '../../contract/model.ts';
import { pageSize } from '../../contract/pictures.ts';
import { id, line, list, reason, stage, year } from '../../contract/shared.ts';
import { day, done, role } from '../accounts/contract.ts';

export { done };
export const params = { id };

const number = z.number().int().min(1).max(2_147_483_647);
const revision = z.number().int().min(0).max(2_147_483_647);
const state = z.enum(Object.keys(REVIEW.states) as [ReviewState, ...ReviewState[]]);
const findingState = z.enum(Object.keys(REVIEW_FINDING.states) as [ReviewFindingState, ...ReviewFindingState[]]);
const needs = list(z.enum(['reason', 'document']));

const batchFields = {
  title: line.trim().min(1, '请写批次的名称'),
  due: day.nullable().openapi({ description: '哪天以前改正' }),
  checklistId: number.nullable().openapi({ description: '用哪一版检查清单；null 为程序自带的' }),
  keepUntil: day.nullable().openapi({ description: '保留到哪天，过后自动删除；null 为一直保留' }),
};
export const batchQuestion = z.object(batchFields).openapi('ReviewBatchFields');
export const newBatch = z.object({ unitId: number, ...batchFields }).openapi('NewReviewBatch');
export const made = z.object({ id: z.number() }).openapi('ReviewMade');

const batch = {
  id: z.number(),
  personId: z.number(),
  person: z.string(),
  unitId: z.number(),
  unit: z.string(),
  unitCode: z.string(),
  ...batchFields,
  createdAt: z.string(),
  documents: z.number(),
  waiting: z.number().openapi({ description: '还没有读完的' }),
  told: z.number(),
  closed: z.number(),
};
export const batches = z
  .object({
    places: list(z.object({ id: z.number(), name: z.string() })).openapi({ description: '可以建批次的地区' }),
    batches: list(z.object(batch)),
  })
  .openapi('ReviewBatches');

const item = {
  id: z.number(),
  batchId: z.number(),
  unitId: z.number(),
  name: z.string(),
  agency: z.string().nullable(),
  code: z.string().nullable(),
  year: z.number().nullable(),
  stage: z.string().nullable(),
  reviewerId: z.number().nullable(),
  reviewer: z.string().nullable(),
  state,
  round: z.number(),
  revision: z.number().openapi({ description: '交审、告知时要写的，说明看到的是哪一步' }),
  isChecked: z.boolean(),
  problem: z.string().nullable().openapi({ description: '没有读成的原因' }),
  open: z.number(),
  errors: z.number(),
  told: z.number(),
  fixed: z.number(),
  dismissed: z.number(),
};
const edition = z.object({
  id: z.number(),
  name: z.string(),
  leftOut: list(z.string()),
  ownItems: list(z.string()),
  person: z.string(),
  at: z.string(),
});
export const batchAnswer = z
  .object({
    ...batch,
    isOffice: z.boolean(),
    items: list(z.object(item)),
    missing: list(z.object({ code: z.string(), name: z.string() })).openapi({ description: '还没有收到文本的部门' }),
    reviewers: list(z.object({ id: z.number(), name: z.string() })),
    checklists: list(edition),
  })
  .openapi('ReviewBatch');

export const added = z.object({ made: z.number().openapi({ description: '新收入几份' }) }).openapi('ReviewTextsAdded');
export const collectedQuestion = z.object({ year, stage }).openapi('ReviewCollected');
export const assignment = z
  .object({ documents: z.array(number).min(1).max(1000), personId: number.nullable() })
  .openapi('ReviewAssignment');
export const removal = z.object({ reason }).openapi('ReviewRemoval');

const stepped = {
  event: z.string(),
  name: z.string(),
  person: z.string(),
  at: z.string(),
  round: z.number(),
  reason: z.string().nullable(),
};
const comment = z.object({
  id: z.number(),
  findingId: z.number().nullable(),
  person: z.string(),
  text: z.string(),
  at: z.string(),
});
const letterFields = {
  title: line.trim().min(1),
  paragraphs: z.array(z.string().trim().min(1).max(5000)).min(1).max(500),
};
const offered = { event: z.string(), name: z.string(), needs };

export const textAnswer = z
  .object({
    ...item,
    batch: z.object({ id: z.number(), title: z.string(), due: z.string().nullable() }),
    offers: list(z.object({ ...offered, missing: z.string().nullable().openapi({ description: '现在还不行的原因' }) })),
    mayWork: z.boolean(),
    files: list(
      z.object({
        round: z.number(),
        name: z.string(),
        pageSizes: list(pageSize),
        coverage: coverageCounts,
        problem: z.string().nullable(),
        isChecked: z.boolean(),
        isDoubtful: z.boolean().openapi({ description: '由图片识别、有把握不大的数' }),
        person: z.string(),
        at: z.string(),
      }),
    ),
    findings: list(
      z.object({
        id: z.number(),
        revision: z.number(),
        state: findingState,
        isOwn: z.boolean(),
        firstRound: z.number(),
        lastRound: z.number().openapi({ description: '最后在哪一轮的文本里有；比现在的轮次小的，改正稿里没有了' }),
        person: z.string().nullable().openapi({ description: '自己加的：谁' }),
        finding,
        steps: list(z.object({ ...stepped, isMatched: z.boolean() })),
        comments: list(comment),
        offers: list(z.object(offered)),
      }),
    ),
    comments: list(comment),
    checklists: list(
      z.object({
        agency: z.string(),
        rows: list(
          z.object({
            id: z.string(),
            group: z.enum(['及时性', '内容规范性', OWN_GROUP]),
            title: z.string(),
            met: z.boolean().nullable(),
            note: z.string(),
            findings: z.number(),
          }),
        ),
      }),
    ),
    letters: list(
      z.object({
        id: z.number(),
        round: z.number(),
        number: z.string().nullable(),
        day: z.string(),
        title: z.string(),
        paragraphs: list(z.string()),
        person: z.string(),
        at: z.string(),
      }),
    ),
    history: list(z.object({ number: z.number(), ...stepped, role, from: state, to: state })),
  })
  .openapi('ReviewText');

export const stepQuestion = z
  .object({ revision, event: line.min(1), reason: reason.optional() })
  .openapi('ReviewStepQuestion');
export const decision = z
  .object({
    event: z.enum(['dismiss', 'reinstate', 'mend', 'remain']),
    reason: reason.optional(),
    findings: z
      .array(z.object({ id: number, revision }))
      .min(1)
      .max(500),
  })
  .openapi('ReviewDecision');
const side = z.number().min(0).max(20_000);
export const ownFinding = z
  .object({
    message: z.string().trim().min(1, '请写明问题').max(500),
    severity: z.enum(['error', 'warning', 'notice']),
    suggestion: z.string().trim().max(500).optional(),
    page: z.number().int().min(1).max(9999),
    box: z.tuple([side, side, side, side]).optional().openapi({ description: '框出的位置，离页面左上角的点数' }),
  })
  .openapi('OwnFinding');
export const newComment = z
  .object({ findingId: number.optional(), text: z.string().trim().min(1, '请写意见').max(1000) })
  .openapi('ReviewComment');
export const signed = z
  .object({ item: line.min(1), met: z.boolean().nullable(), note: z.string().trim().min(1, '请写明依据').max(500) })
  .openapi('ReviewSigned');
export const letterDraft = z.object({ title: z.string(), paragraphs: list(z.string()) }).openapi('ReviewLetterDraft');
export const newLetter = z
  .object({ revision, number: line.trim().optional(), day, ...letterFields })
  .openapi('NewReviewLetter');
export const letterParams = { id, letter: id, format: z.enum(['docx', 'pdf']) };
export const roundParams = { id, round: id };

export const LETTER_TYPES = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
} as const;
export const REPORTS = {
  'report.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'report.pdf': 'application/pdf',
  'report.html': 'text/html; charset=utf-8',
} as const;
export const reportParams = { id, report: z.enum(Object.keys(REPORTS) as [keyof typeof REPORTS]) };

const counted = { found: z.number(), dismissed: z.number(), told: z.number(), fixed: z.number() };
const setting = z.object({
  rule: z.string(),
  isNotice: z.boolean(),
  reason: z.string(),
  person: z.string(),
  at: z.string(),
});
export const statistics = z
  .object({
    rules: list(
      z.object({
        rule: z.string(),
        ...counted,
        decided: z.number().openapi({ description: '有了结论的：不予采纳、已告知、已改' }),
        isNoisy: z.boolean().openapi({ description: '有结论的不少于五个，一半以上不予采纳' }),
        setting: setting.nullable(),
      }),
    ),
    agencies: list(z.object({ agency: z.string(), texts: z.number(), ...counted })),
    months: list(z.object({ month: z.string(), texts: z.number(), found: z.number() })),
    people: list(z.object({ person: z.string(), texts: z.number(), dismissed: z.number(), added: z.number() })),
  })
  .openapi('ReviewStatistics');
export const ruleQuestion = z.object({ rule: line.min(1), isNotice: z.boolean(), reason }).openapi('ReviewRule');
export const checklists = z
  .object({ items: list(z.object({ id: z.string(), title: z.string() })), editions: list(edition) })
  .openapi('ReviewChecklists');
const title = line.trim().min(1);
export const newChecklist = z
  .object({ name: title, leftOut: z.array(title).max(100), ownItems: z.array(title).max(100) })
  .openapi('NewReviewChecklist');
