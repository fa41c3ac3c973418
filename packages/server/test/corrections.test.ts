/** Figures of scans that people settle: kept with an import and with a text under review, read again with, taken back; and who may not. */
import { documentScan, reviewFiles } from '@mingsuan/store';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { makePdf, text } from '../../documents/test/pdf/make-pdf.ts';
import { madeScan } from '../../documents/test/scan/made-scan.ts';
import { scanFigures } from '../src/contract/figures.ts';
import type { Api } from '../src/http/env.ts';
import { changePage, inboxFile } from '../src/modules/identity/contract.ts';
import * as contract from '../src/modules/reviews/contract.ts';
import { readingsOf } from '../src/modules/reviews/reading.ts';
import { deskOf, placesIn } from './desk.ts';
import { type Fixture, openFixture } from './fixture.ts';
import { scannedImport, scannedReview } from './scanned-text.ts';

const TOKEN = 'a-token-of-the-operator';
const LAYOUT = madeScan(['112.50', '172.50']);
const pdf = (said: string) => makePdf([{ content: text(105, 810, said), size: [595, 842] }]);
const PATIENCE = { timeout: 60_000, interval: 100 };

let fixture: Fixture;
let app: Api;
beforeAll(async () => {
  fixture = await openFixture(false);
  app = fixture.appWith({ adminToken: TOKEN });
});
afterAll(() => fixture.close());

const operator = (method: string, path: string, body?: unknown, token = TOKEN) =>
  app.request(`/api/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
const codesOf = (problems: readonly { readonly code: string }[]) =>
  problems.map(({ code }) => code).filter((code) => code.endsWith('-figure'));

test('what is settled of an import is kept with it, read again with, and taken back in the log', async () => {
  const id = await scannedImport(fixture.store, pdf('112.50'), LAYOUT);
  const other = await scannedImport(fixture.store, pdf('other'), madeScan(['412.50']), '另一份.pdf');
  const path = `/inbox/${id}/figures`;
  const codes = async () => {
    const file = inboxFile.parse(await (await operator('GET', `/inbox/${id}`)).json());
    expect(file.state).not.toBe('reading');
    return codesOf(file.problems as never);
  };
  expect(await codes()).toEqual(['doubtful-figure']);
  const known = scanFigures.parse(await (await operator('GET', path)).json());
  expect(known).toMatchObject({ pageSizes: [{ width: 595 }], figures: [{ read: '112.50' }], log: [] });
  const [{ origin }] = known.figures as [(typeof known.figures)[number]];
  const body = { corrections: [{ origin, text: '412.50' }], seen: 0, person: '某人', reason: '看图' };

  expect((await operator('PUT', path, body, 'another')).status).toBe(401);
  expect((await operator('PUT', `/inbox/${other}/figures`, body)).status).toBe(400);
  expect((await operator('PUT', path, { ...body, seen: 3 })).status).toBe(409);
  const settled = scanFigures.parse(await (await operator('PUT', path, body)).json());
  expect(settled.log).toMatchObject([{ person: '某人', from: '112.50', to: '412.50' }]);
  await vi.waitFor(async () => expect(await codes()).toEqual(['corrected-figure']), PATIENCE);
  expect((await operator('PUT', path, { ...body, seen: 1 })).status).toBe(409);

  // All of it is in the database: reading everything again keeps it.
  expect((await documentScan(fixture.store, id))!.book!.corrections).toEqual(body.corrections);
  expect((await operator('POST', '/imports/read-again', {})).ok).toBe(true);
  await vi.waitFor(async () => expect(await codes()).toEqual(['corrected-figure']), PATIENCE);

  const { items } = changePage.parse(await (await operator('GET', '/changes')).json());
  expect(items[0]).toMatchObject({ kind: 'figures', subject: id, person: '某人', before: [], after: body.corrections });
  expect((await operator('POST', `/changes/${items[0]!.id}/undo`, {})).status).toBe(200);
  await vi.waitFor(async () => expect(await codes()).not.toContain('corrected-figure'), PATIENCE);
  expect((await documentScan(fixture.store, id))!.book!.log).toHaveLength(2);
});

test('a reviewer settles figures of a text that is theirs: checked again, in the audit; others may not', async () => {
  const { store } = fixture;
  const places = await placesIn(store);
  const office = await deskOf(app, store, 'office', places.region, 'bureau-office');
  const auditor = await deskOf(app, store, 'auditor', places.region, 'auditor');
  const expert = await deskOf(app, store, 'expert', places.region, 'reviewer');
  const fields = { title: '检查', due: null, checklistId: null, keepUntil: null };
  const { id: batch } = await office.ask('POST', '/reviews', contract.made, { unitId: places.region, ...fields });
  const form = new FormData();
  form.append('files', new File([pdf('112.50') as Uint8Array<ArrayBuffer>], '扫描件.pdf'));
  await office.ask('POST', `/reviews/${batch}/files`, contract.added, form);
  const item = async () => (await office.ask('GET', `/reviews/${batch}`, contract.batchAnswer)).items[0]!;
  await vi.waitFor(async () => expect((await item()).isChecked).toBe(true), PATIENCE);
  const { id } = await item();
  const file = async () => (await reviewFiles(store.db, id)).at(-1)!;
  await scannedReview(store, await file(), LAYOUT);

  const path = `/review-texts/${id}/figures`;
  const known = await auditor.ask('GET', path, scanFigures);
  const [{ origin }] = known.figures as [(typeof known.figures)[number]];
  const settle = (told: string, seen: number) => ({ corrections: [{ origin, text: told }], seen });
  expect((await expert.refused('PUT', path, settle('412.50', 0)))[0]).toBe(404);
  expect((await auditor.refused('PUT', path, settle('412.50', 0)))[0]).toBe(409);
  const wrong = async () => {
    const { findings, files } = await office.ask('GET', `/review-texts/${id}`, contract.textAnswer);
    expect(files[0]!.isDoubtful).toBe(true);
    return findings.filter(({ finding }) => finding.severity === 'error' && finding.message.includes('112.50')).length;
  };
  // Confirmed as it stands the figure is the document's, and wrong; then it is read right.
  await office.ask('PUT', path, scanFigures, settle('112.50', 0));
  expect(await wrong()).toBeGreaterThan(0);
  const before = (await file()).readingSha256!;
  await office.ask('PUT', path, scanFigures, settle('412.50', 1));
  expect(await wrong()).toBe(0);
  expect(await store.files.get(before)).toBeUndefined();
  expect((await office.refused('PUT', path, settle('412.50', 2)))[0]).toBe(409);
  const taken = await office.ask('PUT', path, scanFigures, { corrections: [], seen: 2 });
  expect(taken.log.map(({ person, from, to }) => [person, from, to])).toEqual([
    ['人office', '112.50', '112.50'],
    ['人office', '112.50', '412.50'],
    ['人office', '412.50', undefined],
  ]);
  expect((await file()).corrections!.log).toEqual(taken.log);
});

test('what was settled in the portal goes along into a batch of reviews', async () => {
  const { store } = fixture;
  const places = await placesIn(store, '130111');
  const office = await deskOf(app, store, 'taker', places.region, 'bureau-office');
  const id = await scannedImport(store, pdf('third'), LAYOUT, '第三份.pdf');
  const { figures } = scanFigures.parse(await (await operator('GET', `/inbox/${id}/figures`)).json());
  const corrections = [{ origin: figures[0]!.origin, text: '412.50' }];
  await operator('PUT', `/inbox/${id}/figures`, { corrections, seen: 0, person: '某人', reason: '看图' });
  const codes = async () =>
    codesOf(inboxFile.parse(await (await operator('GET', `/inbox/${id}`)).json()).problems as never);
  await vi.waitFor(async () => expect(await codes()).toEqual(['corrected-figure']), PATIENCE);
  await sql`update agencies set region = '130111' where id in (select agency_id from disclosures where document_id = ${id})`.execute(
    store.db,
  );

  const fields = { title: '抽查', due: null, checklistId: null, keepUntil: null };
  const { id: batch } = await office.ask('POST', '/reviews', contract.made, { unitId: places.region, ...fields });
  const taken = { year: 2026, stage: 'budget' };
  expect(await office.ask('POST', `/reviews/${batch}/collected`, contract.added, taken)).toEqual({ made: 1 });
  const item = async () => (await office.ask('GET', `/reviews/${batch}`, contract.batchAnswer)).items[0]!;
  await vi.waitFor(async () => expect((await item()).isChecked).toBe(true), PATIENCE);
  const text = (await item()).id;
  const { log } = await office.ask('GET', `/review-texts/${text}/figures`, scanFigures);
  expect(log).toMatchObject([{ person: '某人', from: '112.50', to: '412.50' }]);
  const { findings } = await office.ask('GET', `/review-texts/${text}`, contract.textAnswer);
  expect(findings.filter(({ finding }) => finding.message.includes('112.50'))).toEqual([]);
  const [file] = await reviewFiles(store.db, text);
  expect((await readingsOf(store, file!))[0]!.problems.map(({ code }) => code)).toContain('corrected-figure');
});
