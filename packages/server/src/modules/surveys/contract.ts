/** Satisfaction surveys: made from an indicator, answered once by each invitation, counted with what they prove. */
import { z } from '@hono/zod-openapi';
import { VERDICTS } from '@mingsuan/core/performance/survey';
import { id, line, list, year } from '../../contract/shared.ts';
import { day, done } from '../accounts/contract.ts';

export { done };
export const ofPlace = { id, year };
export const params = { id };
const text = z.string().trim().min(1).max(300);

const question = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('steps'), text }),
  z.object({ kind: z.literal('choices'), text, choices: z.array(text).min(2).max(20) }),
  z.object({ kind: z.literal('words'), text }),
]);
const measure = z.enum(['top-two', 'mean-index']);
const population = z.number().int().min(1).max(2_000_000_000).nullable();

export const newSurvey = z
  .object({
    project: line.nullable(),
    indicator: line.min(1),
    target: line,
    title: line.min(1),
    questions: z.array(question).min(1).max(30),
    measure,
    population,
    channel: line.min(1),
    since: day,
    until: day,
  })
  .openapi('NewSurvey');
export const made = z.object({ id: z.number() }).openapi('SurveyMade');

const verdicts = Object.keys(VERDICTS) as [keyof typeof VERDICTS, ...(keyof typeof VERDICTS)[]];
const item = {
  id: z.number(),
  unitId: z.number(),
  unit: z.string(),
  year: z.number(),
  project: z.string().nullable(),
  indicator: z.string(),
  target: z.string(),
  title: z.string(),
  measure,
  population: z.number().nullable(),
  channel: z.string(),
  since: z.string(),
  until: z.string(),
  isClosed: z.boolean(),
  invited: z.number(),
  answered: z.number(),
};
export const surveys = list(z.object(item)).openapi('Surveys');
export const surveyAnswer = z
  .object({
    ...item,
    questions: list(
      z.object({
        kind: z.string(),
        text: z.string(),
        names: list(z.string()),
        counts: list(z.number()),
        words: list(z.string()),
      }),
    ),
    score: z
      .object({
        n: z.number(),
        percent: z.string(),
        low: z.string(),
        high: z.string(),
        isFew: z.boolean(),
        needed: z.number().openapi({ description: '误差 ±10 个百分点至少要几份' }),
        verdict: z.enum(verdicts).nullable(),
        sentence: z.string(),
      })
      .nullable(),
    why: z.string().nullable().openapi({ description: '没有结果的原因' }),
  })
  .openapi('Survey');

export const tokensQuestion = z.object({ count: z.number().int().min(1).max(1000) }).openapi('NewInvitations');
export const tokens = z
  .object({ paths: list(z.string()) })
  .openapi('Invitations', { description: '一次性链接，接在本站网址后面，只给这一次，不记给了谁' });

export const tokenQuestion = z.object({ token: line.min(1) }).openapi('Invitation');
export const questionnaire = z
  .object({
    state: z.enum(['open', 'used', 'closed', 'unknown']),
    survey: z
      .object({
        title: z.string(),
        unit: z.string(),
        until: z.string(),
        questions: list(z.object({ kind: z.string(), text: z.string(), names: list(z.string()) })),
      })
      .nullable(),
  })
  .openapi('Questionnaire');
export const answersQuestion = z
  .object({ token: line.min(1), answers: z.array(z.union([z.number().int(), z.string().max(500), z.null()])).max(30) })
  .openapi('SurveyAnswers');
