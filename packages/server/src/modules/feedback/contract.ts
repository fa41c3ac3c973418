import { z } from '@hono/zod-openapi';
import { FEEDBACK_STATES } from '@mingsuan/store';
import { id, line, list, pageOf, paging, reason, stage } from '../../contract/shared.ts';

const text = z.string().trim().min(2, '请写清楚').max(1000, '最多 1000 字');
const state = z.enum(FEEDBACK_STATES);

export const feedbackSent = z
  .object({
    text,
    about: line.default('').openapi({ description: '说的是哪个数，照页面上的说法；不写为整份文本' }),
    see: line.default('').openapi({ description: '那个数在原文的位置，网址里 see 的写法' }),
  })
  .strict()
  .openapi('FeedbackSent');

export const feedbackTaken = z.object({ taken: z.literal(true) }).openapi('FeedbackTaken');

const shown = {
  id: z.number(),
  about: z.string(),
  see: z.string(),
  text: z.string(),
  reply: z.string(),
  receivedAt: z.string(),
};

export const feedbackShown = list(z.object(shown).openapi('FeedbackShown'));

export const feedbackQuestion = { ...paging, state: state.optional() };

export const feedbackItem = z
  .object({
    ...shown,
    agencyId: z.number(),
    agency: z.string(),
    disclosureId: z.number().nullable(),
    year: z.number().nullable(),
    stage,
    state,
  })
  .openapi('FeedbackItem');

export const feedbackPage = pageOf(feedbackItem).openapi('FeedbackPage');

export const feedbackJudged = z
  .object({
    state: z.enum(['shown', 'hidden']),
    reply: z.string().trim().max(1000, '最多 1000 字').default(''),
    person: line.trim().optional(),
    reason: reason.optional(),
  })
  .openapi('FeedbackJudged');

export const params = { id };
export const changed = z.object({ change: z.number() });
