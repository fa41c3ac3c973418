/** Readers say something of a figure; nobody sees it before the operator shows it. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Fixture, openFixture } from './fixture.ts';

const TOKEN = 'a-token-of-the-operator';

let fixture: Fixture;
let path: string;

const on = () => fixture.appWith({ feedback: true, adminToken: TOKEN });
const asked = async (at: string, method = 'GET', body?: object, headers: Record<string, string> = {}) => {
  const answer = await on().request(`/api/v1${at}`, {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  return { status: answer.status, body: await answer.json() };
};
const operator = { authorization: `Bearer ${TOKEN}` };

beforeAll(async () => {
  fixture = await openFixture();
  const { items } = await (await fixture.appWith().request('/api/v1/agencies')).json();
  path = `/disclosures/${items[0].years[0].disclosureId}/feedback`;
});
afterAll(() => fixture.close());

it('is off where the operator did not turn it on', async () => {
  const app = fixture.appWith();
  expect(
    (
      await app.request(`/api/v1${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{"text":"读错了"}',
      })
    ).status,
  ).toBe(404);
  expect(await (await app.request('/api/v1/site')).json()).toMatchObject({ feedback: false });
  expect(await (await app.request(`/api/v1${path}`)).json()).toEqual([]);
});

it('waits for the operator, who shows it with an answer, or takes it back', async () => {
  const said = { text: '这个数读错了，应是 4,279.86', about: '支出总计 4,279.68', see: '支出总计~4,279.68~3!!!!!' };
  expect(await asked(path, 'POST', said)).toMatchObject({ status: 202, body: { taken: true } });
  expect((await asked(path)).body).toEqual([]);
  expect((await asked('/feedback')).status).toBe(401);
  const [item] = (await asked('/feedback?state=new', 'GET', undefined, operator)).body.items;
  expect(item).toMatchObject({ ...said, state: 'new', reply: '' });
  const judged = { state: 'shown', reply: '已改正', person: '王' };
  expect((await asked(`/feedback/${item.id}`, 'PUT', judged)).status).toBe(401);
  expect((await asked(`/feedback/${item.id}`, 'PUT', judged, operator)).status).toBe(200);
  const [shown] = (await asked(path)).body;
  expect(shown).toMatchObject({ ...said, reply: '已改正' });
  expect(Object.keys(shown)).not.toContain('agencyId');
  const [change] = (await asked('/changes', 'GET', undefined, operator)).body.items;
  expect(change).toMatchObject({ kind: 'feedback', person: '王', title: expect.stringContaining('公开读者的反馈') });
  await asked(`/feedback/${item.id}`, 'PUT', { state: 'hidden' }, operator);
  expect((await asked(path)).body).toEqual([]);
});

it.each([
  [400, () => path, { text: ' ' }],
  [400, () => path, { text: 'x'.repeat(1001) }],
  [400, () => path, { text: '读错了', email: 'a@b.c' }],
  [404, () => '/disclosures/999999/feedback', { text: '读错了' }],
])('answers %i', async (status, to, body) => {
  expect((await asked(to(), 'POST', body)).status).toBe(status);
});

it('no more is taken than somebody can read', async () => {
  const answers = [];
  for (let i = 0; i < 61; i += 1) answers.push((await asked(path, 'POST', { text: `第 ${i} 次` })).status);
  expect(answers.filter((status) => status === 202)).toHaveLength(60);
  expect(answers.at(-1)).toBe(429);
});
