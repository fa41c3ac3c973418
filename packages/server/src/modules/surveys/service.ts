/** Surveys: who may make them, who may answer, what they prove. Who answered what nobody knows. */

import { csvLine } from '@mingsuan/core/csv';
import { ratioOf } from '@mingsuan/core/performance/ratio';
import {
  INDEX_POINTS,
  neededAnswers,
  STEPS,
  surveyScore,
  VERDICTS,
  verdictOf,
} from '@mingsuan/core/performance/survey';
import { parseTarget, printDecimal } from '@mingsuan/core/performance/target';
import {
  answerSurvey,
  closeSurvey,
  createSurvey,
  getSurvey,
  issueTokens,
  listSurveys,
  questionnaireOf,
  type Store,
  type SurveyAnswer,
  type SurveyFields,
  type SurveyItem,
  type SurveyQuestion,
  surveyCounts,
} from '@mingsuan/store';
import { Fault, found } from '../../fault.ts';
import type { Visit } from '../accounts/service.ts';
import { scopeOf, today } from '../execution/scope.ts';

const namesOf = (question: SurveyQuestion): readonly string[] =>
  question.kind === 'steps' ? STEPS : question.kind === 'choices' ? question.choices : [];

/** The page that takes an invitation, which stands where no log keeps it. */
const pathOf = (token: string): string => `/survey#${token}`;

/** @throws Fault `missing` for what a person does not see; ChangeRefused for what may not be done */
export const surveys = (services: { readonly store: Store }) => {
  const { store } = services;
  const { db } = store;
  const seen = async (visit: Visit, id: number) => {
    const survey = found(await getSurvey(db, id), '这项调查');
    return { survey, worker: (await scopeOf(services, visit, survey.unitId)).worker };
  };
  return {
    list: async (visit: Visit, placeId: number, year: number) => {
      const { units } = await scopeOf(services, visit, placeId);
      const all = await listSurveys(
        db,
        units.map(({ id }) => id),
        year,
      );
      return all.map(({ questions: _, ...survey }) => survey);
    },
    create: async (visit: Visit, unitId: number, year: number, fields: Omit<SurveyFields, 'unitId' | 'year'>) => {
      const { place, worker } = await scopeOf(services, visit, unitId);
      if (place.kind !== 'unit') throw new Fault('wrong', '请选一个单位。');
      return { id: await createSurvey(store, { unitId, year, ...fields }, worker) };
    },
    get: async (visit: Visit, id: number) => measuredSurvey(store, (await seen(visit, id)).survey),
    /** What was answered, each answer of each question counted: a score is made of nothing else. */
    countsCsv: async (visit: Visit, id: number) => {
      const { survey } = await seen(visit, id);
      const { questions } = await surveyCounts(db, survey);
      const lines = survey.questions.flatMap((question, at) =>
        namesOf(question).map((name, i) => csvLine([question.text, name, questions[at]!.counts[i] ?? 0])),
      );
      const sent = [csvLine(['发出', '', survey.invited]), csvLine(['有效答卷', '', survey.answered])];
      return { name: survey.title, text: [csvLine(['题目', '答案', '份数']), ...sent, ...lines].join('') };
    },
    invite: async (visit: Visit, id: number, count: number) => {
      const { survey, worker } = await seen(visit, id);
      return { paths: (await issueTokens(store, survey, count, worker)).map(pathOf) };
    },
    close: async (visit: Visit, id: number) => {
      const { survey, worker } = await seen(visit, id);
      await closeSurvey(store, survey, worker);
    },
    /** For whoever holds an invitation. */
    questionnaire: async (token: string) => {
      const found = await questionnaireOf(store, token, today());
      if (found.state !== 'open') return { state: found.state, survey: null };
      const { title, unit, until, questions } = found.survey;
      const shown = questions.map((question) => ({
        kind: question.kind,
        text: question.text,
        names: namesOf(question),
      }));
      return { state: found.state, survey: { title, unit, until, questions: shown } };
    },
    answer: (token: string, answers: readonly SurveyAnswer[]) => answerSurvey(store, token, answers, today()),
  };
};

/** A survey with its counts, its score with n and the interval, and whether its target is met. */
export async function measuredSurvey({ db }: Pick<Store, 'db'>, survey: SurveyItem) {
  const { questions, population, invited, answered, channel, since, until, measure, target, ...rest } = survey;
  const counted = await surveyCounts(db, survey);
  const asked = { invited, answered, steps: counted.steps, channel, period: [since, until] as const };
  const by = measure === 'top-two' ? ({ by: measure } as const) : ({ by: measure, points: INDEX_POINTS } as const);
  const result = surveyScore({ ...asked, ...(population === null ? {} : { population }) }, by);
  const number = parseTarget(target).number;
  const shown = {
    ...rest,
    target,
    measure,
    population,
    channel,
    since,
    until,
    invited,
    answered,
    questions: questions.map((question, i) => ({
      kind: question.kind,
      text: question.text,
      names: namesOf(question),
      counts: counted.questions[i]!.counts,
      words: counted.questions[i]!.words,
    })),
  };
  if (result.state !== 'scored') return { ...shown, score: null, why: result.message };
  const { n, printed, low, high, isFew } = result.result;
  const verdict = number ? verdictOf(result.result, ratioOf(number)) : null;
  const percent = printDecimal(printed);
  return {
    ...shown,
    score: {
      n,
      percent,
      low: low.toFixed(2),
      high: high.toFixed(2),
      isFew,
      needed: neededAnswers(10, population ?? undefined),
      verdict,
      sentence: `有效答卷 ${n} 份（发出 ${invited} 份），${STEPS.map((name, i) => `${name} ${counted.steps[i]}`).join('、')}；满意度 ${percent}%，95% 置信区间 ${low.toFixed(2)}%—${high.toFixed(2)}%${verdict ? `，${VERDICTS[verdict]}` : ''}${isFew ? '（答卷偏少）' : ''}`,
    },
    why: null,
  };
}
