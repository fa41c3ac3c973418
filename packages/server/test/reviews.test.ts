/** The reviewer's desk over HTTP: a batch from its upload to the second round, letters, reports; and who sees nothing of it. */
import { readDocument } from '@mingsuan/documents/read';
import { openReviewBatch, TERMINAL } from '@mingsuan/store';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { z } from 'zod';
import { chinesePdf, encryptedPdf } from '../../cli/test/pdf-samples.ts';
import type { Api } from '../src/http/env.ts';
import * as contract from '../src/modules/reviews/contract.ts';
import { deleteOverdue, startRetention } from '../src/modules/reviews/retention.ts';
import { type Desk, deskOf, type Places, placesIn } from './desk.ts';
import { type Fixture, openFixture } from './fixture.ts';
import { faultyPdf } from './hostile.ts';

/** The double full stop is put right, the year is not, another sentence is not ended. */
const CORRECTED = chinesePdf([
  ['示例市司法局2026年部门预算'],
  ['示例市司法局主要职能', '示例市司法局是市政府的工作部门，主管全市法治宣传工作。', '负责人民调解，，负责社区矫正。'],
  [
    '2026年部门预算编制说明',
    '2026年，示例市司法局收入预算100.00万元，其中：财政拨款收入100.00万元，比2026年预算增加20.00万元。',
  ],
]);
const FIELDS = { title: '2026年预算公开检查', due: '2026-03-20', checklistId: null, keepUntil: null };

let fixture: Fixture;
let app: Api;
let places: Places;
let office: Desk;
let chief: Desk;
let expert: Desk;
let batch: number;
let text: number;

beforeAll(async () => {
  fixture = await openFixture(false);
  app = fixture.appWith();
  places = await placesIn(fixture.store);
  office = await deskOf(app, fixture.store, 'office', places.region, 'bureau-office');
  chief = await deskOf(app, fixture.store, 'chief', places.region, 'bureau-office');
  expert = await deskOf(app, fixture.store, 'expert', places.region, 'reviewer');
});
afterAll(() => fixture.close());

const form = (files: Readonly<Record<string, Uint8Array>>, fields: Readonly<Record<string, string>> = {}) => {
  const made = new FormData();
  for (const [name, bytes] of Object.entries(files))
    made.append('files', new File([bytes as Uint8Array<ArrayBuffer>], name));
  for (const [name, value] of Object.entries(fields)) made.set(name, value);
  return made;
};
const get = (desk: Desk = office) => desk.ask('GET', `/review-texts/${text}`, contract.textAnswer);
const got = (desk: Desk = office) => desk.ask('GET', `/reviews/${batch}`, contract.batchAnswer);
const read = () =>
  vi.waitFor(
    async () => expect((await got()).items.map((item) => item.isChecked || item.problem !== null)).not.toContain(false),
    {
      timeout: 120_000,
      interval: 250,
    },
  );
const step = async (desk: Desk, event: string, reason?: string) => {
  const { revision } = await get();
  const body = { revision, event, ...(reason ? { reason } : {}) };
  return desk.ask('POST', `/review-texts/${text}/steps`, contract.done, body);
};
const decide = (
  desk: Desk,
  findings: readonly z.output<typeof contract.textAnswer>['findings'][number][],
  body: object,
) =>
  desk.ask('POST', `/review-texts/${text}/decisions`, contract.done, {
    ...body,
    findings: findings.map(({ id, revision }) => ({ id, revision })),
  });

test('a folder comes in, is read and checked, and given to a reviewer, who sees that and no more', async () => {
  expect(await office.ask('GET', '/reviews', contract.batches)).toEqual({
    places: [{ id: places.region, name: '某区' }],
    batches: [],
  });
  expect((await expert.refused('POST', '/reviews', { unitId: places.region, ...FIELDS }))[0]).toBe(404);
  const wrong = { unitId: places.department, ...FIELDS };
  expect((await office.refused('POST', '/reviews', wrong))[0]).toBe(400);
  ({ id: batch } = await office.ask('POST', '/reviews', contract.made, { unitId: places.region, ...FIELDS }));
  const files = form({ '司法局.pdf': faultyPdf, '再来一份.pdf': faultyPdf, '加密.pdf': encryptedPdf });
  expect(await office.ask('POST', `/reviews/${batch}/files`, contract.added, files)).toEqual({ made: 2 });
  await read();
  const { items, missing, reviewers } = await got();
  expect(missing).toEqual([{ code: '302', name: '数据局' }]);
  expect(reviewers.map(({ name }) => name).sort()).toEqual(['人chief', '人expert', '人office']);
  expect(items.map(({ name, problem }) => [name, problem === null])).toEqual([
    ['加密.pdf', false],
    ['司法局.pdf', true],
  ]);
  const [locked, item] = items;
  text = item!.id;
  expect(item).toMatchObject({ agency: '示例市司法局', year: 2026, stage: 'budget', state: 'open', round: 1 });
  expect((await expert.ask('GET', '/reviews', contract.batches)).batches).toEqual([]);
  const personId = reviewers.find(({ name }) => name === '人expert')!.id;
  await office.ask('POST', `/reviews/${batch}/assignments`, contract.done, { documents: [text], personId });
  expect((await got(expert)).items.map(({ id }) => id)).toEqual([text]);
  expect((await expert.refused('GET', `/review-texts/${locked!.id}`))[0]).toBe(404);
});

test('findings are decided on, one is added with its frame, the checklist is signed, all of it in the reports', async () => {
  const { findings, checklists, mayWork } = await get(expert);
  expect(mayWork).toBe(true);
  expect(findings.length).toBeGreaterThan(1);
  expect(findings[0]!.offers.map(({ event }) => event)).toEqual(['dismiss', 'mend']);
  const [set] = findings.filter(({ finding }) => finding.rule !== 'text-punctuation');
  const refused = await expert.refused('POST', `/review-texts/${text}/decisions`, {
    event: 'dismiss',
    findings: [{ id: set!.id, revision: 0 }],
  });
  expect(refused).toEqual([409, '不予采纳要写明理由。']);
  await decide(expert, [set!], { event: 'dismiss', reason: '口径不同' });
  const own = { message: '封面没有盖章', severity: 'warning', page: 1, box: [60, 60, 300, 120] };
  expect((await expert.refused('POST', `/review-texts/${text}/findings`, { ...own, page: 9 }))[1]).toContain(
    '只有 3 页',
  );
  const { id } = await expert.ask('POST', `/review-texts/${text}/findings`, contract.made, own);
  await expert.ask('POST', `/review-texts/${text}/comments`, contract.done, { findingId: id, text: '见封面' });
  const [timely] = checklists[0]!.rows;
  expect(timely).toMatchObject({ id: 'timeliness', met: null });
  const signed = { item: 'timeliness', met: false, note: '三月二十五日才公开' };
  await expert.ask('PUT', `/review-texts/${text}/checklist`, contract.done, signed);
  const after = await get(expert);
  expect(after.checklists[0]!.rows[0]).toMatchObject({ met: false, note: '三月二十五日才公开（人expert）' });
  expect(after.checklists[0]!.rows.find((row) => row.id === 'cover')).toMatchObject({ met: false, findings: 1 });
  expect(after.findings.find((one) => one.id === set!.id)).toMatchObject({ state: 'dismissed', revision: 1 });
  const added = after.findings.find((one) => one.isOwn)!;
  expect(added).toMatchObject({ person: '人expert', comments: [{ text: '见封面' }] });
  expect(added.finding.evidence).toEqual([{ text: '', origin: { page: 1, box: [60, 60, 300, 120] } }]);
  const page = await expert.send('GET', `/review-texts/${text}/rounds/1/pages/1.png?frame=60,60,300,120&scale=1`);
  expect([page.status, page.headers.get('content-type')]).toEqual([200, 'image/png']);
  const original = await expert.send('GET', `/review-texts/${text}/rounds/1/file`);
  expect([original.headers.get('content-type'), original.headers.get('content-disposition')?.slice(0, 10)]).toEqual([
    'application/octet-stream',
    'attachment',
  ]);
  const html = await (await expert.send('GET', `/review-texts/${text}/report.html`)).text();
  expect([html.includes('封面没有盖章'), html.includes(set!.finding.message)]).toEqual([true, false]);
  for (const report of ['report.xlsx', 'report.pdf'])
    expect((await expert.send('GET', `/review-texts/${text}/${report}`)).status).toBe(200);
  const book = await office.send('GET', `/reviews/${batch}/workbook`);
  expect([book.status, (await book.arrayBuffer()).byteLength > 5000]).toEqual([200, true]);
});

test('the agency is told in a letter that somebody else signs; its corrected text is held against what was told', async () => {
  await step(expert, 'submit');
  const { offers } = await get(chief);
  expect(offers).toEqual([
    { event: 'return', name: '退回', needs: ['reason'], missing: null },
    { event: 'tell', name: '告知单位', needs: [], missing: null },
    { event: 'close', name: '办结', needs: [], missing: '还有问题没有结果' },
  ]);
  const draft = await chief.ask('GET', `/review-texts/${text}/letter`, contract.letterDraft);
  expect(draft.title).toBe('关于示例市司法局2026年预算公开文本检查情况的函');
  expect(draft.paragraphs.join('\n')).toMatch(/封面没有盖章。（第1页）[\s\S]*2026年3月20日前改正[\s\S]*某区财政局/);
  const letter = { ...draft, paragraphs: [...draft.paragraphs.slice(0, -2), '特此函告。'], day: '2026-03-10' };
  const { revision } = await get(chief);
  expect((await expert.refused('POST', `/review-texts/${text}/letters`, { revision, ...letter }))[1]).toContain(
    '财政业务处',
  );
  const { id } = await chief.ask('POST', `/review-texts/${text}/letters`, contract.made, { revision, ...letter });
  for (const format of ['docx', 'pdf']) {
    const answer = await chief.send('GET', `/review-texts/${text}/letters/${id}/${format}`);
    expect([format, answer.status]).toEqual([format, 200]);
    const bytes = new Uint8Array(await answer.arrayBuffer());
    expect(bytes.length).toBeGreaterThan(2000);
    if (format === 'docx') expect((await readDocument('函.docx', bytes)).source).toBe('函.docx');
  }
  const told = await get(expert);
  expect(new Set(told.findings.map(({ state }) => state))).toEqual(new Set(['dismissed', 'told']));
  const again = form({ '改.pdf': faultyPdf }, { revision: String(told.revision) });
  expect((await expert.refused('POST', `/review-texts/${text}/files`, again))[1]).toContain('没有改过');
  const corrected = form({ '改.pdf': CORRECTED }, { revision: String(told.revision) });
  await expert.ask('POST', `/review-texts/${text}/files`, contract.done, corrected);
  await read();
  const { findings, round } = await get(expert);
  expect(round).toBe(2);
  const of = (rule: string) =>
    findings
      .filter(({ finding }) => finding.rule === rule)
      .map(({ state, firstRound, lastRound }) => [state, firstRound, lastRound]);
  expect(of('text-punctuation')).toEqual([
    ['fixed', 1, 1],
    ['open', 2, 2],
  ]);
  expect(of('own-finding')).toEqual([['told', 1, 1]]);
  expect(findings.filter(({ state }) => state === 'dismissed').map(({ lastRound }) => lastRound)).toEqual([2]);
});

test('all that is left is settled, and another closes it', async () => {
  const { findings } = await get(expert);
  await decide(
    expert,
    findings.filter(({ isOwn }) => isOwn),
    { event: 'mend' },
  );
  const open = findings.filter(({ state }) => state === 'open');
  await decide(expert, open, { event: 'dismiss', reason: '原文如此' });
  await step(expert, 'submit');
  expect((await expert.refused('POST', `/review-texts/${text}/steps`, { revision: 4, event: 'close' }))[0]).toBe(409);
  await step(chief, 'close');
  const { state, history, mayWork } = await get(chief);
  expect([state, mayWork]).toEqual(['closed', false]);
  expect(history.map(({ name, person }) => `${person}${name}`)).toEqual([
    '人expert交审',
    '人chief告知单位',
    '人expert收改正稿',
    '人expert交审',
    '人chief办结',
  ]);
});

test('a bureau sees which rules are mostly set aside, and takes one as a notice; it has its own checklist', async () => {
  const at = `/review-rules/${places.region}`;
  const { rules, people } = await office.ask('GET', at, contract.statistics);
  expect(rules.every(({ found, decided }) => found >= decided)).toBe(true);
  expect(people.map(({ person }) => person)).toContain('人expert');
  const setting = { rule: 'text-punctuation', isNotice: true, reason: '本地公文习惯' };
  expect((await expert.refused('POST', at, setting))[0]).toBe(404);
  await office.ask('POST', at, contract.done, setting);
  const after = await office.ask('GET', at, contract.statistics);
  expect(after.rules.find(({ rule }) => rule === 'text-punctuation')?.setting).toMatchObject({
    reason: '本地公文习惯',
  });
  const lists = `/review-checklists/${places.region}`;
  const edition = { name: '2026 版', leftOut: ['cover'], ownItems: ['是否在政府网站首页可以找到'] };
  const { id: checklistId } = await office.ask('POST', lists, contract.made, edition);
  const { editions, items } = await office.ask('GET', lists, contract.checklists);
  expect([editions.length, items.some(({ id }) => id === 'cover')]).toEqual([1, true]);
  await office.ask('PUT', `/reviews/${batch}`, contract.done, { ...FIELDS, checklistId });
  const { checklists } = await get();
  expect(checklists[0]!.rows.map(({ id }) => id)).not.toContain('cover');
  expect(checklists[0]!.rows.at(-1)).toMatchObject({ id: `own:${edition.ownItems[0]}`, met: null });
});

test('nobody else finds it, on any route', async () => {
  const stranger = await deskOf(app, fixture.store, 'stranger', places.unit, 'unit-clerk', 'unit-head');
  const other = await deskOf(app, fixture.store, 'other', places.region, 'reviewer');
  const { paths } = (await (await app.request('/api/openapi.json')).json()) as {
    paths: Record<string, Record<string, unknown>>;
  };
  const bodies: Readonly<Record<string, unknown>> = {
    '/reviews/{id}': FIELDS,
    '/reviews/{id}/removal': { reason: '删' },
    '/reviews/{id}/collected': { year: 2026, stage: 'budget' },
    '/reviews/{id}/assignments': { documents: [1], personId: null },
    '/reviews/{id}/files': form({ 'a.pdf': faultyPdf }),
    '/review-texts/{id}/steps': { revision: 1, event: 'submit' },
    '/review-texts/{id}/decisions': { event: 'mend', findings: [{ id: 1, revision: 0 }] },
    '/review-texts/{id}/findings': { message: '一', severity: 'error', page: 1 },
    '/review-texts/{id}/comments': { text: '一' },
    '/review-texts/{id}/figures': { corrections: [] },
    '/review-texts/{id}/checklist': { item: 'cover', met: true, note: '一' },
    '/review-texts/{id}/files': form({ 'a.pdf': faultyPdf }, { revision: '1' }),
    '/review-texts/{id}/letters': { revision: 1, title: '一', paragraphs: ['一'], day: '2026-03-02' },
    '/review-rules/{id}': { rule: 'a', isNotice: true, reason: '一' },
    '/review-checklists/{id}': { name: '一', leftOut: [], ownItems: [] },
  };
  const named = Object.entries(paths).flatMap(([path, methods]) =>
    /\/v1\/review(?:s|-texts|-rules|-checklists)\/\{id\}/.test(path)
      ? Object.keys(methods).map((method) => [method.toUpperCase(), path.slice(7)] as const)
      : [],
  );
  expect(named.length).toBeGreaterThan(20);
  for (const [method, path] of named)
    for (const desk of [stranger, other]) {
      const whose = path.startsWith('/review-texts') ? text : path.startsWith('/reviews') ? batch : places.region;
      const at = path
        .replace('{id}', String(whose))
        .replace('{round}', '1')
        .replace('{page}', '1.png')
        .replace('{letter}', '1')
        .replace('{format}', 'pdf')
        .replace('{report}', 'report.html');
      const body = method === 'GET' ? undefined : bodies[path];
      expect([method, path, (await desk.send(method, at, body)).status]).toEqual([method, path, 404]);
    }
  for (const desk of [stranger, other])
    expect(await desk.ask('GET', '/reviews', contract.batches)).toEqual({ places: [], batches: [] });
  const auditor = await deskOf(app, fixture.store, 'auditor', places.region, 'auditor');
  expect((await get(auditor)).offers).toEqual([]);
  expect((await auditor.refused('POST', `/review-texts/${text}/comments`, { text: '一' }))[0]).toBe(409);
});

test('what is not to be kept goes by itself, and on the word of the office', async () => {
  const { store } = fixture;
  const person = (await got()).personId;
  const worker = { ...TERMINAL, personId: person, roles: ['bureau-office'] as const };
  await openReviewBatch(store, places.region, { ...FIELDS, title: '旧的', keepUntil: '2020-01-01' }, worker);
  expect(await deleteOverdue(store)).toBe(1);
  startRetention(store, { attachmentYears: 0 }, pino({ level: 'silent' })).stop();
  await office.ask('POST', `/reviews/${batch}/removal`, contract.done, { reason: '检查结束' });
  expect((await office.refused('GET', `/review-texts/${text}`))[0]).toBe(404);
  expect((await office.ask('GET', '/reviews', contract.batches)).batches).toEqual([]);
});
