/** Surveys, probes and counters in the store: one answer a token, nobody's name, series that stand. */
import {
  addCounter,
  addProbe,
  addValues,
  answerSurvey,
  closeSurvey,
  createSurvey,
  dayOf,
  getCounter,
  getSurvey,
  issueTokens,
  keepSiteCheck,
  keepVisit,
  questionnaireOf,
  rolesOf,
  siteChecksOf,
  surveyCounts,
  takeDueProbes,
  visitsOf,
  type Worker,
} from '@mingsuan/store';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import type { Backend } from '../support/backends.ts';
import { officeIn } from '../support/office.ts';

const DAY = dayOf(new Date());
const FIELDS = {
  year: 2026,
  project: '网站运维',
  indicator: '使用部门满意度',
  target: '≥90%',
  title: '网站满意度',
  questions: [
    { kind: 'steps', text: '您满意吗？' },
    { kind: 'choices', text: '最常用什么？', choices: ['查询', '办事'] },
    { kind: 'words', text: '还有什么要说？' },
  ],
  measure: 'top-two',
  population: 100,
  channel: '二维码',
  since: '2026-01-01',
  until: '2026-12-31',
} as const;

export function measuredCases(backend: () => Backend): void {
  const store = () => backend().store;
  async function desk() {
    const { unit, person } = await officeIn(store());
    const personId = await person('owner', 'project-owner');
    const roles = (await rolesOf(store().db, personId, DAY)).get(unit) ?? [];
    return { unit, owner: { personId, person: '人owner', address: '', roles } satisfies Worker };
  }

  it('a token answers once, whoever is quicker; answers are counted and nobody knows whose they are', async () => {
    const { unit, owner } = await desk();
    const id = await createSurvey(store(), { unitId: unit, ...FIELDS }, owner);
    await expect(createSurvey(store(), { unitId: unit, ...FIELDS }, { ...owner, roles: [] })).rejects.toThrow(
      '业务处室或绩效处',
    );
    const survey = (await getSurvey(store().db, id))!;
    const [first, second, third] = await issueTokens(store(), survey, 3, owner);
    expect(await questionnaireOf(store(), first!, '2026-06-01')).toMatchObject({
      state: 'open',
      survey: { title: '网站满意度' },
    });
    expect((await questionnaireOf(store(), 'guess', '2026-06-01')).state).toBe('unknown');
    expect((await questionnaireOf(store(), first!, '2027-01-01')).state).toBe('closed');
    await expect(answerSurvey(store(), first!, [null, 0, null], '2026-06-01')).rejects.toThrow('请答第一题');
    await expect(answerSurvey(store(), first!, [9, 0, null], '2026-06-01')).rejects.toThrow('对不上');
    const both = await Promise.allSettled(
      [0, 1].map((step) => answerSurvey(store(), first!, [step, 0, '很好'], '2026-06-01')),
    );
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await answerSurvey(store(), second!, [4, null, null], '2026-06-01');
    expect((await questionnaireOf(store(), second!, '2026-06-01')).state).toBe('used');
    const { steps, questions } = await surveyCounts(store().db, survey);
    expect([steps[0] + steps[1], steps[4]]).toEqual([1, 1]);
    expect(questions[1]!.counts).toEqual([1, 0]);
    expect(questions[2]!.words).toEqual(['很好']);
    expect(await getSurvey(store().db, id)).toMatchObject({ invited: 3, answered: 2 });
    // What is kept of an answer is the answer.
    const { rows } = await sql<{ name: string }>`select column_name as name from information_schema.columns
      where table_name = 'survey_answers'`.execute(store().db);
    expect(rows.map(({ name }) => name).sort()).toEqual(['answers', 'id', 'survey_id']);
    await closeSurvey(store(), survey, owner);
    await expect(answerSurvey(store(), third!, [0, null, null], '2026-06-01')).rejects.toThrow('已经结束');
  });

  it('a probe is taken when its time has come, by one of several; its series stands', async () => {
    const { unit, owner } = await desk();
    const fields = {
      unitId: unit,
      project: null,
      indicator: '网站可用率',
      name: '门户',
      url: 'https://example.gov.cn/',
      everyMinutes: 72,
      kind: 'opens' as const,
      column: null,
      mostDays: null,
    };
    await expect(addProbe(store(), { ...fields, everyMinutes: 1 }, owner)).rejects.toThrow('至少隔 15 分钟');
    const id = await addProbe(store(), fields, owner);
    const at = new Date('2026-03-02T00:00:00Z');
    const taken = await Promise.all([
      takeDueProbes(store().db, at, 5, ['opens']),
      takeDueProbes(store().db, at, 5, ['opens']),
    ]);
    expect(taken.flat().map((probe) => probe.id)).toEqual([id]);
    expect(await takeDueProbes(store().db, new Date(at.getTime() + 71 * 60_000), 5, ['opens'])).toEqual([]);
    expect(await takeDueProbes(store().db, new Date(at.getTime() + 72 * 60_000), 5, ['opens'])).toHaveLength(1);
    await keepVisit(store().db, id, { at: at.toISOString(), isOpen: true, status: 200, ms: 120, note: null });
    expect(await visitsOf(store().db, id, 2026)).toMatchObject([{ isOpen: true, ms: 120 }]);
    await expect(sql`delete from visits`.execute(store().db)).rejects.toThrow('only added to');
  });

  it('a look into a page is seldom, knows its column, and what it found stands', async () => {
    const { unit, owner } = await desk();
    const fields = {
      unitId: unit,
      project: null,
      indicator: null,
      name: '要闻',
      url: 'https://example.gov.cn/',
      everyMinutes: 1440,
      kind: 'column' as const,
      column: 'other' as const,
      mostDays: null,
    };
    await expect(addProbe(store(), { ...fields, kind: 'links', everyMinutes: 72 }, owner)).rejects.toThrow('1440');
    await expect(addProbe(store(), { ...fields, column: null }, owner)).rejects.toThrow('哪一类栏目');
    await expect(addProbe(store(), fields, owner)).rejects.toThrow('最多几天');
    const id = await addProbe(store(), { ...fields, mostDays: 30 }, owner);
    const now = new Date('2026-03-02T00:00:00Z');
    expect((await takeDueProbes(store().db, now, 5, ['opens'])).map((probe) => probe.id)).not.toContain(id);
    const taken = await takeDueProbes(store().db, now, 5, ['links', 'column']);
    expect(taken).toMatchObject([{ id, kind: 'column', column: 'other', mostDays: 30 }]);
    const check = { kind: 'column', at: now.toISOString(), newest: '2026-03-01', items: 3 } as const;
    await keepSiteCheck(store().db, id, check);
    expect((await siteChecksOf(store().db, [id], 2026)).get(id)).toEqual([check]);
    expect((await siteChecksOf(store().db, [id], 2025)).get(id)).toBeUndefined();
    await expect(sql`delete from site_checks`.execute(store().db)).rejects.toThrow('only added to');
  });

  it('a counter is the sum of what was entered, with what was taken back', async () => {
    const { unit, owner } = await desk();
    const id = await addCounter(
      store(),
      { unitId: unit, year: 2026, project: null, indicator: '答复率', name: '留言答复', measure: '条' },
      owner,
    );
    const counter = (await getCounter(store().db, id))!;
    expect(counter).toMatchObject({ numerator: 0, denominator: null, values: 0 });
    const values = [
      { day: '2026-03-02', numerator: 9, denominator: 10 },
      { day: '2026-03-03', numerator: -1, denominator: 0 },
    ];
    await addValues(store(), counter, values, '留言系统', owner);
    expect(await getCounter(store().db, id)).toMatchObject({ numerator: 8, denominator: 10, values: 2 });
  });
}
