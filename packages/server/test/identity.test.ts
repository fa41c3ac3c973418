/** The operator's inbox, asked over HTTP: real files of nobody in particular, ruled, published, taken back. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readDocument } from '@mingsuan/documents/read';
import { writeDocument } from '@mingsuan/documents/write';
import { importDocument } from '@mingsuan/store';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { z } from 'zod';
import type { Api } from '../src/http/env.ts';
import { changePage, inboxCounts, inboxFile, inboxPage } from '../src/modules/identity/contract.ts';
import { type Fixture, openFixture, SAMPLES } from './fixture.ts';

const TOKEN = 'a-token-of-the-operator';
let fixture: Fixture;
let app: Api;

beforeAll(async () => {
  fixture = await openFixture();
  app = fixture.appWith({ adminToken: TOKEN });
});
afterAll(() => fixture.close());

const operator = { authorization: `Bearer ${TOKEN}` };
const get = (path: string, headers: Record<string, string> = operator) => app.request(`/api/v1${path}`, { headers });
async function ask<S extends z.ZodType>(path: string, schema: S): Promise<z.output<S>> {
  const answer = await get(path);
  expect([path, answer.status]).toEqual([path, 200]);
  return schema.parse(await answer.json());
}
const write = (method: string, path: string, body: unknown) =>
  app.request(`/api/v1${path}`, {
    method,
    headers: { ...operator, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
const until = async (id: number, state: string) => {
  await expect.poll(async () => (await ask(`/inbox/${id}`, inboxFile)).state).toBe(state);
  return ask(`/inbox/${id}`, inboxFile);
};

async function nameless(): Promise<number> {
  const name = '202-中共石家庄市鹿泉区委办公室-2021.json';
  const { disclosures } = await readDocument(name, await readFile(join(SAMPLES, name)));
  const own = { ...disclosures[0]!, agency: { name: '', level: 'department' as const } };
  const bytes = await writeDocument([own], 'pdf');
  return (await importDocument(fixture.store, { name: '公开.pdf', bytes })).documentId;
}

test('only the operator sees the inbox, and a file that waits in it', async () => {
  const id = await nameless();
  for (const path of ['/inbox', '/inbox-counts', `/inbox/${id}`, '/changes'])
    expect((await get(path, {})).status).toBe(401);
  for (const path of [`/documents/${id}`, `/documents/${id}/file`, `/documents/${id}/pages/1.png`]) {
    expect([path, (await get(path, {})).status]).toEqual([path, 401]);
    const seen = await get(path);
    expect([path, seen.status, seen.headers.get('cache-control')]).toEqual([path, 200, 'private, no-store']);
  }
  // What is published is everybody's.
  expect((await get('/documents/1', {})).status).toBe(200);
});

/** When, who and why in both languages, and not a word of what was there. */
async function expectGone(path: string, secret: string): Promise<void> {
  const answer = await get(path, {});
  const text = await answer.text();
  const { title, detail, english, withdrawn } = JSON.parse(text);
  expect([path, answer.status, title]).toEqual([path, 410, '已撤下']);
  expect(detail).toMatch(/^这份公开文本已撤下。时间：\d{4}-\d\d-\d\d；办理：王管理；理由：附件含个人信息。$/);
  expect(english).toMatch(/^This text was withdrawn on \d{4}-\d\d-\d\d by 王管理\. Reason: 附件含个人信息\.$/);
  expect(Object.keys(withdrawn).sort()).toEqual(['at', 'kind', 'person', 'reason']);
  for (const word of [secret, '公开.pdf']) expect(text).not.toContain(word);
}

test('a nameless file is confirmed, moved, withdrawn, and each is taken back', async () => {
  const { items } = await ask('/inbox?state=open', inboxPage);
  expect(items).toMatchObject([{ state: 'open', doubt: 'nameless' }]);
  const { id, disclosures } = items[0]!;
  expect(disclosures[0]!.identity!.agency.confidence).toBe('unknown');
  const named = (name: string) => ({
    ruling: {
      kind: 'identity',
      disclosures: [
        {
          at: 0,
          agency: { name, level: 'department' },
          region: { code: '130110', name: '石家庄市鹿泉区' },
          year: 2020,
          stage: 'budget',
        },
      ],
    },
    person: '张审核',
    reason: '封面写明',
  });
  expect((await write('PUT', `/inbox/${id}/ruling`, named('鹿泉区某办公室'))).status).toBe(202);
  const published = await until(id, 'published');
  const { agencyId, id: disclosure } = published.disclosures[0]!;
  expect((await get(`/disclosures/${disclosure}`, {})).status).toBe(200);
  expect((await get(`/documents/${id}/file`, {})).status).toBe(200);
  expect((await write('PUT', `/inbox/${id}/ruling`, named('鹿泉区某办公室'))).status).toBe(409);

  const withdrawal = { ruling: { kind: 'withdrawn' }, person: '王管理', reason: '附件含个人信息。' };
  expect((await write('PUT', `/inbox/${id}/ruling`, withdrawal)).status).toBe(202);
  await until(id, 'rejected');
  for (const path of [
    `/disclosures/${disclosure}`,
    `/disclosures/${disclosure}/findings`,
    `/disclosures/${disclosure}/story`,
    `/documents/${id}`,
    `/documents/${id}/file`,
    `/documents/${id}/pages/1.png`,
  ])
    await expectGone(path, '鹿泉区某办公室');
  const { items: gone } = await (await get(`/agencies/${agencyId}/withdrawn`, {})).json();
  expect(gone).toMatchObject([{ year: 2020, stage: 'budget', person: '王管理', reason: '附件含个人信息。' }]);
  // The operator still sees the file; what never was is not found.
  expect((await get(`/documents/${id}`)).status).toBe(200);
  expect((await get('/disclosures/99999', {})).status).toBe(404);
  const log = (await ask('/changes', changePage)).items.filter(({ kind }) => kind === 'document');
  expect(log.map(({ title, person }) => [title, person])).toEqual([
    ['撤下：公开.pdf', '王管理'],
    ['认定：公开.pdf', '张审核'],
  ]);
  expect((await write('POST', `/changes/${log[1]!.id}/undo`, {})).status).toBe(409);
  expect((await write('POST', `/changes/${log[0]!.id}/undo`, { reason: '撤错了' })).status).toBe(200);
  await until(id, 'published');
  expect((await ask(`/inbox/${id}`, inboxFile)).disclosures[0]!.agencyId).toBe(agencyId);
  // Under the number that it had.
  expect((await get(`/disclosures/${disclosure}`, {})).status).toBe(200);
  expect((await (await get(`/agencies/${agencyId}/withdrawn`, {})).json()).items).toEqual([]);
  expect(await ask('/inbox-counts', inboxCounts)).toMatchObject({ open: 0, rejected: 0 });
});

test('an agency that was merged answers from where it is now', async () => {
  const { items } = await ask('/inbox?q=公开.pdf', inboxPage);
  const from = items[0]!.disclosures[0]!.agencyId!;
  const list = (await (await get('/agencies?level=department&region=130110')).json()) as {
    items: { id: number; name: string }[];
  };
  const into = list.items.find(({ id }) => id !== from)!;
  expect((await write('PUT', `/agencies/${from}`, { name: '' })).status).toBe(400);
  expect((await write('POST', `/agencies/${from}/merge`, { into: into.id })).status).toBe(200);
  const moved = await get(`/agencies/${from}`, {});
  expect([moved.status, moved.headers.get('location')]).toEqual([301, `/api/v1/agencies/${into.id}`]);
  const [change] = (await ask('/changes', changePage)).items;
  expect((await write('POST', `/changes/${change!.id}/undo`, {})).status).toBe(200);
  expect((await get(`/agencies/${from}`, {})).status).toBe(200);
});

test('a file is replaced by another, which takes its place and name', async () => {
  const { items } = await ask('/inbox?q=公开.pdf', inboxPage);
  const { id, disclosures } = items[0]!;
  const name = '202-中共石家庄市鹿泉区委办公室-2021.json';
  const body = new FormData();
  body.append('file', new File([await readFile(join(SAMPLES, name)), '\n'], '改正.json'));
  body.append('person', '张审核');
  body.append('reason', '单位来函');
  const answer = await app.request(`/api/v1/inbox/${id}/replacement`, { method: 'POST', headers: operator, body });
  expect(answer.status).toBe(202);
  await until(id, 'rejected');
  const next = (await ask('/inbox?q=改正', inboxPage)).items[0]!;
  // What is here already takes nothing's place: nothing would come in, and the other would be gone.
  const again = async (of: number, bytes: Uint8Array) => {
    const form = new FormData();
    form.append('file', new File([new Uint8Array(bytes)], '又一次.json'));
    const refused = await app.request(`/api/v1/inbox/${of}/replacement`, {
      method: 'POST',
      headers: operator,
      body: form,
    });
    return [refused.status, ((await refused.json()) as { readonly detail: string }).detail];
  };
  const [log] = (await ask('/changes?limit=5', changePage)).items.filter(({ title }) => title.startsWith('替换：'));
  expect(log).toMatchObject({ person: '张审核', reason: '单位来函' });
  const corrected = Buffer.concat([await readFile(join(SAMPLES, name)), Buffer.from('\n')]);
  expect(await again(next.id, corrected)).toEqual([422, '选的就是现在这个文件，没有换。']);
  expect((await again(id, corrected))[1]).toContain('已经收录（“改正.json”）');
  expect(next).toMatchObject({ state: 'published', disclosures: [{ year: 2020, agencyId: disclosures[0]!.agencyId }] });
});
