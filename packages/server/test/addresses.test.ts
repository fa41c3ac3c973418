/** Lasting addresses: their heads, the list of them, and what may stand in another's page. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ruleDocument } from '@mingsuan/store';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Api } from '../src/http/env.ts';
import { openPages } from '../src/http/pages.ts';
import { type Fixture, openFixture } from './fixture.ts';

let fixture: Fixture;
let app: Api;
beforeAll(async () => {
  fixture = await openFixture();
  const folder = join(fixture.folder, 'built');
  mkdirSync(folder);
  writeFileSync(
    join(folder, 'index.html'),
    '<html lang="zh-CN"><head><title>明算</title><meta name="description" content="" /></head>',
  );
  app = fixture.appWith({}, { pages: openPages(folder) });
});
afterAll(() => fixture.close());

const NAME = encodeURIComponent('石家庄市数据资源管理局');
const text = async (path: string): Promise<string> => (await app.request(path)).text();

test('the head of an agency says whose figures, and its one address', async () => {
  const html = await text(`/a/130100/${NAME}/2021/budget?see=x`);
  expect(html).toContain('<title>石家庄市数据资源管理局（部门）2021年预算 · 石家庄市 · 明算</title>');
  expect(html).toContain(`<link rel="canonical" href="http://localhost/a/130100/${NAME}~302/2021/budget" />`);
  expect(html).toMatch(/og:description" content="[^"]*支出总计 4,279\.86 万元/);
});

test('the head is in English where the address asks for it, and leads to the other language', async () => {
  const html = await text(`/a/130100/${NAME}/2021/budget?lang=en`);
  expect(html).toContain('<html lang="en">');
  expect(html).toContain('<title>石家庄市数据资源管理局 (department) 2021 budget · 石家庄市 · Mingsuan</title>');
  expect(html).toMatch(/og:description" content="[^"]*Total expenditure 42\.80 million yuan/);
  const address = `http://localhost/a/130100/${NAME}~302/2021/budget`;
  expect(html).toContain(`<link rel="canonical" href="${address}?lang=en" />`);
  for (const [hreflang, href] of [
    ['zh-CN', address],
    ['en', `${address}?lang=en`],
  ])
    expect(html).toContain(`<link rel="alternate" hreflang="${hreflang}" href="${href}" />`);
  expect(await text('/item/measure/basic?lang=en')).toContain('<title>Basic expenditure · Mingsuan</title>');
  expect(await text('/?lang=en')).toContain('<title>Mingsuan · Departmental budgets and accounts</title>');
  expect(await text('/?lang=fr')).toContain('<title>明算</title>');
});

test.each(['/a/130100/没有/2021/budget', '/a/130100/%E0%A4%A/2021/budget', '/item/function/9999999', '/'])(
  '%s has the head of every page',
  async (path) => {
    expect(await text(path)).toContain('<title>明算</title>');
  },
);

test('an item has its name in its head', async () => {
  expect(await text('/item/measure/three-publics')).toContain('经费 · 明算</title>');
});

test('all addresses are listed, in files that do not grow', async () => {
  expect(await text('/robots.txt')).toContain('Sitemap: http://localhost/sitemap.xml');
  const index = await text('/sitemap.xml');
  const file = /<loc>http:\/\/localhost([^<]+)<\/loc>/.exec(index)![1]!;
  expect(await text(file)).toContain(`<loc>http://localhost/a/130100/${NAME}~302/2021/budget</loc>`);
});

test('only published figures may stand in another page', async () => {
  const policy = async (path: string) => (await app.request(path)).headers.get('content-security-policy');
  expect(await policy(`/a/130100/${NAME}?embed=1`)).toContain('frame-ancestors *');
  for (const path of [`/a/130100/${NAME}`, '/?embed=1', '/check?embed=1'])
    expect(await policy(path)).toContain("frame-ancestors 'none'");
});

test('the API finds an agency by its address', async () => {
  const answer = await app.request(`/api/v1/agencies/at/130100/${NAME}`);
  expect(await answer.json()).toMatchObject({ agency: { level: 'department', slug: '石家庄市数据资源管理局~302' } });
});

// Last: it takes the disclosure of the others away.
test('the page of what was taken back says so, with 410, and not what it was', async () => {
  const path = `/a/130100/${NAME}~302/2021/budget`;
  const at = await app.request(`/api/v1/agencies/at/130100/${NAME}`);
  const [{ id }] = (await at.json()).disclosures;
  const { document } = await (await app.request(`/api/v1/disclosures/${id}`)).json();
  await ruleDocument(fixture.store, document.id, { kind: 'withdrawn' }, { person: '王管理', reason: '重复' });
  for (const one of [path, `/disclosure/${id}`]) {
    const answer = await app.request(one);
    const html = await answer.text();
    expect([one, answer.status]).toEqual([one, 410]);
    expect(html).toContain('<title>已撤下 · 明算</title>');
    expect(html).toMatch(/这份公开文本已撤下。时间：[-\d]+；办理：王管理；理由：重复。/);
    expect(html).not.toContain('4279.86');
  }
  expect((await app.request(`/a/130100/${NAME}~302/2020/budget`)).status).toBe(200);
});
