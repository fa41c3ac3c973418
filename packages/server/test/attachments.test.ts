/** Attachments over HTTP: what is taken, how it is handed out, that nobody sees what is not theirs, and what an evaluation takes as proof. */
import { zipSync } from 'fflate';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Api } from '../src/http/env.ts';
import { done, made as opened } from '../src/modules/accounts/contract.ts';
import * as contract from '../src/modules/attachments/contract.ts';
import { attachmentKind } from '../src/modules/attachments/kinds.ts';
import { scanned } from '../src/modules/attachments/scan.ts';
import { type Desk, deskOf, type Places, placesIn } from './desk.ts';
import { type Fixture, openFixture } from './fixture.ts';

let fixture: Fixture;
let app: Api;
let places: Places;
let clerk: Desk;
let id: number;

const PDF = '%PDF-1.7\n%%EOF\n';
const form = (about: string, ...files: readonly (readonly [name: string, bytes: BlobPart])[]) => {
  const body = new FormData();
  for (const [name, bytes] of files) body.append('files', new File([bytes], name));
  body.set('about', about);
  return body;
};

beforeAll(async () => {
  fixture = await openFixture(false);
  app = fixture.appWith();
  places = await placesIn(fixture.store);
  clerk = await deskOf(app, fixture.store, 'clerk', places.unit, 'unit-clerk');
  ({ id } = await clerk.ask('POST', '/work', opened, { process: 'round', unitId: places.unit, year: 2026 }));
});
afterAll(() => fixture.close());

test('a file is kept with an item, downloaded as it is and never opened within the site', async () => {
  const path = `/work/${id}/attachments`;
  const { ids } = await clerk.ask('POST', path, contract.made, form('测算依据', ['../a"\r\nx: 1.pdf', PDF]));
  const held = await clerk.ask('GET', path, contract.attachments);
  expect(held).toMatchObject({ mayAttach: true, attachments: [{ id: ids[0], about: '测算依据', size: PDF.length }] });
  const answer = await clerk.send('GET', `${path}/${ids[0]}`);
  expect(await answer.text()).toBe(PDF);
  const { headers } = answer;
  expect([headers.get('content-type'), headers.get('x-content-type-options'), headers.get('cache-control')]).toEqual([
    'application/octet-stream',
    'nosniff',
    'private, no-store',
  ]);
  expect(headers.get('content-disposition')).toMatch(/^attachment; /);
  expect(headers.get('content-security-policy')).toMatch(/sandbox$/);
});

test('nobody sees, adds or takes back what is not theirs, on any route', async () => {
  const path = `/work/${id}/attachments`;
  const [first] = (await clerk.ask('GET', path, contract.attachments)).attachments;
  const sibling = await deskOf(app, fixture.store, 'sibling', places.sibling, 'unit-clerk');
  const nobody = await deskOf(app, fixture.store, 'nobody', places.unit);
  const expert = await deskOf(app, fixture.store, 'expert', places.region, 'reviewer');
  for (const desk of [sibling, nobody, expert]) {
    expect((await desk.refused('GET', path))[0]).toBe(404);
    expect((await desk.refused('GET', `${path}/${first!.id}`))[0]).toBe(404);
    expect((await desk.refused('POST', path, form('', ['a.pdf', PDF])))[0]).toBe(404);
    expect((await desk.refused('DELETE', `${path}/${first!.id}`))[0]).toBe(404);
  }
  expect((await app.request(`/api/v1${path}/${first!.id}`)).status).toBe(401);
  // Who only looks on sees it and changes nothing.
  const auditor = await deskOf(app, fixture.store, 'auditor', places.region, 'auditor');
  expect((await auditor.ask('GET', path, contract.attachments)).mayAttach).toBe(false);
  expect((await auditor.refused('DELETE', `${path}/${first!.id}`))[0]).toBe(409);
  // By the number of another item it is not there.
  const other = await clerk.ask('POST', '/work', opened, { process: 'round', unitId: places.unit, year: 2027 });
  expect((await clerk.refused('GET', `/work/${other.id}/attachments/${first!.id}`))[0]).toBe(404);
  expect((await clerk.refused('DELETE', `/work/${other.id}/attachments/${first!.id}`))[0]).toBe(409);
});

const zip = (...names: string[]) => zipSync(Object.fromEntries(names.map((name) => [name, new Uint8Array([1])])));

test.each([
  ['a.pdf', PDF, 'pdf'],
  ['a.docx', zip('[Content_Types].xml', 'word/document.xml'), 'docx'],
  ['a.zip', zip('一.pdf'), 'zip'],
  ['a.csv', '项目,金额\n', 'text'],
  ['a.png', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), 'picture'],
  ['a.png', 'PNG', '和扩展名不符'],
  ['a.exe', 'MZ\x90\0\0\x01\x02', '不是能收的文件'],
  ['a.pdf', '<html><script>alert(1)</script></html>', '不是能收的文件'],
  ['a.html', '<html></html>', '不是能收的文件'],
  ['a.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>', '不是能收的文件'],
  ['a.docx', PDF, '和扩展名不符'],
  ['a', PDF, '不是能收的文件'],
  ['a.xlsm', zip('[Content_Types].xml', 'xl/workbook.xml'), '不是能收的文件'],
  ['a.xlsx', zip('[Content_Types].xml', 'xl/workbook.xml', 'xl/vbaProject.bin'), '带有宏'],
  ['a.pdf', '', '是空的'],
])('%s is taken for what it is, or not', (name, content, told) => {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
  try {
    expect(attachmentKind(name, bytes)).toBe(told);
  } catch (error) {
    expect((error as Error).message).toContain(told);
  }
});

test('a scanner of the operator looks first; what it did not look at is not taken', async () => {
  const log = pino({ level: 'silent' });
  const node = (script: string) => ({ scan: [process.execPath, '-e', script] });
  const finder = node(
    `let s='';process.stdin.on('data',d=>s+=d).on('end',()=>process.exit(process.env.DATABASE_URL?3:s.includes('EICAR')?1:0))`,
  );
  const of = (text: string) => ({ name: 'a.txt', bytes: Buffer.from(text) });
  await scanned(finder, log, of('清白'));
  await scanned({}, log, of('EICAR'));
  await expect(scanned(finder, log, of('EICAR'))).rejects.toThrow('查出病毒');
  await expect(scanned(node('process.exit(2)'), log, of('清白'))).rejects.toThrow('没有做成');
  await expect(scanned({ scan: ['/no/such/scanner'] }, log, of('清白'))).rejects.toThrow('没有做成');
  const guarded = fixture.appWith(finder);
  const desk = await deskOf(guarded, fixture.store, 'second', places.unit, 'unit-clerk');
  const refusal = await desk.refused(
    'POST',
    `/work/${id}/attachments`,
    form('', ['一.txt', '一'], ['二.txt', 'EICAR']),
  );
  expect(refusal).toEqual([422, '“二.txt”查出病毒，没有收下。']);
  expect((await desk.ask('GET', `/work/${id}/attachments`, contract.attachments)).attachments).toHaveLength(1);
});

test('too much at once is refused; what is taken back is gone', async () => {
  const path = `/work/${id}/attachments`;
  const small = fixture.appWith({ attachmentBytes: 1024 });
  const desk = await deskOf(small, fixture.store, 'third', places.unit, 'unit-clerk');
  expect((await desk.refused('POST', path, form('', ['a.txt', 'a'.repeat(2000)])))[0]).toBe(413);
  expect((await desk.refused('POST', path, form('a'.repeat(201), ['a.txt', 'a'])))[0]).toBe(400);
  const [first] = (await clerk.ask('GET', path, contract.attachments)).attachments;
  await clerk.ask('DELETE', `${path}/${first!.id}`, done);
  expect((await clerk.refused('GET', `${path}/${first!.id}`))[0]).toBe(404);
});
