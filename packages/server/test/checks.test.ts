import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serialize } from 'node:v8';
import { jsonSchemaOf } from '@mingsuan/core/schema/index';
import type { Store } from '@mingsuan/store';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { madeScan } from '../../documents/test/scan/made-scan.ts';
import { createApp } from '../src/app.ts';
import type { Config } from '../src/config.ts';
import { scanFigures } from '../src/contract/figures.ts';
import type { Engine } from '../src/engine/engine.ts';
import type { Api } from '../src/http/env.ts';
import { createMetrics } from '../src/http/metrics.ts';
import { openPages } from '../src/http/pages.ts';
import { checkAnswer, checkDismissals, checkStatus } from '../src/modules/checks/contract.ts';
import { type Checks, openChecks } from '../src/modules/checks/service.ts';
import type { Imports } from '../src/modules/imports/service.ts';
import type { Services } from '../src/services.ts';
import { SAMPLES, testConfig, testEngine } from './fixture.ts';
import { faultyPdf } from './hostile.ts';
import { scannedCheck } from './scanned-check.ts';

const log = pino({ level: 'silent' });
let folder: string;
let engine: Engine;
let checks: Checks;
let app: Api;

const appWith = (config: Partial<Config> = {}, services: Partial<Services> = {}): Api =>
  createApp({
    config: { ...testConfig(folder), ...config },
    // Checks ask nothing of the store.
    store: {} as Store,
    imports: {} as Imports,
    log,
    engine,
    checks,
    metrics: createMetrics(),
    pages: openPages(folder),
    ...services,
  });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mingsuan-checks-'));
  engine = testEngine(testConfig(folder));
  checks = await openChecks({ dataDir: folder, engine, log });
  app = appWith();
});
afterAll(async () => {
  checks.close();
  engine.close();
  await rm(folder, { recursive: true, force: true });
});

function upload(files: Readonly<Record<string, Uint8Array | string>>, to = app): Promise<Response> {
  const body = new FormData();
  for (const [name, content] of Object.entries(files)) body.append('files', new File([content as string], name));
  return Promise.resolve(to.request('/api/v1/checks', { method: 'POST', body }));
}

const bytesOf = async (answer: Response): Promise<Buffer> => Buffer.from(await answer.arrayBuffer());

async function finished(id: string, by = app) {
  for (;;) {
    const answer = checkAnswer.parse(await (await by.request(`/api/v1/checks/${id}`)).json());
    if (answer.state !== 'running') return answer;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function checked(files: Readonly<Record<string, Uint8Array | string>>, by = app) {
  const started = await upload(files, by);
  expect(started.status).toBe(202);
  const { id } = checkStatus.parse(await started.json());
  return finished(id, by);
}

describe('checks at once', () => {
  test('are limited for each visitor apart, and the next may come when one is done', async () => {
    const waiting: (() => void)[] = [];
    const slow: Engine = {
      ...engine,
      uploads: {
        ...engine.uploads,
        run: () => new Promise((_, reject) => waiting.push(() => reject(new Error('stopped')))),
      },
    };
    const own = await mkdtemp(join(tmpdir(), 'mingsuan-checks-'));
    const held = await openChecks({ dataDir: own, engine: slow, log });
    const create = (visitor: string) => held.create(visitor, [{ name: 'a.txt', bytes: Buffer.from('预算') }]);
    try {
      for (let i = 0; i < 4; i++) await create('1.1.1.1');
      await expect(create('1.1.1.1')).rejects.toThrow(/同时最多核对 4 批/);
      await expect(create('2.2.2.2')).resolves.toMatchObject({ state: 'running' });
      while (waiting.length < 5) await new Promise((resolve) => setTimeout(resolve, 5));
      waiting[0]!();
      const next = () => create('1.1.1.1').catch(() => undefined);
      while (!(await next())) await new Promise((resolve) => setTimeout(resolve, 5));
    } finally {
      for (const stop of waiting) stop();
      held.close();
      await rm(own, { recursive: true, force: true });
    }
  });
});

describe('a protected file', () => {
  const file = new URL('../../documents/test/protected/files/user256.pdf', import.meta.url);
  const started = async (password?: string) => {
    const body = new FormData();
    body.append('files', new File([await readFile(file)], '预算.pdf'));
    if (password !== undefined) body.append('password', password);
    const { id } = checkStatus.parse(await (await app.request('/api/v1/checks', { method: 'POST', body })).json());
    return finished(id);
  };
  const kept = async (): Promise<string> => {
    const names = await readdir(join(folder, 'checks'), { recursive: true, withFileTypes: true });
    const files = names.filter((entry) => entry.isFile());
    return (await Promise.all(files.map((entry) => readFile(join(entry.parentPath, entry.name), 'latin1')))).join('');
  };

  test('opens with its password, which is kept nowhere', async () => {
    expect((await started()).documents).toMatchObject([{ error: expect.stringContaining('打开密码') }]);
    expect((await started('falsch')).documents).toMatchObject([{ error: expect.stringContaining('密码不对') }]);
    const { id, documents } = await started('mima-123');
    expect(documents).toMatchObject([{ source: '预算.pdf', pages: 1 }]);
    expect((await app.request(`/api/v1/checks/${id}/documents/0/pages/1.png`)).status).toBe(200);
    expect(await kept()).not.toContain('mima-123');
  });
});

describe('a page and its pictures', () => {
  const PNG = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );

  test('uploaded together are one document; a picture that no page shows is one of its own', async () => {
    const page = '<h1>某局2026年部门预算</h1><p>单位：万元</p><img src="表一.png"><p>本年收入10.00万元。</p>';
    const { documents } = await checked({ '公开.html': page, '表一.png': PNG, '别的.png': PNG });
    expect(documents.map(({ source }) => source).sort()).toEqual(['公开.html', '别的.png'].sort());
  });
});

describe('a check', () => {
  test('gives findings, pictures with frames and every report', async () => {
    const answer = await checked({ '公开/预算.pdf': faultyPdf, '空.txt': '' });
    expect(answer).toMatchObject({ state: 'done', progress: { done: 2, total: 2 } });
    const [pdf, empty] = answer.documents;
    expect(pdf).toMatchObject({ source: '预算.pdf', pages: 3, pageSizes: [{ width: 595, height: 842 }, {}, {}] });
    expect(pdf!.findings.length).toBeGreaterThan(0);
    expect(empty).toMatchObject({ source: '空.txt', pages: 0, error: expect.stringContaining('空的') });

    const at = `/api/v1/checks/${answer.id}`;
    const { origin } = pdf!.findings[0]!.evidence[0]!;
    const plain = await app.request(`${at}/documents/0/pages/${origin.page}.png`);
    const framed = await app.request(`${at}/documents/0/pages/${origin.page}.png?frame=${origin.box}`);
    for (const picture of [plain, framed]) expect(picture.headers.get('content-type')).toBe('image/png');
    const [one, other] = [await bytesOf(plain), await bytesOf(framed)];
    expect(one.subarray(1, 4).toString()).toBe('PNG');
    expect(one.equals(other)).toBe(false);
    expect((await app.request(`${at}/documents/0/pages/4.png`)).status).toBe(404);
    expect((await app.request(`${at}/documents/1/pages/1.png`)).status).toBe(404);

    const begins = { xlsx: 'PK', pdf: '%PDF', html: '<!do', json: '{' };
    for (const [format, start] of Object.entries(begins)) {
      const report = await app.request(`${at}/report.${format}`);
      expect([format, report.status]).toEqual([format, 200]);
      expect(report.headers.get('content-disposition')).toContain('attachment');
      expect(report.headers.get('cache-control')).toContain('no-store');
      expect(
        Buffer.from(await report.arrayBuffer())
          .toString('latin1')
          .startsWith(start),
      ).toBe(true);
    }
    const json = await (await app.request(`${at}/report.json`)).json();
    const validate = new Ajv2020({ strict: false }).compile(jsonSchemaOf('check'));
    expect([validate(json), validate.errors]).toEqual([true, null]);
  });

  test('leaves dismissed findings out of what is taken along', async () => {
    const { id, documents } = await checked({ '预算.pdf': faultyPdf });
    const finding = documents[0]!.findings[0]!;
    const body = { dismissals: [{ id: finding.id, reason: '口径不同，已核实' }] };
    const answer = await app.request(`/api/v1/checks/${id}/dismissals`, {
      method: 'PUT',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    });
    expect(checkDismissals.parse(await answer.json())).toEqual(body);
    expect((await finished(id)).documents[0]!.findings[0]).toMatchObject({ dismissed: '口径不同，已核实' });
    const report = await (await app.request(`/api/v1/checks/${id}/report.json`)).text();
    expect(JSON.parse(report).documents[0].dismissed).toMatchObject([{ id: finding.id }]);
  });

  test('reads a scan again with what a person saw on it, and takes it back', async () => {
    const other = await mkdtemp(join(tmpdir(), 'mingsuan-checks-'));
    const id = await scannedCheck(other, madeScan(['112.50', '172.50']));
    const own = await openChecks({ dataDir: other, engine, log });
    const to = appWith({}, { checks: own });
    const at = `/api/v1/checks/${id}/documents/0/figures`;
    const put = async (corrections: unknown) =>
      to.request(at, {
        method: 'PUT',
        body: JSON.stringify({ corrections }),
        headers: { 'content-type': 'application/json' },
      });
    const errors = async () =>
      checkAnswer
        .parse(await (await to.request(`/api/v1/checks/${id}`)).json())
        .documents[0]!.findings.filter(({ severity, message }) => severity === 'error' && message.includes('112.50'))
        .length;
    const { figures } = scanFigures.parse(await (await to.request(at)).json());
    expect(figures).toMatchObject([{ read: '112.50', others: ['172.50'] }]);
    expect(await errors()).toBe(0);

    const [{ origin }] = figures as [(typeof figures)[number]];
    // The figure as it stands is confirmed: now it is the document's.
    await put([{ origin, text: '112.50' }]);
    expect(await errors()).toBeGreaterThan(0);
    const corrected = scanFigures.parse(await (await put([{ origin, text: '412.50' }])).json());
    expect(corrected.figures).toMatchObject([{ corrected: '412.50' }]);
    expect(await errors()).toBe(0);
    const taken = scanFigures.parse(await (await put([])).json());
    expect(taken.log.map(({ from, to }) => [from, to])).toEqual([
      ['112.50', '112.50'],
      ['112.50', '412.50'],
      ['412.50', undefined],
    ]);
    expect(taken.figures[0]).not.toHaveProperty('corrected');
    expect((await put([{ origin, text: '四百' }])).status).toBe(400);
    own.close();
    await rm(other, { recursive: true });
  });

  test('holds a department against its units in another file', async () => {
    const name = '302-石家庄市数据资源管理局-2021.json';
    const { documents } = await checked({ [name]: await readFile(join(SAMPLES, name)) });
    expect(documents.length).toBeGreaterThan(0);
    expect(documents.flatMap(({ disclosures }) => disclosures.map(({ agency }) => agency.level))).toContain('unit');
  });

  test('is deleted when asked, and when its hour is over', async () => {
    const { id } = await checked({ '空.txt': '' });
    expect((await app.request(`/api/v1/checks/${id}`, { method: 'DELETE' })).status).toBe(204);
    expect((await app.request(`/api/v1/checks/${id}`)).status).toBe(404);
    expect(await readdir(join(folder, 'checks'))).not.toContain(id);

    const other = await mkdtemp(join(tmpdir(), 'mingsuan-checks-'));
    const brief = await openChecks({ dataDir: other, engine, log, keepMs: 0 });
    const status = await brief.create('me', [{ name: 'a.txt', bytes: new Uint8Array() }]);
    expect(brief.status(status.id)).toBeUndefined();
    brief.close();
    (await openChecks({ dataDir: other, engine, log, keepMs: 0 })).close();
    expect(await readdir(join(other, 'checks'))).toEqual([]);
    await rm(other, { recursive: true });
  });

  test('goes on after the server was killed', async () => {
    const other = await mkdtemp(join(tmpdir(), 'mingsuan-checks-'));
    const dying = testEngine(testConfig(other));
    const before = await openChecks({ dataDir: other, engine: dying, log });
    const { id } = await before.create('me', [{ name: '预算.pdf', bytes: faultyPdf }]);
    before.close();
    dying.close();
    const after = await openChecks({ dataDir: other, engine, log });
    while (after.status(id)?.state === 'running') await new Promise((resolve) => setTimeout(resolve, 50));
    const result = await after.result(id);
    expect(result?.files[0]).toMatchObject({ pages: [{}, {}, {}] });
    after.close();
    await rm(other, { recursive: true });
  });
});

test('nothing that a loss of power left of checks keeps the server from starting', async () => {
  const other = await mkdtemp(join(tmpdir(), 'mingsuan-checks-'));
  const before = await openChecks({ dataDir: other, engine, log });
  const files = [{ name: '空.txt', bytes: new Uint8Array() }];
  const made = async () => (await before.create(String(Math.random()), files)).id;
  const [done, cut] = [await made(), await made()];
  for (const id of [done, cut]) {
    while (before.status(id)?.state === 'running') await new Promise((resolve) => setTimeout(resolve, 50));
  }
  before.close();
  const at = (...names: string[]) => join(other, 'checks', ...names);
  await writeFile(at(cut, 'result'), '');
  await writeFile(at(done, 'dismissals'), '');
  const broken = [Buffer.alloc(0), Buffer.from('x'), serialize(null), serialize({ id: 'a' }), Buffer.alloc(512)];
  for (const [i, bytes] of broken.entries()) {
    await mkdir(at(`${i}`.repeat(24)));
    await writeFile(at(`${i}`.repeat(24), 'ticket'), bytes);
  }
  await mkdir(at('a'.repeat(24), 'ticket'), { recursive: true });
  await writeFile(at('stray'), '');

  const after = await openChecks({ dataDir: other, engine, log });
  expect((await readdir(at())).sort()).toEqual([done, cut].sort());
  expect([after.status(done)?.state, await after.dismissals(done)]).toEqual(['done', []]);
  while (after.status(cut)?.state === 'running') await new Promise((resolve) => setTimeout(resolve, 50));
  expect((await after.result(cut))?.files).toHaveLength(1);
  after.close();
  await rm(other, { recursive: true });
});

describe('what is refused', () => {
  test.each([
    ['no file', () => app.request('/api/v1/checks', { method: 'POST', body: new FormData() }), 400],
    ['a form that is none', () => app.request('/api/v1/checks', form('not a form')), 400],
    ['plain text', () => app.request('/api/v1/checks', { method: 'POST', body: 'hello' }), 415],
    ['too large', () => upload({ 'a.pdf': new Uint8Array(2_000_000) }, appWith({ uploadBytes: 1_000_000 })), 413],
    ['too many', () => upload(Object.fromEntries(Array.from({ length: 51 }, (_, i) => [`${i}.txt`, 'a']))), 413],
    ['links, which are off', () => post({ url: 'https://example.com/a.pdf' }), 403],
    ['no link', () => post({ link: 'a' }), 400],
    ['another id', () => app.request(`/api/v1/checks/${'a'.repeat(24)}`), 404],
    ['an id that is a path', () => app.request('/api/v1/checks/..%2f..%2f..%2fetc%2fpasswd'), 400],
    ['another report', () => app.request(`/api/v1/checks/${'a'.repeat(24)}/report.exe`), 400],
  ])('%s', async (_, ask, status) => {
    const answer = await ask();
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(((await answer.json()) as { detail: string }).detail).toMatch(/[\u4e00-\u9fff].*。$/);
  });

  const form = (body: string) => ({
    method: 'POST',
    body,
    headers: { 'content-type': 'multipart/form-data; boundary=x' },
  });
  const post = (body: object) =>
    app.request('/api/v1/checks', {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    });
});
