import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DATASETS, importDocument } from '@mingsuan/store';
import { parquetReadObjects } from 'hyparquet';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { z } from 'zod';
import type { Api } from '../src/http/env.ts';
import { openPages } from '../src/http/pages.ts';
import { importProgress } from '../src/modules/imports/contract.ts';
import type { Imports } from '../src/modules/imports/service.ts';
import { agencyAnswer, agencyPage, measures, trendAnswer } from '../src/modules/portal/agencies/contract.ts';
import { comparison } from '../src/modules/portal/compare/contract.ts';
import { disclosureAnswer, flows, tree } from '../src/modules/portal/disclosures/contract.ts';
import { documentAnswer } from '../src/modules/portal/documents/contract.ts';
import { findingItem, findingItems, rules } from '../src/modules/portal/findings/contract.ts';
import { overview, regions } from '../src/modules/portal/regions/contract.ts';
import { searchPage } from '../src/modules/portal/search/contract.ts';
import { type Fixture, openFixture, SAMPLES } from './fixture.ts';
import { faultyPdf } from './hostile.ts';

let fixture: Fixture;
let app: Api;

beforeAll(async () => {
  fixture = await openFixture();
  app = fixture.appWith();
});
afterAll(() => fixture.close());

/** Asks, and holds the answer against its schema: nothing may be missing, nothing unsaid. */
async function ask<S extends z.ZodType>(path: string, schema: S): Promise<z.output<S>> {
  const answer = await app.request(`/api/v1${path}`);
  expect([path, answer.status]).toEqual([path, 200]);
  const body = await answer.json();
  const known = schema.parse(body);
  expect(body).toEqual(known);
  return known;
}

/** The number of the sample of a district's office: samples come in side by side, so that none is fixed. */
async function officeOf2021(): Promise<number> {
  const { items } = await ask('/agencies?region=130110&year=2021', agencyPage);
  return items[0]!.years[0]!.disclosureId;
}

describe('questions', () => {
  test('agencies are listed, found and told with their units and trends', async () => {
    const { items } = await ask('/agencies?q=数据&level=department', agencyPage);
    expect(items).toMatchObject([{ code: '302', region: '130100' }]);
    const { units, disclosures } = await ask(`/agencies/${items[0]!.id}`, agencyAnswer);
    expect(units.length).toBeGreaterThan(0);
    expect(disclosures[0]).toMatchObject({ year: 2021, totals: { expenditure: 4279860000 } });
    const trend = await ask(`/agencies/${items[0]!.id}/trend?measure=expenditure`, trendAnswer);
    expect(trend).toContainEqual(expect.objectContaining({ year: 2021, fen: 4279860000, from: 'table' }));
  });

  test('pages follow each other by cursor', async () => {
    const all = await ask('/agencies', agencyPage);
    const seen = [];
    for (let cursor: string | undefined = ''; cursor !== undefined; ) {
      const page: z.output<typeof agencyPage> = await ask(`/agencies?limit=2&cursor=${cursor}`, agencyPage);
      seen.push(...page.items);
      cursor = page.next;
    }
    expect(seen).toEqual(all.items);
  });

  test.each<[path: string, key: unknown]>([
    ['/catalog.jsonld?', [3_000_000_000]],
    ['/catalog.jsonld?', [-3_000_000_000]],
    ['/catalog.jsonld?', [1.5]],
    ['/search?q=预算&', [3_000_000_000, 1]],
    ['/search?q=预算&', [1, 2 ** 53]],
    ['/agencies?', ['', '\0', 1]],
    ['/agencies?', ['', '', 3_000_000_000]],
  ])('%scursor=%j is told, not a fault of ours', async (path, key) => {
    const cursor = Buffer.from(JSON.stringify(key)).toString('base64url');
    expect((await app.request(`/api/v1${path}cursor=${cursor}`)).status).toBe(400);
  });

  test('agencies are compared beside their peers', async () => {
    // Samples come in side by side: which has which number is not told.
    const { items } = await ask('/agencies?region=130100&year=2021', agencyPage);
    const [one, other] = items.map(({ id }) => id);
    const compared = `/compare?agencies=${one},${other}&years=2021&measures=revenue,expenditure`;
    const { rows, peers } = await ask(compared, comparison);
    expect(rows).toHaveLength(4);
    expect(rows.every(({ place }) => place?.form !== undefined && place.origin !== undefined)).toBe(true);
    // By the names in lasting addresses too.
    const [{ region, slug }] = items as [(typeof items)[0]];
    const named = await ask(`/compare?agencies=${region}/${encodeURIComponent(slug)}&by=share`, comparison);
    expect(named.agencies.map(({ id }) => id)).toEqual([one]);
    expect(named.rows.find(({ measure, stage }) => measure === 'expenditure' && stage === 'budget')?.value).toBe(
      1_000_000,
    );
    expect([...new Set(peers.map(({ measure }) => measure))]).toEqual(['expenditure', 'revenue']);
    expect((await ask('/measures', measures)).map(({ id }) => id)).toContain('revenue');
    expect((await ask('/rules', rules)).map(({ id }) => id)).toEqual(
      expect.arrayContaining(['words-year', 'code-name']),
    );
  });

  test('a disclosure is told whole, with its flows, trees and findings', async () => {
    const path = `/disclosures/${await officeOf2021()}`;
    const { statements } = await ask(path, disclosureAnswer);
    expect(statements.length).toBeGreaterThan(5);
    expect((await ask(`${path}/flows`, flows)).links.length).toBeGreaterThan(2);
    const total = statements.find(({ form }) => form === 'expenditure')?.rows.find(({ key }) => key === 'total')
      ?.cells.total;
    expect((await ask(`${path}/tree`, tree)).fen).toBe(total?.fen);
    expect((await ask(`${path}/tree?by=economic`, tree)).form).toBe('basic');
    expect((await ask(`${path}/findings`, findingItems)).items.length).toBeGreaterThan(0);
    // Nobody but the operator sees drafts.
    const guarded = fixture.appWith({ adminToken: 'a-token-of-the-operator' });
    expect((await guarded.request(`/api/v1${path}/findings?drafts=true`)).status).toBe(401);
  });

  test('regions are listed and told', async () => {
    const codes = (await ask('/regions', regions)).map(({ code }) => code);
    expect(codes).toContain('130100');
    const answer = await ask('/regions/130100/overview?within=true', overview);
    // Of 2021 most are here, of 2023 one.
    expect(answer).toMatchObject({ region: '130100', year: 2021, stage: 'budget' });
    expect(await ask('/regions/130100/overview', overview)).toMatchObject({
      year: 2021,
      standings: { collected: 3 },
    });
  });

  test('what was published is searched', async () => {
    const { items } = await ask(`/search?q=${encodeURIComponent('数据')}&limit=3`, searchPage);
    expect(items[0]).toMatchObject({ kind: 'agency', title: expect.stringContaining('[[数据]]') });
    expect((await ask('/search?q=', searchPage)).items).toEqual([]);
  });
});

describe('open data', () => {
  const text = async (path: string) => (await app.request(`/api/v1${path}`)).text();

  test('the same figures come as CSV, JSON and Parquet, filtered', async () => {
    const filter = 'region=130100&year=2021&form=expenditure';
    const rows = JSON.parse(await text(`/exports/facts.json?${filter}`));
    expect(rows.length).toBeGreaterThan(10);
    expect(new Set(rows.map(({ form }: { form: string }) => form))).toEqual(new Set(['expenditure']));
    const bytes = await (await app.request(`/api/v1/exports/facts.csv?${filter}`)).arrayBuffer();
    const csv = Buffer.from(bytes).toString();
    expect(csv.startsWith('\ufeffdisclosure_id,region,')).toBe(true);
    expect(csv.trimEnd().split('\r\n')).toHaveLength(rows.length + 1);
    const parquet = await app.request(`/api/v1/exports/facts.parquet?${filter}`);
    const read = await parquetReadObjects({ file: await parquet.arrayBuffer() });
    expect(read.map(({ fen }) => Number(fen))).toEqual(rows.map(({ fen }: { fen: number }) => fen));
    expect(await text('/exports/facts.json?year=1999')).toBe('[]\n');
  });

  test('a disclosure comes as CSV, as a workbook and as a described package', async () => {
    const path = `/disclosures/${await officeOf2021()}`;
    const described = JSON.parse(await text(`${path}/datapackage.json`));
    expect(described).toMatchObject({ profile: 'tabular-data-package', countryCode: 'CN', regionCode: '130110' });
    const [header] = (await text(`${path}/data.csv`)).replace('\ufeff', '').split('\r\n');
    expect(described.resources[0].schema.fields.map(({ name }: { name: string }) => name).join(',')).toBe(header);
    const workbook = await app.request(`/api/v1${path}/data.xlsx`);
    expect(workbook.headers.get('content-disposition')).toContain('UTF-8');
    expect(
      Buffer.from(await workbook.arrayBuffer())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
    expect((await app.request('/api/v1/disclosures/99/data.csv')).status).toBe(404);
  });

  test('files of a package begin with their first name; those for spreadsheets with the mark of their encoding', async () => {
    const path = `/disclosures/${await officeOf2021()}`;
    const paths = [`${path}/data.csv`, '/exports/agencies.csv', '/exports/monitoring.csv'];
    const starts = async (query: string) =>
      Promise.all(
        paths.map(async (one) =>
          Buffer.from(await (await app.request(`/api/v1${one}${query}`)).arrayBuffer()).toString('utf8', 0, 3),
        ),
      );
    expect(await starts('')).toEqual(['\ufeff', '\ufeff', '\ufeff']);
    expect((await starts('?bom=no')).every((start) => /^[a-z]{3}$/.test(start))).toBe(true);
    const { resources } = JSON.parse(await text('/exports/datapackage.json'));
    expect(resources.every((one: { path: string }) => one.path.endsWith('.csv?bom=no'))).toBe(true);
    expect(JSON.parse(await text(`${path}/datapackage.json`)).resources[0].path).toBe('data.csv?bom=no');
  });

  test('the catalogue lists every disclosure with its files', async () => {
    const catalogue = JSON.parse(
      await (await fixture.appWith({ publicUrl: 'https://a.gov.cn' }).request('/api/v1/catalog.jsonld?limit=2')).text(),
    );
    expect(catalogue).toMatchObject({ '@id': 'https://a.gov.cn/api/v1/catalog.jsonld', '@type': 'dcat:Catalog' });
    // The bulk files first, then two disclosures.
    expect(catalogue['dcat:dataset']).toHaveLength(DATASETS.length + 2);
    expect(catalogue['hydra:view']['hydra:next']['@id']).toContain('cursor=');
  });

  test('every bulk file comes with the columns that its dictionary names, in each format', async () => {
    const dictionary = JSON.parse(await text('/exports/datapackage.json'));
    for (const { name, schema } of dictionary.resources) {
      const header = (await text(`/exports/${name}.csv`)).split('\r\n')[0];
      expect(header).toBe(`${schema.fields.map((field: { name: string }) => field.name).join(',')}`);
      const rows = JSON.parse(await text(`/exports/${name}.json`));
      if (rows.length > 0)
        expect(Object.keys(rows[0])).toEqual(schema.fields.map((field: { name: string }) => field.name));
    }
    const parquet = await (await app.request('/api/v1/exports/facts.parquet?year=2021')).arrayBuffer();
    expect((await parquetReadObjects({ file: parquet }))[0]).toMatchObject({ phase: 'approved' });
    const workbook = await app.request('/api/v1/exports/agencies.xlsx');
    expect([
      workbook.status,
      Buffer.from(await workbook.arrayBuffer())
        .subarray(0, 2)
        .toString(),
    ]).toEqual([200, 'PK']);
    expect(JSON.parse(await text('/exports/disclosures.json?since=2999-01-01T00:00:00Z'))).toEqual([]);
  });

  test('bulk files say their version, and what changed after it is asked by it', async () => {
    const dictionary = JSON.parse(await text('/exports/datapackage.json'));
    const facts = await app.request('/api/v1/exports/facts.csv?year=1999');
    const version = facts.headers.get('data-version')!;
    expect(dictionary.resources[0]).toMatchObject({ name: 'facts', version, titles: { en: 'Figures of the tables' } });
    const { items, ...all } = JSON.parse(await text('/data-changes'));
    expect(String(all.version)).toBe(dictionary.version);
    expect(items[0]).toMatchObject({ change: 'added' });
    expect(JSON.parse(await text(`/data-changes?since=${dictionary.version}`)).items).toEqual([]);
    expect(JSON.parse(await text(`/exports/facts.json?since=${version}`))).toEqual([]);
    expect(JSON.parse(await text('/data-changes?since=2000-01-01')).items).toEqual(items);
    expect((await app.request('/api/v1/data-changes?since=yesterday')).status).toBe(400);
  });

  test('what came in is followed by an agency, a region, a search, as Atom and JSON Feed', async () => {
    const all = JSON.parse(await text('/feeds/feed.json'));
    expect(all).toMatchObject({ version: 'https://jsonfeed.org/version/1.1', items: expect.any(Array) });
    expect(all.items.length).toBeGreaterThan(2);
    for (const { content_text } of all.items.filter((item: { content_text: string }) => /支出/.test(item.content_text)))
      expect(content_text).toMatch(/支出总计 [\d,]+\.\d{2} 万元。$/);
    const one = JSON.parse(await text('/feeds/feed.json?region=130110'));
    expect(one.items.length).toBeLessThan(all.items.length);
    const found = JSON.parse(await text(`/feeds/feed.json?q=${encodeURIComponent('数据资源管理局')}`));
    expect(found.items.map(({ title }: { title: string }) => title).join()).toContain('数据资源管理局');
    const atom = await app.request('/api/v1/feeds/atom.xml?agency=1');
    expect(atom.headers.get('content-type')).toContain('application/atom+xml');
    expect(await atom.text()).toMatch(/<entry>[\s\S]*<updated>2\d{3}-/);
    expect((await app.request('/api/v1/feeds/atom.xml?agency=99999')).status).toBe(404);
  });

  test('a sum over the leaves of one column counts each figure once', async () => {
    const rows = JSON.parse(await text('/exports/facts.json?region=130100&year=2021&form=general-public'));
    for (const id of new Set(rows.map((row: { disclosure_id: number }) => row.disclosure_id))) {
      const own = rows.filter(
        (row: { disclosure_id: number; column: string }) => row.disclosure_id === id && row.column === 'total',
      );
      const total = own.find((row: { row_key: string }) => row.row_key === 'total');
      const sum = own
        .filter((row: { is_leaf: boolean }) => row.is_leaf)
        .reduce((all: number, { fen }: { fen: number }) => all + fen, 0);
      expect(sum).toBe(total.fen);
    }
  });
});

describe('documents', () => {
  test('a PDF is given as it was, and its pages as pictures', async () => {
    const { documentId } = await importDocument(fixture.store, { name: '预算"2026.pdf', bytes: faultyPdf });
    expect(await ask(`/documents/${documentId}`, documentAnswer)).toMatchObject({ kind: 'pdf', pages: 3 });
    const file = await app.request(`/api/v1/documents/${documentId}/file`);
    expect(file.headers.get('content-type')).toBe('application/pdf');
    expect(file.headers.get('content-disposition')).toMatch(/^inline; filename="__\w*_2026.pdf"; filename\*=UTF-8''%/);
    expect(Buffer.from(await file.arrayBuffer()).equals(faultyPdf)).toBe(true);
    // A sandbox would keep the browser's viewer from showing it.
    expect(file.headers.get('content-security-policy')).toMatch(/^default-src 'none'(?!.*sandbox)/);
    const at = `/api/v1/documents/${documentId}/pages/2.png?frame=60,50,200,90;60,100,200,120&scale=1`;
    const picture = await app.request(at);
    expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/png']);
    const headers = { 'if-none-match': picture.headers.get('etag') ?? '' };
    expect((await app.request(at, { headers })).status).toBe(304);
    expect((await app.request(`/api/v1/documents/${documentId}/pages/9.png`)).status).toBe(404);
  });

  test('what is no PDF never opens in the browser, and has no pages', async () => {
    const { documentId } = await importDocument(fixture.store, {
      name: 'a.html',
      bytes: Buffer.from('<script>alert(1)</script><h1>示例市教育局2026年部门预算</h1>'),
    });
    const file = await app.request(`/api/v1/documents/${documentId}/file`);
    expect(file.headers.get('content-type')).toBe('application/octet-stream');
    expect(file.headers.get('content-disposition')).toContain('attachment');
    expect(file.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect((await app.request(`/api/v1/documents/${documentId}/pages/1.png`)).status).toBe(404);
  });
});

const TOKEN = 'a-token-of-the-operator';
const as = (token: string) => ({ authorization: `Bearer ${token}` });

describe('changes', () => {
  const send = (to: Api, method: string, path: string, body?: object, headers: Record<string, string> = {}) =>
    to.request(`/api/v1${path}`, {
      method,
      headers: { 'content-type': 'application/json', ...headers },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });

  test('a finding is dismissed with a reason, and taken back', async () => {
    const [first] = (await ask(`/disclosures/${await officeOf2021()}/findings`, findingItems)).items;
    const path = `/findings/${first!.id}/dismiss`;
    const dismissed = findingItem.parse(await (await send(app, 'POST', path, { reason: '口径不同' })).json());
    expect(dismissed.dismissed?.reason).toBe('口径不同');
    const back = findingItem.parse(await (await send(app, 'DELETE', path)).json());
    expect(back.dismissed).toBeNull();
    expect((await send(app, 'POST', path, { reason: ' ' })).status).toBe(400);
    expect((await send(app, 'POST', path, { reason: 'x'.repeat(100_000) })).status).toBe(413);
    expect((await send(app, 'POST', '/findings/99999/dismiss', { reason: '口径不同' })).status).toBe(404);
  });

  test('need the token where one is set; without one, the person at the machine', async () => {
    const guarded = fixture.appWith({ adminToken: TOKEN });
    const path = '/imports/1';
    expect((await send(guarded, 'GET', path)).status).toBe(401);
    expect((await send(guarded, 'GET', path, undefined, as('another'))).status).toBe(401);
    expect((await send(guarded, 'GET', path, undefined, as(TOKEN))).status).toBe(404);
    expect((await send(guarded, 'GET', '/operator')).status).toBe(401);
    expect((await send(guarded, 'GET', '/operator', undefined, as(TOKEN))).status).toBe(200);
    expect((await guarded.request('/metrics')).status).toBe(401);
    const open = fixture.appWith({ host: '0.0.0.0' });
    expect((await send(open, 'GET', path)).status).toBe(403);
    const far = fixture.appWith({ proxies: 1 });
    expect((await send(far, 'GET', path, undefined, { 'x-forwarded-for': '8.8.8.8' })).status).toBe(403);
    for (const config of [{ proxies: 1 }, { publicUrl: 'https://a.gov.cn' }]) {
      expect((await send(fixture.appWith(config), 'GET', path)).status).toBe(403);
      const withToken = fixture.appWith({ ...config, adminToken: TOKEN });
      expect((await send(withToken, 'GET', path, undefined, as(TOKEN))).status).toBe(404);
    }
    for (const name of ['forwarded', 'via', 'x-real-ip', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto']) {
      expect([name, (await send(app, 'GET', path, undefined, { [name]: '127.0.0.1' })).status]).toEqual([name, 403]);
    }
    expect((await send(app, 'GET', path, undefined, { connection: 'close' })).status).toBe(403);
    const spoken = async (httpVersion: string) => {
      const incoming = { httpVersion, socket: { remoteAddress: '127.0.0.1' } };
      return (await app.request(`/api/v1${path}`, {}, { incoming })).status;
    };
    expect([await spoken('1.1'), await spoken('1.0')]).toEqual([404, 403]);
    const rebound = await app.request('http://evil.example/api/v1/imports/1');
    expect(rebound.status).toBe(403);
  });

  test('are not taken from a page of another site', async () => {
    const path = '/findings/1/dismiss';
    const reason = { reason: '口径不同' };
    expect((await send(app, 'POST', path, reason, { origin: 'https://evil.example' })).status).toBe(403);
    expect((await send(app, 'DELETE', path, undefined, { origin: 'null' })).status).toBe(403);
    expect((await send(app, 'DELETE', path, undefined, { origin: 'http://localhost' })).status).toBe(200);
    const behind = fixture.appWith({ publicUrl: 'https://a.gov.cn', adminToken: TOKEN });
    const from = async (origin: string) =>
      (await send(behind, 'DELETE', path, undefined, { ...as(TOKEN), origin })).status;
    expect([await from('https://a.gov.cn'), await from('http://a.gov.cn')]).toEqual([200, 403]);
  });

  const finished = async (answer: Response) => {
    expect(answer.status).toBe(202);
    const { id } = importProgress.parse(await answer.json());
    for (;;) {
      const progress = await ask(`/imports/${id}`, importProgress);
      if (progress.waiting + progress.running === 0) return progress;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  };

  test('a folder is imported, and again without repeating anything', async () => {
    const before = (await ask('/agencies', agencyPage)).items;
    // Some of them are here already; those of the made-up city lie in a folder of their own, beside a list that is no document.
    const total = readdirSync(SAMPLES, { recursive: true, withFileTypes: true }).filter((at) => at.isFile()).length;
    const taken = { total, done: total - 1, failed: 1, errors: [{ file: 'index.json' }] };
    expect(await finished(await send(app, 'POST', '/imports', { folder: SAMPLES }))).toMatchObject(taken);
    const after = (await ask('/agencies', agencyPage)).items;
    expect(after.map(({ years }) => years.length).sort()).toEqual(
      [...before.map(({ years }) => years.length), 2, 2, 2].sort(),
    );
    expect(await finished(await send(app, 'POST', '/imports', { folder: SAMPLES }))).toMatchObject(taken);
    expect((await ask('/agencies', agencyPage)).items.map(({ years }) => years)).toEqual(
      after.map(({ years }) => years),
    );
    expect((await send(app, 'POST', '/imports', { folder: '/nowhere' })).status).toBe(422);
    expect((await send(app, 'POST', '/imports', { url: 'https://example.com/a.pdf' })).status).toBe(403);
  });

  test('uploads are imported, what cannot be read is named, and nothing is left lying about', async () => {
    const body = new FormData();
    body.append('files', new File([faultyPdf as unknown as string], '../又一份.pdf'));
    body.append('files', new File([''], '空.txt'));
    const progress = await finished(await app.request('/api/v1/imports', { method: 'POST', body }));
    expect(progress).toMatchObject({ total: 2, done: 1, failed: 1, errors: [{ file: '空.txt' }] });
    expect((await ask('/search?q=司法局', searchPage)).items.length).toBeGreaterThan(0);
    // What was read is gone from the inbox; what failed stays there alone, to be tried again.
    const lying = () =>
      readdirSync(join(fixture.folder, 'inbox'), { recursive: true, encoding: 'utf8' })
        .filter((path) => /[\\/]\d+[\\/]/.test(path))
        .map((path) => path.replace(/^[^\\/]*/, ''));
    await vi.waitUntil(() => lying().length < 2);
    expect(lying()).toEqual([join('/', '1', 'file')]);
    expect(await (await send(app, 'POST', `/imports/${progress.id}/retry`)).json()).toEqual({ jobs: 1 });
    await vi.waitUntil(async () => (await ask(`/imports/${progress.id}`, importProgress)).failed === 1);
    expect(lying()).toEqual([join('/', '1', 'file')]);
  });

  test('no name of an upload leads anywhere', async () => {
    const waiting = join(fixture.folder, 'inbox', 'another-upload');
    mkdirSync(waiting, { recursive: true });
    const names = ['..', '../..', '.', 'a\0b.txt', `${'预'.repeat(90)}.txt`, `${'预'.repeat(300)}.txt`, '\\'];
    const body = new FormData();
    for (const name of names) body.append('files', new File(['x'], name));
    const {
      total,
      waiting: left,
      running,
    } = await finished(await app.request('/api/v1/imports', { method: 'POST', body }));
    expect([total, left, running]).toEqual([names.length, 0, 0]);
    expect(readdirSync(join(fixture.folder, 'inbox'))).toContain('another-upload');
  });

  test('what was imported is checked together with the year before', async () => {
    const sample = readdirSync(SAMPLES).find((name) => name.startsWith('202-'))!;
    const { documents } = JSON.parse(readFileSync(join(SAMPLES, sample), 'utf8'));
    const [{ disclosures }] = documents;
    Object.assign(disclosures[0].agency, { code: '999', name: '不更新局' });
    const text = '安排30万元，其中基本支出10万元、项目支出20万元。';
    const origin = { page: 1 };
    disclosures[0].explanation = [{ title: '总体情况', text, paragraphs: [{ text, origin }], origin }];
    const body = new FormData();
    for (const year of [2024, 2025]) {
      disclosures[0].year = year;
      body.append('files', new File([JSON.stringify({ documents })], `${year}.json`));
    }
    await finished(await app.request('/api/v1/imports', { method: 'POST', body }));
    const [agency] = (await ask('/agencies?q=不更新局', agencyPage)).items;
    const { disclosureId } = agency!.years.find(({ year }) => year === 2025)!;
    const rules = async () =>
      (await ask(`/disclosures/${disclosureId}/findings`, findingItems)).items.map(({ finding }) => finding.rule);
    await vi.waitUntil(async () => (await rules()).includes('previous-year-unchanged'), { timeout: 240_000 });
  });
});

test('health tells of a database that answers and of imports that do not go on', async () => {
  const healthy = async (trouble: unknown) => {
    const imports = { trouble: () => trouble } as Imports;
    return (await fixture.appWith({}, { imports }).request('/health')).status;
  };
  expect([await healthy(undefined), await healthy(new Error('away'))]).toEqual([200, 503]);
});

describe('HTTP', () => {
  test('an answer that the browser has is not sent again', async () => {
    const first = await app.request('/api/v1/measures');
    const etag = first.headers.get('etag') ?? '';
    expect([etag, first.headers.get('cache-control')]).toEqual([expect.stringMatching(/^".+"$/), 'no-cache']);
    for (const known of [etag, `W/${etag}`, `"x", ${etag}`]) {
      const again = await app.request('/api/v1/measures', { headers: { 'if-none-match': known } });
      expect([again.status, await again.text()]).toEqual([304, '']);
    }
    expect((await app.request('/api/v1/measures', { headers: { 'if-none-match': '"x"' } })).status).toBe(200);
  });

  test.each(['/api/v1/measures', '/api/v1/agencies/999', '/api/docs', '/health', '/no-such-page'])(
    'every answer tells the browser to be careful: %s',
    async (path) => {
      const { headers } = await app.request(path);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('x-frame-options')).toBe('DENY');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toMatch(/default-src 'none'/);
      expect(policy).not.toMatch(/(script|style)-src[^;]*(unsafe|http|data:|\*)/);
      expect(headers.get('server')).toBeNull();
      expect(headers.get('x-powered-by')).toBeNull();
    },
  );

  test('too many calls are put off, each visitor for himself', async () => {
    const limited = fixture.appWith({ ratePerMinute: 3, proxies: 1 });
    const from = (address: string) =>
      limited.request('/api/v1/measures', { headers: { 'x-forwarded-for': `6.6.6.6, ${address}` } });
    const statuses = [];
    for (let i = 0; i < 4; i++) statuses.push((await from('1.1.1.1')).status);
    expect(statuses).toEqual([200, 200, 200, 429]);
    expect((await from('1.1.1.1')).headers.get('retry-after')).toMatch(/^\d+$/);
    expect((await from('2.2.2.2')).status).toBe(200);
  });

  test.each([
    ['/agencies/0', 400],
    ['/agencies/1.5', 400],
    ['/agencies/99999999999', 400],
    ['/agencies/1%27%20or%20%271%27=%271', 400],
    ['/agencies/777', 404],
    ['/agencies?limit=0', 400],
    ['/agencies?limit=501', 400],
    ['/agencies?cursor=%7B%7D', 400],
    ['/agencies?cursor=WyJhIl0', 400],
    ["/agencies?region=13';--", 400],
    ['/agencies?q=%00', 400],
    [`/agencies?q=${'a'.repeat(300)}`, 400],
    ['/agencies?level=king', 400],
    ['/compare', 400],
    ['/compare?agencies=1,x', 400],
    ['/compare?agencies=130100/没有这个单位', 404],
    ['/compare?agencies=1&by=weight', 400],
    ["/compare?agencies=1&measures=revenue'", 400],
    ['/disclosures/1/tree?by=1', 400],
    ['/regions/990000/overview', 404],
    ['/search', 400],
    ['/search?q=a&kind=secret', 400],
    ['/exports/facts.exe', 400],
    ['/exports/..%2f..%2fetc%2fpasswd', 400],
    ['/documents/1/pages/1.png', 404],
    ['/documents/1/pages/..%2f1.png', 400],
    ['/documents/1/pages/1.png?frame=a', 400],
    ['/documents/1/pages/1.png?scale=99', 400],
    ['/documents/..%2f..%2f/file', 400],
    ['/nothing', 404],
  ])('a wrong question gets a sentence: %s', async (path, status) => {
    const answer = await app.request(`/api/v1${path}`);
    expect([path, answer.status]).toEqual([path, status]);
    const problem = (await answer.json()) as { detail: string; status: number };
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(problem).toMatchObject({
      type: 'about:blank',
      status,
      detail: expect.stringMatching(/[\u4e00-\u9fff].*。$/),
    });
  });

  test('what looks like SQL is only looked for', async () => {
    const before = (await ask('/agencies', agencyPage)).items.length;
    for (const evil of ["' or 1=1 --", '"; drop table agencies; --', '%', '_', '\\', '$1', "数据' & !a:*"]) {
      const q = encodeURIComponent(evil);
      expect((await ask(`/agencies?q=${q}`, agencyPage)).items).toEqual([]);
      expect((await ask(`/search?q=${q}`, searchPage)).items).toEqual([]);
    }
    expect((await ask('/agencies', agencyPage)).items).toHaveLength(before);
  });

  test('a failure inside is told without its inside', async () => {
    const broken = fixture.appWith({}, { store: { db: undefined } as never });
    const answer = await broken.request('/api/v1/regions');
    expect(answer.status).toBe(500);
    expect(await answer.text()).not.toMatch(/undefined|at |select/i);
    expect((await broken.request('/health')).status).toBe(503);
  });

  test.each(['53100', '57P01', 'ECONNREFUSED'])(
    'a database that is away for a while (%s) is no fault of ours',
    async (code) => {
      const db = new Proxy(
        {},
        {
          get: () => {
            throw Object.assign(new Error('at /var/lib'), { code });
          },
        },
      );
      const answer = await fixture.appWith({}, { store: { db } as never }).request('/api/v1/regions');
      expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '30']);
      expect(await answer.text()).not.toContain('/var');
    },
  );

  test('the server tells how it is', async () => {
    expect(await (await app.request('/health')).json()).toMatchObject({ status: 'ok', database: 'pglite' });
    const metrics = await (await app.request('/metrics')).text();
    expect(metrics).toMatch(/^mingsuan_requests_total\{method="GET",route="\/health",status="200"\} \d+$/m);
    expect(metrics).toMatch(/^mingsuan_request_seconds_count\{route="\/api\/v1\/measures"\} \d+$/m);
  });

  test('no address is answered twice: the first would hide the second', () => {
    const asked = app.openAPIRegistry.definitions.flatMap((one) =>
      one.type === 'route' ? [`${one.route.method} ${one.route.path}`] : [],
    );
    expect(asked.filter((one, i) => asked.indexOf(one) < i)).toEqual([]);
  });

  test('the API describes itself, for programs and for people', async () => {
    const document = (await (await app.request('/api/openapi.json')).json()) as { paths: object };
    expect(Object.keys(document.paths)).toEqual(expect.arrayContaining(['/api/v1/agencies/{id}', '/api/v1/checks']));
    const page = await (await app.request('/api/docs')).text();
    for (const path of Object.keys(document.paths)) expect(page).toContain(`<code>${path}</code>`);
    expect(page).not.toMatch(/<script|https?:\/\//);
  });
});

describe('pages', () => {
  let site: Api;
  beforeAll(() => {
    const web = join(fixture.folder, 'web');
    mkdirSync(join(web, 'assets'), { recursive: true });
    writeFileSync(join(web, 'index.html'), '<!doctype html><title>明算</title>');
    writeFileSync(join(web, 'assets/app-1a2b.js'), 'console.log("明算");'.repeat(200));
    writeFileSync(join(fixture.folder, 'secret.txt'), 'secret');
    site = fixture.appWith({}, { pages: openPages(web) });
  });

  test('files are served, packed, the hashed ones for ever', async () => {
    const headers = { 'accept-encoding': 'gzip, br' };
    const script = await site.request('/assets/app-1a2b.js', { headers });
    expect(script.headers.get('content-encoding')).toBe('br');
    expect(script.headers.get('cache-control')).toContain('immutable');
    expect(script.headers.get('content-type')).toContain('text/javascript');
    expect(await (await site.request('/assets/app-1a2b.js')).text()).toContain('明算');
    const etag = script.headers.get('etag') ?? '';
    expect((await site.request('/assets/app-1a2b.js', { headers: { 'if-none-match': etag } })).status).toBe(304);
  });

  test.each(['/', '/agency/1', '/check/abc', '/region/130100'])('%s is the index page', async (path) => {
    const page = await site.request(path);
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('<title>明算</title>')]);
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self';");
    expect(page.headers.get('cache-control')).toBe('no-cache');
  });

  test.each([
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/assets/%2e%2e%2f%2e%2e%2fsecret.txt',
    '/..\\secret.txt',
    '//secret.txt',
    '/secret.txt%00.html',
    '/assets/missing.js',
  ])('%s leads nowhere', async (path) => {
    const answer = await site.request(new Request(`http://localhost${path}`));
    expect(await answer.text()).not.toContain('secret');
    expect(answer.status).toBe(404);
  });
});
